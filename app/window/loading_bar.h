// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/opening.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace timeloom {

/// Tells in the status bar how far opening a large file is, and lets one cancel it. Hidden while there is
/// nothing to tell.
class LoadingBar : public QWidget {
    Q_OBJECT

public:
    LoadingBar(Opening &opening, timeline::Workspace &workspace, QWidget *parent = nullptr);

private:
    void showReading(qint64 bytesDone, qint64 bytesTotal, qint64 events);
    void showArranging(); ///< all is read, and for a moment it cannot be said how far the rest is
    void settle();

    const Opening &m_opening;
    const timeline::Workspace &m_workspace;
    QProgressBar *m_bar;
    QLabel *m_text;
    QToolButton *m_cancel;
};

} // namespace timeloom
