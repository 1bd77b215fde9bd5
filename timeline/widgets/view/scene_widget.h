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
class EventFlash;
class EventKeys;
class EventTip;
class FrameKeys;
struct FramePart;
struct PlaceTip;
class LaneHeadings;

/// A widget that shows a scene of the workspace's events, as those know it who work on it for that widget.
/// With an editor its events can be dragged, and events without a date be dropped on it.
class SceneWidget : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit SceneWidget(Workspace &workspace, QWidget *parent = nullptr); ///< which must outlive it
    ~SceneWidget() override;
    virtual void setEditor(Editor *editor); ///< must outlive it

    virtual const Scene &scene() const = 0;      ///< of this moment; without a panel where there is none
    virtual bool goesOn() const { return true; } ///< beyond its edges: one can pan
    virtual void lookAtEra(std::optional<std::size_t>) {} ///< the pointer does: its tint is seen
    virtual void focusEra(std::optional<std::size_t>) {}  ///< keys go to it
    std::optional<FramePart> focusedPart() const;         ///< around the lanes, that keys go to
    virtual LaneHeadings *headings() { return nullptr; }  ///< where it has lanes
    virtual void startLink() = 0; ///< from the current event to the one that is clicked next

    void addEvent(QPointF at); ///< in the lane there, at the time there
    void addEvent();           ///< where the current event stands, or in the middle
    void selectAt(QPointF at); ///< what a menu at this place is about

    /// Opens the cluster in which an event stands; whether it stands in one.
    virtual bool openClusterOf(EventIndex) { return false; }
    std::optional<EventIndex> focusedEvent() const; ///< that keys go to
    void tellFocus();                               ///< to who cannot see it
    Workspace &workspace() const { return m_workspace; }
    QString tipText() const;                                              ///< while it is seen
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override; ///< where a menu of keys comes up

Q_SIGNALS:
    void editRequested(timeline::EventIndex event); ///< of its fields; it may be a new one that needs a name
    void detailsRequested(timeline::EventIndex event);

    /// What is under the pointer, for a status bar: the time. Empty when it has left.
    void pointedAt(const QString &text);

protected:
    EventDragging &dragging() const { return *m_dragging; }
    virtual void dropDrag() = 0; ///< of events
    virtual void wentTo(const SceneItem &) {}
    void tellPointer(QPointF at);
    EventKeys &keys() const { return *m_keys; }
    void showToolTip(const QHelpEvent &event) const;
    FrameKeys &frameKeys() const { return *m_frameKeys; }
    void restOver(std::optional<QPointF> at); ///< the pointer does; nothing: there is none, or things move
    bool hidesTip();                          ///< whether there was one
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    SceneStates states() const; ///< of its events, as people see them

    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

    Workspace &m_workspace;

private:
    bool isAtLinkHandle(QPointF at) const;
    std::optional<PlaceTip> tipAt(QPointF at) const;
    void showTip(QPointF at) const;

    std::unique_ptr<EventDragging> m_dragging;
    std::unique_ptr<EventKeys> m_keys;
    std::unique_ptr<FrameKeys> m_frameKeys;
    EventFlash *m_flash;
    EventTip *m_tip;
};

} // namespace timeline
