// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace timeline {

/// Asks the processor for memory that will be looked at soon, and does not wait for it. Always inlined: GCC
/// 12 takes a function that does nothing else for one that does nothing, and leaves its calls out. So whoever
/// wraps this must be, too.
[[gnu::always_inline]] inline void prefetch([[maybe_unused]] const void *place) {
#ifdef __GNUC__
    __builtin_prefetch(place);
#endif
}

} // namespace timeline
