// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace timeline {

/// Lets events be noticed for a moment that are new, or that undoing or making again has changed.
class EventFlash : public QObject {
    Q_OBJECT

public:
    EventFlash(Workspace &workspace, QWidget &view); ///< to be seen in that view; both must outlive it
    void setEditor(Editor *editor);
    /// How much an event is to be noticed now, 0 to 1.
    double of(EventIndex event) const;
    bool isOn() const { return m_strength > 0; }

Q_SIGNALS:
    void changed();

private:
    void noteEdit(const std::vector<EventIndex> &events);
    void noteTurn(int index);
    void start(std::vector<EventIndex> events);

    Workspace &m_workspace;
    const QWidget &m_view;
    Editor *m_editor = nullptr;
    QVariantAnimation m_fading;
    QTimer m_staying;
    std::vector<EventIndex> m_events; ///< in order
    std::vector<EventIndex> m_edited; ///< last
    EventIndex m_known = 0;           ///< events that there were
    int m_index = 0;                  ///< of the undo stack
    int m_count = 0;
    double m_strength = 0;
};

} // namespace timeline
