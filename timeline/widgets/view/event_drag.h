// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"
#include "layout/scene/scene.h"
#include "time/edtf_move.h"
#include "time/edtf_shift.h"
#include "widgets/workspace/editor.h"

namespace timeline {

/// By what an event is taken hold of.
enum class Grip {
    Whole, ///< moves its date, and between lanes what these stand for
    Start, ///< an edge moves one end of its date
    End,
    Link, ///< an arrow goes from it to another event
};

/// The unit of ticks that stand a few pixels apart there: how exactly one can point.
TickUnit pointedUnit(const ScenePanel &panel, QPointF at);

/// What one can take hold of at a point of a selected event; nothing beside it.
std::optional<Grip> gripAt(const ScenePanel &panel, const SceneItem &item, QPointF at);
/// Where an arrow to another event begins: at the right of its plate, or at the left where that is out of the
/// plot.
QRectF linkHandle(const SceneItem &item, const QRectF &plot);

/// The fields that put an event into a lane: its category, its status, a tag or source instead of that of the
/// lane that it comes from. Without an event: those of a new one. None where it cannot be.
JsonMembers fieldsForLane(const Document &document, std::optional<EventIndex> event, LaneGrouping grouping,
                          const QString &fromKey, const QString &laneKey);

/// Events that are dragged: what would become of them where the pointer is. Nothing is changed before
/// commit(). Scenes are those that are seen at that moment: meanwhile one may pan and zoom.
class EventDrag {
public:
    EventDrag(const Workspace &workspace, const Scene &scene, const SceneItem &item, Grip grip,
              QPointF start);

    Grip grip() const { return m_grip; }
    EventIndex event() const { return m_item.event; }
    /// `isExact`: the date may become as exact as one can point, beyond what is known of it now.
    void moveTo(QPointF at, bool isExact, const Scene &scene);

    QPointF pointer() const { return m_at; }
    const SceneItem &item() const { return m_item; } ///< as it was taken hold of
    QString date() const { return m_date; } ///< that the event would have; its own where that is not moved
    std::optional<std::size_t> lane() const { return m_lane; }    ///< another than its own
    std::optional<EventIndex> target() const { return m_target; } ///< of an arrow
    QString toText(const Scene &scene) const;                     ///< what would be, for people
    /// The mark that the event would have; of the one that was taken hold of.
    QRectF ghost(const Scene &scene) const;

    /// Makes the change, as one step. Not of an arrow: its kind has to be asked for.
    void commit(Editor &editor) const;

private:
    double edgeAt(const ScenePanel &panel) const; ///< where that is now, along it
    Shift shift() const;
    bool movesTime() const { return m_date != m_dateBefore; }

    const Workspace &m_workspace;
    SceneItem m_item;
    Grip m_grip;
    std::vector<EventIndex> m_events; ///< all that move along
    QPointF m_at;
    double m_offset = 0;  ///< of the pointer, in pixels from the begin or end that is moved
    bool m_isEnd = false; ///< it is the end that is moved
    QString m_dateBefore, m_date;
    double m_way = 0;        ///< of the begin, in milliseconds
    Shift m_shift;           ///< of all, in the unit of the one under the hand; none where that has another
    bool m_hasMoved = false; ///< along the axis, further than a hand trembles
    bool m_isExact = false;
    TickUnit m_unit = TickUnit::Year;
    std::optional<std::size_t> m_lane;
    bool m_isKept = false; ///< in its lane, as it cannot be put into the one at the pointer
    std::optional<EventIndex> m_target;
};

} // namespace timeline
