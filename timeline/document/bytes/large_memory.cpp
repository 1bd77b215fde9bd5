// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/large_memory.h"

#include <QtGlobal>
#include <cstdint>
#include <new>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace timeline {

namespace {

constexpr std::size_t hugePage = std::size_t{2} << 20;

/// From here on some wasted pages weigh little.
constexpr std::size_t large = 4 * hugePage;

std::align_val_t alignmentOf(std::size_t bytes) {
    return std::align_val_t{bytes >= large ? hugePage : 64};
}

} // namespace

void *allocateLarge(std::size_t bytes) {
    void *memory = ::operator new(bytes, alignmentOf(bytes));
#ifdef Q_OS_LINUX
    if (bytes >= large) {
        madvise(memory, bytes, MADV_HUGEPAGE); // only a wish
    }
#endif
    return memory;
}

void freeLarge(void *memory, std::size_t bytes) {
    ::operator delete(memory, alignmentOf(bytes));
}

void giveBack(void *memory, std::size_t bytes) {
#ifdef Q_OS_LINUX
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(memory);
    const auto firstPage = (begin + page - 1) / page * page;
    const auto end = (begin + bytes) / page * page;
    if (firstPage < end) {
        madvise(static_cast<char *>(memory) + (firstPage - begin), end - firstPage, MADV_DONTNEED);
    }
#else
    static_cast<void>(memory), static_cast<void>(bytes);
#endif
}

} // namespace timeline
