// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/map_guard.h"

#ifdef Q_OS_LINUX

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace timeline {

namespace {

/// A map, for a signal handler to find: it may neither allocate nor wait.
struct Slot {
    std::atomic<bool> isTaken = false;
    std::atomic<std::uintptr_t> begin = 0; ///< 0: not on guard
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<int> file = -1;
    std::atomic<bool> isCut = false;
};

std::array<Slot, 256> guarded; // more than there are windows and documents in one program
struct sigaction before {};
std::uintptr_t pageSize = 4096;

std::uintptr_t pageUp(std::uintptr_t address) {
    return (address + pageSize - 1) / pageSize * pageSize;
}

/// Puts zeros where the file has nothing any more; whether that helps. Only calls that a handler may make.
bool putZeros(Slot &slot, std::uintptr_t at) {
    const std::uintptr_t begin = slot.begin.load(std::memory_order_acquire);
    if (begin == 0 || at < begin || at >= slot.end) {
        return false;
    }
    std::uintptr_t from = at / pageSize * pageSize;
    std::uintptr_t to = from + pageSize;
    struct stat now {};
    if (::fstat(slot.file, &now) == 0) {
        // All of what was cut off at once: page by page each would be a map of its own.
        const std::uintptr_t left = pageUp(begin + static_cast<std::uintptr_t>(now.st_size));
        if (from >= left) {
            from = left;
            to = pageUp(slot.end);
        }
    }
    // NOLINTNEXTLINE(performance-no-int-to-ptr): an address from the system
    void *place = reinterpret_cast<void *>(from);
    if (::mmap(place, to - from, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) ==
        MAP_FAILED) {
        return false;
    }
    slot.isCut = true;
    return true;
}

extern "C" void onBusError(int signal, siginfo_t *info, void * /*context*/) {
    const int why = errno;
    const auto at = reinterpret_cast<std::uintptr_t>(info->si_addr);
    bool isMended = info->si_code <= 0; // sent by somebody: below
    for (Slot &slot : guarded) {
        isMended = isMended || putZeros(slot, at);
    }
    if (!isMended || info->si_code <= 0) { // none of ours: it comes again, or is sent again
        ::sigaction(signal, &before, nullptr);
    }
    if (info->si_code <= 0) {
        ::raise(signal);
    }
    errno = why;
}

/// Once for the process; whoever handled the signal before still does.
void install() {
    [[maybe_unused]] static const bool isInstalled = [] {
        pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
        struct sigaction action {};
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        return ::sigaction(SIGBUS, &action, &before) == 0;
    }();
}

} // namespace

MapGuard::MapGuard(const void *memory, std::size_t size, int file) {
    install();
    for (std::size_t i = 0; i < guarded.size() && m_slot < 0; ++i) {
        if (!guarded[i].isTaken.exchange(true)) {
            m_slot = static_cast<int>(i);
            Slot &slot = guarded[i];
            const auto begin = reinterpret_cast<std::uintptr_t>(memory);
            slot.isCut = false;
            slot.file = file;
            slot.end = begin + size;
            slot.begin.store(begin, std::memory_order_release);
        }
    }
}

MapGuard::~MapGuard() {
    if (isOnGuard()) {
        Slot &slot = guarded[static_cast<std::size_t>(m_slot)];
        slot.begin = 0;
        slot.file = -1;
        slot.isTaken = false;
    }
}

bool MapGuard::isCut() const {
    return isOnGuard() && guarded[static_cast<std::size_t>(m_slot)].isCut;
}

void MapGuard::setCut() {
    guarded[static_cast<std::size_t>(m_slot)].isCut = true;
}

void MapGuard::setFile(int file) {
    guarded[static_cast<std::size_t>(m_slot)].file = file;
}

} // namespace timeline

#else

namespace timeline {

MapGuard::MapGuard(const void * /*memory*/, std::size_t /*size*/, int /*file*/) {}
MapGuard::~MapGuard() = default;
bool MapGuard::isCut() const {
    return false;
}
void MapGuard::setCut() {}
void MapGuard::setFile(int /*file*/) {}

} // namespace timeline

#endif
