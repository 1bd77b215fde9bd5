// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <functional>
#include <optional>

namespace timeline {
class TimelineView;
}

namespace timeloom {

/// Keeps the current event from being covered by the drawer: the timeline is panned by the least that shows
/// it with its label, past the end of time if it must, and goes back when the drawer is closed and nobody
/// moved since.
class DrawerRoom : public QObject {
    Q_OBJECT

public:
    /// `inset`: how much of the view the drawer covers, in pixels from its right.
    DrawerRoom(timeline::Workspace &workspace, const timeline::TimelineView &view, std::function<int()> inset,
               QObject *parent);
    void look(); ///< the drawer was opened or closed

private:
    timeline::Workspace &m_workspace;
    const timeline::TimelineView &m_view;
    std::function<int()> m_inset;
    struct Shifted {
        timeline::Viewport from;
        timeline::Viewport to;
    };
    std::optional<Shifted> m_shifted;
};

} // namespace timeloom
