// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace timeline {

/// Memory for what is as large as a file or its columns: in huge pages where the system has them, since the
/// first touch of each small page costs more than reading what is put there. Nothing is touched yet.
void *allocateLarge(std::size_t bytes);
void freeLarge(void *memory, std::size_t bytes);

/// Gives the whole pages within this part of such memory back to the system; what stood there is lost.
void giveBack(void *memory, std::size_t bytes);

/// The same for containers.
template <typename T>
struct LargeAllocator {
    using value_type = T;

    LargeAllocator() = default;
    template <typename U>
    LargeAllocator(const LargeAllocator<U> & /*other*/) {}

    T *allocate(std::size_t count) { return static_cast<T *>(allocateLarge(count * sizeof(T))); }
    void deallocate(T *memory, std::size_t count) { freeLarge(memory, count * sizeof(T)); }
    bool operator==(const LargeAllocator & /*other*/) const { return true; }
};

template <typename T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

} // namespace timeline
