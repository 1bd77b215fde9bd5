// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/axis_layout.h"

#include "layout/scale/metrics.h"
#include "time/ticks.h"

#include <algorithm>

namespace timeline {

namespace {

using namespace metrics;

constexpr double textGap = 5;      // between a tick and its text, and after the text
constexpr double closestTicks = 9; // pixels between ticks that have no text
constexpr int mostTicks = 4000;    // in a stretch; never reached, but a bound on whatever happens

/// One stretch of constant speed, as far as it is in view.
struct Stretch {
    Instant begin;
    Instant end;
    double from = 0; // along the panel
    double to = 0;
    double scale = 1; // milliseconds in a pixel
};

class AxisLayout {
public:
    AxisLayout(ScenePanel &panel, const TextMeasure &measure) : m_panel(panel), m_measure(measure) {}

    void build() {
        const TimeScale &scale = m_panel.scale;
        const Viewport &viewport = m_panel.viewport;
        if (scale.isLinear()) {
            addStretch({scale.instant(viewport.left()), scale.instant(viewport.right()), m_panel.first(),
                        m_panel.last(), viewport.scale()});
            return;
        }
        const std::vector<TimeScale::Piece> &pieces = scale.pieces();
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const TimeScale::Piece &piece = pieces[i];
            const double axisBegin = i == 0 ? viewport.left() : piece.axisBegin;
            const double axisEnd = i + 1 == pieces.size() ? viewport.right() : piece.axisEnd;
            const double begin = std::max(axisBegin, viewport.left());
            const double end = std::min(axisEnd, viewport.right());
            if (begin >= end) {
                continue;
            }
            if (i > 0 && begin == piece.axisBegin && !piece.isBreak && !pieces[i - 1].isBreak) {
                m_panel.scaleMarks.push_back({m_panel.at(begin), 0, {}});
            }
            if (piece.isBreak) {
                addBreak(piece, m_panel.at(begin), m_panel.at(end));
            } else {
                addStretch({scale.instant(begin), scale.instant(end), m_panel.at(begin), m_panel.at(end),
                            viewport.scale() / piece.rate});
            }
        }
    }

private:
    void addBreak(const TimeScale::Piece &piece, double from, double to) {
        const QString text = shortDurationName(piece.begin, piece.end);
        const double width = m_measure.width(text, TextRole::Note);
        const QPointF middle = m_panel.stretch(from, to).center();
        const double x = m_panel.runsRight() ? middle.x() : middle.x() - width / 2;
        m_panel.scaleMarks.push_back({from, to - from, {text, x, middle.y(), width, TextRole::Note}});
    }

    /// How much of the panel's length a text takes.
    double lengthOf(const QString &text, TextRole role) const {
        return m_panel.runsRight() ? m_measure.width(text, role) : SceneText::lineHeight;
    }

    /// The finest step whose names fit between its ticks, and, at twice that fineness, ticks without names.
    TickStep stepThatFits(const Stretch &stretch) const {
        TickStep step = stepOfAtLeast(stretch.scale * closestTicks);
        while (shortestMilliseconds(step) / stretch.scale < longestName(stretch, step) + 2 * textGap) {
            const std::optional<TickStep> coarser = coarserStep(step);
            if (!coarser) {
                break;
            }
            step = *coarser;
        }
        return step;
    }

    double longestName(const Stretch &stretch, TickStep step) const {
        double longest = 0;
        for (const Instant at : {stretch.begin, stretch.end}) {
            longest = std::max(
                longest, lengthOf(tickName(tickAtOrBefore(at, step), step, TickName::Short), TextRole::Tick));
        }
        if (step.unit == TickUnit::Month && step.count == 1) {
            return std::max(longest, lengthOf(QStringLiteral("May"), TextRole::Tick) * 1.1);
        }
        if (step.unit == TickUnit::Day) {
            return std::max(longest, lengthOf(QStringLiteral("30"), TextRole::Tick));
        }
        return longest;
    }

    void addStretch(const Stretch &stretch) {
        TickStep step = stepThatFits(stretch);
        std::optional<TickStep> context = contextStep(step);
        // An hour says nothing where its day has no room for a name: then days are named.
        while (context && !fitsName(stretch, *context)) {
            const std::optional<TickStep> coarser = coarserStep(step);
            if (!coarser) {
                break;
            }
            step = *coarser;
            context = contextStep(step);
        }
        const TickStep fine = stepOfAtLeast(stretch.scale * closestTicks);
        addTicks(stretch, fine, step, context);
        addNames(stretch, step, TickName::Short, m_panel.tickLabels);
        if (context) {
            addNames(stretch, *context, TickName::Full, m_panel.contextLabels);
        }
    }

    bool fitsName(const Stretch &stretch, TickStep context) const {
        const QString name = tickName(tickAtOrBefore(stretch.begin, context), context, TickName::Full);
        return lengthOf(name, TextRole::Context) + 2 * textGap <
               shortestMilliseconds(context) / stretch.scale;
    }

    /// Calls `visit` with each tick of the stretch and the tick after it, also the one that began before it.
    template <typename Visit>
    void eachTick(const Stretch &stretch, TickStep step, Visit visit) const {
        Instant tick = tickAtOrBefore(stretch.begin, step);
        for (int i = 0; i < mostTicks && tick < stretch.end; ++i) {
            const Instant next = tickAfter(tick, step);
            visit(tick, next);
            if (next <= tick) {
                return; // the end of the range
            }
            tick = next;
        }
    }

    void addTicks(const Stretch &stretch, TickStep fine, TickStep named, std::optional<TickStep> context) {
        eachTick(stretch, fine, [&](Instant tick, Instant) {
            if (m_panel.at(tick) < stretch.from || (fine != named && tickAtOrBefore(tick, named) == tick)) {
                return;
            }
            if (fine != named) {
                m_panel.ticks.push_back({m_panel.at(tick), SceneTick::Minor});
            }
        });
        eachTick(stretch, named, [&](Instant tick, Instant) {
            if (m_panel.at(tick) >= stretch.from) {
                const bool begins = context && tickAtOrBefore(tick, *context) == tick;
                m_panel.ticks.push_back({m_panel.at(tick), begins ? SceneTick::Context : SceneTick::Named});
            }
        });
    }

    void addNames(const Stretch &stretch, TickStep step, TickName form, std::vector<SceneText> &names) {
        const TextRole role = form == TickName::Full ? TextRole::Context : TextRole::Tick;
        eachTick(stretch, step, [&](Instant tick, Instant next) {
            const double at = m_panel.at(tick);
            // A context's name stays in view for as long as its stretch does.
            const double from = (form == TickName::Full ? std::max(at, stretch.from) : at) + textGap;
            const double to = std::min(m_panel.at(next), stretch.to);
            const QString text = tickName(tick, step, form);
            const double length = lengthOf(text, role);
            const bool isFree = names.empty() || endOf(names.back()) + textGap <= from;
            if (!names.empty() && form == TickName::Full && names.back().text == text) {
                return; // the same year goes on at another speed
            }
            if (from >= stretch.from && from + length <= to && isFree) {
                names.push_back(placed(text, role, from));
            }
        });
    }

    double endOf(const SceneText &text) const { return m_panel.along(text.rect().bottomRight()); }

    /// In its tier: contexts in the outer one.
    SceneText placed(const QString &text, TextRole role, double from) const {
        const double width = m_measure.width(text, role);
        const bool isContext = role == TextRole::Context;
        if (m_panel.runsRight()) {
            return {text, from, m_panel.axisRect.top() + (isContext ? 0.5 : 1.5) * tierHeight, width, role};
        }
        const double left = isContext ? m_panel.axisRect.left() : m_panel.axisRect.center().x();
        return {text, left + textGap, from + SceneText::lineHeight / 2, width, role};
    }

    ScenePanel &m_panel;
    const TextMeasure &m_measure;
};

} // namespace

void addAxis(ScenePanel &panel, const TextMeasure &measure) {
    AxisLayout(panel, measure).build();
}

} // namespace timeline
