// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace timeline::edtf {

constexpr bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Goes through a text from left to right and keeps what was not as expected. Allocates nothing.
class Cursor {
public:
    explicit Cursor(std::string_view wholeText) : text(wholeText) {}

    bool atEnd() const { return at == text.size(); }
    /// The next byte; NUL at the end, which no date contains.
    char next() const { return atEnd() ? '\0' : text[at]; }
    bool nextIs(std::string_view wanted) const { return text.substr(at).starts_with(wanted); }
    void skip(std::size_t bytes = 1) { at += bytes; }

    bool take(char wanted) {
        if (atEnd() || text[at] != wanted) {
            return false;
        }
        ++at;
        return true;
    }
    bool take(std::string_view wanted) {
        if (!nextIs(wanted)) {
            return false;
        }
        at += wanted.size();
        return true;
    }

    std::size_t position() const { return at; }
    std::string_view from(std::size_t start) const { return text.substr(start, at - start); }

    /// Keeps what was expected, marked for translation in the context "timeline::Words", and answers false.
    bool fail(const char *expectedText) { return failAt(at, expectedText); }
    bool failAt(std::size_t position, const char *expectedText) {
        failedAt = position;
        expectation = expectedText;
        return false;
    }
    std::size_t failedPosition() const { return failedAt; }
    const char *expected() const { return expectation; }

private:
    std::string_view text;
    std::size_t at = 0;
    std::size_t failedAt = 0;
    const char *expectation = "";
};

} // namespace timeline::edtf
