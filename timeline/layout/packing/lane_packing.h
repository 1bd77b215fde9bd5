// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/begin_ranks.h"
#include "layout/packing/row_packer.h"

#include <unordered_map>

namespace timeline {

/// Gives the events of a lane their rows and counts those that find none, for what is seen of it alone.
///
/// Rows are given tile by tile of a fixed grid of the axis. *Short* events, those that at a zoom level are
/// at most half a tile long, get theirs in tiles of about 700 pixels. Tiles with even numbers look at nothing
/// beside them, tiles with odd ones at both neighbours: so a tile comes out the same, however one got there,
/// and panning changes no row. *Long* events come before, the longest first, by octaves of length: each
/// octave has a grid of its own, whose tiles are 8 of its events long and serve all levels at which these
/// are long. A part of the rows is kept for what is shorter. In each tile as many candidates are tried as
/// could find room, the most important ones; so a tile costs the same, whatever the number of events.
///
/// A lane with few events is packed as a whole instead, which makes more of its room.
class LanePacking {
public:
    static constexpr double widestTileLabel = 230; ///< pixels; only what is packed as a whole has longer ones

    static constexpr int clusterRows = 2; ///< that clusters take, the last ones of the lane

    /// `rows`: of the lane, those of clusters included. `walls`: which must outlive it. `phase`: of the
    /// levels, see Viewport::level().
    LanePacking(const EventAxis &axis, const LaneIndex &events, LabelWidths &labels, int rows, bool asWhole,
                const RowPacker::Walls &walls, double phase = 0);

    double phase() const { return m_phase; }

    struct View {
        std::vector<const PackedItem *> items; ///< kept in the packing until the next look
        std::vector<PackedItem> clusters; ///< and events that are alone where they would stand in a cluster
    };
    /// What stands between two places of the axis, or reaches into that stretch. Everything that lies there
    /// is an item or counted: their counts add up to the number of events that begin before `right` and end
    /// at or after `left`, but for items that merely touch the stretch with mark or label.
    View look(int level, double left, double right);

    /// How many rows are used where dates stand so and what matters less than `leastTitled` has no title;
    /// only where it is packed as a whole.
    int wholeRows(int level, DatePlace dates, int leastTitled = 0);
    /// How much it tells: of each event with a title, the more it matters the more, and a little for a date
    /// above its title; only where it is packed as a whole.
    double worth(int level);

private:
    using Tile = std::vector<PackedItem>;
    using TileKey = std::pair<int, std::int64_t>; // octave or level, and number
    struct TileHash {
        std::size_t operator()(const TileKey &key) const { return qHash(key); }
    };

    int longRows(int octave) const;
    const Tile &wholeTile(int level);
    const Tile &longTile(int octave, std::int64_t number);
    const Tile &shortTile(int level, std::int64_t number);
    bool placeAll(int level, const Tile &tried, DatePlace dates, Tile &items);
    void placeSome(int level, const Tile &tried, Tile &items);
    Tile allOf(double pixel) const;
    void trim(int level);
    std::vector<PackedItem> candidates(double begin, double end, Octaves octaves, std::size_t perBucket,
                                       double pixel);
    template <typename Visit>
    void forEachLong(int firstOctave, double begin, double end, Visit visit);

    EventAxis m_axis;
    const LaneIndex &m_events;
    BeginRanks m_ranks;
    LabelWidths &m_labels;
    int m_markRows;
    bool m_asWhole;
    const RowPacker::Walls &m_walls;
    double m_phase;
    std::unordered_map<TileKey, Tile, TileHash> m_long, m_short; ///< whose tiles stay where they are
    std::unordered_map<int, Tile> m_whole;
};

} // namespace timeline
