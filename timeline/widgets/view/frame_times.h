// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <vector>

namespace timeline {

/// What the latest frames took, for who wants to know: the log category `timeloom.frames` tells of each
/// (QT_LOGGING_RULES="timeloom.frames.debug=true"), and the view can show them.
class FrameTimes {
public:
    /// Begins a part of a frame; of two in a row the times add up.
    void begin() { m_timer.start(); }
    void endLayout() { m_layout += elapsed(); }
    void endPainting(std::size_t items); ///< and with it the frame

    /// "4.1 ms: layout 0.9, painting 3.2; 99 % of the last 200 below 6.0 ms"; empty before the first frame.
    QString toText() const;

private:
    static constexpr std::size_t mostKept = 200;
    double elapsed() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }

    QElapsedTimer m_timer;
    double m_layout = 0;              ///< of the frame that is being made, in milliseconds
    std::pair<double, double> m_last; ///< layout and painting of the last one
    std::vector<double> m_kept;       ///< whole frames, a ring
    std::size_t m_next = 0;
};

} // namespace timeline
