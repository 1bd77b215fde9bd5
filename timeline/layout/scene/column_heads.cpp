// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/column_heads.h"

#include "layout/scene/column_words.h"

#include <QStringList>
#include <array>
#include <cmath>

namespace timeline {

namespace {

constexpr double sideGap = 8;      // between the edge of a column and its head
constexpr double textGap = 8;      // between head, bar and words
constexpr double longestUnit = 96; // pixels of the bar
constexpr double twoLines = 40;    // pixels of the area, from which on it has two
constexpr TextStyle headStyle{13, 600};
constexpr TextStyle wideHeadStyle{15, 600};
constexpr TextStyle changeStyle{12, 400};

class ColumnHeads {
public:
    ColumnHeads(ScenePanel &panel, const QRectF &area, const QRectF &kept, const TextMeasure &measure)
        : m_panel(panel), m_area(area), m_kept(kept), m_measure(measure) {}

    void add() {
        const std::vector<TimeScale::Column> &all = m_panel.scale.columns();
        for (SceneColumn &column : m_panel.columns) {
            // By its rate and its ground: several may have one of them.
            std::size_t i = 0;
            for (std::size_t other = 0; other < all.size(); ++other) {
                if (m_panel.at(all[other].axisBegin) <= column.from + 0.5) {
                    i = other;
                }
            }
            m_words = wordsOf(column, all[i], i > 0 ? &all[i - 1] : nullptr);
            if (m_area.height() >= twoLines) {
                addOnTwoLines(column);
            } else {
                addOnOneLine(column);
            }
        }
    }

private:
    struct Words {
        QStringList heads;   ///< the longest first
        double unit = 0;     ///< pixels of the bar; 0 without
        QStringList changes; ///< beside the bar, the longest first
        QString length;      ///< of the first column, which has none before it
        bool isChanged = false;
    };

    Words wordsOf(const SceneColumn &shown, const TimeScale::Column &column,
                  const TimeScale::Column *before) const {
        Words words;
        TimeColumn head;
        head.begin = column.begin;
        head.end = column.end;
        head.isAhead = column.isAhead;
        words.heads = {columnHead(head), columnHead(head, true)};
        if (before == nullptr) {
            const AxisLabel *tick = nullptr;
            for (const AxisLabel &label : m_panel.tickLabels) {
                tick = m_panel.along(label.rect().topLeft()) < shown.to ? &label : tick;
            }
            words.length = columnLength(column.begin, column.end,
                                        tick != nullptr ? std::optional(tick->step) : std::nullopt);
            return words;
        }
        constexpr double same = 1.02;
        const double faster = column.rate / before->rate;
        words.isChanged = faster > same || faster < 1 / same;
        if (!words.isChanged) {
            return words;
        }
        const double pixel = m_panel.viewport.scale() / column.rate; // in milliseconds
        const TickStep unit = unitOf(pixel);
        const double length = averageMilliseconds(unit);
        words.unit = length / pixel;
        const QString amount = amountName(length * faster);
        words.changes = {speedChange(unit, amount, SpeedWords::Whole),
                         speedChange(unit, amount, SpeedWords::Short),
                         speedChange(unit, amount, SpeedWords::Amount)};
        return words;
    }

    /// The largest unit whose bar is not too long.
    static TickStep unitOf(double pixel) {
        TickStep step{TickUnit::Millisecond, 1, YearCount::Eras};
        const auto take = [&](TickUnit unit, std::int64_t count) { // a shorter one is no better
            step = {unit, count, YearCount::Eras};
            return averageMilliseconds(step) <= longestUnit * pixel;
        };
        for (std::int64_t years = 1'000'000'000; years > 0; years /= 10) {
            if (take(TickUnit::Year, years)) {
                return step;
            }
        }
        constexpr std::array<std::pair<TickUnit, std::int64_t>, 14> units = {{{TickUnit::Month, 1},
                                                                              {TickUnit::Day, 7},
                                                                              {TickUnit::Day, 1},
                                                                              {TickUnit::Hour, 6},
                                                                              {TickUnit::Hour, 1},
                                                                              {TickUnit::Minute, 10},
                                                                              {TickUnit::Minute, 1},
                                                                              {TickUnit::Second, 10},
                                                                              {TickUnit::Second, 1},
                                                                              {TickUnit::Millisecond, 500},
                                                                              {TickUnit::Millisecond, 100},
                                                                              {TickUnit::Millisecond, 50},
                                                                              {TickUnit::Millisecond, 10},
                                                                              {TickUnit::Millisecond, 1}}};
        for (const auto &[unit, count] : units) {
            if (take(unit, count)) {
                return step;
            }
        }
        return step;
    }

    double left(const SceneColumn &column) const { return column.from + sideGap; }
    /// Where what stands at a height must end.
    double right(const SceneColumn &column, double y) const {
        const double end = column.to - sideGap / 2;
        return m_kept.top() < y && y < m_kept.bottom() && m_kept.right() > column.from
                   ? std::min(end, m_kept.left() - sideGap)
                   : end;
    }
    SceneText text(const QString &words, const TextStyle &style, double x, double y) const {
        return {words, x, y, m_measure.width(words, style), style};
    }
    double widthOfChange(const QString &change) const {
        return m_words.unit + textGap + m_measure.width(change, changeStyle);
    }
    void setChange(SceneColumn &column, const QString &change, double x, double y, bool hasBar) const {
        if (hasBar) {
            column.unit = QLineF(x, std::round(y), x + m_words.unit, std::round(y));
        }
        column.change = text(change, changeStyle, hasBar ? x + m_words.unit + textGap : x, y);
    }

    void addOnTwoLines(SceneColumn &column) const {
        const double first = m_area.top() + 0.27 * m_area.height();
        const double second = m_area.top() + 0.72 * m_area.height();
        const double x = left(column);
        for (const QString &head : m_words.heads) {
            if (!column.head && x + m_measure.width(head, wideHeadStyle) <= right(column, first)) {
                column.head = text(head, wideHeadStyle, x, first);
            }
        }
        const double end = right(column, second);
        if (!m_words.isChanged) {
            if (!m_words.length.isEmpty() && x + m_measure.width(m_words.length, changeStyle) <= end) {
                setChange(column, m_words.length, x, second, false);
            }
            return;
        }
        for (const bool hasBar : {true, false}) {
            for (const QString &change : m_words.changes) {
                const double width = hasBar ? widthOfChange(change) : m_measure.width(change, changeStyle);
                if (!column.change && x + width <= end) {
                    setChange(column, change, x, second, hasBar);
                }
            }
        }
    }

    /// All of it in the shortest words, rather than a part in longer ones.
    void addOnOneLine(SceneColumn &column) const {
        const double y = m_area.center().y();
        const double x = left(column);
        const double end = right(column, y);
        const QStringList changes = m_words.isChanged ? m_words.changes.mid(1) : QStringList(QString());
        for (const bool hasBar : {true, false}) {
            for (const QString &change : changes) {
                for (const QString &head : m_words.heads) {
                    const double afterHead = x + m_measure.width(head, headStyle) + textGap;
                    const double width = !m_words.isChanged ? -textGap
                                         : hasBar           ? widthOfChange(change)
                                                            : m_measure.width(change, changeStyle);
                    if (afterHead + width <= end) {
                        column.head = text(head, headStyle, x, y);
                        if (m_words.isChanged) {
                            setChange(column, change, afterHead, y, hasBar);
                        }
                        return;
                    }
                }
            }
        }
        if (m_words.isChanged && x + m_measure.width(changes.back(), changeStyle) <= end) {
            setChange(column, changes.back(), x, y, false); // dates tell what the head would
        }
    }

    ScenePanel &m_panel;
    QRectF m_area;
    QRectF m_kept;
    const TextMeasure &m_measure;
    Words m_words;
};

} // namespace

std::optional<Instant> readInHead(const ScenePanel &panel, double from, Instant tick, TickStep step,
                                  const TextMeasure &measure) {
    constexpr double besideHead = 100; // pixels, which a change of speed takes
    const TickStep year{TickUnit::Year, 1, step.years};
    const Instant begin = tickAtOrBefore(tick, year);
    const Instant end = tickAfter(begin, year);
    const auto shown =
        std::ranges::find_if(panel.columns, [from](const SceneColumn &one) { return from < one.to; });
    for (const TimeScale::Column &column : panel.scale.columns()) {
        if (step.unit == TickUnit::Year || column.isAhead || column.begin < begin || column.end > end ||
            tick < column.begin || tick >= column.end || shown == panel.columns.end()) {
            continue;
        }
        const TimeColumn head{column.begin, column.end, 0, 0, false, 0, {}, false};
        const QString text = columnHead(head, true);
        if (!text.endsWith(tickName(begin, year, TickName::Full))) {
            continue; // counted as an age, say
        }
        const double width = measure.width(text, wideHeadStyle);
        const Instant second = tickAfter(begin, {TickUnit::Month, 1, step.years});
        return width + besideHead < shown->to - shown->from ? std::optional(tick < second ? second : begin)
                                                            : std::nullopt;
    }
    return std::nullopt;
}

void addColumnHeads(ScenePanel &panel, const QRectF &area, const QRectF &kept, const TextMeasure &measure) {
    ColumnHeads(panel, area, kept, measure).add();
}

} // namespace timeline
