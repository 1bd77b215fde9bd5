// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/list_placer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace timeline {

namespace {

constexpr double axisX = 8;        // of the line on which the marks stand
constexpr double barWidth = 4;     // of what lasts, along the axis
constexpr double withinWidth = 2;  // of one date, somewhere within
constexpr double leastBar = 14;    // under which a stretch of time is its mark alone
constexpr double textX = 23;       // right of the leaders
constexpr double dotIndent = 9;    // of titles that have one date together
constexpr double dotSize = 5;      // before each of them
constexpr double dateGap = 6;      // between a date and its title
constexpr double entryGap = 2;     // between what stands below each other
constexpr double mostDates = 0.36; // of the width
constexpr double leastTitle = 110; // beside a date

} // namespace

double ListPlacer::markAt(std::size_t index) const {
    const PageEvent &event = m_texts.content().events[index];
    if (event.isOpenBothWays()) {
        return 0;
    }
    const double begin = m_room.y(event.begin());
    const double end = event.lasts() ? begin : m_room.y(event.end());
    return std::clamp((begin + end) / 2, 0.0, m_room.height);
}

void ListPlacer::addTitle(Entry &entry, std::size_t event, double x, double room, double &y) {
    const PageType &type = m_texts.type();
    const BrokenText::Lines title = m_texts.titleWithin(event, room);
    const TextStyle style = m_texts.titleStyle(event);
    const double height = type.lineHeight(style);
    const auto add = [&](const QString &text, double at, double width, const TextStyle &its, TextTone tone) {
        entry.lines.push_back({{text, at, y + height / 2, width, its}, tone});
        entry.lineEvents.push_back(event);
    };
    for (qsizetype i = 0; i < title.texts.size(); ++i) {
        const double width = title.widths[static_cast<std::size_t>(i)];
        add(title.texts[i], x, width, style, TextTone::Ink);
        if (const QString &word = m_texts.content().events[event].word;
            i + 1 == title.texts.size() && !word.isEmpty()) {
            const QString after = QStringLiteral(" · ") + word;
            if (const double wide = m_texts.dateWidth(after); width + wide <= room) {
                add(after, x + width, wide, type.dateStyle(), TextTone::Muted);
            } else {
                y += height;
                const QString fitting = m_texts.measure().elided(word, type.dateStyle(), room);
                add(fitting, x, m_texts.dateWidth(fitting), type.dateStyle(), TextTone::Muted);
            }
        }
        y += height;
    }
}

std::vector<ListPlacer::Entry> ListPlacer::entriesOf(std::size_t first, std::size_t last) {
    std::vector<Entry> best = entriesOf(first, last, 0);
    const auto total = [](const std::vector<Entry> &entries) {
        return std::accumulate(entries.begin(), entries.end(), 0.0,
                               [](double sum, const Entry &entry) { return sum + entry.height; });
    };
    const double factor = m_texts.type().factor;
    double widest = 0;
    double widestWord = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (m_room.isTitled(i)) {
            const BrokenText date(m_texts.content().events[i].date, m_texts.type().dateStyle(),
                                  m_texts.measure());
            widest = std::max(widest, date.naturalWidth());
            widestWord = std::max(widestWord, date.widestPiece());
        }
    }
    for (const double width : {36.0, 44.0, 56.0, 68.0, 84.0, widest / factor}) { // wider dates are broken
        const double dates = (std::min(width, widest / factor) + dateGap) * factor;
        if (m_room.width - textX - dates >= leastTitle * factor && dates <= mostDates * m_room.width &&
            widestWord <= dates - dateGap * factor) {
            std::vector<Entry> beside = entriesOf(first, last, dates);
            if (total(beside) <= total(best)) {
                best = std::move(beside);
            }
        }
    }
    return best;
}

std::vector<ListPlacer::Entry> ListPlacer::entriesOf(std::size_t first, std::size_t last, double dates) {
    const PageContent &content = m_texts.content();
    const PageType &type = m_texts.type();
    std::vector<Entry> entries;
    for (std::size_t i = first; i < last; ++i) {
        if (!m_room.isTitled(i)) {
            continue;
        }
        const PageEvent &event = content.events[i];
        const auto isSame = [&](const Entry &entry) {
            const PageEvent &other = content.events[entry.events.front()];
            return other.span == event.span && other.color == event.color && other.date == event.date;
        };
        if (const auto known = std::ranges::find_if(entries, isSame); known != entries.end()) {
            known->events.push_back(i);
        } else {
            entries.push_back({{i}, {}, {}, {}, 0, 0, markAt(i)});
        }
    }
    for (Entry &entry : entries) {
        const std::size_t shown = entry.events.front();
        const QString &date = content.events[shown].date;
        const double dateHeight = type.lineHeight(type.dateStyle());
        const double height = type.lineHeight(m_texts.titleStyle(shown));
        entry.firstLine = (dates > 0 ? height : dateHeight) / 2;
        const double dateRoom = dates > 0 ? dates - dateGap * type.factor : m_room.width - textX;
        const BrokenText::Lines broken = m_texts.brokenDate(date, dateRoom);
        double dateY = entry.firstLine;
        for (qsizetype i = 0; i < broken.texts.size(); ++i) {
            entry.lines.push_back(
                {{broken.texts[i], 0, dateY, broken.widths[static_cast<std::size_t>(i)], type.dateStyle()},
                 TextTone::Muted});
            entry.lineEvents.push_back(shown);
            dateY += dateHeight;
        }
        double y = dates > 0 ? 0 : dateHeight * static_cast<double>(broken.texts.size());
        const bool isList = entry.events.size() > 1;
        const double indent = isList ? dotIndent * type.factor : 0;
        for (const std::size_t event : entry.events) {
            const double middle = y + type.lineHeight(m_texts.titleStyle(event)) / 2;
            const double dot = dotSize * type.factor;
            if (isList) {
                entry.dots.emplace_back(dates, middle - dot / 2, dot, dot);
            }
            addTitle(entry, event, dates + indent, m_room.width - textX - dates - indent, y);
        }
        y = std::max(y, dateY - dateHeight / 2);
        entry.height = y + entryGap * type.factor;
    }
    return entries;
}

/// Along the axis, from where it begins to where it ends, or beside another that lies there. A third has no
/// room: over another it would seem to end that.
void ListPlacer::addStretch(std::size_t index, PlacedColumn &column) const {
    const PageEvent &event = m_texts.content().events[index];
    if (event.isOpenBothWays() ||
        event.span.flags & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
        return; // nobody knows how long
    }
    const auto at = [this](Instant instant) { return std::clamp(m_room.y(instant), 0.0, m_room.height); };
    const double begin = event.span.isOpenAtStart() ? 0 : at(event.span.begin);
    const double end = event.span.isOpenAtEnd() ? m_room.height : at(event.span.end);
    if (end - begin >= leastBar) {
        const double width = (event.lasts() ? barWidth : withinWidth) * m_texts.type().factor;
        for (const double x : {axisX, barWidth / 2}) {
            const QRectF bar(x - width / 2, begin, width, end - begin);
            if (std::ranges::none_of(column.symbols, [&bar](const PageItem &other) {
                    return other.mark.rect.intersects(bar);
                })) {
                column.symbols.push_back({index, {bar, ItemShape::Bar}, {}, true});
                return;
            }
        }
    }
}

PlacedColumn ListPlacer::place(std::size_t first, std::size_t last) {
    PlacedColumn column;
    const std::vector<Entry> entries = entriesOf(first, last);
    // Pools of neighbours that touch: each stands where its members' wishes have their mean.
    struct Pool {
        double sum = 0; ///< of the wishes, less the heights before them
        std::size_t count = 0;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    double before = 0;
    for (const Entry &entry : entries) {
        pools.push_back({entry.markAt - entry.firstLine - before, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
            const Pool ended = pools.back();
            pools.pop_back();
            pools.back().sum += ended.sum;
            pools.back().count += ended.count;
        }
        before += entry.height;
    }
    column.depth = before;
    const double slack = std::max(0.0, m_room.height - before);
    std::size_t at = 0;
    double top = 0;
    for (const Pool &pool : pools) {
        const double shift = std::clamp(pool.mean(), 0.0, slack);
        for (std::size_t i = 0; i < pool.count; ++i, ++at) {
            const Entry &entry = entries[at];
            const double y = shift + top;
            top += entry.height;
            addStretch(entry.events.front(), column);
            for (std::size_t member = 0; member < entry.events.size(); ++member) {
                const std::size_t event = entry.events[member];
                const double size = m_texts.type().markSize(m_texts.content().events[event].importance);
                PageItem placed{
                    event, {QRectF(axisX - size / 2, entry.markAt - size / 2, size, size)}, {}, true};
                if (!entry.dots.empty()) { // they share the mark on the axis
                    if (member == 0) {
                        column.shared.push_back(placed);
                    }
                    placed.mark.rect = entry.dots[member].translated(textX, y);
                }
                for (std::size_t line = 0; line < entry.lines.size(); ++line) {
                    if (entry.lineEvents[line] == event) {
                        placed.lines.push_back(entry.lines[line]);
                        placed.lines.back().x += textX;
                        placed.lines.back().y += y;
                    }
                }
                column.events.push_back(std::move(placed));
            }
            column.leaders.push_back(
                {{axisX, entry.markAt}, {textX - 4, y + entry.firstLine}, entry.events.front()});
        }
    }
    for (std::size_t i = first; i < last; ++i) {
        if (!m_room.isTitled(i)) {
            const double size = m_texts.type().markSize(0);
            const double y = markAt(i);
            column.events.push_back({i, {QRectF(axisX - size / 2, y - size / 2, size, size)}, {}, false});
        }
    }
    return column;
}

} // namespace timeline
