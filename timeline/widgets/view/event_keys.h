// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/event_dragging.h"

class QKeyEvent;

namespace timeline {

/// What keys do with the events of a scene, wherever they stand: Space selects as well, F8 follows links,
/// Alt+Shift+arrows move events in time. Keys go to the current event, or to another one to which they went
/// without selecting it.
class EventKeys {
    Q_DISABLE_COPY_MOVE(EventKeys)

public:
    EventKeys(SceneWidget &view, Workspace &workspace, const EventDragging &dragging);

    std::optional<EventIndex> focus() const;
    bool isSeen() const { return m_isSeen; } ///< where keys go: who points does not look for it
    void setSeen(bool isSeen);
    /// Shows an event and lets keys go to it; what is selected stays so, or it is selected.
    void goTo(EventIndex event, bool keepsSelection);
    /// Whether keys went to something that is not selected; they go back to what is.
    bool comeBack();
    bool press(const QKeyEvent &event); ///< whether it is one of its keys

private:
    bool followLink(int direction);
    bool move(int direction);

    SceneWidget &m_view;
    Workspace &m_workspace;
    const EventDragging &m_dragging;
    std::optional<EventIndex> m_apart; ///< that is not selected
    bool m_isSeen = false;
    /// The event whose links are followed, and the last that was.
    struct Followed {
        EventIndex from = 0;
        EventIndex to = 0;
        std::size_t number = 0;
    };
    std::optional<Followed> m_followed;
};

/// A date that is moved by one of the unit that it is known to, there or back.
std::optional<Shift> stepOf(std::string_view date, int direction);

} // namespace timeline
