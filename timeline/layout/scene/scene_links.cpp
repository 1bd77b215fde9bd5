// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_links.h"

#include "layout/scale/metrics.h"
#include "layout/scene/link_router.h"
#include "layout/scene/link_words.h"
#include "layout/scene/taken_places.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace timeline {

namespace {

constexpr std::size_t mostLinks = 200;
constexpr std::size_t mostRouted = 48; // groups of links of one kind; among more nobody follows one
constexpr double air = 1;              // around texts

class LinkBuilder {
public:
    LinkBuilder(Scene &scene, const TextMeasure &measure)
        : m_scene(scene), m_panel(scene.panels.front()), m_measure(measure) {
        for (std::size_t i = 0; i < scene.items.size(); ++i) {
            const SceneItem &item = scene.items[i];
            if (item.shape == ItemShape::Cluster) {
                m_clusters.push_back(&item);
            } else {
                m_marks.insert(placementOf(item.event, item.lane), i);
            }
            m_taken.add(item.reach());
            forEachText(item, [this](const SceneText &text) {
                m_taken.add(text.rect());
                m_texts.add(text.rect().marginsAdded({air, air, air, air}));
            });
        }
    }

    void build(const std::vector<LinkedEvents> &linked) {
        for (auto some = linked.begin(); some != linked.end(); ++some) {
            gather(*some, {linked.begin(), some});
        }
        std::ranges::stable_sort(m_gathered, std::ranges::greater(), &Gathered::count);
        EventIndex untold = 0; // links that no line and no number tells of
        if (m_gathered.size() > mostLinks) {
            std::for_each(m_gathered.begin() + mostLinks, m_gathered.end(),
                          [&untold](const Gathered &gathered) { untold += gathered.count; });
            m_gathered.resize(mostLinks);
        }
        for (const Gathered &gathered : m_gathered) {
            addLink(gathered);
        }
        findWays();
        for (const SceneLink &link : m_scene.links) {
            for (const Polyline &stroke : link.strokes) {
                for (std::size_t j = 1; j < stroke.size(); ++j) {
                    const QRectF piece = QRectF(stroke[j - 1], stroke[j]).normalized();
                    m_taken.add(piece.marginsAdded({3, 3, 3, 3}));
                }
            }
        }
        addLinkWords(m_scene, untold, m_measure, m_taken);
    }

private:
    /// The places of one end: one in each lane of its event.
    struct Places {
        std::optional<EventIndex> event; // one end is mostly that of the link before
        QVarLengthArray<LinkPlace, Lanes::mostOfEvent> all;
    };
    /// Links of one kind between the same two places: one of them, and how many they are.
    struct Gathered {
        const LinkedEvents *linked;
        const PlacedLink *link;
        EventIndex count;
    };

    /// Those that reach into the view, the same ones as one. Links with an event of `before` are there
    /// already.
    void gather(const LinkedEvents &linked, std::span<const LinkedEvents> before) {
        Places fromPlaces, toPlaces;
        for (const PlacedLink &placed : linked.links) {
            if (std::ranges::any_of(before, [&](const LinkedEvents &b) {
                    return b.has(placed.from.event) || b.has(placed.to.event);
                })) {
                continue;
            }
            findPlaces(fromPlaces, linked, placed.from);
            findPlaces(toPlaces, linked, placed.to);
            const auto [from, to] = nearest(fromPlaces, toPlaces);
            for (const LinkPlace *place : {&from, &to}) {
                if (before.empty() && place->end != SceneLink::End::Beyond) {
                    m_scene.items[place->identity].isDimmed = false;
                }
            }
            if (isUnseen(from, to)) {
                continue;
            }
            const quint64 key =
                quint64{from.identity} << 33 | quint64{to.identity} << 2 | static_cast<quint64>(placed.kind);
            const auto same = m_known.constFind(key);
            if (same != m_known.cend()) {
                ++m_gathered[*same].count;
                continue;
            }
            m_known.insert(key, m_gathered.size());
            m_gathered.push_back({&linked, &placed, 1});
        }
    }

    /// Links of one kind that begin, or end, at one event: their ways are one for as long as they can be.
    struct Group {
        LinkPlace hub;
        LinkKind kind;
        bool leadsAway;
        std::vector<std::size_t> links; ///< places in Scene::links
        std::vector<LinkPlace> others;
    };

    void addLink(const Gathered &gathered) {
        const PlacedLink &placed = *gathered.link;
        Places fromPlaces, toPlaces;
        findPlaces(fromPlaces, *gathered.linked, placed.from);
        findPlaces(toPlaces, *gathered.linked, placed.to);
        const auto [from, to] = nearest(fromPlaces, toPlaces);
        SceneLink link;
        link.kind = placed.kind;
        link.from = placed.from.event;
        link.to = placed.to.event;
        link.count = gathered.count;
        link.fromEnd = from.end;
        link.toEnd = to.end;
        const bool isFromHub = gathered.linked->has(link.from);
        const LinkPlace &hub = isFromHub ? from : to;
        const auto isSame = [&](const Group &group) {
            return group.hub.identity == hub.identity && group.kind == link.kind &&
                   group.leadsAway == isFromHub;
        };
        auto group = std::ranges::find_if(m_groups, isSame);
        if (group == m_groups.end()) {
            group = m_groups.insert(m_groups.end(), {hub, link.kind, isFromHub, {}, {}});
        }
        group->links.push_back(m_scene.links.size());
        group->others.push_back(isFromHub ? to : from);
        m_scene.links.push_back(std::move(link));
    }

    void findWays() {
        LinkRouter router(m_scene);
        std::size_t left = mostRouted;
        for (const Group &group : m_groups) {
            std::vector<LinkRouter::Way> ways(group.others.size());
            if (left > 0) {
                --left;
                ways = router.ways(group.hub, group.others);
            }
            for (std::size_t i = 0; i < ways.size(); ++i) {
                SceneLink &link = m_scene.links[group.links[i]];
                LinkRouter::Way &way = ways[i];
                if (way.whole.empty()) {
                    const auto [low, high] = std::minmax(group.hub.identity, group.others[i].identity);
                    const int number = m_between[quint64{low} << 32 | high]++;
                    way.whole = way.own = plainWay(group.hub, group.others[i], number);
                }
                if (!group.leadsAway) {
                    std::ranges::reverse(way.whole);
                    std::ranges::reverse(way.own);
                }
                link.way = way.whole;
                stroke(link, way.own,
                       [this](QPointF at) { return m_scene.plot.contains(at) && !m_texts.meet(at); });
            }
        }
    }

    void findPlaces(Places &places, const LinkedEvents &linked, const PlacedLink::End &end) const {
        if (places.event != end.event) {
            places.event = end.event;
            places.all.clear();
            for (const std::uint32_t lane : linked.lanesOf(end)) {
                places.all.append(placeOf(linked, end, lane));
            }
        }
    }

    /// Both out of view, or within one cluster: there is nothing to see.
    static bool isUnseen(const LinkPlace &from, const LinkPlace &to) {
        return from.identity == to.identity ||
               (from.end == SceneLink::End::Beyond && to.end == SceneLink::End::Beyond);
    }

    /// Of the places of two events the two that lie nearest to each other, those that are in view first.
    static std::pair<const LinkPlace &, const LinkPlace &> nearest(const Places &from, const Places &to) {
        const auto rank = [](const LinkPlace &a, const LinkPlace &b) {
            const int outside = (a.end == SceneLink::End::Beyond) + (b.end == SceneLink::End::Beyond);
            return std::tuple(isUnseen(a, b), outside, std::abs(a.rect.center().y() - b.rect.center().y()));
        };
        std::pair<const LinkPlace *, const LinkPlace *> best(&from.all.front(), &to.all.front());
        if (from.all.size() > 1 || to.all.size() > 1) {
            for (const LinkPlace &a : from.all) {
                for (const LinkPlace &b : to.all) {
                    best = rank(a, b) < rank(*best.first, *best.second) ? std::pair(&a, &b) : best;
                }
            }
        }
        return {*best.first, *best.second};
    }

    static quint64 placementOf(EventIndex event, std::size_t lane) { return quint64{lane} << 32 | event; }

    LinkPlace placeOf(const LinkedEvents &linked, const PlacedLink::End &end, std::size_t number) const {
        const QRectF &plot = m_scene.plot;
        const Viewport &view = m_panel.viewport;
        const double reach = metrics::pointSize * view.scale(); // of a mark that is wider than its date
        const bool isLeft = end.span.end < view.left() - reach;
        const bool isRight = end.span.begin > view.right() + reach;
        const SceneLane *lane = m_scene.laneOf(number);
        if (lane != nullptr && !isLeft && !isRight) {
            const auto mark = m_marks.constFind(placementOf(end.event, number));
            const SceneItem *item =
                mark != m_marks.cend() ? &m_scene.items[*mark] : clusterOf(number, end.span.begin);
            if (item != nullptr) {
                LinkPlace place = linkPlace(*item, plot,
                                            linked.events.size() == 1 && linked.has(end.event) &&
                                                item->shape != ItemShape::Cluster);
                place.identity = static_cast<std::uint32_t>(item - m_scene.items.data());
                return place;
            }
        }
        const bool isAbove = lane == nullptr && (m_scene.lanes.empty() || number < m_scene.lanes[0].lane);
        const bool isBelow = lane == nullptr && !isAbove;
        const double x = isLeft    ? plot.left()
                         : isRight ? plot.right()
                                   : std::clamp(m_panel.at(end.span.begin), plot.left(), plot.right());
        const double y = isAbove   ? plot.top()
                         : isBelow ? plot.bottom()
                                   : std::clamp(lane->rect.center().y(), plot.top(), plot.bottom());
        LinkPlace place;
        place.end = SceneLink::End::Beyond;
        // In its lane, or about where it would be.
        constexpr double most = 160; // pixels to both sides
        const double aside = std::min({most, x - plot.left(), plot.right() - x});
        const double up = lane == nullptr ? 0
                                          : std::min({most, y - std::max(plot.top(), lane->rect.top()),
                                                      std::min(plot.bottom(), lane->rect.bottom()) - y});
        place.rect = lane == nullptr ? QRectF(x - aside, y, 2 * aside, 0) : QRectF(x, y - up, 0, 2 * up);
        place.outwards = isAbove   ? QPointF(0, -1)
                         : isBelow ? QPointF(0, 1)
                                   : QPointF(isLeft || (!isRight && x < plot.center().x()) ? -1 : 1, 0);
        const auto side = static_cast<std::uint32_t>(isLeft ? 0 : isRight ? 1 : 2);
        place.identity = static_cast<std::uint32_t>(m_scene.items.size() + number * 3 + side);
        return place;
    }

    /// The cluster that an event is counted in: that of the cell where it begins, or else that of what begins
    /// left of the view.
    const SceneItem *clusterOf(std::size_t lane, double begin) const {
        const auto order = [](const SceneItem *item) {
            return std::pair(std::size_t{item->lane}, item->axisBegin);
        };
        const auto after = std::ranges::upper_bound(m_clusters, std::pair(lane, begin), {}, order);
        if (after != m_clusters.begin()) {
            const SceneItem *item = *std::prev(after);
            if (item->lane == lane && begin < item->axisEnd) {
                return item;
            }
        }
        const auto first = std::ranges::lower_bound(m_clusters, std::pair(lane, -HUGE_VAL), {}, order);
        return first != m_clusters.end() && (*first)->lane == lane && (*first)->reachesIn ? *first : nullptr;
    }

    Scene &m_scene;
    const ScenePanel &m_panel; ///< lanes have one
    const TextMeasure &m_measure;
    QHash<quint64, std::size_t> m_marks;       ///< places in items, by event and lane
    std::vector<const SceneItem *> m_clusters; ///< lane by lane, from left to right, as they are in the scene
    std::vector<Gathered> m_gathered;
    QHash<quint64, std::size_t> m_known; ///< places in m_gathered, by both ends and kind
    std::vector<Group> m_groups;
    QHash<quint64, int> m_between; ///< plain ways that there are between two places, whichever way they lead
    TakenPlaces m_taken;           ///< by marks, texts and links
    TakenPlaces m_texts;           ///< of events, with some air
};

} // namespace

LinkedEvents linkedEvents(const EventAxis &axis, const Lanes &lanes, std::vector<EventIndex> events) {
    LinkedEvents linked{std::move(events), {}, {}};
    std::ranges::sort(linked.events);
    std::optional<PlacedLink::End> from, to; // one end is mostly that of the link before
    const auto place = [&](std::optional<PlacedLink::End> &end, EventIndex at) {
        if (!end || end->event != at) {
            const Lanes::OfEvent found = lanes.lanesOf(axis, at);
            end = PlacedLink::End{at, static_cast<std::uint32_t>(linked.lanes.size()),
                                  static_cast<std::uint32_t>(found.size()),
                                  found.isEmpty() ? AxisSpan{} : axis.span(at)};
            linked.lanes.insert(linked.lanes.end(), found.begin(), found.end());
        }
        return end->laneCount > 0;
    };
    const auto add = [&](const Relation &relation) {
        if (place(from, relation.from) && place(to, relation.to)) {
            linked.links.push_back({relation.kind, *from, *to});
        }
    };
    const Relations &relations = axis.document.relations();
    if (linked.events.size() == 1) {
        std::ranges::for_each(relations.of(linked.events.front()), add);
    } else {
        relations.forEach([&](const Relation &relation) {
            if (linked.has(relation.from) || linked.has(relation.to)) {
                add(relation);
            }
        });
    }
    return linked;
}

std::vector<LinkedEvents> linkedEvents(const EventAxis &axis, const Lanes &lanes,
                                       const std::vector<EventIndex> &events,
                                       std::vector<LinkedEvents> known) {
    constexpr std::size_t few = 4;
    std::vector<std::vector<EventIndex>> parts;
    if (events.size() <= few) {
        std::ranges::transform(events, std::back_inserter(parts),
                               [](EventIndex event) { return std::vector{event}; });
    } else {
        parts.push_back(events);
    }
    std::vector<LinkedEvents> linked;
    for (std::vector<EventIndex> &part : parts) {
        const auto same = std::ranges::find(known, part, &LinkedEvents::events);
        linked.push_back(same != known.end() ? std::move(*same) : linkedEvents(axis, lanes, std::move(part)));
    }
    return linked;
}

std::vector<EventIndex> allWithLinks(const Document &document) {
    std::vector<EventIndex> events;
    document.relations().forEach([&events](const Relation &relation) {
        if (events.empty() || events.back() != relation.from) {
            events.push_back(relation.from);
        }
    });
    return events;
}

void setLinks(Scene &scene, const std::vector<LinkedEvents> &linked, const TextMeasure &measure, bool dims) {
    scene.links.clear();
    scene.moreLinks.reset();
    const bool hasAny =
        std::ranges::any_of(linked, [](const LinkedEvents &events) { return !events.links.empty(); });
    dims = dims && hasAny && !linked.front().links.empty();
    for (SceneItem &item : scene.items) {
        item.isDimmed = dims && !linked.front().has(item.event);
    }
    if (hasAny) {
        LinkBuilder(scene, measure).build(linked);
    }
}

} // namespace timeline
