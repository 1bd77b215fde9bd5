// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/scene_painter.h"
#include "widgets/workspace/editor.h"

#include <QAbstractScrollArea>
#include <memory>

class QHelpEvent;

namespace timeline {

class EventDragging;

/// A widget that shows a scene of the workspace's events, as those know it who work on it for that widget.
/// With an editor its events can be dragged, and events without a date be dropped on it.
class SceneWidget : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit SceneWidget(Workspace &workspace, QWidget *parent = nullptr); ///< which must outlive it
    ~SceneWidget() override;
    void setEditor(Editor *editor); ///< must outlive it

    virtual const Scene &scene() const = 0;      ///< of this moment; without a panel where there is none
    virtual bool goesOn() const { return true; } ///< beyond its edges: one can pan
    virtual void startLink() = 0;                ///< from the current event to the one that is clicked next

    void addEvent(QPointF at); ///< in the lane there, at the time there
    void addEvent();           ///< where the current event stands, or in the middle
    void selectAt(QPointF at); ///< what a menu at this place is about

Q_SIGNALS:
    void editRequested(timeline::EventIndex event); ///< of its fields; it may be a new one that needs a name

    /// What is under the pointer, for a status bar: the time. Empty when it has left.
    void pointedAt(const QString &text);

protected:
    EventDragging &dragging() const { return *m_dragging; }
    virtual void dropDrag() = 0; ///< of events
    virtual void wentTo(const SceneItem &) {}
    void tellPointer(QPointF at);
    void showToolTip(const QHelpEvent &event) const;
    SceneStates states() const; ///< of its events, as people see them

    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

    Workspace &m_workspace;

private:
    std::unique_ptr<EventDragging> m_dragging;
};

} // namespace timeline
