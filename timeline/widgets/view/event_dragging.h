// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/event_drag.h"
#include "widgets/view/scene_widget.h"

#include <QCoreApplication>
#include <QTimer>

namespace timeline {

/// Takes hold of events in a timeline, and drags them until that is made, or dropped. Only selected events
/// can be taken hold of, so that nothing is moved by who only wants to pan.
class EventDragging {
    Q_DECLARE_TR_FUNCTIONS(timeline::EventDragging)
    Q_DISABLE_COPY_MOVE(EventDragging)

public:
    EventDragging(SceneWidget &view, Workspace &workspace);

    void setEditor(Editor *editor) { m_editor = editor; } ///< must outlive it
    Editor *editor() const { return m_editor; }
    bool canEdit() const { return m_editor != nullptr && m_editor->canEdit(); }

    struct Held {
        const SceneItem *item;
        Grip grip;
    };
    std::optional<Held> heldAt(QPointF at) const;
    std::optional<Qt::CursorShape> cursorAt(QPointF at) const;

    const EventDrag *drag() const { return m_drag ? &*m_drag : nullptr; } ///< null while nothing is held
    void begin(const Held &held, QPointF at);
    bool beginLink(); ///< from the current event to the one that is clicked next; whether there is one
    /// Near an edge the view goes on from there, so that an event can be taken further than one sees.
    void moveTo(QPointF at, bool isExact);
    void finish(); ///< makes the change; of an arrow asks for its kind
    void drop();

private:
    void panAtEdge();
    double edgeDistance(QPointF at) const;

    SceneWidget &m_view;
    Workspace &m_workspace;
    Editor *m_editor = nullptr;
    std::optional<EventDrag> m_drag;
    bool m_isExact = false; ///< as the last key beside the mouse said
    QTimer m_edgePan;
};

} // namespace timeline
