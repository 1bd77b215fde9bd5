// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace timeline {

/// The character that begins at `at` of a text in valid UTF-8; `at` goes on to the next.
inline char32_t takeCharacter(std::string_view utf8, std::size_t &at) {
    char32_t c = static_cast<unsigned char>(utf8[at++]);
    if (c >= 0x80) {
        c &= c < 0xE0 ? 0x1FU : c < 0xF0 ? 0x0FU : 0x07U;
        while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) {
            c = c << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3FU);
        }
    }
    return c;
}

/// Whether a character begins at `at`, or the text ends there.
inline bool isCharacterBegin(std::string_view utf8, std::size_t at) {
    return at >= utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0) != 0x80;
}

} // namespace timeline
