// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene.h"

#include "document/format/event.h"
#include "layout/scale/metrics.h"
#include "time/edtf_move.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace timeline {

QRectF SceneItem::labelRect() const {
    QRectF title = label ? label->rect() : QRectF();
    if (secondLine) {
        title = title.united(secondLine->rect());
    }
    return date ? title.united(date->rect()) : title;
}

QRectF SceneItem::reach() const {
    return label ? rect.united(labelRect()) : rect;
}

std::vector<QRectF> SceneItem::places() const {
    std::vector<QRectF> places = {reach()};
    if (!lines.empty()) {
        places.push_back(std::accumulate(
            lines.begin(), lines.end(), QRectF(),
            [](const QRectF &before, const SceneLine &line) { return before.united(line.rect()); }));
    }
    return places;
}

bool SceneItem::isAt(QPointF point, double tolerance) const {
    const QMarginsF grown(tolerance, tolerance, tolerance, tolerance);
    const auto holds = [&](const QRectF &place) { return place.marginsAdded(grown).contains(point); };
    return lines.empty() ? holds(reach()) : std::ranges::any_of(places(), holds);
}

Fades fadesOf(const SceneItem &item) {
    const double width = item.rect.width();
    const double most = std::min(metrics::widestFade, width * metrics::mostFadeShare);
    const double unknown = width * 0.9;
    Fades fades;
    if ((item.flags & (DateFlags(DateFlag::StartApproximate) | DateFlag::UnknownStart)) && !item.cutLeft) {
        fades.left = item.flags & DateFlag::UnknownStart ? unknown : most;
    }
    if ((item.flags & (DateFlags(DateFlag::EndApproximate) | DateFlag::UnknownEnd)) && !item.cutRight) {
        fades.right = item.flags & DateFlag::UnknownEnd ? unknown : most;
    }
    return fades;
}

const ScenePanel &Scene::panelAt(QPointF point) const {
    return *std::ranges::min_element(panels, {}, [point](const ScenePanel &panel) {
        const QRectF &rect = panel.rect;
        return std::hypot(std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0}),
                          std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0}));
    });
}

const ScenePanel &Scene::panelOf(Instant instant) const {
    const auto after = std::ranges::upper_bound(panels, instant, {}, &ScenePanel::begin);
    return after == panels.begin() ? panels.front() : *std::prev(after);
}

const SceneItem *Scene::itemAt(QPointF point) const {
    if (panels.empty() || !panelAt(point).rect.contains(point)) {
        return nullptr;
    }
    const ScenePanel &panel = panelAt(point);
    constexpr double tolerance = 2;
    const auto item = std::find_if(items.rbegin(), items.rend(), [&](const SceneItem &i) {
        return &panelOf(i) == &panel && i.isAt(point, tolerance);
    });
    return item == items.rend() ? nullptr : &*item;
}

const SceneItem *Scene::itemOf(EventIndex event) const {
    const auto item = std::ranges::find_if(items, [event](const SceneItem &i) { return i.isOf(event); });
    return item == items.end() ? nullptr : &*item;
}

const SceneItem *Scene::itemOf(EventIndex event, std::size_t lane) const {
    const auto item = std::ranges::find_if(
        items, [event, lane](const SceneItem &i) { return i.isOf(event) && i.lane == lane; });
    return item == items.end() ? nullptr : &*item;
}

const SceneItem *Scene::itemNear(EventIndex event, QPointF point) const {
    const SceneItem *nearest = nullptr;
    const auto distance = [point](const SceneItem &item) {
        return std::abs(item.rect.center().y() - point.y()); // in all lanes it lies at the same dates
    };
    for (const SceneItem &item : items) {
        if (item.isOf(event) && (nearest == nullptr || distance(item) < distance(*nearest))) {
            nearest = &item;
        }
    }
    return nearest;
}

const SceneLink *Scene::linkAt(QPointF point) const {
    const auto link =
        std::find_if(links.rbegin(), links.rend(), [point](const SceneLink &l) { return l.isNear(point); });
    return link == links.rend() ? nullptr : &*link;
}

const SceneEra *Scene::eraAt(QPointF point) const {
    const auto era = std::ranges::find_if(eras, [&](const SceneEra &e) { return e.bar.contains(point); });
    return era == eras.end() ? nullptr : &*era;
}

QRectF Scene::placeOf(const ScaleMark &mark, const ScenePanel &panel) const {
    constexpr double least = 24; // for a finger, too
    const double aside = std::max(0.0, (least - mark.length) / 2);
    const QRectF across = panel.rect.united(panel.axisRect);
    return panel.stretch(mark.at - aside, mark.at + mark.length + aside, across);
}

const ScaleMark *Scene::foldAt(QPointF point) const {
    if (panels.empty() || page || itemAt(point) != nullptr) {
        return nullptr;
    }
    const ScenePanel &panel = panelAt(point);
    const auto fold = std::ranges::find_if(panel.scaleMarks, [&](const ScaleMark &mark) {
        return mark.isBreak() &&
               (placeOf(mark, panel).contains(point) || (mark.label && mark.label->rect().contains(point)));
    });
    return fold == panel.scaleMarks.end() ? nullptr : &*fold;
}

const SceneLane *Scene::laneAt(QPointF point) const {
    if (point.y() < plot.top()) {
        return nullptr;
    }
    const auto lane = std::ranges::find_if(lanes, [&](const SceneLane &l) { return l.rect.contains(point); });
    return lane == lanes.end() ? nullptr : &*lane;
}

const SceneLane *Scene::laneOf(std::size_t lane) const {
    const std::size_t first = lanes.empty() ? 0 : lanes.front().lane;
    return lane >= first && lane - first < lanes.size() ? &lanes[lane - first] : nullptr;
}

const SceneLane *Scene::headingAt(QPointF point) const {
    const auto lane =
        std::ranges::find_if(lanes, [&](const SceneLane &l) { return l.place.contains(point); });
    return lane == lanes.end() ? nullptr : &*lane;
}

const SceneLane *Scene::laneOf(const QString &key) const {
    const auto lane = std::ranges::find(lanes, key, &SceneLane::key);
    return lane == lanes.end() ? nullptr : &*lane;
}

std::optional<Rgb> Scene::fileColor(ColorRole role) const {
    return fileColors && role < fileColors->size() ? (*fileColors)[role] : std::nullopt;
}

std::vector<std::pair<double, double>> Scene::besideTitles(const ScenePanel &panel, double along, double from,
                                                           double to) const {
    constexpr double air = 2; // on all sides of a title
    std::vector<QRectF> titles;
    const auto take = [&titles](const std::optional<SceneText> &text) {
        if (text) {
            titles.push_back(text->rect().adjusted(-air, -air, air, air));
        }
    };
    std::ranges::for_each(items, take, &SceneItem::label);
    std::ranges::for_each(items, take, &SceneItem::date);
    std::ranges::for_each(eras, take, &SceneEra::label);
    take(note);
    std::ranges::sort(titles, {}, [&panel](const QRectF &one) { return panel.across(one.topLeft()); });
    std::vector<std::pair<double, double>> clear;
    panel.forEachClear(along, from, to, titles,
                       [&clear](double begin, double end) { clear.emplace_back(begin, end); });
    return clear;
}

namespace {

QString number(double value) {
    return QString::number(value, 'f', 1);
}

QString toText(const QRectF &rect) {
    return QStringLiteral("%1,%2 %3x%4")
        .arg(number(rect.x()), number(rect.y()), number(rect.width()), number(rect.height()));
}

QString toText(const ScenePanel &panel) {
    const auto edge = [](Instant instant) {
        const bool isOpen = instant == Instant::distantPast() || instant == Instant::distantFuture();
        return isOpen ? QStringLiteral("..") : QString::fromStdString(dateNearest(instant, TickUnit::Day));
    };
    return QStringLiteral("panel %1 %2 of %3 to %4")
        .arg(panel.runsRight() ? QStringLiteral("right") : QStringLiteral("down"), toText(panel.rect),
             edge(panel.begin), edge(panel.end));
}

QString toText(const SceneText &text) {
    return QStringLiteral("\"%1\" at %2,%3 w%4")
        .arg(text.text, number(text.x), number(text.y), number(text.width));
}

QString name(ItemShape shape) {
    switch (shape) {
    case ItemShape::Point:
        return QStringLiteral("point");
    case ItemShape::Within:
        return QStringLiteral("within");
    case ItemShape::Bar:
        return QStringLiteral("bar");
    case ItemShape::Cluster:
        return QStringLiteral("cluster");
    }
    return {};
}

QString toText(const SceneLink &link) {
    const auto end = [](EventIndex event, SceneLink::End where) {
        return u'#' + QString::number(event) +
               QLatin1String(where == SceneLink::End::Cluster  ? " in a cluster"
                             : where == SceneLink::End::Beyond ? " beyond"
                                                               : "");
    };
    QString line =
        QStringLiteral("link %1 %2 to %3")
            .arg(timeline::toString(link.kind), end(link.from, link.fromEnd), end(link.to, link.toEnd));
    if (link.count > 1) {
        line += QStringLiteral(" x%1").arg(link.count);
    }
    for (const QPointF &point : link.way) {
        line += QStringLiteral(" %1,%2").arg(number(point.x()), number(point.y()));
    }
    line += QStringLiteral(" in %1").arg(link.strokes.size());
    return link.word ? line + u' ' + toText(*link.word) : line;
}

/// What stands on a panel's axis.
void addLines(QStringList &lines, const ScenePanel &panel, bool isOneOfSeveral) {
    if (isOneOfSeveral) {
        lines << toText(panel);
    }
    if (panel.zone) {
        lines << QStringLiteral("zone ") + toText(*panel.zone);
    }
    for (const SceneText &text : panel.contextLabels) {
        lines << QStringLiteral("context ") + toText(text);
    }
    for (const SceneText &text : panel.tickLabels) {
        lines << QStringLiteral("tick ") + toText(text);
    }
    for (const ScaleMark &mark : panel.scaleMarks) {
        lines << (mark.isBreak() ? QStringLiteral("break %1 w%2 ") : QStringLiteral("gutter %1 w%2"))
                         .arg(number(mark.at), number(mark.length)) +
                     (mark.label ? toText(*mark.label) : QString());
    }
    for (const SceneColumn &column : panel.columns) {
        QString line = QStringLiteral("column %1 to %2").arg(number(column.from), number(column.to));
        line += column.isAhead ? QStringLiteral(" ahead") : QString();
        for (const auto *text : {&column.head, &column.change}) {
            line += *text ? u' ' + toText(**text) : QString();
        }
        lines << line;
    }
}

} // namespace

QString Scene::toText() const {
    QStringList lines;
    lines << QStringLiteral("scene %1x%2 plot %3")
                 .arg(number(size.width()), number(size.height()), timeline::toText(plot));
    if (title) {
        lines << QStringLiteral("title ") + timeline::toText(*title);
    }
    if (standfirst) {
        lines << QStringLiteral("standfirst ") + timeline::toText(*standfirst);
    }
    for (const ScenePanel &panel : panels) {
        addLines(lines, panel, panels.size() > 1);
    }
    for (const SceneEra &era : eras) {
        lines << QStringLiteral("era %1 ").arg(timeline::toText(era.bar)) +
                     (era.label ? era.label->text : QString()) +
                     (era.count > 1 ? QStringLiteral(" x%1").arg(era.count) : QString());
    }
    for (const SceneLane &lane : lanes) {
        lines << QStringLiteral("lane %1 \"%2\" %3 events")
                         .arg(timeline::toText(lane.rect), lane.title)
                         .arg(lane.events) +
                     (lane.isFolded ? QStringLiteral(" folded to %1 bars").arg(lane.density.size())
                                    : QString());
    }
    if (hiddenLanes) {
        lines << QStringLiteral("hidden %1 ").arg(timeline::toText(hiddenLanes->rect)) +
                     timeline::toText(hiddenLanes->text) +
                     (hiddenLanes->more ? u' ' + timeline::toText(*hiddenLanes->more) : QString());
    }
    for (const SceneItem &item : items) {
        QString line =
            QStringLiteral("%1 %2 %3 #%4")
                .arg(name(item.shape), timeline::toString(item.status), timeline::toText(item.rect))
                .arg(item.event);
        if (item.count > 1) {
            line += QStringLiteral(" x%1").arg(item.count);
        }
        if (item.label) {
            line += (item.labelInside ? QStringLiteral(" inside ") : QStringLiteral(" beside ")) +
                    timeline::toText(*item.label);
        }
        if (item.secondLine) {
            line += QStringLiteral(" and ") + timeline::toText(*item.secondLine);
        }
        if (item.date) {
            line += QStringLiteral(" dated ") + timeline::toText(*item.date);
        }
        if (item.isDimmed) {
            line += QStringLiteral(" dimmed");
        }
        lines << line;
    }
    for (const SceneLink &link : links) {
        lines << timeline::toText(link);
    }
    if (moreLinks) {
        lines << timeline::toText(*moreLinks);
    }
    if (note) {
        lines << QStringLiteral("note ") + note->text;
    }
    for (const ScenePanel &panel : panels) {
        if (panel.asOf) {
            lines << QStringLiteral("as of %1 ").arg(number(*panel.asOf)) +
                         (panel.asOfLabel ? timeline::toText(*panel.asOfLabel) : QString());
        }
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace timeline
