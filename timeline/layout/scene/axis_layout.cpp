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
    double left = 0; // in the scene
    double right = 0;
    double scale = 1; // milliseconds in a pixel
};

class AxisLayout {
public:
    AxisLayout(Scene &scene, const TimeScale &scale, const Viewport &viewport, const TextMeasure &measure)
        : m_scene(scene), m_scale(scale), m_viewport(viewport), m_measure(measure) {}

    void build() {
        if (m_scale.isLinear()) {
            addStretch({m_scale.instant(m_viewport.left()), m_scale.instant(m_viewport.right()),
                        m_scene.plot.left(), m_scene.plot.right(), m_viewport.scale()});
            return;
        }
        const std::vector<TimeScale::Piece> &pieces = m_scale.pieces();
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const TimeScale::Piece &piece = pieces[i];
            const double axisBegin = i == 0 ? m_viewport.left() : piece.axisBegin;
            const double axisEnd = i + 1 == pieces.size() ? m_viewport.right() : piece.axisEnd;
            const double begin = std::max(axisBegin, m_viewport.left());
            const double end = std::min(axisEnd, m_viewport.right());
            if (begin >= end) {
                continue;
            }
            if (i > 0 && begin == piece.axisBegin && !piece.isBreak && !pieces[i - 1].isBreak) {
                m_scene.scaleMarks.push_back({x(begin), 0, {}});
            }
            if (piece.isBreak) {
                addBreak(piece, x(begin), x(end));
            } else {
                addStretch({m_scale.instant(begin), m_scale.instant(end), x(begin), x(end),
                            m_viewport.scale() / piece.rate});
            }
        }
    }

private:
    double x(double axis) const { return m_scene.plot.left() + m_viewport.x(axis); }

    void addBreak(const TimeScale::Piece &piece, double left, double right) {
        const QString text = shortDurationName(piece.begin, piece.end);
        const double width = m_measure.width(text, TextRole::Note);
        ScaleMark mark{
            left, right - left, {text, (left + right) / 2, m_scene.plot.center().y(), width, TextRole::Note}};
        m_scene.scaleMarks.push_back(mark);
    }

    /// The finest step whose names fit between its ticks, and, at twice that fineness, ticks without names.
    TickStep stepThatFits(const Stretch &stretch) const {
        TickStep step = stepOfAtLeast(stretch.scale * closestTicks);
        while (shortestMilliseconds(step) / stretch.scale < widestName(stretch, step) + 2 * textGap) {
            const std::optional<TickStep> coarser = coarserStep(step);
            if (!coarser) {
                break;
            }
            step = *coarser;
        }
        return step;
    }

    double widestName(const Stretch &stretch, TickStep step) const {
        double widest = 0;
        for (const Instant at : {stretch.begin, stretch.end}) {
            widest =
                std::max(widest, m_measure.width(tickName(tickAtOrBefore(at, step), step, TickName::Short),
                                                 TextRole::Tick));
        }
        if (step.unit == TickUnit::Month && step.count == 1) {
            return std::max(widest, m_measure.width(QStringLiteral("May"), TextRole::Tick) * 1.1);
        }
        if (step.unit == TickUnit::Day) {
            return std::max(widest, m_measure.width(QStringLiteral("30"), TextRole::Tick));
        }
        return widest;
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
        addNames(stretch, step, TickName::Short, m_scene.tickLabels, m_scene.axis.top() + 1.5 * tierHeight);
        if (context) {
            addNames(stretch, *context, TickName::Full, m_scene.contextLabels,
                     m_scene.axis.top() + 0.5 * tierHeight);
        }
    }

    bool fitsName(const Stretch &stretch, TickStep context) const {
        const QString name = tickName(tickAtOrBefore(stretch.begin, context), context, TickName::Full);
        return m_measure.width(name, TextRole::Context) + 2 * textGap <
               shortestMilliseconds(context) / stretch.scale;
    }

    double xOf(Instant instant) const { return x(m_scale.axis(instant)); }

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
            if (xOf(tick) < stretch.left || (fine != named && tickAtOrBefore(tick, named) == tick)) {
                return;
            }
            if (fine != named) {
                m_scene.ticks.push_back({xOf(tick), SceneTick::Minor});
            }
        });
        eachTick(stretch, named, [&](Instant tick, Instant) {
            if (xOf(tick) >= stretch.left) {
                const bool begins = context && tickAtOrBefore(tick, *context) == tick;
                m_scene.ticks.push_back({xOf(tick), begins ? SceneTick::Context : SceneTick::Named});
            }
        });
    }

    void addNames(const Stretch &stretch, TickStep step, TickName form, std::vector<SceneText> &names,
                  double y) {
        const TextRole role = form == TickName::Full ? TextRole::Context : TextRole::Tick;
        eachTick(stretch, step, [&](Instant tick, Instant next) {
            const double tickX = xOf(tick);
            // A context's name stays in view for as long as its stretch does.
            const double left = (form == TickName::Full ? std::max(tickX, stretch.left) : tickX) + textGap;
            const double right = std::min(xOf(next), stretch.right);
            const QString text = tickName(tick, step, form);
            const double width = m_measure.width(text, role);
            const bool free = names.empty() || names.back().x + names.back().width + textGap <= left;
            if (!names.empty() && form == TickName::Full && names.back().text == text) {
                return; // the same year goes on at another speed
            }
            if (left >= stretch.left && left + width <= right && free) {
                names.push_back({text, left, y, width, role});
            }
        });
    }

    Scene &m_scene;
    const TimeScale &m_scale;
    const Viewport &m_viewport;
    const TextMeasure &m_measure;
};

} // namespace

void addAxis(Scene &scene, const TimeScale &scale, const Viewport &viewport, const TextMeasure &measure) {
    AxisLayout(scene, scale, viewport, measure).build();
}

} // namespace timeline
