// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/frame_times.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <algorithm>

namespace timeline {

namespace {

Q_LOGGING_CATEGORY(frames, "timeloom.frames", QtWarningMsg)

QString milliseconds(double time) {
    return QString::number(time, 'f', 1);
}

} // namespace

void FrameTimes::endPainting(std::size_t items) {
    m_last = {m_layout, elapsed()};
    m_layout = 0;
    const double whole = m_last.first + m_last.second;
    if (m_kept.size() < mostKept) {
        m_kept.push_back(whole);
    } else {
        m_kept[m_next] = whole;
    }
    m_next = (m_next + 1) % mostKept;
    qCDebug(frames, "layout %.2f ms, painting %.2f ms, %zu marks", m_last.first, m_last.second, items);
}

QString FrameTimes::toText() const {
    if (m_kept.empty()) {
        return {};
    }
    std::vector<double> sorted = m_kept;
    std::ranges::sort(sorted);
    const double nearlyAll = sorted[(sorted.size() * 99 + 99) / 100 - 1];
    return QCoreApplication::translate("timeline::FrameTimes",
                                       "%1 ms: layout %2, painting %3; 99 % of the last %4 within %5 ms")
        .arg(milliseconds(m_last.first + m_last.second), milliseconds(m_last.first),
             milliseconds(m_last.second), QString::number(sorted.size()), milliseconds(nearlyAll));
}

} // namespace timeline
