// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_router.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace timeline {

namespace {

constexpr double finest = 6;         // pixels between the lines on which ways run
constexpr double mostNodes = 90'000; // of those lines; a large scene has coarser ones
constexpr double room = 11;          // for a head before a mark
constexpr std::uint8_t blocked = 1;  // flags of a node
constexpr std::uint8_t isEnd = 2;
constexpr int plainStep = 4;  // costs
constexpr int cheapStep = 3;  // along the border of a lane, or a gutter
constexpr int takenStep = 48; // where another way runs
constexpr int corner = 30;

} // namespace

LinkRouter::LinkRouter(const Scene &scene) : m_scene(scene) {
    const QRectF &plot = scene.plot;
    m_step = std::max(finest, std::ceil(std::sqrt(plot.width() * plot.height() / mostNodes)));
    m_columns = static_cast<Node>(std::max(1.0, std::floor(plot.width() / m_step)));
    m_rows = static_cast<Node>(std::max(1.0, std::floor(plot.height() / m_step)));
    m_shift = static_cast<unsigned>(std::bit_width(m_columns));
    m_flags.assign((std::size_t{m_rows} + 2) << m_shift, blocked);
    for (Node row = 0; row < m_rows; ++row) {
        std::fill_n(m_flags.begin() + nodeAt(0, row), m_columns, std::uint8_t{0});
    }
    m_costs.assign(2 * m_flags.size(), plainStep);
    m_buckets.resize(512);
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        const SceneItem &item = scene.items[i];
        block(item.rect);
        m_taken.add(item.rect, 2 * i);
        forEachText(item, [&](const SceneText &text) {
            block(text.rect());
            m_taken.add(text.rect(), 2 * i + 1);
        });
    }
    prefer();
}

QPointF LinkRouter::pointOf(Node node) const {
    return m_scene.plot.topLeft() +
           QPointF(m_step / 2 + columnOf(node) * m_step, m_step / 2 + rowOf(node) * m_step);
}

/// With half a step of air, so that no line between two free nodes meets it, not even moved by that much.
void LinkRouter::block(const QRectF &rect) {
    const QPointF origin = pointOf(nodeAt(0, 0));
    const double air = m_step / 2;
    const auto first = [this](double at) { return std::floor(at / m_step) + 1; };
    const auto last = [this](double at) { return std::ceil(at / m_step) - 1; };
    const double left = std::max(0.0, first(rect.left() - air - origin.x()));
    const double right = std::min(m_columns - 1.0, last(rect.right() + air - origin.x()));
    const double top = std::max(0.0, first(rect.top() - air - origin.y()));
    const double bottom = std::min(m_rows - 1.0, last(rect.bottom() + air - origin.y()));
    for (double row = top; row <= bottom; ++row) {
        if (left <= right) {
            std::fill_n(m_flags.begin() + nodeAt(left, row), static_cast<std::size_t>(right - left) + 1,
                        blocked);
        }
    }
}

void LinkRouter::prefer() {
    for (const SceneLane &lane : m_scene.lanes) {
        const double row = std::round((lane.rect.bottom() - pointOf(nodeAt(0, 0)).y()) / m_step);
        if (row >= 0 && row < m_rows) {
            for (Node column = 0; column < m_columns; ++column) {
                m_costs[2 * std::size_t{nodeAt(column, row)}] = cheapStep;
            }
        }
    }
    for (const ScenePanel &panel : m_scene.panels) {
        for (const ScaleMark &mark : panel.scaleMarks) {
            for (Node column = 0; panel.runsRight() && column < m_columns; ++column) {
                const double x = pointOf(nodeAt(column, 0)).x();
                if (mark.at <= x && x <= mark.at + mark.length) {
                    for (Node row = 0; row < m_rows; ++row) {
                        m_costs[2 * std::size_t{nodeAt(column, row)} + 1] = cheapStep;
                    }
                }
            }
        }
    }
}

/// Whether a straight line from a port to a node meets nothing of others.
bool LinkRouter::isFree(QPointF from, QPointF to, const LinkPlace &place) const {
    const QRectF line = QRectF(from, to).normalized().marginsAdded({1, 1, 1, 1});
    const std::size_t mark = 2 * std::size_t{place.identity};
    return !m_taken.meetOthers(line, mark, place.isPlate ? mark + 1 : mark);
}

std::vector<LinkRouter::Entry> LinkRouter::entriesOf(const LinkPlace &place) const {
    if (place.end == SceneLink::End::Beyond) {
        return entriesAtEdge(place);
    }
    std::vector<Entry> entries;
    const QPointF origin = pointOf(nodeAt(0, 0));
    for (const LinkPort &port : portsOf(place)) {
        const QPointF at = (port.at + room * port.outwards - origin) / m_step;
        const auto whole = [](double value, double outwards) {
            return outwards < 0 ? std::floor(value) : outwards > 0 ? std::ceil(value) : std::round(value);
        };
        const double column = whole(at.x(), port.outwards.x());
        const double row = whole(at.y(), port.outwards.y());
        if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) {
            continue;
        }
        const Node node = nodeAt(column, row);
        QPointF end = pointOf(node);
        port.outwards.x() != 0 ? end.setY(port.at.y()) : end.setX(port.at.x());
        if ((m_flags[node] & blocked) == 0 && isFree(port.at, end, place)) {
            entries.push_back({node, port});
        }
    }
    return entries;
}

/// What is out of view is come to anywhere on its stretch of the edge, best in the middle of that.
std::vector<LinkRouter::Entry> LinkRouter::entriesAtEdge(const LinkPlace &place) const {
    std::vector<Entry> entries;
    const bool isAlongY = place.outwards.y() != 0;
    const Node count = isAlongY ? m_columns : m_rows;
    for (Node i = 0; i < count; ++i) {
        const bool isLast = place.outwards.x() > 0 || place.outwards.y() > 0;
        const Node node =
            isAlongY ? nodeAt(i, isLast ? m_rows - 1 : 0) : nodeAt(isLast ? m_columns - 1 : 0, i);
        const QPointF at = pointOf(node);
        const double across = isAlongY ? at.x() : at.y();
        const double from = isAlongY ? place.rect.left() : place.rect.top();
        const double to = isAlongY ? place.rect.right() : place.rect.bottom();
        if (across < from || across > to || (m_flags[node] & blocked) != 0) {
            continue;
        }
        const QPointF end =
            isAlongY ? QPointF(at.x(), place.rect.center().y()) : QPointF(place.rect.center().x(), at.y());
        const auto cost = static_cast<int>(std::abs(across - (from + to) / 2));
        entries.push_back({node, {end, -place.outwards, std::min(cost, 200)}});
    }
    return entries;
}

/// A*, with a bucket a cost: from all ports of one place to the best port of each of the others.
std::vector<LinkRouter::Found> LinkRouter::search(const std::vector<Entry> &from,
                                                  const std::vector<std::vector<Entry>> &to) {
    m_starts = from;
    m_reached.assign(m_costs.size(), INT32_MAX);
    m_isDone.assign(m_costs.size(), 0);
    m_before.assign(m_costs.size(), nowhere);
    std::vector<Found> found(to.size());
    QMultiHash<Node, std::pair<std::size_t, const Entry *>> ends;
    std::size_t missing = 0;
    Node left = UINT32_MAX, right = 0, top = UINT32_MAX, bottom = 0; // of all ends
    for (std::size_t i = 0; i < to.size(); ++i) {
        for (const Entry &entry : to[i]) {
            ends.insert(entry.node, {i, &entry});
            m_flags[entry.node] |= isEnd;
            left = std::min(left, columnOf(entry.node));
            right = std::max(right, columnOf(entry.node));
            top = std::min(top, rowOf(entry.node));
            bottom = std::max(bottom, rowOf(entry.node));
        }
        missing += to[i].empty() ? 0 : 1;
    }
    // What it costs at least from a node on.
    const auto ahead = [&](Node node) {
        const Node column = columnOf(node);
        const Node row = rowOf(node);
        const Node across = column < left ? left - column : column > right ? column - right : 0;
        const Node along = row < top ? top - row : row > bottom ? row - bottom : 0;
        return cheapStep * static_cast<int>(across + along);
    };
    std::size_t queued = 0;
    int now = 0; // cost of what is reached, and of what is ahead
    const auto reach = [&](State state, int cost, State before) {
        if (cost < m_reached[state]) {
            m_reached[state] = cost;
            m_isDone[state] = 0;
            m_before[state] = before;
            const int all = std::max(now, cost + ahead(state / 2));
            m_buckets[static_cast<std::size_t>(all) % m_buckets.size()].push_back(state);
            ++queued;
        }
    };
    std::vector<const Entry *> starts;
    std::ranges::transform(from, std::back_inserter(starts), [](const Entry &entry) { return &entry; });
    const auto lowest = [&](const Entry *entry) { return entry->port.cost + ahead(entry->node); };
    std::ranges::sort(starts, {}, lowest);
    now = starts.empty() || missing == 0 ? 0 : lowest(starts.front());
    const Node stride = Node{1} << m_shift;
    int worst = INT32_MAX; // of those that were found, once all are
    for (auto start = starts.begin(); (queued > 0 || start != starts.end()) && missing > 0 && now <= worst;
         ++now) {
        for (; start != starts.end() && lowest(*start) <= now; ++start) {
            reach(2 * (*start)->node + ((*start)->isAlongY() ? 1U : 0U), (*start)->port.cost, nowhere);
        }
        auto &bucket = m_buckets[static_cast<std::size_t>(now) % m_buckets.size()];
        // NOLINTNEXTLINE(modernize-loop-convert): it grows meanwhile
        for (std::size_t i = 0; i < bucket.size(); ++i) {
            const State state = bucket[i];
            --queued;
            const int cost = m_reached[state];
            if (std::exchange(m_isDone[state], 1) != 0) {
                continue; // it was come to more cheaply
            }
            const Node node = state / 2;
            const bool isAlongY = state % 2 == 1;
            if ((m_flags[node] & isEnd) != 0) {
                for (auto end = ends.constFind(node); end != ends.cend() && end.key() == node; ++end) {
                    const auto &[target, entry] = *end;
                    const int all = cost + entry->port.cost + (entry->isAlongY() != isAlongY ? corner : 0);
                    if (all < found[target].cost) {
                        missing -= found[target].state == nowhere ? 1 : 0;
                        found[target] = {all, state, *entry};
                    }
                }
            }
            const auto step = [&](Node next, bool nextIsAlongY) {
                if ((m_flags[next] & blocked) == 0) {
                    const State there = 2 * next + (nextIsAlongY ? 1U : 0U);
                    reach(there, cost + m_costs[there] + (nextIsAlongY != isAlongY ? corner : 0), state);
                }
            };
            step(node - 1, false);
            step(node + 1, false);
            step(node - stride, true);
            step(node + stride, true);
        }
        bucket.clear();
        if (missing == 0) {
            worst = std::ranges::max_element(found, {}, [](const Found &f) {
                        return f.state == nowhere ? 0 : f.cost;
                    })->cost;
            missing = 1; // goes on as long as something better may be found
        }
    }
    for (std::vector<State> &bucket : m_buckets) {
        bucket.clear();
    }
    for (auto end = ends.keyBegin(); end != ends.keyEnd(); ++end) {
        m_flags[*end] &= static_cast<std::uint8_t>(~isEnd);
    }
    return found;
}

LinkRouter::Way LinkRouter::wayTo(const Found &found) {
    std::vector<State> states;
    State state = found.state;
    for (; state != nowhere && !m_placed.contains(state); state = m_before[state]) {
        states.push_back(state);
    }
    const LinkPort &end = found.entry.port;
    const bool isNew = state == nowhere; // it shares nothing
    Polyline shared;                     // back to the begin
    for (; state != nowhere; state = m_before[state]) {
        shared.push_back(m_placed[state]);
    }
    std::ranges::reverse(states);
    std::vector<QPointF> points;
    std::ranges::transform(states, std::back_inserter(points), [this](State s) { return pointOf(s / 2); });
    LinkPort begin;
    if (isNew) {
        begin = std::ranges::find_if(m_starts, [&](const Entry &entry) {
                    return 2 * entry.node + (entry.isAlongY() ? 1U : 0U) == states.front();
                })->port;
        // A straight one begins where it ends, as far as the plate reaches.
        constexpr double bend = 6;
        const bool isLevel = begin.outwards.y() == 0 && end.outwards.y() == 0 &&
                             pointOf(states.front() / 2).y() == pointOf(states.back() / 2).y();
        if (isLevel && m_from.top() + bend <= end.at.y() && end.at.y() <= m_from.bottom() - bend) {
            begin.at.setY(end.at.y());
        }
        m_begins.insert(states.front(), begin.at);
        for (std::size_t i = 0; i < points.size(); ++i) { // the first straight piece is that of the port
            const bool isAlongX = begin.outwards.x() != 0;
            if (isAlongX ? pointOf(states[i] / 2).y() != pointOf(states[0] / 2).y()
                         : pointOf(states[i] / 2).x() != pointOf(states[0] / 2).x()) {
                break;
            }
            isAlongX ? points[i].setY(begin.at.y()) : points[i].setX(begin.at.x());
        }
    }
    const bool isAlongX = end.outwards.x() != 0;
    for (std::size_t i = points.size();
         i-- > (isNew && points.size() > 1 ? 1 : 0);) { // and the last one, too
        const QPointF there = pointOf(states[i] / 2);
        const QPointF last = pointOf(found.state / 2);
        if (isAlongX ? there.y() != last.y() : there.x() != last.x()) {
            break;
        }
        isAlongX ? points[i].setY(end.at.y()) : points[i].setX(end.at.x());
    }
    Polyline own;
    const auto add = [&own, isAlongX](QPointF point) { // with a corner where it would run askew
        if (!own.empty() && own.back().x() != point.x() && own.back().y() != point.y()) {
            own.push_back(isAlongX ? QPointF(own.back().x(), point.y()) : QPointF(point.x(), own.back().y()));
        }
        own.push_back(point);
    };
    if (isNew) {
        add(begin.at);
    } else {
        add(shared.front());
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        add(points[i]);
        m_placed.insert(states[i], points[i]);
    }
    add(end.at);
    Way way;
    if (!isNew) {
        State first = found.state;
        for (; m_before[first] != nowhere; first = m_before[first]) {
        }
        way.whole.push_back(m_begins.value(first));
        std::for_each(shared.rbegin(), shared.rend(), [&way](const QPointF &point) {
            if (const QPointF last = way.whole.back(); last.x() != point.x() && last.y() != point.y()) {
                way.whole.emplace_back(last.x(), point.y()); // as the first of those that share it has it
            }
            way.whole.push_back(point);
        });
    }
    way.whole.insert(way.whole.end(), own.begin(), own.end());
    way.whole = simplified(way.whole);
    way.own = simplified(own);
    return way;
}

std::vector<LinkRouter::Way> LinkRouter::ways(const LinkPlace &from, const std::vector<LinkPlace> &to) {
    std::vector<std::vector<Entry>> ends;
    std::ranges::transform(to, std::back_inserter(ends),
                           [this](const LinkPlace &place) { return entriesOf(place); });
    const std::vector<Found> found = search(entriesOf(from), ends);
    m_placed.clear();
    m_begins.clear();
    m_from = from.isPlate ? from.rect : QRectF();
    std::vector<Way> ways;
    ways.reserve(found.size());
    for (const Found &one : found) {
        ways.push_back(one.state != nowhere ? wayTo(one) : Way());
    }
    for (auto state = m_placed.keyBegin(); state != m_placed.keyEnd(); ++state) {
        for (const State beside : {*state, *state ^ 1}) { // crossing it is all right
            m_costs[beside] = static_cast<std::uint8_t>(
                std::min(250, m_costs[beside] + (beside == *state ? takenStep : plainStep)));
        }
    }
    return ways;
}

} // namespace timeline
