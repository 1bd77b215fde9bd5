// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/background.h"
#include "widgets/workspace/workspace.h"

#include <QTimer>

namespace timeline {

/// Of the events that the filter shows those that have something in the stretch of time that is seen: rows of
/// their own, in the order of the others, and a selection that is one with the workspace's. While it is on it
/// looks again a moment after the view has moved, of many events beside the window's thread.
class EventsInView : public QObject {
    Q_OBJECT

public:
    explicit EventsInView(Workspace &workspace, QObject *parent = nullptr); ///< which must outlive it

    EventModel *events() const { return m_events; }
    EventSelection *selection() const { return m_selection; }
    void setOn(bool isOn);
    bool isOn() const { return m_isOn; }
    bool isBehind() const { return m_isOn && (m_pending.isActive() || m_work.isBusy()); }

    static constexpr EventIndex few = 20'000; ///< are looked at at once

Q_SIGNALS:
    void changed(); ///< other rows, or it is not behind any more

private:
    void lookSoon();
    void look();
    void show(const QBitArray &inView);
    void takeSelection();
    void tellSelection();

    Workspace &m_workspace;
    EventModel *m_events;
    EventSelection *m_selection;
    QTimer m_pending;
    Background<QBitArray> m_work;
    bool m_isOn = false;
    bool m_isTaking = false; ///< of selections: one follows the other
};

} // namespace timeline
