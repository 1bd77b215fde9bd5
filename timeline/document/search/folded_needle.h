// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <optional>
#include <string_view>
#include <vector>

namespace timeline {

/// The characters that fold to the same as `c` (Unicode's simple case folding, which is that of QString), `c`
/// among them.
std::vector<char32_t> caseVariants(char32_t c);

/// A text to be found in the strings of a JSON file as they stand there, whatever the case and whether as
/// UTF-8 or as escapes, with the meaning of QString::contains() and Qt::CaseInsensitive on the decoded
/// strings. The file must be valid JSON in valid UTF-8.
class FoldedNeedle {
public:
    /// Nothing for a text that decoding makes special and that only decoded strings can be asked for: one
    /// that is empty, no valid UTF-16, or holds U+FEFF or U+FFFD.
    static std::optional<FoldedNeedle> of(QStringView text);

    const std::vector<char32_t> &characters() const { return m_characters; } ///< folded

    /// What a string of the file holds at `at`, a character's first byte, where it is the needle: one past
    /// its last byte; else null. A quote without a backslash ends the string.
    const char *matchAt(const char *at, const char *end) const { return matchFrom(0, at, end); }

    /// A place where the needle stands, `index` of its characters before `at`: its first byte and one past
    /// the last; null where there is none. `at` may be any byte from `begin`, where a string's inside or
    /// anything outside strings begins.
    struct Match {
        const char *begin = nullptr;
        const char *end = nullptr;
    };
    Match matchAround(const char *at, std::size_t index, const char *begin, const char *end) const;

private:
    const char *matchFrom(std::size_t index, const char *at, const char *end) const;

    std::vector<char32_t> m_characters;
};

} // namespace timeline
