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

    const Scene &m_scene;
    double m_step = 6;
    Node m_columns = 0;
    Node m_rows = 0;
    std::vector<bool> m_blocked;       ///< by node
    std::vector<std::uint8_t> m_costs; ///< of coming to a node along x, and along y
    TakenPlaces m_taken;               ///< by marks, 2 n of item n, and texts, 2 n + 1
    std::vector<int> m_reached;        ///< of the search at hand: cost by state
    std::vector<State> m_before;       ///< by state
    std::vector<Entry> m_starts;       ///< of the search at hand
    QHash<State, QPointF> m_placed;    ///< where the ways of the search at hand run
    QHash<State, QPointF> m_begins;    ///< and where they begin, by their first states
    QRectF m_from;                     ///< the plate at which they begin
};

} // namespace timeline
