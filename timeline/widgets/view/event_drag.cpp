// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_drag.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "time/edtf.h"

#include <QApplication>
#include <QJsonArray>
#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr double pointing = 8;     // pixels: how exactly one can point
constexpr double edgeReach = 5;    // pixels around what moves as a whole
constexpr double handleReach = 12; // to both sides of an edge

DateEnd endOf(Grip grip) {
    return grip == Grip::Start ? DateEnd::Start : grip == Grip::End ? DateEnd::End : DateEnd::Both;
}

} // namespace

TickUnit pointedUnit(const ScenePanel &panel, QPointF at) {
    return stepOfAtLeast(pointing * panel.millisecondsPerPixel(at)).unit;
}

QRectF linkHandle(const SceneItem &item, const QRectF &plot) {
    constexpr double size = 24;
    const auto around = [](QPointF middle) {
        return QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size);
    };
    if (!item.lines.empty()) { // a page: its texts lie anywhere
        constexpr double off = size / 2 + 3;
        const QPointF left(item.rect.left() - off, item.rect.center().y());
        const bool isFree = std::ranges::none_of(
            item.lines, [&](const SceneLine &line) { return line.rect().intersects(around(left)); });
        return around(isFree ? left : QPointF(item.rect.right() + off, left.y()));
    }
    const QRectF plate = plateOf(item.reach());
    // Beside the handle at a bar's end.
    const auto beside = [&](double edge, double end, double outwards) {
        const bool isNear = item.shape != ItemShape::Point && std::abs(edge - end) < 2 * handleReach;
        return isNear ? end + outwards * (2 * handleReach - 4) : edge;
    };
    const double right = beside(plate.right(), item.rect.right(), 1);
    const double left = beside(plate.left(), item.rect.left(), -1);
    return around({right + size / 2 <= plot.right() ? right : left, plate.center().y()});
}

std::optional<Grip> gripAt(const ScenePanel &panel, const SceneItem &item, QPointF at) {
    if (linkHandle(item, panel.rect).contains(at)) {
        return Grip::Link;
    }
    const double first = panel.along(item.rect.topLeft());
    const double last = panel.along(item.rect.bottomRight());
    const bool hasEdges = item.shape != ItemShape::Point && last - first >= 4 * edgeReach;
    const double within = std::min(handleReach, (last - first) / 4); // its middle stays
    const auto isAt = [&](double edge, double outwards) {
        const double off = (panel.along(at) - edge) * outwards;
        return hasEdges && -within <= off && off <= handleReach &&
               std::abs(panel.across(at) - panel.across(item.rect.center())) <= handleReach;
    };
    if (!item.cutLeft && isAt(first, -1)) {
        return Grip::Start;
    }
    if (!item.cutRight && isAt(last, 1)) {
        return Grip::End;
    }
    const bool isWithin = std::ranges::any_of(item.places(), [at](const QRectF &place) {
        return place.marginsAdded({edgeReach, 2, edgeReach, 2}).contains(at);
    });
    return isWithin ? std::optional(Grip::Whole) : std::nullopt;
}

JsonMembers fieldsForLane(const Document &document, std::optional<EventIndex> event, LaneGrouping grouping,
                          const QString &fromKey, const QString &laneKey) {
    const QJsonValue value = laneKey.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(laneKey);
    switch (grouping) {
    case LaneGrouping::Category:
    case LaneGrouping::Parent: // into the ancestor itself
        return {{u"category"_s, value}};
    case LaneGrouping::Status:
        return {{u"status"_s, value}};
    case LaneGrouping::Attribution:
        return {{u"attribution"_s, value}};
    case LaneGrouping::Place:
        if (event && document.details(*event, bit(EventField::Place)).place.at) {
            return {}; // where it lies on earth would be that of another place
        }
        return {{u"place"_s, value}};
    case LaneGrouping::Tag:
    case LaneGrouping::Source: {
        const bool isTag = grouping == LaneGrouping::Tag;
        const EventDetails details =
            event ? document.details(*event, bit(isTag ? EventField::Tags : EventField::Sources))
                  : EventDetails();
        const bool isDeclared = laneKey.isEmpty() || document.findSource(laneKey) != nullptr;
        if (!isTag && (!details.inlineSources.empty() || !isDeclared)) {
            return {}; // what stands in an event itself would be lost, or named where it is not
        }
        QStringList words;
        for (const QString &word : isTag ? details.tags : details.sources) {
            if (word != fromKey && word != laneKey) {
                words += word;
            } else if (!laneKey.isEmpty() && !words.contains(laneKey)) {
                words += laneKey;
            }
        }
        if (!laneKey.isEmpty() && !words.contains(laneKey)) {
            words.prepend(laneKey); // among the first ones, which make lanes
        }
        return {{isTag ? u"tags"_s : u"sources"_s, words.isEmpty()
                                                       ? QJsonValue(QJsonValue::Undefined)
                                                       : QJsonValue(QJsonArray::fromStringList(words))}};
    }
    case LaneGrouping::None:
        break;
    }
    return {};
}

EventDrag::EventDrag(const Workspace &workspace, const Scene &scene, const SceneItem &item, Grip grip,
                     QPointF start)
    : m_workspace(workspace), m_item(item), m_grip(grip), m_events({item.event}), m_at(start),
      m_dateBefore(workspace.document()->details(item.event).date), m_date(m_dateBefore) {
    if (grip == Grip::Whole && workspace.selection()->contains(item.event)) {
        m_events = workspace.selection()->events();
    }
    // What has no begin is moved by its end.
    m_isEnd =
        grip == Grip::End || (grip == Grip::Whole && workspace.document()->span(item.event).isOpenAtStart());
    const ScenePanel &panel = scene.panelOf(item);
    m_offset = panel.along(start) - edgeAt(panel);
}

double EventDrag::edgeAt(const ScenePanel &panel) const {
    const Span span = m_workspace.document()->span(m_item.event);
    return m_isEnd ? std::min(panel.at(span.end), panel.along(m_item.rect.bottomRight()))
                   : panel.at(span.begin);
}

void EventDrag::moveTo(QPointF at, bool isExact, const Scene &scene) {
    m_at = at;
    m_isExact = isExact;
    m_lane = std::nullopt;
    m_isKept = false;
    m_target = std::nullopt;
    m_date = m_dateBefore;
    m_way = 0;
    m_shift = {};
    if (m_grip == Grip::Link) {
        const SceneItem *item = scene.itemAt(at);
        if (item != nullptr && item->shape != ItemShape::Cluster && item->event != m_item.event) {
            m_target = item->event;
        }
        return;
    }
    if (m_grip == Grip::Whole) {
        const SceneLane *lane = scene.laneAt(QPointF(scene.plot.center().x(), at.y()));
        if (lane != nullptr && lane->lane != m_item.lane) {
            const Lanes &lanes = m_workspace.layout().lanes();
            const bool canBe = !fieldsForLane(*m_workspace.document(), m_item.event, lanes.grouping,
                                              lanes.lanes[m_item.lane].key, lane->key)
                                    .empty();
            m_lane = canBe ? std::optional(lane->lane) : std::nullopt;
            m_isKept = !canBe;
        }
    }
    // The view may have been panned or zoomed meanwhile.
    const ScenePanel &panel = scene.panelOf(m_item);
    const QPointF edge = panel.point(panel.along(at) - m_offset, panel.across(at));
    m_hasMoved = std::abs(panel.along(edge) - edgeAt(panel)) >= QApplication::startDragDistance();
    if (!m_hasMoved) {
        return; // between lanes only
    }
    const Span span = m_workspace.document()->span(m_item.event);
    const Instant to = panel.instantAt(edge);
    m_unit = pointedUnit(panel, edge);
    m_way = millisecondsBetween(m_isEnd ? span.end : span.begin, to);
    m_shift = m_grip == Grip::Whole && !isExact ? shift() : Shift();
    const std::string before = m_dateBefore.toStdString();
    const auto moved = m_grip == Grip::Whole && !isExact
                           ? shiftedDate(before, m_shift)
                           : movedDate(before, endOf(m_grip),
                                       m_grip == Grip::Whole ? plusMilliseconds(span.begin, m_way) : to,
                                       isExact ? std::optional(m_unit) : std::nullopt);
    if (moved) {
        m_date = QString::fromStdString(*moved);
    }
}

/// By what all move, in the unit of the one under the hand: in that which its date is known to, but by whole
/// days where one points at days or more, so that a time of day stays.
Shift EventDrag::shift() const {
    constexpr double day = 86'400'000;
    constexpr std::array<double, 5> steps = {1, 1000, 60'000, 3'600'000, day};
    const double step = steps.at(static_cast<std::size_t>(std::min(m_unit, TickUnit::Day)));
    const std::string before = m_dateBefore.toStdString();
    const bool isTime = knownTo(before).value_or(TickUnit::Year) < TickUnit::Day;
    const double way = isTime ? std::round(m_way / step) * step : m_way;
    const double days = std::trunc(way / day);
    return snappedShift(before, {0, static_cast<std::int64_t>(days),
                                 static_cast<std::int64_t>(std::round(way - days * day))})
        .value_or(Shift());
}

QRectF EventDrag::ghost(const Scene &scene) const {
    const ScenePanel &panel = scene.panelOf(m_item);
    const SceneItem *there = scene.itemOf(m_item.event, m_item.lane);
    QRectF rect = there != nullptr ? there->rect : m_item.rect;
    const auto parsed = parseDate(m_date.toStdString());
    if (const auto *date = std::get_if<ParsedDate>(&parsed); date != nullptr && movesTime()) {
        const double first =
            date->span.isOpenAtStart() ? panel.along(rect.topLeft()) : panel.at(date->span.begin);
        const double last =
            date->span.isOpenAtEnd() ? panel.along(rect.bottomRight()) : panel.at(date->span.end);
        if (m_item.shape == ItemShape::Point && m_grip == Grip::Whole) {
            rect.moveCenter(panel.point(first, panel.across(rect.center())));
        } else {
            rect = panel.stretch(first, std::max(last, first + 4), rect);
        }
    }
    if (const SceneLane *at = m_lane ? scene.laneOf(*m_lane) : nullptr) {
        const QRectF lane = at->rect;
        rect.moveCenter({rect.center().x(), std::clamp(m_at.y(), lane.top() + rect.height() / 2,
                                                       std::max(lane.top() + rect.height() / 2,
                                                                lane.bottom() - rect.height() / 2))});
    }
    return rect;
}

QString EventDrag::toText(const Scene &scene) const {
    const Document &document = *m_workspace.document();
    if (m_grip == Grip::Link) {
        return m_target ? Editor::tr("Link to “%1”")
                              .arg(visibleName(document.eventTitle(*m_target), TextUse::Title).left(50))
                        : Editor::tr("Link: choose another event");
    }
    QStringList words;
    if (movesTime() || !m_lane) {
        words += describeDate(m_date.toStdString());
    }
    if (const SceneLane *lane = m_lane ? scene.laneOf(*m_lane) : nullptr) {
        words += lane->title;
    }
    if (m_isKept) {
        words += Editor::tr("it cannot be put into this lane");
    }
    if (m_events.size() > 1) {
        words += Editor::tr("%Ln events", nullptr, static_cast<int>(m_events.size()));
    }
    if (!movesTime() && !m_lane && m_hasMoved) {
        words += Editor::tr("Ctrl: more exactly");
    }
    return words.join(u" · "_s);
}

void EventDrag::commit(Editor &editor) const {
    if (m_grip == Grip::Link || (!movesTime() && !m_lane)) {
        return;
    }
    const Document document = *m_workspace.document();
    const Lanes &lanes = m_workspace.layout().lanes();
    const QString stepName = m_grip == Grip::Whole   ? Editor::tr("Move")
                             : m_grip == Grip::Start ? Editor::tr("Change of the start")
                                                     : Editor::tr("Change of the end");
    const bool movesAlike = !m_shift.isNone() && movesTime();
    if (movesAlike && !m_lane) {
        editor.moveBy(m_events, m_shift, stepName);
        return;
    }
    std::vector<FieldEdit> edits;
    for (const EventIndex event : m_events) {
        FieldEdit edit{event, {}};
        const QString before = document.details(event, 0).date;
        const auto moved = event == m_item.event ? std::optional(m_date.toStdString())
                           : movesAlike          ? shiftedDate(before.toStdString(), m_shift)
                           : movesTime()         ? movedDate(before.toStdString(), DateEnd::Both,
                                                             plusMilliseconds(document.begin(event), m_way), m_unit)
                                                 : std::nullopt;
        if (moved && QString::fromStdString(*moved) != before) {
            edit.fields.emplace_back(u"date"_s, QString::fromStdString(*moved));
        }
        if (m_lane) {
            for (auto &field : fieldsForLane(document, event, lanes.grouping, lanes.lanes[m_item.lane].key,
                                             lanes.lanes[*m_lane].key)) {
                edit.fields.push_back(std::move(field));
            }
        }
        edits.push_back(std::move(edit));
    }
    editor.setFields(edits, stepName);
    if (const QString stays = movesAlike ? countShift(document, m_events, m_shift).whatStays() : QString();
        !stays.isEmpty()) {
        Q_EMIT editor.refused(stays);
    }
}

} // namespace timeline
