// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/search_plan.h"

#include <QByteArray>
#include <QChar>
#include <QString>
#include <bit>
#include <cstring>
#include <limits>

namespace timeline {

namespace {

using ByteCounts = std::array<double, 256>;

/// How often each byte occurs, by a sample from all over the bytes.
ByteCounts countBytes(QByteArrayView bytes) {
    constexpr qsizetype pieces = 64;
    constexpr qsizetype pieceSize = 512;
    ByteCounts counts;
    counts.fill(1); // what the sample misses occurs all the same
    const qsizetype stride = std::max(bytes.size() / pieces, pieceSize);
    for (qsizetype begin = 0; begin < bytes.size(); begin += stride) {
        for (const char c : bytes.sliced(begin, std::min(pieceSize, bytes.size() - begin))) {
            ++counts[static_cast<unsigned char>(c)];
        }
    }
    return counts;
}

bool isAscii(char32_t c) {
    return c < 0x80;
}

std::uint8_t asciiMask(char32_t lower) {
    return lower >= U'a' && lower <= U'z' ? 0xDF : 0xFF;
}

/// A pair that both pass, and sometimes others.
BytePair united(const BytePair &a, const BytePair &b) {
    const auto keptFirst = static_cast<std::uint8_t>(a.firstMask & b.firstMask & ~(a.first ^ b.first));
    const auto keptSecond = static_cast<std::uint8_t>(a.secondMask & b.secondMask & ~(a.second ^ b.second));
    return {keptFirst, static_cast<std::uint8_t>(a.first & keptFirst), keptSecond,
            static_cast<std::uint8_t>(a.second & keptSecond)};
}

int looseness(const BytePair &pair) {
    return 16 - std::popcount(pair.firstMask) - std::popcount(pair.secondMask);
}

/// Adds a pair, or widens one that is nearly the same: each costs time at every byte.
void add(BytePairs &pairs, const BytePair &added) {
    constexpr int tight = 2;
    std::size_t best = BytePairs::most;
    int bestLooseness = pairs.count < BytePairs::most ? tight + 1 : std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < pairs.count; ++i) {
        if (const int loose = looseness(united(pairs.pairs[i], added)); loose < bestLooseness) {
            best = i;
            bestLooseness = loose;
        }
    }
    if (best < BytePairs::most) {
        pairs.pairs[best] = united(pairs.pairs[best], added);
    } else {
        pairs.pairs[pairs.count++] = added;
    }
}

/// The last two bytes of what is not ASCII: its first byte says little but which script it is.
void addLastBytes(BytePairs &pairs, char32_t c) {
    const QByteArray utf8 = QString::fromUcs4(&c, 1).toUtf8();
    add(pairs, {0xFF, static_cast<std::uint8_t>(utf8[utf8.size() - 2]), 0xFF,
                static_cast<std::uint8_t>(utf8[utf8.size() - 1])});
}

double sumOf(const ByteCounts &counts, std::uint8_t mask, std::uint8_t value) {
    double sum = 0;
    for (unsigned byte = 0; byte < counts.size(); ++byte) {
        sum += (byte & mask) == value ? counts[byte] : 0;
    }
    return sum;
}

/// Ways to find the needle by its character `index` and perhaps the next.
struct Way {
    BytePairs pairs;
    std::vector<std::size_t> anchors;

    Way(const std::vector<char32_t> &needle, std::size_t index) : anchors{index} {
        const char32_t c = needle[index];
        const bool hasNext = isAscii(c) && index + 1 < needle.size() && isAscii(needle[index + 1]);
        if (isAscii(c)) {
            const auto mask = asciiMask(c);
            BytePair pair{mask, static_cast<std::uint8_t>(c & mask), 0, 0};
            if (hasNext) {
                const char32_t next = needle[index + 1];
                pair.secondMask = asciiMask(next);
                pair.second = static_cast<std::uint8_t>(next & pair.secondMask);
                anchors.push_back(index + 1);
            }
            add(pairs, pair);
        }
        for (const std::size_t anchor : anchors) {
            for (const char32_t variant : caseVariants(needle[anchor])) {
                if (!isAscii(variant)) {
                    addLastBytes(pairs, variant);
                }
            }
        }
    }

    double falseAlarms(const ByteCounts &counts) const {
        double sum = 0;
        double all = 0;
        for (const double count : counts) {
            all += count;
        }
        for (std::size_t i = 0; i < pairs.count; ++i) {
            const BytePair &pair = pairs.pairs[i];
            sum += sumOf(counts, pair.firstMask, pair.first) / all *
                   sumOf(counts, pair.secondMask, pair.second) / all;
        }
        constexpr double costOfPair = 1e-3; // a pair costs as much as that many alarms
        return sum + costOfPair * static_cast<double>(pairs.count);
    }
};

/// The lower-case digits of \uXXXX as four bytes in memory.
std::uint32_t unitDigits(char16_t unit) {
    const QByteArray digits = QByteArray::number(unit, 16).rightJustified(4, '0');
    std::uint32_t word = 0;
    std::memcpy(&word, digits.data(), sizeof word);
    return word;
}

char lastDigitOf(std::uint32_t unit) {
    std::array<char, sizeof unit> digits{};
    std::memcpy(digits.data(), &unit, sizeof unit);
    return digits.back();
}

char shortEscapeOf(char32_t c) {
    switch (c) {
    case U'\b':
        return 'b';
    case U'\f':
        return 'f';
    case U'\n':
        return 'n';
    case U'\r':
        return 'r';
    case U'\t':
        return 't';
    case U'"':
    case U'\\':
    case U'/':
        return static_cast<char>(c);
    default:
        return 0;
    }
}

} // namespace

SearchPlan::SearchPlan(FoldedNeedle needle, QByteArrayView bytes) : m_needle(std::move(needle)) {
    const ByteCounts counts = countBytes(bytes);
    double fewest = std::numeric_limits<double>::infinity();
    constexpr std::size_t mostTried = 64;
    const std::vector<char32_t> &characters = m_needle.characters();
    for (std::size_t index = 0; index < std::min(characters.size(), mostTried); ++index) {
        Way way(characters, index);
        if (const double alarms = way.falseAlarms(counts); alarms < fewest) {
            fewest = alarms;
            m_pairs = way.pairs;
            m_anchors = std::move(way.anchors);
        }
    }
    for (const std::size_t anchor : m_anchors) {
        for (const char32_t c : caseVariants(characters[anchor])) {
            m_units.push_back(unitDigits(QChar::requiresSurrogates(c) ? QChar::highSurrogate(c)
                                                                      : static_cast<char16_t>(c)));
            if (const char letter = shortEscapeOf(c)) {
                m_shortEscapes.set(static_cast<unsigned char>(letter));
            }
        }
    }
    QByteArray lastDigits;
    for (const std::uint32_t unit : m_units) {
        if (const char digit = lastDigitOf(unit); !lastDigits.contains(digit)) {
            lastDigits.append(digit);
        }
    }
    m_escapes.shortOnes = m_shortEscapes.any();
    m_escapes.count = static_cast<std::size_t>(lastDigits.size());
    std::copy_n(lastDigits.begin(), std::min(lastDigits.size(), qsizetype{Escapes::most}),
                m_escapes.lastDigits.begin());
}

bool SearchPlan::isEscapeSought(const char *at, const char *end) const {
    if (end - at < 6 || at[1] != 'u') {
        return end - at >= 2 && m_shortEscapes.test(static_cast<unsigned char>(at[1]));
    }
    std::uint32_t digits = 0;
    std::memcpy(&digits, at + 2, sizeof digits);
    digits |= 0x20202020; // makes letters lower and leaves digits
    return std::ranges::find(m_units, digits) != m_units.end();
}

FoldedNeedle::Match SearchPlan::matchAround(const char *at, const char *begin, const char *end) const {
    if (*at == '\\' && !isEscapeSought(at, end)) {
        return {};
    }
    for (const std::size_t anchor : m_anchors) {
        if (const auto match = m_needle.matchAround(at, anchor, begin, end); match.begin != nullptr) {
            return match;
        }
    }
    return {};
}

} // namespace timeline
