// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/part_circles.h"

#include <algorithm>
#include <optional>

namespace timeline {

namespace {

/// Tarjan's strongly connected components, with a stack of its own. Its nodes are the events that are parts
/// of something: others end every chain.
class Circles {
public:
    explicit Circles(const std::vector<PartLink> &links) : m_links(links) {
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (m_events.empty() || m_events.back() != links[i].part) {
                m_events.push_back(links[i].part);
                m_nodes.push_back({i});
            }
        }
    }

    std::vector<PartCircle> find() {
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            if (m_nodes[node].order == 0) {
                walk(node);
            }
        }
        return std::move(m_circles);
    }

private:
    struct Node {
        std::size_t next;      ///< the link to follow next
        std::size_t order = 0; ///< in which it was reached, from 1; 0 before that
        std::size_t low = 0;   ///< the first that can be reached from here and is still open
        bool isOpen = false;
    };

    void walk(std::size_t first) {
        std::vector<std::size_t> path = {enter(first)};
        while (!path.empty()) {
            const std::size_t at = path.back();
            Node &node = m_nodes[at];
            if (node.next == m_links.size() || m_links[node.next].part != m_events[at]) {
                leave(at);
                path.pop_back();
                if (!path.empty()) {
                    Node &before = m_nodes[path.back()];
                    before.low = std::min(before.low, node.low);
                }
                continue;
            }
            const auto to = nodeOf(m_links[node.next++].whole);
            if (to && m_nodes[*to].order == 0) {
                path.push_back(enter(*to));
            } else if (to && m_nodes[*to].isOpen) {
                node.low = std::min(node.low, m_nodes[*to].order);
            }
        }
    }

    std::size_t enter(std::size_t node) {
        m_nodes[node].order = m_nodes[node].low = ++m_reached;
        m_nodes[node].isOpen = true;
        m_open.push_back(node);
        return node;
    }

    /// What stays open behind the first of a circle is that circle.
    void leave(std::size_t node) {
        if (m_nodes[node].low != m_nodes[node].order) {
            return;
        }
        const auto begin = std::find(m_open.rbegin(), m_open.rend(), node).base() - 1;
        const std::vector<std::size_t> circle(begin, m_open.end());
        if (circle.size() > 1) {
            // Within a circle every event has a link; the first event's first that stays inside is the one.
            const std::size_t least = *std::ranges::min_element(circle);
            m_circles.push_back({firstLinkWithin(least, circle), circle.size()});
        }
        for (const std::size_t closed : circle) {
            m_nodes[closed].isOpen = false;
        }
        m_open.erase(begin, m_open.end());
    }

    std::size_t firstLinkWithin(std::size_t node, std::vector<std::size_t> circle) const {
        std::ranges::sort(circle);
        std::size_t link = static_cast<std::size_t>(
            std::ranges::lower_bound(m_links, m_events[node], {}, &PartLink::part) - m_links.begin());
        const auto isWithin = [&](std::uint32_t event) {
            const auto to = nodeOf(event);
            return to && *to != node && std::ranges::binary_search(circle, *to);
        };
        while (!isWithin(m_links[link].whole)) {
            ++link;
        }
        return link;
    }

    std::optional<std::size_t> nodeOf(std::uint32_t event) const {
        const auto found = std::ranges::lower_bound(m_events, event);
        return found != m_events.end() && *found == event
                   ? std::optional(static_cast<std::size_t>(found - m_events.begin()))
                   : std::nullopt;
    }

    const std::vector<PartLink> &m_links;
    std::vector<std::uint32_t> m_events; ///< by node, sorted
    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_open;
    std::size_t m_reached = 0;
    std::vector<PartCircle> m_circles;
};

} // namespace

std::vector<PartCircle> partCircles(const std::vector<PartLink> &links) {
    return Circles(links).find();
}

} // namespace timeline
