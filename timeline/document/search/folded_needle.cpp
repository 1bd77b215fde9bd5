// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/folded_needle.h"

#include <QChar>
#include <QList>
#include <QString>

namespace timeline {

namespace {

constexpr char32_t noCharacter = 0xFFFFFFFF;

unsigned byteOf(char c) {
    return static_cast<unsigned char>(c);
}

char32_t folded(char32_t c) {
    if (c < 0x80) {
        return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
    }
    return c == noCharacter ? c : QChar::toCaseFolded(c);
}

/// Four hexadecimal digits, which are known to be such.
char32_t hexAt(const char *digits) {
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const unsigned c = byteOf(digits[i]);
        value = value << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value;
}

char32_t shortEscape(char c) {
    switch (c) {
    case 'b':
        return U'\b';
    case 'f':
        return U'\f';
    case 'n':
        return U'\n';
    case 'r':
        return U'\r';
    case 't':
        return U'\t';
    default:
        return byteOf(c);
    }
}

/// Reads the escape whose backslash is at `at`.
char32_t readEscape(const char *&at, const char *end) {
    if (end - at < 2) {
        return noCharacter;
    }
    if (at[1] != 'u') {
        const char32_t c = shortEscape(at[1]);
        at += 2;
        return c;
    }
    if (end - at < 6) {
        return noCharacter;
    }
    const char32_t unit = hexAt(at + 2);
    at += 6;
    if (!QChar::isSurrogate(unit)) {
        return unit;
    }
    if (QChar::isHighSurrogate(unit) && end - at >= 6 && at[0] == '\\' && at[1] == 'u') {
        const char32_t low = hexAt(at + 2);
        if (QChar::isLowSurrogate(low)) {
            at += 6;
            return QChar::surrogateToUcs4(static_cast<char16_t>(unit), static_cast<char16_t>(low));
        }
    }
    return QChar::ReplacementCharacter;
}

/// Reads the character of a string at `at`, where one begins; noCharacter at the string's end.
char32_t readCharacter(const char *&at, const char *end) {
    if (at >= end) {
        return noCharacter;
    }
    const unsigned lead = byteOf(*at);
    if (lead == '\\') {
        return readEscape(at, end);
    }
    if (lead == '"') {
        return noCharacter;
    }
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (end - at < length) {
        return noCharacter;
    }
    char32_t c = lead & (0x7FU >> length);
    for (int i = 1; i < length; ++i) {
        c = c << 6 | (byteOf(at[i]) & 0x3F);
    }
    at += length;
    return c;
}

/// Whether the backslash at `at` begins an escape: not so where another one before it makes it a character.
bool isEscape(const char *at, const char *begin) {
    const char *first = at;
    while (first > begin && first[-1] == '\\') {
        --first;
    }
    return (at - first) % 2 == 0;
}

/// Whether `at`, which is not within a UTF-8 sequence, is not within an escape either.
bool beginsCharacter(const char *at, const char *begin) {
    if (at > begin && at[-1] == '\\' && isEscape(at - 1, begin)) {
        return false;
    }
    for (int back = 2; back <= 5 && at - begin >= back; ++back) {
        if (at[-back] == '\\' && at[1 - back] == 'u' && isEscape(at - back, begin)) {
            return false;
        }
    }
    return true;
}

/// Steps from a character's first byte back to the one before it; false at the string's beginning.
bool stepBack(const char *&at, const char *begin) {
    const auto isUnit = [begin](const char *place) {
        return place - begin >= 6 && place[-6] == '\\' && place[-5] == 'u' && isEscape(place - 6, begin);
    };
    if (isUnit(at)) {
        const bool isLow = QChar::isLowSurrogate(hexAt(at - 4));
        at -= 6;
        if (isLow && isUnit(at) && QChar::isHighSurrogate(hexAt(at - 4))) {
            at -= 6;
        }
        return true;
    }
    if (at - begin >= 2 && at[-2] == '\\' && isEscape(at - 2, begin)) {
        at -= 2;
        return true;
    }
    if (at == begin || at[-1] == '"') {
        return false;
    }
    do {
        --at;
    } while (at > begin && (byteOf(*at) & 0xC0) == 0x80);
    return true;
}

struct Variant {
    char32_t folded;
    char32_t character;
};

/// All characters that are not what they fold to, sorted by that.
const std::vector<Variant> &foldedCharacters() {
    static const std::vector<Variant> all = [] {
        std::vector<Variant> found;
        constexpr char32_t end = 0x20000; // all that has case stands in the first two planes
        for (char32_t c = 0; c < end; ++c) {
            if (const char32_t fold = QChar::toCaseFolded(c); fold != c) {
                found.push_back({fold, c});
            }
        }
        std::ranges::stable_sort(found, {}, &Variant::folded);
        return found;
    }();
    return all;
}

} // namespace

std::vector<char32_t> caseVariants(char32_t c) {
    const char32_t fold = folded(c);
    std::vector<char32_t> variants = {fold};
    const auto &all = foldedCharacters();
    auto variant = std::ranges::lower_bound(all, fold, {}, &Variant::folded);
    for (; variant != all.end() && variant->folded == fold; ++variant) {
        variants.push_back(variant->character);
    }
    return variants;
}

std::optional<FoldedNeedle> FoldedNeedle::of(QStringView text) {
    if (text.isEmpty() || !text.isValidUtf16() || text.contains(QChar(QChar::ByteOrderMark)) ||
        text.contains(QChar(QChar::ReplacementCharacter))) {
        return std::nullopt;
    }
    FoldedNeedle needle;
    for (const uint c : text.toUcs4()) {
        needle.m_characters.push_back(folded(c));
    }
    return needle;
}

const char *FoldedNeedle::matchFrom(std::size_t index, const char *at, const char *end) const {
    for (; index < m_characters.size(); ++index) {
        const char32_t c = readCharacter(at, end);
        if (c != m_characters[index] && (c == noCharacter || folded(c) != m_characters[index])) {
            return nullptr;
        }
    }
    return at;
}

FoldedNeedle::Match FoldedNeedle::matchAround(const char *at, std::size_t index, const char *begin,
                                              const char *end) const {
    while (at > begin && (byteOf(*at) & 0xC0) == 0x80) {
        --at;
    }
    const char *matchEnd = matchFrom(index, at, end);
    if (matchEnd == nullptr || !beginsCharacter(at, begin)) {
        return {};
    }
    const char *matchBegin = at;
    while (index > 0) {
        if (!stepBack(matchBegin, begin)) {
            return {};
        }
        --index;
        const char *read = matchBegin;
        if (folded(readCharacter(read, end)) != m_characters[index]) {
            return {};
        }
    }
    return {matchBegin, matchEnd};
}

} // namespace timeline
