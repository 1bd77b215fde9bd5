// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/axis_layout.h"

#include "layout/scene/axis_stretches.h"
#include "layout/scene/break_words.h"
#include "layout/scene/column_heads.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr double textGap = 5;          // between a tick and its text, and after the text
constexpr double closestTicks = 9;     // pixels between ticks that have no text
constexpr double headedTicks = 36;     // pixels between ticks with names below a head
constexpr int mostTicks = 4000;        // in a stretch; never reached, but a bound on whatever happens
constexpr double mostLent = 60;        // pixels of a stretch to a name of a narrow one before it
constexpr double longestSilence = 150; // pixels of a stretch without any date
constexpr int mostTriedSteps = 6;      // to find a date that has room in a narrow stretch
constexpr int mostTriedTicks = 12;     // of each of these
constexpr int mostMeasured = 6;        // names of a step, to learn how wide they are

class AxisLayout {
public:
    AxisLayout(ScenePanel &panel, const TextMeasure &measure)
        : m_panel(panel), m_measure(measure), m_years(yearsOf(panel)) {}

    void build() {
        m_stretches = stretchesInView(m_panel);
        m_hasHeads = !m_panel.scale.columns().empty();
        for (AxisStretch &stretch : m_stretches) {
            stretch.step = stepOf(stretch);
            stretch.isNarrow = !hasRoom(stretch);
        }
        for (std::size_t i = 0; i < m_stretches.size(); ++i) { // these have the least choice
            m_mayCross = m_stretches[i].isNarrow;
            if (m_mayCross) {
                addOnlyName(i);
            }
        }
        m_mayCross = false;
        for (std::size_t i = 0; i < m_stretches.size(); ++i) {
            addTicks(m_stretches[i]);
            if (!m_stretches[i].isNarrow) {
                addContexts(m_stretches[i]);
                addNames(m_stretches[i], placeAfter(i));
            }
            breakSilence(m_stretches[i]);
        }
        addBreakWords(m_panel, m_measure);
    }

private:
    /// How much of the panel's length a text takes.
    double lengthOf(const QString &text, const TextStyle &style) const {
        return m_panel.runsRight() ? m_measure.width(text, style) : SceneText::lineHeight;
    }

    /// The finest step whose names fit between its ticks.
    TickStep stepThatFits(const AxisStretch &stretch) const {
        TickStep step = stepOfAtLeast(stretch.scale * closestTicks, m_years);
        const auto fits = [&](TickStep one) {
            const double room = shortestMilliseconds(one) / stretch.scale;
            return room >= longestName(stretch, one) + 2 * textGap && (!m_hasHeads || room >= headedTicks);
        };
        while (!fits(step) && coarserStep(step)) {
            step = *coarserStep(step);
        }
        return step;
    }

    double longestName(const AxisStretch &stretch, TickStep step) const {
        double longest = 0;
        const auto measure = [&](const QString &text) {
            longest = std::max(longest, lengthOf(text, TextRole::Tick));
        };
        const double length = millisecondsBetween(stretch.begin, stretch.end);
        for (int i = 0; i < mostMeasured; ++i) {
            const Instant at = plusMilliseconds(stretch.begin, length * i / (mostMeasured - 1));
            const Instant tick = tickAtOrBefore(at, step);
            if (tick > Instant::distantPast()) {
                measure(tickName(tick, step, TickName::Short));
            }
        }
        if (step.unit == TickUnit::Month && step.count == 1) {
            measure(QStringLiteral("May."));
        } else if (step.unit == TickUnit::Day) {
            measure(QStringLiteral("30"));
        }
        return longest;
    }

    TickStep stepOf(const AxisStretch &stretch) const {
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
    bool hasRoom(const AxisStretch &stretch) const {
        const auto fits = [&](Instant tick, const QString &text, const TextStyle &style) {
            return std::max(stretch.from, m_panel.at(tick)) + textGap + lengthOf(text, style) <= stretch.to;
        };
        if (const std::optional<TickStep> context = contextStep(stretch.step); context && !m_hasHeads) {
            const Instant last = tickAtOrBefore(plusMilliseconds(stretch.end, -1), *context);
            if (fits(last, tickName(last, *context, TickName::Full), TextRole::Context)) {
                return true;
            }
        }
        const std::optional<Instant> tick = firstTick(stretch, stretch.step);
        return tick && fits(*tick, tickNameAfter({}, *tick, stretch.step), TextRole::Tick);
    }

    bool fitsName(const AxisStretch &stretch, TickStep context) const {
        const QString name = tickName(tickAtOrBefore(stretch.begin, context), context, TickName::Full);
        return lengthOf(name, TextRole::Context) + 2 * textGap <
               shortestMilliseconds(context) / stretch.scale;
    }

    /// The first tick that is in view.
    std::optional<Instant> firstTick(const AxisStretch &stretch, TickStep step) const {
        Instant tick = tickAtOrBefore(stretch.begin, step);
        // What is in view begins within a millisecond, which may be wide. Where time begins there is no tick.
        while (tick < stretch.begin || tick == Instant::distantPast() ||
               (tick < stretch.end && m_panel.at(tick) < stretch.from - 0.005)) {
            tick = tickAfter(tick, step);
        }
        return stretch.begin <= tick && tick < stretch.end ? std::optional(tick) : std::nullopt;
    }

    /// Calls `visit` with each tick that is in view, and with the one after it.
    template <typename Visit>
    void eachTick(const AxisStretch &stretch, TickStep step, Visit visit) const {
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

    void addTicks(const AxisStretch &stretch) {
        const TickStep fine = stepOfAtLeast(stretch.scale * closestTicks, m_years);
        eachTick(stretch, fine, [&](Instant tick, Instant) {
            if (tickAtOrBefore(tick, stretch.step) != tick) {
                m_panel.ticks.push_back({m_panel.at(tick), SceneTick::Minor});
            }
        });
        const std::optional<TickStep> context = contextStep(stretch.step);
        eachTick(stretch, stretch.step, [&](Instant tick, Instant) {
            const bool begins = context && tickAtOrBefore(tick, *context) == tick;
            m_panel.ticks.push_back({m_panel.at(tick), begins ? SceneTick::Context : SceneTick::Named});
        });
    }

    /// How far the names of a stretch may reach: to the first one of the next that has room for its own.
    double placeAfter(std::size_t i) const {
        for (std::size_t next = i + 1; next < m_stretches.size(); ++next) {
            if (const AxisStretch &stretch = m_stretches[next]; !stretch.isNarrow) {
                const std::optional<Instant> tick = firstTick(stretch, stretch.step);
                return tick ? m_panel.at(*tick) : stretch.to;
            }
        }
        return m_panel.last();
    }

    /// The outer tier: contexts, each in view for as long as its stretch is.
    void addContexts(const AxisStretch &stretch) {
        m_contexts.clear();
        const std::optional<TickStep> context = contextStep(stretch.step);
        if (!context || m_hasHeads) {
            return;
        }
        std::vector<AxisLabel> &tier = m_panel.contextLabels;
        const auto add = [&](Instant tick, Instant next) {
            const QString text = tickName(tick, *context, TickName::Full);
            if (const AxisLabel *before = lastBefore(tier, stretch.from);
                before != nullptr && before->text == text &&
                m_panel.along(before->rect().topLeft()) >= lastBreak(m_panel, stretch)) {
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
    void addNames(const AxisStretch &stretch, double end) {
        const std::optional<TickStep> context = contextStep(stretch.step);
        const std::optional<Instant> first = firstTick(stretch, stretch.step);
        std::optional<Instant> read;
        if (m_hasHeads && first) {
            read = readInHead(m_panel, stretch.from, *first, stretch.step, m_measure);
        }
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

    /// One date in a narrow stretch says all by itself: the roundest in it that has room. Where none has, the
    /// day, month or year that the stretch lies in.
    void addOnlyName(std::size_t i) {
        AxisStretch &stretch = m_stretches[i];
        std::optional<TickStep> step = coarsestStep(m_years);
        while (step && !firstTick(stretch, *step)) {
            step = finerStep(*step);
        }
        stretch.step = step.value_or(stretch.step);
        for (int finer = 0; finer < mostTriedSteps && step; ++finer) {
            std::optional<Instant> tick = firstTick(stretch, *step);
            for (int n = 0; n < mostTriedTicks && tick && *tick < stretch.end; ++n) {
                if (placeOnly(i, *tick, *step)) {
                    stretch.step = *step;
                    return;
                }
                const Instant next = tickAfter(*tick, *step);
                tick = next > *tick ? std::optional(next) : std::nullopt;
            }
            step = finerStep(*step);
        }
        for (const TickUnit unit : {TickUnit::Day, TickUnit::Month, TickUnit::Year}) {
            const TickStep within{unit, 1, m_years};
            // Of a piece that ends within the millisecond in which the view begins, the end is known.
            const Instant inside = std::min(stretch.begin, plusMilliseconds(stretch.end, -1));
            const Instant begin = tickAtOrBefore(inside, within);
            if (!m_hasHeads && stretch.end <= tickAfter(begin, within) &&
                place(m_panel.contextLabels, tickNameAfter({}, begin, within), TextRole::Tick,
                      stretch.from + textGap, lentEnd(i), begin, within)) {
                return;
            }
        }
    }

    /// How far the name of a narrow stretch may reach: over a little of the next, and there to its first
    /// tick. `politely`: no farther where the next one, wide as it is, would have no room for a date of its
    /// own.
    double lentEnd(std::size_t i, bool politely = false) const {
        if (i + 1 == m_stretches.size()) {
            return m_panel.last();
        }
        const AxisStretch &next = m_stretches[i + 1];
        if (next.isNarrow) {
            return std::min(next.from + (politely ? 0 : mostLent), m_panel.last());
        }
        const std::optional<Instant> tick = firstTick(next, next.step);
        const double at = tick ? m_panel.at(*tick) : next.from;
        const double end = std::min(std::max(next.from + mostLent, at), next.to);
        const bool isMissed =
            tick &&
            end + lengthOf(tickNameAfter({}, *tick, next.step), TextRole::Tick) + 2 * textGap > next.to;
        return politely && isMissed ? std::min(end, at) : end;
    }

    /// Right of its tick, in the inner tier or else in the outer one. Left of it, over the break before, only
    /// at the end of the panel: elsewhere it would be read as the date of what lies there.
    bool placeOnly(std::size_t i, Instant tick, TickStep step) {
        const double at = m_panel.at(tick);
        const QString text = tickNameAfter({}, tick, step);
        const auto placeAt = [&](std::vector<AxisLabel> &tier, double from, double to) {
            return place(tier, text, TextRole::Tick, from, to, tick, step);
        };
        if (placeAt(m_panel.tickLabels, at + textGap, lentEnd(i, true))) {
            return true;
        }
        if (m_panel.runsRight() && !m_hasHeads && placeAt(m_panel.contextLabels, at + textGap, lentEnd(i))) {
            m_panel.ticks.push_back({at, SceneTick::Context});
            return true;
        }
        const bool mayTake = !m_hasHeads || i + 1 == m_stretches.size() || m_stretches[i + 1].isNarrow;
        if (mayTake && placeAt(m_panel.tickLabels, at + textGap, lentEnd(i))) {
            return true;
        }
        const double left = at - textGap - lengthOf(text, TextRole::Tick);
        const double from = m_stretches[i].from;
        return i > 0 && i + 1 == m_stretches.size() && lastBreak(m_panel, m_stretches[i]) >= from - 0.5 &&
               left >= std::max(m_panel.first(), from - m_panel.viewport.breakWidth() - textGap) &&
               placeAt(m_panel.tickLabels, left, at);
    }

    const AxisLabel *lastBefore(const std::vector<AxisLabel> &tier, double at) const {
        const auto after = std::ranges::find_if(
            tier, [&](const AxisLabel &label) { return m_panel.along(label.rect().topLeft()) >= at; });
        return after == tier.begin() ? nullptr : &*(after - 1);
    }

    /// Where the ticks lie badly, at an edge mostly, a date between them says all.
    void breakSilence(const AxisStretch &stretch) {
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
            if (until - end <= longestSilence || !addBetween(stretch, end, until)) {
                end = std::max(next.second, end + 1);
            }
        }
    }

    bool addBetween(const AxisStretch &stretch, double from, double to) {
        AxisStretch silent = stretch;
        silent.begin = std::max(stretch.begin, m_panel.instantAt(m_panel.point(from, 0)));
        silent.end = std::min(stretch.end, m_panel.instantAt(m_panel.point(to, 0)));
        const AxisLabel *before = lastBefore(m_panel.tickLabels, from + 1);
        const bool isOfStretch = before != nullptr && m_panel.along(before->rect().topLeft()) >= stretch.from;
        const std::optional<Instant> read = isOfStretch ? std::optional(before->instant) : std::nullopt;
        for (std::optional<TickStep> step = finerStep(stretch.step); step; step = finerStep(*step)) {
            const std::optional<Instant> tick = firstTick(silent, *step);
            if (!tick) {
                continue;
            }
            const double at = m_panel.at(*tick);
            if (place(m_panel.tickLabels, tickNameAfter(read, *tick, *step), TextRole::Tick, at + textGap, to,
                      *tick, *step)) {
                m_panel.ticks.push_back({at, SceneTick::Named});
                return true;
            }
        }
        return false;
    }

    /// Whether a text has room there in its tier, beside what stands in it.
    bool place(std::vector<AxisLabel> &tier, const QString &text, const TextStyle &style, double from,
               double to, Instant instant, TickStep step) {
        const double end = from + lengthOf(text, style);
        const auto next = std::ranges::find_if(tier, [&](const AxisLabel &label) {
            return m_panel.along(label.rect().bottomRight()) + textGap > from;
        });
        const bool isFree = next == tier.end() || m_panel.along(next->rect().topLeft()) >= end + textGap;
        if (!isFree || end > std::min(to, m_mayCross ? m_panel.last() : columnEnd(m_panel, from - textGap))) {
            return false;
        }
        tier.insert(next, {placed(text, style, from, &tier == &m_panel.contextLabels), instant, step});
        return true;
    }

    SceneText placed(const QString &text, const TextStyle &style, double from, bool isContext) const {
        const double width = m_measure.width(text, style);
        const double tier = m_panel.tierBreadth();
        if (m_panel.runsRight()) {
            return {text, from, m_panel.axisRect.top() + (isContext ? 0.5 : 1.5) * tier, width, style};
        }
        const double left = m_panel.axisRect.left() + (isContext ? 0 : tier);
        return {text, left + textGap, from + SceneText::lineHeight / 2, width, style};
    }

    ScenePanel &m_panel;
    const TextMeasure &m_measure;
    YearCount m_years;
    bool m_hasHeads = false; ///< of columns, which stand in the place of the outer tier
    bool m_mayCross = false; ///< a gutter, where there is no room before it
    std::vector<AxisStretch> m_stretches;
    std::vector<Instant> m_contexts; ///< the ticks whose names stand in the outer tier, of the stretch
};

} // namespace

void addAxis(ScenePanel &panel, const TextMeasure &measure) {
    AxisLayout(panel, measure).build();
}

} // namespace timeline
