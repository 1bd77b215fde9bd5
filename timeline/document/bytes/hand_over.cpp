// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/hand_over.h"

#include <QCoreApplication>
#include <QThread>
#include <algorithm>

namespace timeline {

QThreadPool &workers() {
    static QThreadPool pool;
    static const bool isPrepared = [] {
        constexpr int fewest = 4; // what was given up may take a moment to notice
        pool.setMaxThreadCount(std::max(fewest, QThread::idealThreadCount()));
        // As Qt does it with its own: what runs here may need the application.
        qAddPostRoutine([] { pool.waitForDone(); });
        return true;
    }();
    Q_UNUSED(isPrepared)
    return pool;
}

} // namespace timeline
