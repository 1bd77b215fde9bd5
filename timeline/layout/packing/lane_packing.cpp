// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/lane_packing.h"

#include "layout/packing/lane_clusters.h"
#include "layout/scale/metrics.h"
#include "layout/scale/viewport.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace timeline {

namespace {

using namespace metrics;

constexpr int bucketOctaves = 3; // a tile has 8 buckets, each of which has candidates
constexpr int cellOctaves = 3;   // and 8 cells, each of which may have a cluster
constexpr int longTileOctaves = 3;
// With its gaps a label is less than half a tile, as the mark of a short event is.
static_assert(LanePacking::widestTileLabel + labelGap + itemGap < 256);

/// The length of a tile of short events: a power of two, 512 pixels or more.
int tileOctave(int level) {
    return 9 + static_cast<int>(std::ceil((level + 1) / 2.0)); // a level is half an octave
}

double length(int octave) {
    return std::exp2(octave);
}

std::int64_t tileAt(double axis, double tileLength) {
    return static_cast<std::int64_t>(std::floor(axis / tileLength));
}

bool isOdd(std::int64_t number) {
    return number % 2 != 0;
}

} // namespace

LanePacking::LanePacking(const EventAxis &axis, const LaneIndex &events, LabelWidths &labels, int rows,
                         bool asWhole, const RowPacker::Walls &walls, double phase)
    : m_axis(axis), m_events(events), m_ranks(axis, events), m_labels(labels),
      m_markRows(asWhole ? rows : std::max(1, rows - clusterRows)), m_asWhole(asWhole), m_walls(walls),
      m_phase(phase) {}

int LanePacking::longRows(int octave) const {
    const auto &octaves = m_events.octaves();
    const bool anyShorter = std::any_of(octaves.begin(), octaves.begin() + octave,
                                        [](std::uint8_t importance) { return importance > 0; });
    if (!anyShorter) {
        return m_markRows;
    }
    return m_markRows <= 2 ? m_markRows - 1 : m_markRows - m_markRows / 3;
}

std::vector<PackedItem> LanePacking::candidates(double begin, double end, Octaves octaves,
                                                std::size_t perBucket, double pixel) {
    constexpr int buckets = 1 << bucketOctaves;
    std::vector<EventIndex> events;
    EventIndex from = m_ranks.before(begin);
    if (const EventIndex all = m_ranks.before(end); all - from <= perBucket) {
        m_events.appendBest(from, all, octaves, perBucket, events);
    } else {
        for (int bucket = 1; bucket <= buckets; ++bucket) {
            const EventIndex to =
                bucket == buckets ? all : m_ranks.before(begin + (end - begin) / buckets * bucket);
            m_events.appendBest(from, to, octaves, perBucket, events);
            from = to;
        }
    }
    for (const EventIndex event : events) {
        m_axis.document.fetch(event);
    }
    std::vector<PackedItem> items;
    items.reserve(events.size());
    for (const EventIndex event : events) {
        items.push_back(unplacedItem(m_axis, event, pixel));
    }
    std::ranges::sort(items, [this](const PackedItem &a, const PackedItem &b) {
        return isMoreImportant(m_axis.document, a, b);
    });
    return items;
}

/// Visits the items of long events that take something of a stretch of the axis.
template <typename Visit>
void LanePacking::forEachLong(int firstOctave, double begin, double end, Visit visit) {
    for (int octave = octaveCount - 1; octave >= firstOctave; --octave) {
        if (m_events.octaves()[static_cast<std::size_t>(octave)] == 0) {
            continue;
        }
        const double tile = length(octave + longTileOctaves);
        const std::int64_t last = tileAt(end, tile);
        for (std::int64_t i = tileAt(begin - 2 * length(octave), tile); i <= last; ++i) {
            for (const PackedItem &item : longTile(octave, i)) {
                if (item.takenBegin <= end && item.takenEnd >= begin) {
                    visit(item);
                }
            }
        }
    }
}

const LanePacking::Tile &LanePacking::longTile(int octave, std::int64_t number) {
    const auto known = m_long.find({octave, number});
    if (known != m_long.end()) {
        return known->second;
    }
    const double tile = length(octave + longTileOctaves);
    const double begin = static_cast<double>(number) * tile;
    const int rows = longRows(octave);
    Tile items;
    std::vector<PackedItem> tried = candidates(begin, begin + tile, {octave, octave},
                                               static_cast<std::size_t>(rows) / 2 + 1, length(octave) / 1024);
    if (!tried.empty()) {
        RowPacker packer(m_axis, m_labels, length(octave) / 1024, widestTileLabel, m_markRows, m_walls);
        const auto block = [&packer](const PackedItem &item) { packer.block(item); };
        forEachLong(octave + 1, begin, begin + tile + 2 * length(octave), block);
        if (isOdd(number)) {
            std::ranges::for_each(longTile(octave, number - 1), block);
            std::ranges::for_each(longTile(octave, number + 1), block);
        }
        packer.placeLong(std::move(tried), length(octave - 7), rows, items);
    }
    return m_long.emplace(TileKey(octave, number), std::move(items)).first->second;
}

const LanePacking::Tile &LanePacking::shortTile(int level, std::int64_t number) {
    const auto known = m_short.find({level, number});
    if (known != m_short.end()) {
        return known->second;
    }
    const int longest = std::clamp(tileOctave(level) - 1, 0, octaveCount - 1);
    const double tile = length(tileOctave(level));
    const double begin = static_cast<double>(number) * tile;
    const double pixel = Viewport::scaleOfLevel(level, m_phase);
    Tile items;
    std::vector<PackedItem> tried =
        candidates(begin, begin + tile, {0, longest}, static_cast<std::size_t>(m_markRows) / 2 + 2, pixel);
    if (!tried.empty()) {
        // What begins here reaches less than a tile to both sides together: tiles with even numbers never
        // meet.
        const AxisSpan bounds{begin - tile / 4, begin + tile * 7 / 4 - 2 * itemGap * pixel};
        RowPacker packer(m_axis, m_labels, pixel, widestTileLabel, m_markRows, m_walls, bounds);
        const auto block = [&packer](const PackedItem &item) { packer.block(item); };
        forEachLong(longest + 1, begin - tile / 4 - pointSize * pixel, begin + 2 * tile, block);
        if (isOdd(number)) {
            std::ranges::for_each(shortTile(level, number - 1), block);
            std::ranges::for_each(shortTile(level, number + 1), block);
        }
        // Where few stand each has room for a date above its title.
        const bool areFew = tried.size() * 2 <= static_cast<std::size_t>(m_markRows);
        packer.place(std::move(tried), areFew ? DatePlace::Above : DatePlace::InLine, items);
    }
    return m_short.emplace(TileKey(level, number), std::move(items)).first->second;
}

/// All events, the most important first.
LanePacking::Tile LanePacking::allOf(double pixel) const {
    Tile all;
    for (EventIndex rank = 0; rank < m_events.size(); ++rank) {
        all.push_back(unplacedItem(m_axis, m_events.at(rank), pixel));
    }
    std::ranges::sort(all, [this](const PackedItem &a, const PackedItem &b) {
        return isMoreImportant(m_axis.document, a, b);
    });
    return all;
}

/// Whether all have room with their labels.
bool LanePacking::placeAll(int level, const Tile &tried, DatePlace dates, Tile &items) {
    items.clear();
    const double pixel = Viewport::scaleOfLevel(level, m_phase);
    RowPacker packer(m_axis, m_labels, pixel, HUGE_VAL, m_markRows, m_walls);
    return packer.placeLabelled(tried, dates, items);
}

/// Titles are given up, of what matters least first, before marks are.
void LanePacking::placeSome(int level, const Tile &tried, Tile &items) {
    constexpr std::size_t few = 40; // each of which is tried
    const double pixel = Viewport::scaleOfLevel(level, m_phase);
    const auto place = [&](int rows, const std::vector<bool> &untitled) {
        items.clear();
        RowPacker packer(m_axis, m_labels, pixel, HUGE_VAL, rows, m_walls);
        return packer.place(tried, DatePlace::InLine, items, untitled);
    };
    if (place(m_markRows, {})) {
        return;
    }
    std::vector<bool> untitled(tried.size(), true);
    if (tried.size() <= few && place(m_markRows, untitled)) {
        for (std::size_t i = 0; i < tried.size(); ++i) {
            untitled[i] = false;
            untitled[i] = !place(m_markRows, untitled);
        }
        place(m_markRows, untitled);
        return;
    }
    place(std::max(1, m_markRows - clusterRows), {}); // rows for clusters are needed
}

const LanePacking::Tile &LanePacking::wholeTile(int level) {
    const auto known = m_whole.find(level);
    if (known != m_whole.end()) {
        return known->second;
    }
    const double pixel = Viewport::scaleOfLevel(level, m_phase);
    const Tile tried = allOf(pixel);
    Tile items;
    if (!placeAll(level, tried, DatePlace::Above, items) &&
        !placeAll(level, tried, DatePlace::AboveKey, items)) {
        placeSome(level, tried, items);
    }
    std::ranges::sort(items, {}, [](const PackedItem &item) { return std::tuple(item.axisBegin, item.row); });
    return m_whole.emplace(level, std::move(items)).first->second;
}

int LanePacking::wholeRows(int level, DatePlace dates, int leastTitled) {
    const double pixel = Viewport::scaleOfLevel(level, m_phase);
    Tile tried = allOf(pixel);
    std::vector<bool> untitled;
    for (const PackedItem &item : tried) {
        untitled.push_back(m_axis.document.importanceByte(item.event) < leastTitled);
    }
    Tile items;
    RowPacker packer(m_axis, m_labels, pixel, HUGE_VAL, m_markRows, m_walls);
    packer.place(std::move(tried), dates, items, untitled);
    int rows = 1;
    for (const PackedItem &item : items) {
        rows = std::max(rows, item.row + item.rows);
    }
    return items.size() < m_events.size() ? rows + clusterRows : rows;
}

double LanePacking::worth(int level) {
    constexpr std::array<double, 3> ofTitle = {4, 1, 0.5}; // by weight: keys come before all others
    constexpr double ofDateAbove = 0.05;
    double all = 0;
    for (const PackedItem &item : wholeTile(level)) {
        if (item.label != PackedItem::Label::None) {
            const auto importance = static_cast<double>(m_axis.document.importance(item.event));
            all += ofTitle[item.weight] + importance / 2 + (item.inLine ? 0 : ofDateAbove);
        }
    }
    return all;
}

/// Keeps what is remembered within bounds.
void LanePacking::trim(int level) {
    constexpr std::size_t mostTiles = 64;
    constexpr std::size_t mostLongTiles = 1024;
    constexpr std::size_t mostLevels = 16;
    if (m_short.size() > mostTiles) {
        std::erase_if(m_short, [level](const auto &tile) { return tile.first.first != level; });
    }
    if (m_short.size() > mostTiles) {
        m_short.clear();
    }
    if (m_long.size() > mostLongTiles) {
        m_long.clear();
    }
    if (m_whole.size() > mostLevels) {
        m_whole.clear();
    }
}

LanePacking::View LanePacking::look(int level, double left, double right) {
    trim(level);
    const double pixel = Viewport::scaleOfLevel(level, m_phase);
    const double tile = length(tileOctave(level));
    const double cell = length(tileOctave(level) - cellOctaves);
    const double end = std::ceil(right / cell) * cell; // the last cell is looked at as a whole
    View view;
    const auto add = [&](const PackedItem &item) {
        if (item.takenEnd >= left && item.takenBegin <= end) {
            view.items.push_back(&item);
        }
    };
    int clusterRow = m_markRows;
    if (m_asWhole) {
        const Tile &items = wholeTile(level);
        clusterRow = std::max(1, m_markRows - clusterRows);
        std::ranges::for_each(items, add);
        if (items.size() == m_events.size()) {
            return view;
        }
    } else {
        forEachLong(std::max(0, tileOctave(level)), left, end, add);
        const std::int64_t last = tileAt(end, tile);
        for (std::int64_t i = tileAt(left, tile) - 1; i <= last + 1; ++i) {
            std::ranges::for_each(shortTile(level, i), add);
        }
    }
    view.clusters = clustersOf(m_axis, m_events, m_ranks, {cell, pixel, clusterRow}, left, right, view.items);
    return view;
}

} // namespace timeline
