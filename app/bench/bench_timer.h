// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <algorithm>
#include <optional>

namespace timeloom {

/// Measures from when it is made.
class BenchTimer {
public:
    BenchTimer() { m_timer.start(); }
    double milliseconds() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }

private:
    QElapsedTimer m_timer;
};

/// The smaller of two figures, of which either may be missing.
inline void keepBest(std::optional<double> &best, std::optional<double> measured) {
    if (measured) {
        best = best ? std::min(*best, *measured) : *measured;
    }
}

} // namespace timeloom
