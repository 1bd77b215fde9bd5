// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_links.h"

#include "document/format/wording.h"
#include "layout/scale/metrics.h"
#include "layout/scene/link_curve.h"
#include "layout/scene/taken_places.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace timeline {

namespace {

constexpr std::size_t mostLinks = 200;
constexpr std::size_t mostWords = 24; // among more they would be all that one sees
constexpr double air = 3; // around texts: more than what a straight piece can cut off their corners

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
            if (item.label) {
                m_texts.add(withAir(*item.label));
            }
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
        std::vector<SceneLink> &all = m_scene.links;
        for (std::size_t i = 0; i < all.size(); ++i) {
            draw(all[i]);
            for (const CubicCurve &stroke : all[i].strokes) {
                for (const QPointF &point : pointsOn(stroke, 2 * air)) {
                    m_taken.add({point - QPointF(air, air), QSizeF(2 * air, 2 * air)}, i);
                }
            }
        }
        for (std::size_t i = 0; i < std::min(all.size(), mostWords); ++i) {
            addWord(i);
        }
        for (const SceneLink &link : all) {
            untold += link.word ? 0 : link.count - 1;
        }
        if (untold > 0) {
            addMore(untold);
        }
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

    /// Beside those that there are between the same two places, whichever way these lead.
    void addLink(const Gathered &gathered) {
        const PlacedLink &placed = *gathered.link;
        Places fromPlaces, toPlaces;
        findPlaces(fromPlaces, *gathered.linked, placed.from);
        findPlaces(toPlaces, *gathered.linked, placed.to);
        const auto [from, to] = nearest(fromPlaces, toPlaces);
        const auto [low, high] = std::minmax(from.identity, to.identity);
        auto first = m_between.find(quint64{low} << 32 | high);
        if (first == m_between.end()) {
            first = m_between.insert(quint64{low} << 32 | high, {curveBetween(from, to), from.identity, 0});
        }
        const int number = first->count++; // to the one side and the other
        CubicCurve curve = besideCurve(first->curve, (number % 2 == 1 ? 1 : -1) * ((number + 1) / 2));
        if (from.identity != first->from) {
            std::ranges::reverse(curve);
        }
        SceneLink link;
        link.kind = placed.kind;
        link.from = placed.from.event;
        link.to = placed.to.event;
        link.count = gathered.count;
        link.fromEnd = from.end;
        link.toEnd = to.end;
        link.curve = curve;
        m_scene.links.push_back(std::move(link));
    }

    void findPlaces(Places &places, const LinkedEvents &linked, const PlacedLink::End &end) const {
        if (places.event != end.event) {
            places.event = end.event;
            places.all.clear();
            for (const std::uint32_t lane : linked.lanesOf(end)) {
                places.all.append(placeOf(end, lane));
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

    LinkPlace placeOf(const PlacedLink::End &end, std::size_t number) const {
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
                LinkPlace place = linkPlace(*item, plot);
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
        place.rect = QRectF(x, y, 0, 0);
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

    void addMore(EventIndex more) {
        const auto form = static_cast<int>(more);
        const QString text = QCoreApplication::translate("timeline::SceneLinks", "and %1 more links",
                                                         "that are not drawn", form)
                                 .arg(QLocale(QLocale::English).toString(more));
        const double width = m_measure.width(text, TextRole::Note);
        const QRectF &plot = m_scene.plot;
        SceneText note{text, plot.right() - width - 10, plot.bottom() - 12, width, TextRole::Note};
        const double lowest = note.y;
        while (m_taken.meet(note.rect()) && note.y > plot.top() + 16) {
            note.y -= 4;
        }
        note.y = m_taken.meet(note.rect()) ? lowest : note.y;
        m_taken.add(m_scene.moreLinks.emplace(note).rect());
    }

    void draw(SceneLink &link) const {
        stroke(link, [&](QPointF at) {
            return m_scene.plot.contains(at) && !m_texts.meet(at) &&
                   !(link.word && withAir(*link.word).contains(at));
        });
    }

    /// Puts it where neither text nor mark nor another link is; it may be that there is no such place. A
    /// number finds room more easily than a kind.
    void addWord(std::size_t number) {
        SceneLink &link = m_scene.links[number];
        const QString kind = linkWording(link.kind);
        const QString count = QLocale(QLocale::English).toString(link.count);
        const QStringList words =
            link.count == 1 ? QStringList{kind}
                            : QStringList{QCoreApplication::translate("timeline::SceneLinks", "%1 × %2",
                                                                      "how many links, their kind")
                                              .arg(count, kind),
                                          count + QStringLiteral(" ×")};
        for (const QString &text : words) {
            const double width = m_measure.width(text, TextRole::Note);
            for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
                const QPointF middle = pointAt(link.curve, part);
                const SceneText word{text, middle.x() - width / 2, middle.y(), width, TextRole::Note};
                if (m_scene.plot.contains(word.rect()) && !m_taken.meet(word.rect(), number)) {
                    m_taken.add(withAir(link.word.emplace(word)));
                    draw(link);
                    return;
                }
            }
        }
    }

    static QRectF withAir(const SceneText &text) { return text.rect().marginsAdded({air, air, air, air}); }

    Scene &m_scene;
    const ScenePanel &m_panel; ///< lanes have one
    const TextMeasure &m_measure;
    QHash<quint64, std::size_t> m_marks;       ///< places in items, by event and lane
    std::vector<const SceneItem *> m_clusters; ///< lane by lane, from left to right, as they are in the scene
    std::vector<Gathered> m_gathered;
    QHash<quint64, std::size_t> m_known; ///< places in m_gathered, by both ends and kind
    /// Between two places: the first link, and how many there are.
    struct Between {
        CubicCurve curve;
        std::uint32_t from;
        int count;
    };
    QHash<quint64, Between> m_between;
    TakenPlaces m_taken; ///< by marks, texts and, as owners, links
    TakenPlaces m_texts; ///< of events, with some air
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

void setLinks(Scene &scene, const std::vector<LinkedEvents> &linked, const TextMeasure &measure) {
    scene.links.clear();
    scene.moreLinks.reset();
    if (!linked.empty()) {
        LinkBuilder(scene, measure).build(linked);
    }
}

} // namespace timeline
