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

namespace timeline {

namespace {

constexpr std::size_t mostLinks = 200;
constexpr std::size_t mostWords = 24; // among more they would be all that one sees
constexpr double air = 3; // around texts: more than what a straight piece can cut off their corners

/// Rectangles sorted into strips of the scene, so that what is at a place is found quickly.
class TakenPlaces {
public:
    void add(const QRectF &rect) {
        for (std::size_t strip = stripAt(rect.top()); strip <= stripAt(rect.bottom()); ++strip) {
            m_strips.resize(std::max(m_strips.size(), strip + 1));
            m_strips[strip].push_back(rect);
        }
    }
    bool meets(const QRectF &rect) const {
        for (std::size_t i = stripAt(rect.top()); i <= stripAt(rect.bottom()) && i < m_strips.size(); ++i) {
            if (std::ranges::any_of(m_strips[i], [&](const QRectF &r) { return r.intersects(rect); })) {
                return true;
            }
        }
        return false;
    }
    bool contain(QPointF at) const {
        const std::size_t strip = stripAt(at.y());
        return strip < m_strips.size() && std::ranges::any_of(m_strips[strip], [at](const QRectF &r) {
                   return at.x() > r.left() && at.x() < r.right() && at.y() > r.top() && at.y() < r.bottom();
               });
    }

private:
    static std::size_t stripAt(double y) {
        constexpr double height = 24;
        return static_cast<std::size_t>(std::max(0.0, y / height));
    }
    std::vector<std::vector<QRectF>> m_strips;
};

class LinkBuilder {
public:
    LinkBuilder(Scene &scene, const Viewport &viewport, const TextMeasure &measure)
        : m_scene(scene), m_viewport(viewport), m_measure(measure) {
        for (std::size_t i = 0; i < scene.items.size(); ++i) {
            const SceneItem &item = scene.items[i];
            if (item.shape != ItemShape::Cluster) {
                m_marks.insert(item.event, i);
            }
            m_taken.add(item.reach());
            if (item.label) {
                m_texts.add(item.label->rect().marginsAdded({air, air, air, air}));
            }
        }
    }

    void build(const std::vector<PlacedLink> &links) {
        gather(links);
        addMore();
        for (std::size_t i = 0; i < std::min(m_scene.links.size(), mostWords); ++i) {
            addWord(m_scene.links[i]);
        }
        for (SceneLink &link : m_scene.links) {
            stroke(link, [this](QPointF at) { return m_scene.plot.contains(at) && !m_texts.contain(at); });
        }
    }

private:
    /// Those that reach into the view, the same ones as one; those that stand for most first.
    void gather(const std::vector<PlacedLink> &links) {
        QHash<quint64, std::size_t> known; // places in links, by both ends and kind
        LinkPlace from, to;
        std::optional<EventIndex> lastFrom, lastTo; // one end is mostly that of the link before
        for (const PlacedLink &placed : links) {
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
            const auto same = known.constFind(key);
            if (same != known.cend()) {
                ++m_scene.links[*same].count;
                continue;
            }
            known.insert(key, m_scene.links.size());
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
        std::ranges::stable_sort(m_scene.links, std::ranges::greater(), &SceneLink::count);
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
                return placeOf(*item);
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

    LinkPlace placeOf(const SceneItem &item) const {
        const double left = std::clamp(item.rect.left(), m_scene.plot.left(), m_scene.plot.right());
        const double right = std::clamp(item.rect.right(), m_scene.plot.left(), m_scene.plot.right());
        LinkPlace place;
        place.end = item.shape == ItemShape::Cluster ? SceneLink::End::Cluster : SceneLink::End::Mark;
        place.rect = QRectF(left, item.rect.top(), right - left, item.rect.height());
        place.isLabelled = item.label && !item.labelInside;
        place.identity = static_cast<std::uint32_t>(&item - m_scene.items.data());
        return place;
    }

    /// The cluster that an event is counted in: that of the cell where it begins, or else that of what begins
    /// left of the view.
    const SceneItem *clusterOf(const PlacedLink::End &end) const {
        const SceneItem *reachingIn = nullptr;
        for (const SceneItem &item : m_scene.items) {
            if (item.shape != ItemShape::Cluster || item.lane != end.lane) {
                continue;
            }
            if (item.reachesIn) {
                reachingIn = &item;
            } else if (item.axisBegin <= end.span.begin && end.span.begin < item.axisEnd) {
                return &item;
            }
        }
        return reachingIn;
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
        const QString text = QCoreApplication::translate("timeline", "and %1 more links")
                                 .arg(QLocale(QLocale::English).toString(more));
        const double width = m_measure.width(text, TextRole::Note);
        const QRectF &plot = m_scene.plot;
        SceneText note{text, plot.right() - width - 10, plot.bottom() - 12, width, TextRole::Note};
        for (double y = note.y; y > plot.top() && m_taken.meets(note.rect()); y -= 4) {
            note.y = y;
        }
        take(m_scene.moreLinks.emplace(note));
    }

    void addWord(SceneLink &link) {
        QString text = linkWording(link.kind);
        if (link.count > 1) {
            text = QCoreApplication::translate("timeline", "%1 × %2", "how many links, their kind")
                       .arg(QLocale(QLocale::English).toString(link.count), text);
        }
        const double width = m_measure.width(text, TextRole::Note);
        for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
            const QPointF middle = pointAt(link.curve, part);
            const SceneText word{text, middle.x() - width / 2, middle.y(), width, TextRole::Note};
            if (m_scene.plot.contains(word.rect()) && !m_taken.meets(word.rect())) {
                take(link.word.emplace(word));
                return;
            }
        }
    }

    void take(const SceneText &text) {
        m_taken.add(text.rect());
        m_texts.add(text.rect().marginsAdded({air, air, air, air}));
    }

    Scene &m_scene;
    const Viewport &m_viewport;
    const TextMeasure &m_measure;
    QHash<EventIndex, std::size_t> m_marks; ///< places in items
    TakenPlaces m_taken;                    ///< by marks and texts
    TakenPlaces m_texts;                    ///< with some air
};

} // namespace

std::vector<PlacedLink> placedLinks(const EventAxis &axis, const Lanes &lanes,
                                    const std::vector<EventIndex> &events) {
    const auto isOne = [&](EventIndex event) { return std::ranges::find(events, event) != events.end(); };
    std::vector<PlacedLink> links;
    std::optional<PlacedLink::End> from, to; // one end is mostly that of the link before
    const auto place = [&](std::optional<PlacedLink::End> &end, EventIndex event) {
        if (end && end->event == event) {
            return true;
        }
        const std::optional<std::size_t> lane = lanes.laneOf(axis, event);
        end = lane ? std::optional(PlacedLink::End{event, *lane, axis.span(event)}) : std::nullopt;
        return end.has_value();
    };
    for (const Document::Relation &relation : axis.document.relations()) {
        if ((isOne(relation.from) || isOne(relation.to)) && place(from, relation.from) &&
            place(to, relation.to)) {
            links.push_back({relation.kind, *from, *to});
        }
    }
    return links;
}

void setLinks(Scene &scene, const std::vector<PlacedLink> &links, const Viewport &viewport,
              const TextMeasure &measure) {
    scene.links.clear();
    scene.moreLinks.reset();
    if (!links.empty()) {
        LinkBuilder(scene, viewport, measure).build(links);
    }
}

} // namespace timeline
