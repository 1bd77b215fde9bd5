// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/look_alike.h"

#include "document/bytes/mixed_alphabets.h"
#include "document/bytes/text_check.h"
#include "document/bytes/unseen_character.h"
#include "document/bytes/visible_text.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

std::vector<CodePoint> codePointsOf(QStringView text) {
    std::vector<CodePoint> points;
    points.reserve(static_cast<std::size_t>(text.size()));
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        points.push_back({isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode(), at,
                          isPair ? 2 : 1});
        at += isPair ? 1 : 0;
    }
    return points;
}

constexpr char32_t wideBlank = 0x3000;

/// Whether Chinese, Japanese and Korean write wide blanks beside it.
bool isWideLetter(char32_t code) {
    switch (QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

bool isAsciiOfWord(char32_t code) {
    return (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
}

/// What is a Latin letter or digit in another dress, as Unicode decomposes it: "ｓ", "ﬁ", "𝐚", the Kelvin
/// sign. Letters that some language has are none, "ĳ"; nor is what is raised, "ª".
bool isDressed(char32_t code) {
    constexpr char32_t firstDressed = 0x2100;
    constexpr char32_t kelvin = 0x212A;
    if (code < firstDressed || (code < 0x1D400 && code > 0xFFFF) || isWideLetter(code)) {
        return false;
    }
    const QChar::Decomposition tag = QChar::decompositionTag(code);
    const bool isDress = tag == QChar::Wide || tag == QChar::Font || tag == QChar::Compat || code == kelvin;
    const QString plain = isDress ? QChar::decomposition(code) : QString();
    return QChar::isLetterOrNumber(code) && !plain.isEmpty() && isAsciiOfWord(plain[0].unicode());
}

/// Points that look like the common one within a name such as "svc.exe".
bool isOtherPoint(char32_t code) {
    return code == 0x2024 || code == 0xFF0E;
}

class TextCheck {
public:
    TextCheck(QStringView text, TextUse use) : m_points(codePointsOf(text)), m_use(use) {}

    std::vector<LookAlikeAt> find() {
        const auto isSeen = [](const CodePoint &point) {
            return !isBlankCharacter(point.code) && !isWithoutWidth(point.code);
        };
        if (std::ranges::all_of(m_points, isBlankCharacter, &CodePoint::code)) {
            return {};
        }
        const auto first = std::ranges::find_if(m_points, isSeen);
        const auto end = std::find_if(m_points.rbegin(), m_points.rend(), isSeen).base();
        const bool isRightToLeft = runsLeft();
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            const char32_t code = m_points[i].code;
            const auto at = m_points.begin() + static_cast<std::ptrdiff_t>(i);
            const bool isAtEnd = at < first || at >= end;
            if (isAtEnd && isBlankCharacter(code)) {
                add(i, LookAlike::EndBlank);
            } else if (isWithoutWidth(code) && !hasUse(code, before(i), after(i), isRightToLeft)) {
                add(i, LookAlike::NoWidth);
            } else if (isBlankCharacter(code) && (isOddBlank(i) || isOneTooMany(i))) {
                add(i, LookAlike::NoBreakSpace);
            } else if (isOtherPoint(code) && i > 0 && isAsciiOfWord(m_points[i - 1].code) &&
                       isAsciiOfWord(after(i))) {
                add(i, LookAlike::OtherAlphabet);
            }
        }
        checkWords();
        std::ranges::sort(m_found, {}, &LookAlikeAt::at);
        return std::move(m_found);
    }

private:
    void add(std::size_t i, LookAlike kind) { m_found.push_back({m_points[i].at, m_points[i].length, kind}); }

    /// The character before that is seen, without the marks on it that all scripts share. Nobody writes many
    /// of these.
    char32_t before(std::size_t i) const {
        constexpr int most = 16;
        for (int steps = 0; i > 0 && steps < most; ++steps) {
            const char32_t code = m_points[--i].code;
            if (!isWithoutWidth(code) && QChar::script(code) != QChar::Script_Inherited) {
                return code;
            }
        }
        return 0;
    }
    char32_t after(std::size_t i) const { return i + 1 < m_points.size() ? m_points[i + 1].code : 0; }

    /// What stands before or after the blanks, of which nobody writes many.
    char32_t besideBlanks(std::size_t i, std::ptrdiff_t step) const {
        constexpr int most = 16;
        for (int steps = 0; steps < most && i != (step < 0 ? 0 : m_points.size() - 1); ++steps) {
            i += static_cast<std::size_t>(step);
            if (!isBlankCharacter(m_points[i].code)) {
                return step < 0 ? before(i + 1) : m_points[i].code;
            }
        }
        return 0;
    }

    /// A blank of another kind between two words.
    bool isOddBlank(std::size_t i) const {
        constexpr char32_t noBreakSpace = 0xA0;
        const char32_t code = m_points[i].code;
        const char32_t last = besideBlanks(i, -1);
        const char32_t next = besideBlanks(i, 1);
        if (code == U'\t') { // which is drawn as a blank
            return true;
        }
        if (code == U' ' || !QChar::isLetter(last) || !QChar::isLetter(next)) {
            return false;
        }
        return code == noBreakSpace ? m_use == TextUse::Name
               : code == wideBlank  ? !isWideLetter(last) && !isWideLetter(next)
                                    : QChar::isSpace(code) && code != U'\n' && code != U'\r';
    }
    /// A second blank, but behind the end of a sentence in a title, and where wide ones are written.
    bool isOneTooMany(std::size_t i) const {
        const auto isThin = [](char32_t code) { return isBlankCharacter(code) && code != wideBlank; };
        if (i == 0 || !isThin(m_points[i].code) || !isThin(m_points[i - 1].code)) {
            return false;
        }
        const bool isSecond = i < 2 || !isThin(m_points[i - 2].code);
        const char32_t last = i < 2 ? 0 : m_points[i - 2].code;
        const bool endsSentence = last == U'.' || last == U'!' || last == U'?' || last == U':';
        return !(m_use == TextUse::Title && isSecond && endsSentence);
    }

    bool runsLeft() const {
        return std::ranges::any_of(m_points, [](const CodePoint &point) {
            const QChar::Direction direction = QChar::direction(point.code);
            return (direction == QChar::DirR || direction == QChar::DirAL) && !isWithoutWidth(point.code);
        });
    }

    /// Letters in another dress beside common ones: "ｓvchost", but not "ＳＶＣ" among Chinese ones.
    void checkDress(std::vector<CodePoint>::const_iterator begin,
                    std::vector<CodePoint>::const_iterator end) {
        const auto isLatin = [](const CodePoint &point) {
            return isAsciiOfWord(point.code) || isDressed(point.code);
        };
        for (auto run = std::find_if(begin, end, isLatin); run != end;
             run = std::find_if(run, end, isLatin)) {
            const auto runEnd = std::find_if_not(run, end, isLatin);
            const bool isMixed =
                std::any_of(run, runEnd, [](const CodePoint &point) { return isAsciiOfWord(point.code); });
            for (; run != runEnd; ++run) {
                if (isMixed && isDressed(run->code)) {
                    m_found.push_back({run->at, run->length, LookAlike::OtherAlphabet});
                }
            }
        }
    }

    void checkWords() {
        const auto isOfWord = [](const CodePoint &point) {
            return QChar::isLetterOrNumber(point.code) || QChar::isMark(point.code) || point.code == U'_' ||
                   isWithoutWidth(point.code);
        };
        for (auto begin = m_points.begin(); begin != m_points.end();) {
            const auto end = std::find_if_not(begin, m_points.end(), isOfWord);
            if (end - begin > 1) {
                checkDress(begin, end);
                forEachPretender({begin, end}, [this](const CodePoint &point) {
                    m_found.push_back({point.at, point.length, LookAlike::OtherAlphabet});
                });
            }
            begin = end == m_points.end() ? end : end + 1;
        }
    }

    std::vector<CodePoint> m_points;
    TextUse m_use;
    std::vector<LookAlikeAt> m_found;
};

/// What the first byte of a character says of it.
enum ByteClass : std::uint8_t { Inner = 0, Latin = 1, Other = 2, Apart = 4, Suspect = 8 };

constexpr std::array<std::uint8_t, 256> byteClasses = [] {
    std::array<std::uint8_t, 256> classes{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        const bool isLetter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        const bool isDigit = (byte >= '0' && byte <= '9') || byte == '_';
        classes.at(byte) = isLetter                       ? Latin
                           : isDigit                      ? Inner
                           : byte < ' ' || byte == 0x7F   ? Suspect
                           : byte < 0x80                  ? Apart
                           : byte < 0xC2                  ? Inner
                           : byte == 0xC2                 ? Suspect
                           : byte <= 0xCA                 ? Latin
                           : byte <= 0xCC                 ? Inner
                           : byte == 0xCD                 ? Suspect
                           : byte <= 0xD4                 ? Other // Greek, Cyrillic
                           : byte == 0xD8                 ? Suspect
                           : byte < 0xE1                  ? Inner
                           : byte <= 0xE3 || byte == 0xEF ? Suspect
                           : byte == 0xF0 || byte == 0xF3 ? Suspect
                                                          : Inner;
    }
    return classes;
}();

/// Whether a character that begins with a suspect byte may be one of those: the others are many.
bool mayBeUnseen(std::string_view utf8, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < utf8.size() ? static_cast<unsigned char>(utf8[at + i]) : 0U;
    };
    const auto isOneOf = [&](unsigned second, unsigned first, unsigned last) {
        return byte(1) == second && first <= byte(2) && byte(2) <= last;
    };
    switch (byte(0)) {
    case 0xC2:
        return byte(1) <= 0xA0 || byte(1) == 0xAD;
    case 0xCD:
        return byte(1) == 0x8F || byte(1) >= 0xB0; // Greek letters begin there
    case 0xD8:
        return byte(1) == 0x9C;
    case 0xE1:
        return isOneOf(0x85, 0x9F, 0xA0) || isOneOf(0xA0, 0x8B, 0x8F) || isOneOf(0x9E, 0xB4, 0xB5) ||
               byte(1) == 0x9A || byte(1) >= 0xB8; // a blank of Ogham; more of Latin and Greek
    case 0xE2:
        return isOneOf(0x80, 0x80, 0x8F) || isOneOf(0x80, 0xA8, 0xAF) || isOneOf(0x81, 0x9F, 0xAF) ||
               isOneOf(0xA0, 0x80, 0x80) || isOneOf(0x80, 0xA4, 0xA4) || byte(1) == 0x84 || byte(1) == 0x85;
    case 0xE3:
        return isOneOf(0x85, 0xA4, 0xA4) || isOneOf(0x80, 0x80, 0x80);
    case 0xEF:
        return isOneOf(0xBB, 0xBF, 0xBF) || isOneOf(0xB8, 0x80, 0x8F) || isOneOf(0xBE, 0xA0, 0xA0) ||
               isOneOf(0xBF, 0xB9, 0xBB) || isOneOf(0xAC, 0x80, 0x86) || isOneOf(0xBC, 0x8E, 0xBA) ||
               isOneOf(0xBD, 0x81, 0x9A); // ligatures, wide letters
    case 0xF0:
        return byte(1) == 0x9D; // letters of mathematics
    default:
        return true;
    }
}

/// Whether all bytes are from a blank to a tilde: as most names are, which are short.
bool isAllPlainAscii(std::string_view utf8) {
    if (utf8.size() >= 8) {
        for (std::size_t at = 0; at + 8 < utf8.size(); at += 8) {
            if (!isPlainAscii(utf8.data() + at)) {
                return false;
            }
        }
        return isPlainAscii(utf8.data() + utf8.size() - 8);
    }
    if (utf8.size() >= 4) {
        std::array<char, 8> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init)
        std::memcpy(bytes.data(), utf8.data(), 4);
        std::memcpy(bytes.data() + 4, utf8.data() + utf8.size() - 4, 4);
        return isPlainAscii(bytes.data());
    }
    return std::ranges::all_of(utf8, [](char c) { return c >= ' ' && c <= '~'; });
}

bool hasTwoBlanks(std::string_view utf8) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    const auto apartFromBlank = [](const char *eightBytes) { // a byte is 0 where there is a blank
        std::uint64_t word = 0;
        std::memcpy(&word, eightBytes, sizeof word);
        return word ^ (ones * ' ');
    };
    std::size_t at = 0;
    for (; at + 8 < utf8.size(); at += 8) {
        const std::uint64_t apart = apartFromBlank(utf8.data() + at) | apartFromBlank(utf8.data() + at + 1);
        if (((apart - ones) & ~apart & (ones * 0x80)) != 0) {
            return true;
        }
    }
    for (; at + 1 < utf8.size(); ++at) {
        if (utf8[at] == ' ' && utf8[at + 1] == ' ') {
            return true;
        }
    }
    return false;
}

/// False where it is worth to look closely, which may find nothing.
bool isSurelyPlain(std::string_view utf8) {
    if (utf8.empty() || utf8.front() == ' ' || utf8.back() == ' ') {
        return utf8.empty();
    }
    if (hasTwoBlanks(utf8)) {
        return false;
    }
    if (isAllPlainAscii(utf8)) {
        return true;
    }
    unsigned word = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if ((word & Other) == 0 && at + 8 <= utf8.size() && isPlainAscii(utf8.data() + at)) {
            at += 7;
            const unsigned last = byteClasses[static_cast<unsigned char>(utf8[at])];
            word = (last & Apart) != 0 ? 0 : Latin; // perhaps, where it ends with digits
            continue;
        }
        const unsigned kind = byteClasses[static_cast<unsigned char>(utf8[at])];
        if ((kind & Suspect) != 0 && mayBeUnseen(utf8, at)) {
            return false;
        }
        word = (kind & Apart) != 0 ? 0 : word | (kind & (Latin | Other));
        if (word == (Latin | Other)) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<LookAlikeAt> lookAlikes(QStringView text, TextUse use) {
    const auto isPlain = [](QChar c) { return c > u' ' && c < u'\x7F'; };
    const bool isAscii = std::ranges::all_of(text, [&](QChar c) { return isPlain(c) || c == u' '; });
    if (text.isEmpty() ||
        (isAscii && isPlain(text.front()) && isPlain(text.back()) && !text.contains(u"  "))) {
        return {};
    }
    return TextCheck(text, use).find();
}

bool isPlainlySeen(std::string_view utf8, TextUse use) {
    if (isSurelyPlain(utf8)) {
        return true;
    }
    return !utf8.starts_with("\xEF\xBB\xBF") && // which fromUtf8() passes over
           !findHiddenCharacter(utf8) &&
           lookAlikes(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())), use).empty();
}

QString visibleName(const QString &text, TextUse use) {
    const std::vector<LookAlikeAt> found = lookAlikes(text, use);
    QString visible;
    qsizetype from = 0;
    for (const LookAlikeAt &one : found) {
        visible += QStringView(text).sliced(from, one.at - from);
        visible += codePointText(QStringView(text).sliced(one.at, one.length));
        from = one.at + one.length;
    }
    return visibleText(from == 0 ? text : visible.append(QStringView(text).sliced(from)));
}

} // namespace timeline
