// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/event_dragging.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/stretch_end.h"
#include "widgets/view/view_navigation.h"
#include "widgets/view/viewport_animator.h"

class QMouseEvent;

namespace timeline {

/// What the mouse does in a timeline: clicks, and drags that pan, frame or measure a stretch of time, or move
/// events.
class PointerInput {
    Q_DISABLE_COPY_MOVE(PointerInput)

public:
    struct Tools {
        Workspace &workspace;
        ViewportAnimator &animator;
        ViewNavigation &navigation;
        EventDragging &dragging;
    };
    PointerInput(SceneWidget &view, const Tools &tools) : m_view(view), m_tools(tools) {}

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void rest(QPointF at); ///< what lies below the pointer may be another
    void beginLink();      ///< from the current event to the one that is clicked next
    void dropDrag();       ///< of events
    void dropAll();        ///< whatever is being done
    void openCluster(const SceneItem &cluster, QPoint globalPos);
    bool openClusterOf(EventIndex event);                        ///< whether it stands in one
    bool isHeld() const { return m_gesture.kind != Drag::None; } ///< a button
    bool isBusy() const { return m_gesture.kind != Drag::None || m_isMeasured; }

    bool isDragging() const { return m_gesture.kind == Drag::Edit && m_gesture.moved; } ///< events
    /// What is framed or measured: where that began and where the pointer is. What is measured catches on
    /// events.
    std::optional<std::pair<StretchEnd, StretchEnd>> stretch() const;

private:
    enum class Drag { None, Pan, Frame, Measure, Edit };
    struct Gesture {
        Drag kind = Drag::None;
        bool moved = false; ///< further than a click trembles
        QPointF start;
        QPointF last;
        std::optional<Instant> caughtStart, caughtLast; ///< what is measured
        int scrollStart = 0;
        Viewport viewportStart;
        std::vector<std::pair<qint64, double>> trail; ///< milliseconds and x, the newest last
    };

    std::optional<FramePart> partAt(QPointF at) const; ///< around the lanes
    const SceneLane *foldedLaneAt(QPointF at) const;
    void hover(QPointF at);
    void beginMoving();
    void click(QPointF at, Qt::KeyboardModifiers modifiers);
    double flingVelocity() const;

    SceneWidget &m_view;
    Tools m_tools;
    Gesture m_gesture;
    bool m_hasOpenedFold = false; ///< the last click has
    bool m_hasUnfolded = false;   ///< the same of a lane
    bool m_isMeasured = false;    ///< a finished measure is still shown
};

} // namespace timeline
