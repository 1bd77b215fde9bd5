// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/link_way.h"
#include "layout/scene/taken_places.h"

#include <QHash>

namespace timeline {

/// Finds ways for links along x and y that meet no mark and no text of a scene, with few corners: where it is
/// all the same in gutters and along the borders of lanes.
class LinkRouter {
public:
    explicit LinkRouter(const Scene &scene);

    struct Way {
        Polyline whole; ///< from the one place to the other; empty where no way is free
        Polyline own;   ///< what it shares with none before it
    };
    /// The ways from one place to others, in their order: they part where they must. Those that are looked
    /// for later keep beside them.
    std::vector<Way> ways(const LinkPlace &from, const std::vector<LinkPlace> &to);

private:
    using Node = std::uint32_t;  ///< row by row
    using State = std::uint32_t; ///< a node, and as its last bit whether it was come to along y
    static constexpr State nowhere = UINT32_MAX;
    struct Entry {
        Node node;
        LinkPort port;
        bool isAlongY() const { return port.outwards.y() != 0; }
    };
    struct Found {
        int cost = INT32_MAX;
        State state = nowhere;
        Entry entry;
    };

    void block(const QRectF &rect);
    void prefer();
    std::vector<Entry> entriesOf(const LinkPlace &place) const;
    std::vector<Entry> entriesAtEdge(const LinkPlace &place) const;
    bool isFree(QPointF from, QPointF to, const LinkPlace &place) const;
    QPointF pointOf(Node node) const;
    std::vector<Found> search(const std::vector<Entry> &from, const std::vector<std::vector<Entry>> &to);
    Way wayTo(const Found &found);

    Node nodeAt(double column, double row) const {
        return ((static_cast<Node>(row) + 1) << m_shift) | static_cast<Node>(column);
    }
    Node columnOf(Node node) const { return node & ((Node{1} << m_shift) - 1); }
    Node rowOf(Node node) const { return (node >> m_shift) - 1; }

    const Scene &m_scene;
    double m_step = 6;
    Node m_columns = 0;
    Node m_rows = 0;
    unsigned m_shift = 0; ///< rows are this power of two long, with one more above and below: all blocked
    std::vector<std::uint8_t> m_flags;         ///< by node
    std::vector<std::uint8_t> m_costs;         ///< of coming to a node along x, and along y
    TakenPlaces m_taken;                       ///< by marks, 2 n of item n, and texts, 2 n + 1
    std::vector<int> m_reached;                ///< of the search at hand: cost by state
    std::vector<std::uint8_t> m_isDone;        ///< by state: it was gone on from
    std::vector<State> m_before;               ///< by state
    std::vector<std::vector<State>> m_buckets; ///< by cost, a ring: no step costs more
    std::vector<Entry> m_starts;               ///< of the search at hand
    QHash<State, QPointF> m_placed;            ///< where the ways of the search at hand run
    QHash<State, QPointF> m_begins;            ///< and where they begin, by their first states
    QRectF m_from;                             ///< the plate at which they begin
};

} // namespace timeline
