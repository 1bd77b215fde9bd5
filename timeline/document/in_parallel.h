// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace timeline {

/// Calls `work(begin, end)` for parts of 0 to `count`, in as many threads as the machine has where each gets
/// at least `least`; returns when all have been done.
template <typename Work>
void inParallel(std::size_t count, std::size_t least, Work work) {
    const std::size_t most = std::max<std::size_t>(1, count / std::max<std::size_t>(1, least));
    const std::size_t parts = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most);
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part) {
        others.emplace_back(work, count * part / parts, count * (part + 1) / parts);
    }
    work(std::size_t{0}, count / parts);
}

} // namespace timeline
