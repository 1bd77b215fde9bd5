// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/axis_layout.h"

#include "layout/scene/break_words.h"
#include "time/calendar.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr double textGap = 5;             // between a tick and its text, and after the text
constexpr double closestTicks = 9;        // pixels between ticks that have no text
constexpr int mostTicks = 4000;           // in a stretch; never reached, but a bound on whatever happens
constexpr double longestSilence = 150;    // pixels of a stretch without any date
constexpr int mostMeasured = 6;           // names of a step, to learn how wide they are
constexpr std::int64_t longAgo = -99'999; // an axis that goes farther back counts years as an age

/// One stretch of constant speed, as far as it is in view.
struct Stretch {
    Instant begin;
    Instant end;
    double from = 0; // along the panel
    double to = 0;
    double scale = 1;         // milliseconds in a pixel
    bool isAfterBreak = true; // or the first that is in view
    TickStep step;            // of its names
    bool isNarrow = false;    // has no room for them: one date says all
};

class AxisLayout {
public:
    AxisLayout(ScenePanel &panel, const TextMeasure &measure)
        : m_panel(panel), m_measure(measure),
          m_years(civilTime(panel.scale.instant(panel.viewport.left())).date.year < longAgo
                      ? YearCount::Age
                      : YearCount::Eras) {}

    void build() {
        findStretches();
        for (Stretch &stretch : m_stretches) {
            stretch.step = stepOf(stretch);
            stretch.isNarrow = !hasRoom(stretch);
        }
        for (std::size_t i = 0; i < m_stretches.size(); ++i) { // these have the least choice
            if (m_stretches[i].isNarrow) {
                addOnlyName(m_stretches[i], i + 1 < m_stretches.size() ? &m_stretches[i + 1] : nullptr);
            }
        }
        for (std::size_t i = 0; i < m_stretches.size(); ++i) {
            addTicks(m_stretches[i]);
            if (!m_stretches[i].isNarrow) {
                addContexts(m_stretches[i]);
                addNames(m_stretches[i], i + 1 < m_stretches.size() ? m_stretches[i + 1].to : m_panel.last());
            }
            breakSilence(m_stretches[i]);
        }
        addBreakWords(m_panel, m_measure);
    }

private:
    void findStretches() {
        const TimeScale &scale = m_panel.scale;
        const Viewport &viewport = m_panel.viewport;
        if (scale.isLinear()) {
            m_stretches.push_back({scale.instant(viewport.left()),
                                   scale.instant(viewport.right()),
                                   m_panel.first(),
                                   m_panel.last(),
                                   viewport.scale(),
                                   true,
                                   {},
                                   false});
            return;
        }
        const std::vector<TimeScale::Piece> &pieces = scale.pieces();
        bool isAfterBreak = true;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const TimeScale::Piece &piece = pieces[i];
            const double axisBegin = i == 0 ? viewport.left() : piece.axisBegin;
            const double axisEnd = i + 1 == pieces.size() ? viewport.right() : piece.axisEnd;
            const double begin = std::max(axisBegin, viewport.left());
            const double end = std::min(axisEnd, viewport.right());
            if (begin >= end) {
                continue;
            }
            const double from = m_panel.at(begin);
            const double to = m_panel.at(end);
            if (piece.isBreak) {
                m_panel.scaleMarks.push_back({from, to - from, piece.begin, piece.end, {}});
            } else {
                if (!isAfterBreak && begin == piece.axisBegin) {
                    m_panel.scaleMarks.push_back({from, 0, {}, {}, {}});
                }
                // Exact where it is whole: there and back a double loses the instant that its first tick has.
                const Instant first = begin == piece.axisBegin ? piece.begin : scale.instant(begin);
                const Instant last = end == piece.axisEnd ? piece.end : scale.instant(end);
                m_stretches.push_back(
                    {first, last, from, to, viewport.scale() / piece.rate, isAfterBreak, {}, false});
            }
            isAfterBreak = piece.isBreak;
        }
    }

    /// How much of the panel's length a text takes.
    double lengthOf(const QString &text, TextRole role) const {
        return m_panel.runsRight() ? m_measure.width(text, role) : SceneText::lineHeight;
    }

    /// The finest step whose names fit between its ticks.
    TickStep stepThatFits(const Stretch &stretch) const {
        TickStep step = stepOfAtLeast(stretch.scale * closestTicks, m_years);
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
        const auto measure = [&](const QString &text) {
            longest = std::max(longest, lengthOf(text, TextRole::Tick));
        };
        const double length = millisecondsBetween(stretch.begin, stretch.end);
        for (int i = 0; i < mostMeasured; ++i) {
            const Instant at = plusMilliseconds(stretch.begin, length * i / (mostMeasured - 1));
            measure(tickName(tickAtOrBefore(at, step), step, TickName::Short));
        }
        if (step.unit == TickUnit::Month && step.count == 1) {
            measure(QStringLiteral("May."));
        } else if (step.unit == TickUnit::Day) {
            measure(QStringLiteral("30"));
        }
        return longest;
    }

    TickStep stepOf(const Stretch &stretch) const {
        TickStep step = stepThatFits(stretch);
        // An hour says nothing where its day has no room for a name: then days are named.
        while (contextStep(step) && !fitsName(stretch, *contextStep(step))) {
            const std::optional<TickStep> coarser = coarserStep(step);
            if (!coarser || !firstTick(stretch, *coarser)) {
                break;
            }
            step = *coarser;
        }
        return step;
    }

    /// Whether a date that says all stands within it: a context, or a tick with its whole name.
    bool hasRoom(const Stretch &stretch) const {
        const auto fits = [&](Instant tick, const QString &text, TextRole role) {
            return std::max(stretch.from, m_panel.at(tick)) + textGap + lengthOf(text, role) <= stretch.to;
        };
        if (const std::optional<TickStep> context = contextStep(stretch.step)) {
            const Instant last = tickAtOrBefore(plusMilliseconds(stretch.end, -1), *context);
            if (fits(last, tickName(last, *context, TickName::Full), TextRole::Context)) {
                return true;
            }
        }
        const std::optional<Instant> tick = firstTick(stretch, stretch.step);
        return tick && fits(*tick, tickNameAfter({}, *tick, stretch.step), TextRole::Tick);
    }

    bool fitsName(const Stretch &stretch, TickStep context) const {
        const QString name = tickName(tickAtOrBefore(stretch.begin, context), context, TickName::Full);
        return lengthOf(name, TextRole::Context) + 2 * textGap <
               shortestMilliseconds(context) / stretch.scale;
    }

    /// The first tick that is in view.
    std::optional<Instant> firstTick(const Stretch &stretch, TickStep step) const {
        Instant tick = tickAtOrBefore(stretch.begin, step);
        // What is in view begins within a millisecond, which may be wide.
        while (tick < stretch.begin || (tick < stretch.end && m_panel.at(tick) < stretch.from - 0.005)) {
            tick = tickAfter(tick, step);
        }
        return stretch.begin <= tick && tick < stretch.end ? std::optional(tick) : std::nullopt;
    }

    /// Calls `visit` with each tick that is in view, and with the one after it.
    template <typename Visit>
    void eachTick(const Stretch &stretch, TickStep step, Visit visit) const {
        std::optional<Instant> tick = firstTick(stretch, step);
        for (int i = 0; i < mostTicks && tick && *tick < stretch.end; ++i) {
            const Instant next = tickAfter(*tick, step);
            visit(*tick, next);
            if (next <= *tick) {
                return; // the end of the range
            }
            tick = next;
        }
    }

    void addTicks(const Stretch &stretch) {
        const TickStep fine = stepOfAtLeast(stretch.scale * closestTicks, m_years);
        if (fine != stretch.step) {
            eachTick(stretch, fine, [&](Instant tick, Instant) {
                if (tickAtOrBefore(tick, stretch.step) != tick) {
                    m_panel.ticks.push_back({m_panel.at(tick), SceneTick::Minor});
                }
            });
        }
        const std::optional<TickStep> context = contextStep(stretch.step);
        eachTick(stretch, stretch.step, [&](Instant tick, Instant) {
            const bool begins = context && tickAtOrBefore(tick, *context) == tick;
            m_panel.ticks.push_back({m_panel.at(tick), begins ? SceneTick::Context : SceneTick::Named});
        });
    }

    /// The outer tier: contexts, each in view for as long as its stretch is.
    void addContexts(const Stretch &stretch) {
        m_contexts.clear();
        const std::optional<TickStep> context = contextStep(stretch.step);
        if (!context) {
            return;
        }
        std::vector<AxisLabel> &tier = m_panel.contextLabels;
        const auto add = [&](Instant tick, Instant next) {
            const QString text = tickName(tick, *context, TickName::Full);
            if (const AxisLabel *before = lastBefore(tier, stretch.from);
                before != nullptr && before->text == text &&
                m_panel.along(before->rect().topLeft()) >= lastBreak(stretch)) {
                m_contexts.push_back(tick); // the same year goes on at another speed
                return;
            }
            const double from = std::max(m_panel.at(tick), stretch.from) + textGap;
            const double to = next >= stretch.end ? stretch.to : m_panel.at(next);
            if (place(tier, text, TextRole::Context, from, to, tick, *context)) {
                m_contexts.push_back(tick);
            }
        };
        if (const Instant before = tickAtOrBefore(stretch.begin, *context); before < stretch.begin) {
            add(before, tickAfter(before, *context));
        }
        eachTick(stretch, *context, add);
    }

    /// The inner tier: as much of a date as its context does not say, or the name before it.
    void addNames(const Stretch &stretch, double end) {
        const std::optional<TickStep> context = contextStep(stretch.step);
        std::optional<Instant> read;
        eachTick(stretch, stretch.step, [&](Instant tick, Instant next) {
            const bool isInContext =
                context && std::ranges::find(m_contexts, tickAtOrBefore(tick, *context)) != m_contexts.end();
            const QString brief = tickName(tick, stretch.step, TickName::Short);
            const QString text = isInContext ? brief : tickNameAfter(read, tick, stretch.step);
            // A short one ends before the next tick; one that says all may take the next one's place.
            const double to = text == brief && next < stretch.end ? m_panel.at(next) : end;
            if (place(m_panel.tickLabels, text, TextRole::Tick, m_panel.at(tick) + textGap, to, tick,
                      stretch.step)) {
                read = tick;
            }
        });
    }

    /// The roundest date in a narrow stretch says all by itself: right of its tick, over the stretch that
    /// follows, in the inner tier or else in the outer one, or left of it, over the break before.
    void addOnlyName(Stretch &stretch, const Stretch *next) {
        std::optional<TickStep> step = coarsestStep(m_years);
        std::optional<Instant> tick;
        while (step && !(tick = firstTick(stretch, *step))) {
            step = finerStep(*step);
        }
        if (!step) {
            return;
        }
        stretch.step = *step;
        const double at = m_panel.at(*tick);
        const QString text = tickNameAfter({}, *tick, *step);
        const double end = next == nullptr ? m_panel.last() : next->to;
        const double left = at - textGap - lengthOf(text, TextRole::Tick);
        const auto placeAt = [&](std::vector<AxisLabel> &tier, double from, double to) {
            return place(tier, text, TextRole::Tick, from, to, *tick, *step);
        };
        if (placeAt(m_panel.tickLabels, at + textGap, next != nullptr && next->isNarrow ? next->from : end)) {
            return;
        }
        if (m_panel.runsRight() && placeAt(m_panel.contextLabels, at + textGap, end)) {
            m_panel.ticks.push_back({at, SceneTick::Context});
            return;
        }
        if (stretch.isAfterBreak &&
            left >= std::max(m_panel.first(), stretch.from - m_panel.viewport.breakWidth())) {
            placeAt(m_panel.tickLabels, left, at);
        }
    }

    const AxisLabel *lastBefore(const std::vector<AxisLabel> &tier, double at) const {
        const auto after = std::ranges::find_if(
            tier, [&](const AxisLabel &label) { return m_panel.along(label.rect().topLeft()) >= at; });
        return after == tier.begin() ? nullptr : &*(after - 1);
    }

    /// Where the last break before a stretch ends, or the panel begins.
    double lastBreak(const Stretch &stretch) const {
        double end = m_panel.first();
        for (const ScaleMark &mark : m_panel.scaleMarks) {
            end = mark.length > 0 && mark.at < stretch.from ? mark.at + mark.length : end;
        }
        return end;
    }

    /// Where the ticks lie badly, at an edge mostly, a date between them says all.
    void breakSilence(const Stretch &stretch) {
        double end = stretch.from;
        const auto reach = [&](const std::vector<AxisLabel> &tier, double at) {
            const auto after = std::ranges::find_if(
                tier, [&](const AxisLabel &label) { return m_panel.along(label.rect().bottomRight()) > at; });
            return after == tier.end() ? std::pair(m_panel.last(), m_panel.last())
                                       : std::pair(m_panel.along(after->rect().topLeft()),
                                                   m_panel.along(after->rect().bottomRight()));
        };
        while (end < stretch.to) {
            const auto next = std::min(reach(m_panel.tickLabels, end), reach(m_panel.contextLabels, end));
            const double until = std::min(next.first, stretch.to);
            if (until - end > longestSilence) {
                addBetween(stretch, end, until);
            }
            end = std::max(next.second, end + 1);
        }
    }

    void addBetween(const Stretch &stretch, double from, double to) {
        Stretch silent = stretch;
        silent.begin = std::max(stretch.begin, m_panel.instantAt(m_panel.point(from, 0)));
        silent.end = std::min(stretch.end, m_panel.instantAt(m_panel.point(to, 0)));
        const AxisLabel *before = lastBefore(m_panel.tickLabels, from + 1);
        std::optional<Instant> read;
        if (before != nullptr && m_panel.along(before->rect().topLeft()) >= stretch.from) {
            read = before->instant;
        }
        for (std::optional<TickStep> step = finerStep(stretch.step); step; step = finerStep(*step)) {
            const std::optional<Instant> tick = firstTick(silent, *step);
            if (!tick) {
                continue;
            }
            const double at = m_panel.at(*tick);
            if (place(m_panel.tickLabels, tickNameAfter(read, *tick, *step), TextRole::Tick, at + textGap, to,
                      *tick, *step)) {
                m_panel.ticks.push_back({at, SceneTick::Named});
                return;
            }
        }
    }

    /// Whether a text has room there in its tier, beside what stands in it.
    bool place(std::vector<AxisLabel> &tier, const QString &text, TextRole role, double from, double to,
               Instant instant, TickStep step) {
        const double end = from + lengthOf(text, role);
        const auto next = std::ranges::find_if(tier, [&](const AxisLabel &label) {
            return m_panel.along(label.rect().bottomRight()) + textGap > from;
        });
        const bool isFree = next == tier.end() || m_panel.along(next->rect().topLeft()) >= end + textGap;
        if (!isFree || end > std::min(to, m_panel.last())) {
            return false;
        }
        tier.insert(next, {placed(text, role, from, &tier == &m_panel.contextLabels), instant, step});
        return true;
    }

    SceneText placed(const QString &text, TextRole role, double from, bool isContext) const {
        const double width = m_measure.width(text, role);
        const double tier = m_panel.tierBreadth();
        if (m_panel.runsRight()) {
            return {text, from, m_panel.axisRect.top() + (isContext ? 0.5 : 1.5) * tier, width, role};
        }
        const double left = m_panel.axisRect.left() + (isContext ? 0 : tier);
        return {text, left + textGap, from + SceneText::lineHeight / 2, width, role};
    }

    ScenePanel &m_panel;
    const TextMeasure &m_measure;
    YearCount m_years;
    std::vector<Stretch> m_stretches;
    std::vector<Instant> m_contexts; ///< the ticks whose names stand in the outer tier, of the stretch
};

} // namespace

void addAxis(ScenePanel &panel, const TextMeasure &measure) {
    AxisLayout(panel, measure).build();
}

} // namespace timeline
