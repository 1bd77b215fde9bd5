// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>

namespace timeline {

/// How far an edit of many events is, and whether anybody still wants it. For several threads at once.
class EditControl {
public:
    explicit EditControl(std::stop_token stop = {}) : m_stop(std::move(stop)) {}

    /// What was edited is then of no use.
    bool isStopped() const { return m_stop.stop_requested(); }
    std::stop_token token() const { return m_stop; }
    /// So many steps are still to come.
    void expect(std::size_t steps) { m_expected += steps; }
    void advance(std::size_t steps) { m_done += steps; }
    std::size_t expected() const { return m_expected; }
    std::size_t done() const { return m_done; }

private:
    std::stop_token m_stop;
    std::atomic<std::size_t> m_expected = 0;
    std::atomic<std::size_t> m_done = 0;
};

} // namespace timeline
