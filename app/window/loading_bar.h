// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/opening.h"
#include "widgets/workspace/editor.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace timeloom {

/// Tells in the status bar how far opening a large file, or changing many events, is, and lets one cancel it.
/// Hidden while there is nothing to tell.
class LoadingBar : public QWidget {
    Q_OBJECT

public:
    LoadingBar(Opening &opening, timeline::Workspace &workspace, timeline::Editor &editor,
               QWidget *parent = nullptr);

private:
    void showReading(qint64 bytesDone, qint64 bytesTotal, qint64 events);
    void showEditing(qint64 done, qint64 total);
    void cancel();
    void showWaiting(const QString &text); ///< for a while of which it cannot be said how long it is
    void settle();

    Opening &m_opening;
    const timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    QProgressBar *m_bar;
    QLabel *m_text;
    QToolButton *m_cancel;
};

} // namespace timeloom
