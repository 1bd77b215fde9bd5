// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/row_packer.h"

#include "layout/scale/metrics.h"

#include <algorithm>

namespace timeline {

using namespace metrics;

PackedItem unplacedItem(const EventAxis &axis, EventIndex event, double pixel) {
    constexpr double unknownLength = 60; // pixels
    const DateFlags flags = axis.document.span(event).flags;
    const AxisSpan span = axis.span(event);
    PackedItem item;
    item.event = event;
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
    const double least = (lasts ? minBarWidth : pointSize) * pixel;
    item.shape = lasts ? ItemShape::Bar : length < least ? ItemShape::Point : ItemShape::Within;
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

RowPacker::RowPacker(const EventAxis &axis, LabelWidths &labels, double pixel, double widestLabel, int rows)
    : m_axis(axis), m_labels(labels), m_pixel(pixel), m_widestLabel(widestLabel),
      m_rows(static_cast<std::size_t>(rows)) {}

bool RowPacker::isFree(const Row &row, double begin, double end) {
    const auto next = std::ranges::lower_bound(row, begin, {}, &Taken::begin);
    return (next == row.end() || next->begin >= end) &&
           (next == row.begin() || std::prev(next)->end <= begin);
}

std::optional<std::uint16_t> RowPacker::firstFree(double begin, double end, int from, int rows) const {
    for (int row = from; row < rows; ++row) {
        if (isFree(m_rows[static_cast<std::size_t>(row)], begin, end)) {
            return static_cast<std::uint16_t>(row);
        }
    }
    return std::nullopt;
}

void RowPacker::take(std::uint16_t row, double begin, double end) {
    Row &taken = m_rows[row];
    taken.insert(std::ranges::lower_bound(taken, begin, {}, &Taken::begin), {begin, end});
}

void RowPacker::block(const PackedItem &item) {
    if (item.row < m_rows.size()) {
        take(item.row, item.takenBegin, item.takenEnd);
    }
}

/// What the fading ends of a bar take from its label, in pixels.
double RowPacker::fades(const PackedItem &item) const {
    const DateFlags flags = m_axis.document.span(item.event).flags;
    const double length = (item.takenEnd - item.takenBegin) / m_pixel;
    if (item.shape != ItemShape::Bar) {
        return 0; // there the label stands above
    }
    if (flags & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
        return length;
    }
    const int ends =
        (flags & DateFlag::StartApproximate ? 1 : 0) + (flags & DateFlag::EndApproximate ? 1 : 0);
    return ends * std::min(widestFade, length * mostFadeShare);
}

bool RowPacker::placeWithLabel(PackedItem &item) {
    constexpr double shortLabel = 16; // pixels: about the shortest there is
    const auto rows = static_cast<int>(m_rows.size());
    const double length = (item.takenEnd - item.takenBegin) / m_pixel;
    // Where not even the shortest label could stand, this one need not be read and measured.
    const double bare = item.takenEnd + (length > shortLabel ? 0 : labelGap + shortLabel) * m_pixel;
    const std::optional<std::uint16_t> first = firstFree(item.takenBegin, bare, 0, rows);
    if (!first) {
        return false;
    }
    const double label = m_labels.of(m_axis.document, item.event, m_widestLabel).width;
    const bool inside = item.shape != ItemShape::Point && label + 2 * labelGap + fades(item) < length;
    const double end = item.takenEnd + (inside ? itemGap / 2 : labelGap + label + itemGap) * m_pixel;
    const std::optional<std::uint16_t> row = firstFree(item.takenBegin, end, *first, rows);
    if (!row) {
        return false;
    }
    item.row = *row;
    item.label = inside ? PackedItem::Label::Inside : PackedItem::Label::Beside;
    item.takenEnd = end;
    return true;
}

bool RowPacker::place(std::vector<PackedItem> candidates, std::vector<PackedItem> &placed) {
    const auto add = [&](const PackedItem &item) {
        take(item.row, item.takenBegin, item.takenEnd);
        placed.push_back(item);
    };
    std::vector<PackedItem> unlabelled;
    for (PackedItem &item : candidates) {
        if (placeWithLabel(item)) {
            add(item);
        } else {
            unlabelled.push_back(item);
        }
    }
    bool all = true;
    for (PackedItem &item : unlabelled) {
        item.takenEnd += 2 * m_pixel;
        if (const auto row = firstFree(item.takenBegin, item.takenEnd, 0, static_cast<int>(m_rows.size()))) {
            item.row = *row;
            add(item);
        } else {
            all = false;
        }
    }
    return all;
}

void RowPacker::placeLong(std::vector<PackedItem> candidates, double gap, int rows,
                          std::vector<PackedItem> &placed) {
    for (PackedItem &item : candidates) {
        item.takenEnd += gap;
        if (const auto row = firstFree(item.takenBegin, item.takenEnd, 0, rows)) {
            item.row = *row;
            item.label = PackedItem::Label::Inside;
            take(*row, item.takenBegin, item.takenEnd);
            placed.push_back(item);
        }
    }
}

} // namespace timeline
