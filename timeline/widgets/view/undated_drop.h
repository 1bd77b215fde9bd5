// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/event_drag.h"
#include "widgets/view/scene_widget.h"

class QDropEvent;

namespace timeline {

/// Events without a date that are dragged onto a timeline: they get the date that they are dropped at, as
/// exactly as one can point there.
class UndatedDrop {
public:
    UndatedDrop(SceneWidget &view, Workspace &workspace) : m_view(view), m_workspace(workspace) {}

    /// Whether it is about such events. To be taken in beside the timeline, too: Qt tells no more of a drag
    /// that was not.
    static bool isAbout(const QDropEvent &event);
    /// Shows what would be, where the event is about such events; false where it is about something else.
    bool moveTo(QDropEvent &event, const Editor *editor) const;
    void leave() const;
    /// As one step. An event without a category gets that of the lane.
    bool drop(QDropEvent &event, Editor *editor) const;

private:
    QString dateAt(QPointF at) const; ///< EDTF; empty beside the timeline

    SceneWidget &m_view;
    Workspace &m_workspace;
};

} // namespace timeline
