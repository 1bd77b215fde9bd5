// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <QElapsedTimer>

class QKeyEvent;
class QWheelEvent;

namespace timeline {

/// How one moves about in a timeline by wheel, keys and actions: zooming, panning, from event to event. Steps
/// that follow each other quickly are one way: back leads to where it began.
class ViewNavigation {
    Q_DISABLE_COPY_MOVE(ViewNavigation)

public:
    explicit ViewNavigation(Workspace &workspace) : m_workspace(workspace) {} ///< must outlive it

    void zoomAt(const Scene &scene, QPointF at, double factor); ///< around that place, at once
    void zoomBy(double factor);                                 ///< around the workspace's anchor, animated
    void frameSelection();                                      ///< everything where nothing is selected
    void frameStretch(const Scene &scene, QPointF from, QPointF to);
    /// The next event in the lane of one; where it stands in several, in that in which one went to it.
    std::optional<EventIndex> nextInLane(std::optional<EventIndex> event, int direction);
    /// In the next lane above or below that is not empty: the event that begins nearest to it.
    std::optional<EventIndex> nearestInNextLane(std::optional<EventIndex> event, int direction);
    bool isStepping() const { return m_isStepping; } ///< a step of zoom, or to one side, is being asked for
    void wentTo(const SceneItem &item);              ///< by pointing at it

    void turnWheel(const Scene &scene, const QWheelEvent &event);
    bool pressKey(const QKeyEvent &event); ///< whether it is a key of moving about

private:
    void beginRun();
    void panBy(double pixels);
    std::size_t laneOf(EventIndex event) const;
    void stepTo(const Viewport &viewport);

    Workspace &m_workspace;
    QElapsedTimer m_sinceStep; ///< of wheel or key: after a rest a new run begins
    bool m_isStepping = false;
    std::optional<QString> m_laneKey; ///< of that in which one went to an event last
};

} // namespace timeline
