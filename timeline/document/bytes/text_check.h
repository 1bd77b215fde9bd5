// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string_view>

namespace timeline {

/// Whether eight bytes are all from a blank to a tilde.
inline bool isPlainAscii(const char *eightBytes) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t word = 0;
    std::memcpy(&word, eightBytes, sizeof word);
    const std::uint64_t beyondTilde = word + ones;               // its high bit: 0x7F or more
    const std::uint64_t fromBlank = word + ones * (0x80 - 0x20); // its high bit: a blank or more
    return ((word | beyondTilde | ~fromBlank) & (ones * 0x80)) == 0;
}

/// Where a text first holds a control character (C0, DEL, C1) or a bidirectional embedding, override or
/// isolate: such characters make a title read as something else. Bytes from the start of UTF-8.
std::optional<std::size_t> findHiddenCharacter(std::string_view utf8);

/// Whether a text has nothing to see: no characters, or only blanks.
bool isBlankText(std::string_view utf8);

/// Where bytes stop being UTF-8 (RFC 3629).
std::optional<qint64> findInvalidUtf8(QByteArrayView bytes);
/// The same for many bytes; looks no further where `isGoingOn`, asked now and then, says so.
std::optional<qint64> findInvalidUtf8(QByteArrayView bytes, const std::function<bool()> &isGoingOn);

/// The scheme of an address that must not be opened: any but http, https and mailto. An address without a
/// scheme is a file beside the events file and is fine. Blanks and control characters are passed over as
/// browsers do.
std::optional<QByteArray> refusedScheme(std::string_view url);

} // namespace timeline
