// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/row_packer.h"

#include "layout/scale/metrics.h"

#include <algorithm>
#include <cmath>

namespace timeline {

using namespace metrics;

namespace {

using Label = PackedItem::Label;

constexpr double textGap = 4;     // pixels left of a text that has no mark there
constexpr int leastLabelRows = 2; // of a mark with the flattest label

/// Where a mark is drawn.
AxisSpan drawn(const PackedItem &item, double pixel) {
    if (item.shape != ItemShape::Point) {
        return {item.takenBegin, item.takenEnd};
    }
    const double middle = (item.axisBegin + item.axisEnd) / 2;
    const double half = lane_type::markSizes[item.weight] / 2 * pixel;
    return {middle - half, middle + half};
}

int rowsOf(const PackedItem &item) {
    if (item.inTwoLines) {
        const double mark = item.shape == ItemShape::Point    ? lane_type::markSizes[item.weight]
                            : item.shape == ItemShape::Within ? withinHeight
                                                              : barHeight;
        const double text = dateLine + 2 * lane_type::titleLines[item.weight];
        return static_cast<int>(std::ceil((text + (item.label == Label::Below ? mark + 1 : 0)) / rowUnit));
    }
    switch (item.label) {
    case Label::None:
        return item.shape == ItemShape::Point && item.weight == 0 ? 2 : 1;
    case Label::Inside:
        return leastLabelRows;
    case Label::Right:
    case Label::Left:
        return item.inLine ? leastLabelRows : 3;
    case Label::Below:
        return !item.inLine ? 4 : item.shape == ItemShape::Within ? leastLabelRows : 3;
    }
    return 1;
}

} // namespace

PackedItem unplacedItem(const EventAxis &axis, EventIndex event, double pixel) {
    constexpr double unknownLength = 60; // pixels
    constexpr double dayLength = 86'400'000;
    const Document &document = axis.document;
    const Span its = document.span(event);
    const DateFlags flags = its.flags;
    const AxisSpan span = axis.span(event);
    PackedItem item;
    item.event = event;
    item.weight = static_cast<std::uint8_t>(weightOf(document.importance(event)));
    item.spanBegin = item.axisBegin = span.begin;
    item.spanEnd = item.axisEnd = span.end;
    // An unknown end is no claim that it lasts for ever: the bar fades out after a while.
    if (flags & DateFlag::UnknownEnd) {
        item.axisEnd = item.axisBegin + unknownLength * pixel;
    }
    if (flags & DateFlag::UnknownStart) {
        item.axisBegin = item.axisEnd - unknownLength * pixel;
    }
    const double length = item.axisEnd - item.axisBegin;
    const bool lasts = flags & DateFlag::Interval;
    // A day is a dot and a day, however long its hours are here; but not among times.
    const bool isAmongTimes = (document.dateFlags() & DateFlag::HasTime) && !(flags & DateFlag::HasTime);
    const bool isDay = !lasts && !isAmongTimes && millisecondsBetween(its.begin, its.end) <= dayLength;
    const bool isOpen = flags & (DateFlags(DateFlag::OpenStart) | DateFlag::OpenEnd | DateFlag::UnknownStart |
                                 DateFlag::UnknownEnd);
    item.shape = isDay || (length < leastLength * pixel && !isOpen) ? ItemShape::Point
                 : lasts                                            ? ItemShape::Bar
                                                                    : ItemShape::Within;
    const double least =
        (item.shape == ItemShape::Point ? lane_type::markSizes[item.weight] : leastLength) * pixel;
    const double middle = (item.axisBegin + item.axisEnd) / 2;
    item.takenBegin = std::min(item.axisBegin, middle - least / 2);
    item.takenEnd = std::max(item.axisEnd, middle + least / 2);
    return item;
}

bool isMoreImportant(const Document &document, const PackedItem &a, const PackedItem &b) {
    const std::uint8_t importanceA = document.importanceByte(a.event);
    const std::uint8_t importanceB = document.importanceByte(b.event);
    if (importanceA != importanceB) {
        return importanceA > importanceB;
    }
    if (a.spanBegin != b.spanBegin) {
        return a.spanBegin < b.spanBegin;
    }
    if (document.dateFlags() & DateFlag::Finer) {
        const FinerDigits digitsA = document.finerDigits(a.event);
        const FinerDigits digitsB = document.finerDigits(b.event);
        if (digitsA.begin != digitsB.begin) {
            return FinerDigits::beginsBefore(digitsA, digitsB);
        }
    }
    return a.event < b.event;
}

RowPacker::RowPacker(const EventAxis &axis, LabelWidths &labels, double pixel, double widestLabel, int rows,
                     const Walls &walls, AxisSpan bounds)
    : m_axis(axis), m_labels(labels), m_pixel(pixel), m_widestLabel(widestLabel), m_walls(walls),
      m_bounds(bounds), m_rows(static_cast<std::size_t>(rows)) {}

bool RowPacker::isFree(const Row &row, double begin, double end) {
    const auto next = std::ranges::lower_bound(row, begin, {}, &Taken::begin);
    return (next == row.end() || next->begin >= end) &&
           (next == row.begin() || std::prev(next)->end <= begin);
}

/// The first of `height` rows that are free one after the other, all of them between two rows.
std::optional<int> RowPacker::firstFree(double begin, double end, int height, int from, int rows) const {
    const int last = std::min(rows, static_cast<int>(m_rows.size()));
    int free = 0;
    for (int row = from; row < last && last - row >= height - free; ++row) {
        free = isFree(m_rows[static_cast<std::size_t>(row)], begin, end) ? free + 1 : 0;
        if (free == height) {
            return row - height + 1;
        }
    }
    return std::nullopt;
}

void RowPacker::take(const PackedItem &item) {
    const std::size_t end = std::min<std::size_t>(item.row + std::size_t{item.rows}, m_rows.size());
    for (std::size_t row = item.row; row < end; ++row) {
        Row &taken = m_rows[row];
        taken.insert(std::ranges::lower_bound(taken, item.takenBegin, {}, &Taken::begin),
                     {item.takenBegin, item.takenEnd});
    }
}

void RowPacker::block(const PackedItem &item) {
    take(item);
}

/// What the fading ends of a bar take from its label, in pixels.
double RowPacker::fades(const PackedItem &item) const {
    const DateFlags flags = m_axis.document.span(item.event).flags;
    const double length = (item.takenEnd - item.takenBegin) / m_pixel;
    if (flags & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
        return length;
    }
    const int ends =
        (flags & DateFlag::StartApproximate ? 1 : 0) + (flags & DateFlag::EndApproximate ? 1 : 0);
    return ends * std::min(widestFade, length * mostFadeShare);
}

/// The best place that was found.
struct RowPacker::Choice {
    PackedItem item;
    AxisSpan room;          ///< that its label may take
    double endBelow = 0;    ///< of one below the mark, which begins with it
    double cost = HUGE_VAL; ///< in rows
    int from = 0;           ///< the first row that it may have
};

void RowPacker::consider(const PackedItem &item, Label where, bool inLine, double penalty,
                         const EventLabel &label, Choice &best) const {
    const double width = inLine ? label.lineWidth() : label.stackedWidth();
    if (width > m_widestLabel) {
        return;
    }
    PackedItem placed = item;
    placed.label = where;
    placed.inLine = inLine;
    placed.inTwoLines = !label.secondLine.isEmpty();
    placed.rows = static_cast<std::uint8_t>(rowsOf(placed));
    const AxisSpan mark = drawn(item, m_pixel);
    AxisSpan text = mark;
    switch (where) {
    case Label::Right:
        text = {mark.end, mark.end + (labelGap + width) * m_pixel};
        placed.takenEnd = std::max(item.takenEnd, text.end) + itemGap * m_pixel;
        break;
    case Label::Left:
        text = {mark.begin - (labelGap + width) * m_pixel, mark.begin};
        placed.takenBegin = std::min(item.takenBegin, text.begin - textGap * m_pixel);
        placed.takenEnd += itemGap / 2 * m_pixel;
        break;
    case Label::Below: {
        // It begins with its mark, or so far before it that it ends where there is room; but by the mark.
        const double most = std::max(0.0, width * m_pixel - mark.length());
        const double shift = std::min(0.0, best.endBelow - (mark.begin + width * m_pixel));
        if (-shift > most) {
            return;
        }
        placed.shift = static_cast<float>(shift / m_pixel);
        text = {mark.begin + shift, mark.begin + shift + width * m_pixel};
        placed.takenBegin =
            std::min(item.takenBegin, shift < 0 ? text.begin - textGap * m_pixel : text.begin);
        placed.takenEnd = std::max(item.takenEnd, text.end) + itemGap * m_pixel;
        break;
    }
    case Label::Inside:
        if (width + 2 * labelGap + fades(item) >= mark.length() / m_pixel) {
            return;
        }
        placed.takenEnd += itemGap / 2 * m_pixel;
        break;
    case Label::None:
        break;
    }
    const double slack = 0.01 * m_pixel;
    if (where != Label::Inside &&
        (text.begin < best.room.begin - slack || text.end > best.room.end + slack)) {
        return;
    }
    const double most = best.cost - penalty; // beyond the last of its rows
    const int rows =
        std::isfinite(most) ? static_cast<int>(std::ceil(most)) - 1 : static_cast<int>(m_rows.size());
    if (const auto row = firstFree(placed.takenBegin, placed.takenEnd, placed.rows, best.from, rows)) {
        placed.row = static_cast<std::uint16_t>(*row);
        best.item = placed;
        best.cost = *row + placed.rows + penalty;
    }
}

bool RowPacker::placeWithLabel(PackedItem &item, DatePlace dates) {
    const auto rows = static_cast<int>(m_rows.size());
    // Where not even the flattest label could stand, this one need not be read and measured.
    const std::optional<int> first = firstFree(item.takenBegin, item.takenEnd, leastLabelRows, 0, rows);
    if (!first) {
        return false;
    }
    const EventLabel label = m_labels.of(m_axis.document, item.event, m_widestLabel);
    const AxisSpan mark = drawn(item, m_pixel);
    Choice best;
    best.from = *first;
    best.room = m_bounds;
    best.endBelow = m_bounds.end;
    if (!m_walls.empty()) { // what stands beyond the outer ones has its label within them
        // By its date: drawn, a point at a wall reaches beyond it.
        const auto right = std::lower_bound(m_walls.begin() + 1, m_walls.end() - 1, item.axisEnd);
        // What begins with a column is not one of the column before.
        const double begin = std::min(item.axisBegin + m_pixel, item.axisEnd);
        const auto left = std::upper_bound(m_walls.begin() + 1, m_walls.end() - 1, begin);
        // And labels keep off walls, as far as their marks do.
        const auto air = [&](double fromMark) { return std::clamp(fromMark, 0.0, textGap * m_pixel); };
        best.room = {std::max(m_bounds.begin, *std::prev(left) + air(mark.begin - *std::prev(left))),
                     std::min(m_bounds.end, *right - air(*right - mark.end))};
        best.endBelow = std::min(m_bounds.end, *left - air(*left - mark.end));
    }
    constexpr double unwanted = 100; // only where nothing else has room
    constexpr double poorer = 2;
    const bool isAbove = dates == DatePlace::Above || item.weight == 0;
    const double other = dates == DatePlace::InLine ? poorer : unwanted;
    const double length = mark.length() / m_pixel;
    constexpr double longBar = 40; // pixels: what is by its end is not by it
    const bool isLong = item.shape == ItemShape::Bar && length > longBar;
    const auto considerAll = [&](bool inLine) {
        const double penalty = inLine == isAbove ? other : 0;
        consider(item, Label::Right, inLine, penalty + (isLong ? 1.5 : 0), label, best);
        consider(item, Label::Below, inLine, penalty + 0.2, label, best);
        consider(item, Label::Left, inLine, penalty + 0.4 + (isLong ? 1.5 : 0), label, best);
        if (inLine && item.shape == ItemShape::Bar) {
            consider(item, Label::Inside, true, penalty + 1.5, label, best);
        }
    };
    considerAll(!isAbove);
    considerAll(isAbove);
    if (best.cost == HUGE_VAL) {
        // Not in tiles, which are packed while one waits for a frame.
        const EventLabel broken = std::isfinite(m_widestLabel)
                                      ? label
                                      : m_labels.inTwoLines(m_axis.document, item.event, m_widestLabel);
        const auto considerBroken = [&] {
            if (!broken.secondLine.isEmpty()) {
                consider(item, Label::Right, false, 0, broken, best);
                consider(item, Label::Below, false, 0.2, broken, best);
                consider(item, Label::Left, false, 0.4, broken, best);
            }
        };
        considerBroken();
        if (broken.stackedWidth() * m_pixel > best.room.length() && m_walls.size() > 2) {
            // It is wider than between any walls but the outer ones.
            best.room = {std::max(m_bounds.begin, m_walls.front()), std::min(m_bounds.end, m_walls.back())};
            best.endBelow = best.room.end;
            considerAll(!isAbove);
            considerAll(isAbove);
            considerBroken();
        }
    }
    if (best.cost == HUGE_VAL) {
        return false;
    }
    item = best.item;
    return true;
}

bool RowPacker::placeMark(PackedItem &item, int rows) {
    item.rows = static_cast<std::uint8_t>(rowsOf(item));
    const std::optional<int> row = firstFree(item.takenBegin, item.takenEnd, item.rows, 0, rows);
    item.row = static_cast<std::uint16_t>(row.value_or(0));
    return row.has_value();
}

bool RowPacker::place(std::vector<PackedItem> candidates, DatePlace dates, std::vector<PackedItem> &placed,
                      const std::vector<bool> &untitled) {
    const auto add = [&](const PackedItem &item) {
        take(item);
        placed.push_back(item);
    };
    std::vector<PackedItem> unlabelled;
    for (PackedItem &item : candidates) {
        const bool mayHave =
            untitled.empty() || !untitled[static_cast<std::size_t>(&item - candidates.data())];
        if (mayHave && placeWithLabel(item, dates)) {
            add(item);
        } else {
            item.takenEnd += 2 * m_pixel;
            const bool isFirst = item.weight == 0 || &item == &candidates.front(); // none has its place
            if (isFirst && placeMark(item, static_cast<int>(m_rows.size()))) {
                add(item);
            } else {
                unlabelled.push_back(item);
            }
        }
    }
    bool all = true;
    for (PackedItem &item : unlabelled) {
        if (placeMark(item, static_cast<int>(m_rows.size()))) {
            add(item);
        } else {
            all = false;
        }
    }
    return all;
}

bool RowPacker::placeLabelled(std::vector<PackedItem> candidates, DatePlace dates,
                              std::vector<PackedItem> &placed) {
    for (PackedItem &item : candidates) {
        if (!placeWithLabel(item, dates)) {
            return false;
        }
        take(item);
        placed.push_back(item);
    }
    return true;
}

void RowPacker::placeLong(std::vector<PackedItem> candidates, double gap, int rows,
                          std::vector<PackedItem> &placed) {
    for (PackedItem &item : candidates) {
        item.takenEnd += gap;
        const std::optional<int> first = firstFree(item.takenBegin, item.takenEnd, leastLabelRows, 0, rows);
        if (first && item.shape != ItemShape::Point) { // a day, however long it is here
            const EventLabel label = m_labels.of(m_axis.document, item.event, m_widestLabel);
            item.inLine = label.lineWidth() <= m_widestLabel;
            item.label = item.inLine && item.shape == ItemShape::Bar ? Label::Inside : Label::Below;
        }
        for (const Label where : {item.label, Label::None}) { // at least its mark
            item.label = where;
            if (placeMark(item, rows)) {
                take(item);
                placed.push_back(item);
                break;
            }
        }
    }
}

} // namespace timeline
