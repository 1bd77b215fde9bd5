// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_links.h"

#include "document/format/wording.h"
#include "layout/scale/metrics.h"
#include "layout/scene/link_curve.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <span>

namespace timeline {

namespace {

constexpr std::size_t mostLinks = 200;
constexpr std::size_t mostWords = 24; // among more they would be all that one sees
constexpr double air = 3; // around texts: more than what a straight piece can cut off their corners

/// Rectangles sorted into strips of the scene, so that what is at a place is found quickly.
class TakenPlaces {
public:
    static constexpr std::size_t nobody = SIZE_MAX;
    void add(const QRectF &rect, std::size_t owner = nobody) {
        for (std::size_t strip = stripAt(rect.top()); strip <= stripAt(rect.bottom()); ++strip) {
            m_strips.resize(std::max(m_strips.size(), strip + 1));
            m_strips[strip].push_back({rect.left(), rect.top(), rect.right(), rect.bottom(), owner});
        }
    }
    /// Whether there is something there that is not this owner's.
    bool meet(const QRectF &rect, std::size_t owner = nobody - 1) const {
        for (std::size_t i = stripAt(rect.top()); i <= stripAt(rect.bottom()) && i < m_strips.size(); ++i) {
            if (std::ranges::any_of(m_strips[i], [&](const Taken &t) {
                    return t.owner != owner && t.left < rect.right() && t.right > rect.left() &&
                           t.top < rect.bottom() && t.bottom > rect.top();
                })) {
                return true;
            }
        }
        return false;
    }
    bool meet(QPointF at) const { return meet(QRectF(at, QSizeF(0, 0))); }

private:
    struct Taken {
        double left, top, right, bottom;
        std::size_t owner;
    };
    static std::size_t stripAt(double y) {
        constexpr double height = 24;
        return static_cast<std::size_t>(std::max(0.0, y / height));
    }
    std::vector<std::vector<Taken>> m_strips;
};

class LinkBuilder {
public:
    LinkBuilder(Scene &scene, const Viewport &viewport, const TextMeasure &measure)
        : m_scene(scene), m_viewport(viewport), m_measure(measure) {
        for (std::size_t i = 0; i < scene.items.size(); ++i) {
            const SceneItem &item = scene.items[i];
            if (item.shape == ItemShape::Cluster) {
                m_clusters.push_back(&item);
            } else {
                m_marks.insert(item.event, i);
            }
            m_taken.add(item.reach());
            if (item.label) {
                m_texts.add(withAir(*item.label));
            }
        }
    }

    void build(const std::vector<LinkedEvent> &linked) {
        for (auto event = linked.begin(); event != linked.end(); ++event) {
            gather(event->links, {linked.begin(), event});
        }
        std::ranges::stable_sort(m_scene.links, std::ranges::greater(), &SceneLink::count);
        addMore();
        std::vector<SceneLink> &all = m_scene.links;
        for (std::size_t i = 0; i < all.size(); ++i) {
            draw(all[i]);
            for (const SceneLink::Stroke &stroke : all[i].strokes) {
                for (const QPointF &point : pointsOn(stroke.curve, 2 * air)) {
                    m_taken.add({point - QPointF(air, air), QSizeF(2 * air, 2 * air)}, i);
                }
            }
        }
        for (std::size_t i = 0; i < std::min(all.size(), mostWords); ++i) {
            addWord(i);
        }
    }

private:
    /// Those that reach into the view, the same ones as one. Links with an event of `before` are there
    /// already.
    void gather(const std::vector<PlacedLink> &links, std::span<const LinkedEvent> before) {
        LinkPlace from, to;
        std::optional<EventIndex> lastFrom, lastTo; // one end is mostly that of the link before
        for (const PlacedLink &placed : links) {
            if (std::ranges::any_of(before, [&](const LinkedEvent &b) {
                    return b.event == placed.from.event || b.event == placed.to.event;
                })) {
                continue;
            }
            from = lastFrom == placed.from.event ? from : placeOf(placed.from);
            to = lastTo == placed.to.event ? to : placeOf(placed.to);
            lastFrom = placed.from.event;
            lastTo = placed.to.event;
            const bool isOutside = from.end == SceneLink::End::Beyond && to.end == SceneLink::End::Beyond;
            if (isOutside || from.identity == to.identity) {
                continue; // within one cluster there is nothing to see
            }
            const quint64 key =
                quint64{from.identity} << 33 | quint64{to.identity} << 2 | static_cast<quint64>(placed.kind);
            const auto same = m_known.constFind(key);
            if (same != m_known.cend()) {
                ++m_scene.links[*same].count;
                continue;
            }
            m_known.insert(key, m_scene.links.size());
            m_scene.links.push_back({placed.kind,
                                     placed.from.event,
                                     placed.to.event,
                                     1,
                                     from.end,
                                     to.end,
                                     curveBetween(from, to),
                                     {},
                                     {}});
        }
    }

    LinkPlace placeOf(const PlacedLink::End &end) const {
        const QRectF &plot = m_scene.plot;
        const double reach = metrics::pointSize * m_viewport.scale(); // of a mark that is wider than its date
        const bool isLeft = end.span.end < m_viewport.left() - reach;
        const bool isRight = end.span.begin > m_viewport.right() + reach;
        const SceneLane *lane = m_scene.laneOf(end.lane);
        if (lane != nullptr && !isLeft && !isRight) {
            const auto mark = m_marks.constFind(end.event);
            const SceneItem *item = mark != m_marks.cend() ? &m_scene.items[*mark] : clusterOf(end);
            if (item != nullptr) {
                LinkPlace place = linkPlace(*item, plot);
                place.identity = static_cast<std::uint32_t>(item - m_scene.items.data());
                return place;
            }
        }
        const bool isAbove = lane == nullptr && (m_scene.lanes.empty() || end.lane < m_scene.lanes[0].lane);
        const bool isBelow = lane == nullptr && !isAbove;
        const double x = isLeft ? plot.left()
                         : isRight
                             ? plot.right()
                             : plot.left() + std::clamp(m_viewport.x(end.span.begin), 0.0, plot.width());
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
        place.identity = static_cast<std::uint32_t>(m_scene.items.size() + end.lane * 3 + side);
        return place;
    }

    /// The cluster that an event is counted in: that of the cell where it begins, or else that of what begins
    /// left of the view.
    const SceneItem *clusterOf(const PlacedLink::End &end) const {
        const auto order = [](const SceneItem *item) {
            return std::pair(std::size_t{item->lane}, item->axisBegin);
        };
        const auto after =
            std::ranges::upper_bound(m_clusters, std::pair(end.lane, end.span.begin), {}, order);
        if (after != m_clusters.begin()) {
            const SceneItem *item = *std::prev(after);
            if (item->lane == end.lane && end.span.begin < item->axisEnd) {
                return item;
            }
        }
        const auto first = std::ranges::lower_bound(m_clusters, std::pair(end.lane, -HUGE_VAL), {}, order);
        return first != m_clusters.end() && (*first)->lane == end.lane && (*first)->reachesIn ? *first
                                                                                              : nullptr;
    }

    void addMore() {
        if (m_scene.links.size() <= mostLinks) {
            return;
        }
        EventIndex more = 0;
        for (std::size_t i = mostLinks; i < m_scene.links.size(); ++i) {
            more += m_scene.links[i].count;
        }
        m_scene.links.resize(mostLinks);
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
            const bool isSeen = m_scene.plot.contains(at) && !(link.word && withAir(*link.word).contains(at));
            return !isSeen ? Sight::None : m_texts.meet(at) ? Sight::BehindText : Sight::Clear;
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
    const Viewport &m_viewport;
    const TextMeasure &m_measure;
    QHash<EventIndex, std::size_t> m_marks;    ///< places in items
    std::vector<const SceneItem *> m_clusters; ///< lane by lane, from left to right, as they are in the scene
    QHash<quint64, std::size_t> m_known;       ///< places in the scene's links, by both ends and kind
    TakenPlaces m_taken;                       ///< by marks, texts and, as owners, links
    TakenPlaces m_texts;                       ///< of events, with some air
};

} // namespace

LinkedEvent linkedEvent(const EventAxis &axis, const Lanes &lanes, EventIndex event) {
    LinkedEvent linked{event, {}};
    std::optional<PlacedLink::End> from, to; // one end is mostly that of the link before
    const auto place = [&](std::optional<PlacedLink::End> &end, EventIndex at) {
        if (end && end->event == at) {
            return true;
        }
        const std::optional<std::size_t> lane = lanes.laneOf(axis, at);
        end = lane ? std::optional(PlacedLink::End{at, *lane, axis.span(at)}) : std::nullopt;
        return end.has_value();
    };
    for (const Document::Relation &relation : axis.document.relations()) {
        if ((relation.from == event || relation.to == event) && place(from, relation.from) &&
            place(to, relation.to)) {
            linked.links.push_back({relation.kind, *from, *to});
        }
    }
    return linked;
}

void setLinks(Scene &scene, const std::vector<LinkedEvent> &linked, const Viewport &viewport,
              const TextMeasure &measure) {
    scene.links.clear();
    scene.moreLinks.reset();
    if (!linked.empty()) {
        LinkBuilder(scene, viewport, measure).build(linked);
    }
}

} // namespace timeline
