// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/column_placer.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double leastBar = 14;       // under which a stretch of time is a dot
constexpr double markGap = 7;         // between a mark and its text
constexpr double haloX = 5;           // around a text, free of anything
constexpr double barHeight = 9;       // of what lasts
constexpr double withinHeight = 4;    // of one date, somewhere within
constexpr double widestTitle = 330;   // that stands on a line, before it is broken
constexpr double narrowestTitle = 90; // that is broken

} // namespace

ColumnPlacer::ColumnPlacer(PageTexts &texts, const ColumnRoom &room)
    : m_texts(texts), m_content(texts.content()), m_room(room), m_taken(room.width) {}

PlacedColumn ColumnPlacer::place(std::size_t first, std::size_t last) {
    PlacedColumn column;
    std::vector<std::size_t> others;
    for (std::size_t i = first; i < last; ++i) {
        if (!m_room.isTitled(i)) {
            others.push_back(i);
        }
    }
    if (!others.empty()) {
        m_taken.take(Occupancy::cellsOf(QRectF(0, 0, m_room.width, dotRow())));
    }
    for (const Group &group : groupsOf(first, last)) {
        if (m_room.isTitled(group.events.front())) {
            placeGroup(group, column);
        }
    }
    // Where there is room left, further titles, the most important first.
    std::ranges::stable_sort(others, std::greater(),
                             [this](std::size_t event) { return m_content.events[event].importance; });
    for (const std::size_t event : others) {
        m_lowestMark = lowestMarkBefore(event, column);
        if (!m_room.fillsUp || !placeGroup({{event}, markOf(event)}, column)) {
            placeDot(event, column);
        }
    }
    return column;
}

std::vector<ColumnPlacer::Group> ColumnPlacer::groupsOf(std::size_t first, std::size_t last) const {
    std::vector<Group> groups;
    for (std::size_t i = first; i < last; ++i) {
        const PageEvent &event = m_content.events[i];
        const auto isSame = [&](const Group &group) {
            const PageEvent &other = m_content.events[group.events.front()];
            return other.span == event.span && other.color == event.color && other.date == event.date;
        };
        if (!m_room.isTitled(i)) {
            continue;
        }
        if (const auto known = std::find_if(groups.rbegin(), groups.rend(), isSame); known != groups.rend()) {
            known->events.push_back(i);
            continue;
        }
        groups.push_back({{i}, markOf(i)});
    }
    return groups;
}

PlacedMark ColumnPlacer::markOf(std::size_t index) const {
    const PageEvent &event = m_content.events[index];
    PlacedMark mark;
    const double size = m_texts.type().markSize(event.importance);
    const bool isOpen = event.isOpenBothWays();
    double left = isOpen || event.span.isOpenAtStart() ? 0 : m_room.x(event.span.begin);
    double right = isOpen || event.span.isOpenAtEnd() ? m_room.width : m_room.x(event.span.end);
    mark.cutLeft = left < 0;
    mark.cutRight = right > m_room.width;
    left = std::clamp(left, 0.0, m_room.width);
    right = std::clamp(right, left, m_room.width);
    // A day is a dot and a day, however long its hours are here.
    constexpr double dayLength = 86'400'000;
    const bool isDayAmongTimes = m_room.hasTimes && !(event.span.flags & DateFlag::HasTime);
    const bool isMoment = !event.lasts() && !isDayAmongTimes &&
                          millisecondsBetween(event.span.begin, event.span.end) <= dayLength;
    if (right - left >= leastBar && !isMoment) {
        const double factor = m_texts.type().factor;
        mark.shape = event.lasts() ? ItemShape::Bar : ItemShape::Within;
        mark.rect = {left, 0, right - left, (event.lasts() ? barHeight : withinHeight) * factor};
    } else {
        const double middle =
            std::clamp((left + right) / 2, size / 2, std::max(size / 2, m_room.width - size / 2));
        mark.rect = {middle - size / 2, 0, size, size};
        mark.cutLeft = mark.cutRight = false;
    }
    return mark;
}

int ColumnPlacer::mostRows(double bottom) const {
    constexpr int endless = 1 << 20;
    return std::isfinite(m_room.height)
               ? static_cast<int>(std::floor((m_room.height - bottom) / Occupancy::cell))
               : endless;
}

/// By how many rows to move a mark and its text, with the air around them, down from the top. `bottom`: of
/// both without that air.
std::optional<int> ColumnPlacer::firstRow(const QRectF &mark, const QRectF &text, double bottom) const {
    const QRectF both = mark | text;
    const int most = mostRows(bottom);
    const std::array<Occupancy::Cells, 2> parts = {Occupancy::cellsOf(mark), Occupancy::cellsOf(text)};
    // Above a mark before it nothing may stand to its right.
    QRectF toTheRight = both;
    toTheRight.setRight(m_taken.columns() * Occupancy::cell);
    const std::array<Occupancy::Cells, 1> rows = {Occupancy::cellsOf(toTheRight)};
    const int below = m_lowestMark - parts[0].top;
    if (const std::optional<int> above = m_taken.firstFree(rows, 0, std::min(most, below - 1))) {
        return above;
    }
    return m_taken.firstFree(parts, std::max(below, 0), most);
}

void ColumnPlacer::consider(const Group &group, Side side, LabelSetting setting, Choice &best) const {
    QRectF mark = group.mark.rect;
    const bool isDot = group.mark.shape == ItemShape::Point;
    const double gap = markGap * m_texts.type().factor;
    double x = 0;
    double y = 0;
    switch (side) {
    case Side::Right:
        x = mark.right() + gap;
        break;
    case Side::Left:
        x = mark.left() - gap - setting.width;
        break;
    case Side::Below:
        x = std::clamp(mark.left(), haloX, std::max(haloX, m_room.width - setting.width - haloX));
        if (x < mark.left() && !setting.isList) { // there is no room: it ends where the mark does
            setting.alignRight();
            x = std::max(haloX, std::min(mark.right(), m_room.width - haloX) - setting.width);
        }
        if (setting.isList) { // its date stands by the mark, wherever its titles do
            SceneLine &date = setting.lines.front();
            date.x = std::clamp(mark.left() - x, 0.0, std::max(0.0, setting.width - date.width));
        }
        break;
    }
    if (side == Side::Below) {
        y = mark.bottom() + (isDot ? 2 : 4);
    } else { // the mark stands beside the first line
        const double middle = std::max(setting.firstLine, mark.height() / 2);
        mark.moveTop(middle - mark.height() / 2);
        y = middle - setting.firstLine;
    }
    const QRectF text(x, y, setting.width, setting.height);
    if (text.left() < 0 || text.right() > m_room.width) {
        return;
    }
    const QRectF wide =
        text.adjusted(-haloX, 0, haloX, m_room.gap).intersected(QRectF(0, 0, m_room.width, HUGE_VAL));
    const QRectF space = mark.adjusted(-2, 0, 2, 4).intersected(QRectF(0, 0, m_room.width, HUGE_VAL));
    const std::optional<int> rows = firstRow(space, wide, (mark | text).bottom());
    if (!rows) {
        return;
    }
    const double depth = *rows * Occupancy::cell + (mark | text).bottom();
    // Beside what is long a text seems to be of a later or an earlier time.
    const double aside = isDot ? (side == Side::Right  ? 0
                                  : side == Side::Left ? 7
                                                       : 40)
                               : (side == Side::Below   ? 0
                                  : side == Side::Right ? 12
                                                        : 20);
    const bool isWrongSide =
        side == Side::Right && m_content.events[group.events.front()].title.isRightToLeft();
    constexpr double ofMissingNote = 60;
    const double cost = depth + (setting.lacksNote ? ofMissingNote : 0) +
                        m_room.ease * (aside + (isWrongSide ? 40 : 0) + 12 * (setting.lineCount - 1));
    if (cost < best.cost) {
        best = {cost, *rows, mark, {x, y}, std::move(setting)};
    }
}

double ColumnPlacer::dotRow() const {
    return 16 * m_texts.type().factor;
}

/// The row where the lowest mark of an earlier event begins.
int ColumnPlacer::lowestMarkBefore(std::size_t event, const PlacedColumn &column) const {
    double lowest = 0;
    for (const PageItem &item : column.events) {
        lowest = item.isTitled && item.event < event ? std::max(lowest, item.mark.rect.top()) : lowest;
    }
    return static_cast<int>(std::floor(lowest / Occupancy::cell));
}

/// What is long has no form of its own: its date does.
bool ColumnPlacer::needsSymbol(const PlacedMark &mark) const {
    return mark.shape != ItemShape::Point && m_content.keys.size() > 1;
}

/// Whether it has found room.
bool ColumnPlacer::placeGroup(const Group &group, PlacedColumn &column) {
    const std::size_t first = group.events.front();
    Choice best;
    const double gap = markGap * m_texts.type().factor;
    const QRectF mark = group.mark.rect;
    const double widest = widestTitle * m_texts.type().factor;
    const bool hasNote = m_room.isNoted(first);
    for (const Side side : {Side::Right, Side::Left, Side::Below}) {
        const double room = side == Side::Right  ? m_room.width - mark.right() - gap - haloX
                            : side == Side::Left ? mark.left() - gap - haloX
                                                 : m_room.width - 2 * haloX;
        if (room < narrowestTitle * m_texts.type().factor && side != Side::Below) {
            continue;
        }
        if (group.events.size() > 1) {
            consider(group, side, listSetting(m_texts, group.events, room, m_room.height), best);
            continue;
        }
        constexpr int usualLines = 3;
        int tried = 0;
        for (int lines = 1; lines <= PageTexts::mostLines && (lines <= usualLines || tried == 0); ++lines) {
            const BrokenText::Lines &title = m_texts.title(first, lines);
            const bool isLast = lines == PageTexts::mostLines;
            if (title.width <= (isLast ? room : std::min(room, widest)) &&
                (lines == 1 || title.texts.size() == lines)) {
                ++tried;
                LabelSetting setting =
                    labelSetting(m_texts, first, {lines, room, hasNote, needsSymbol(group.mark)});
                if (side == Side::Left) {
                    setting.alignRight();
                }
                consider(group, side, std::move(setting), best);
            }
        }
    }
    if (best.cost == HUGE_VAL) {
        if (m_room.isTitled(first)) {
            for (const std::size_t event : group.events) {
                placeDot(event, column);
            }
        }
        return false;
    }
    const double down = best.rows * Occupancy::cell;
    const QRectF placedMark = best.mark.translated(0, down);
    const QRectF text(best.text + QPointF(0, down), QSizeF(best.setting.width, best.setting.height));
    take(placedMark, text);
    column.depth = std::max({column.depth, placedMark.bottom(), text.bottom()});

    PlacedMark moved = group.mark;
    moved.rect = placedMark;
    std::vector<PageItem> placed;
    for (const std::size_t event : group.events) {
        placed.push_back({event, moved, {}, true});
    }
    const auto dotAt = [&](std::size_t i) {
        return PlacedMark{best.setting.dots[i].translated(text.topLeft()), ItemShape::Point};
    };
    if (best.setting.isList) {
        column.shared.push_back({first, moved, {}, true});
        for (std::size_t i = 0; i < placed.size(); ++i) {
            placed[i].mark = dotAt(i);
        }
    } else if (!best.setting.dots.empty()) {
        column.symbols.push_back({first, dotAt(0), {}, true});
    }
    for (std::size_t i = 0; i < best.setting.lines.size(); ++i) {
        SceneLine line = best.setting.lines[i];
        line.x += text.left();
        line.y += text.top();
        const auto owner = std::ranges::find(placed, best.setting.lineEvents[i], &PageItem::event);
        owner->lines.push_back(std::move(line));
    }
    std::ranges::move(placed, std::back_inserter(column.events));
    return true;
}

/// What has no title stands in a row of its own at the top, where it takes no room from others.
void ColumnPlacer::placeDot(std::size_t event, PlacedColumn &column) {
    PlacedMark mark = markOf(event);
    mark.rect.moveCenter({mark.rect.center().x(), dotRow() / 2});
    column.depth = std::max(column.depth, mark.rect.bottom());
    column.events.push_back({event, mark, {}, false});
}

void ColumnPlacer::take(const QRectF &mark, const QRectF &text) {
    m_taken.take(Occupancy::cellsOf(mark.adjusted(-2, 0, 2, 4)));
    m_taken.take(Occupancy::cellsOf(text.adjusted(-haloX, 0, haloX, m_room.gap)));
    m_lowestMark = std::max(m_lowestMark, static_cast<int>(std::floor(mark.top() / Occupancy::cell)));
}

} // namespace timeline
