// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/unseen_character.h"

#include <QChar>

namespace timeline {

namespace {

bool isBetween(char32_t code, char32_t first, char32_t last) {
    return first <= code && code <= last;
}

bool isVariationSelector(char32_t code) {
    return isBetween(code, 0xFE00, 0xFE0F) || isBetween(code, 0xE0100, 0xE01EF);
}

bool isHangulFiller(char32_t code) {
    return code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0;
}

bool isIgnorable(char32_t code) {
    return code == 0x34F || code == 0x17B4 || code == 0x17B5 || isBetween(code, 0x180B, 0x180F);
}

bool isEmojiLike(char32_t code) {
    const QChar::Category category = QChar::category(code);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Math ||
           isBetween(code, 0x1F3FB, 0x1F3FF);
}

/// Scripts whose letters change with those beside them, so that joiners say something.
bool isJoining(char32_t code) {
    if (code == 0) {
        return false;
    }
    switch (QChar::script(code)) {
    case QChar::Script_Unknown:
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Cyrillic:
    case QChar::Script_Greek:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
        return false;
    default:
        return true;
    }
}

/// Scripts that write no blanks between words.
bool hasInvisibleBreaks(char32_t code) {
    switch (code == 0 ? QChar::Script_Unknown : QChar::script(code)) {
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
    case QChar::Script_TaiLe:
    case QChar::Script_NewTaiLue:
    case QChar::Script_TaiTham:
    case QChar::Script_TaiViet:
    case QChar::Script_Javanese:
    case QChar::Script_Balinese:
        return true;
    default:
        return false;
    }
}

bool isOfPlainAlphabet(char32_t code) {
    const QChar::Script script = QChar::script(code);
    return script == QChar::Script_Latin || script == QChar::Script_Cyrillic || script == QChar::Script_Greek;
}

} // namespace

bool isBlankCharacter(char32_t code) {
    constexpr char32_t brailleBlank = 0x2800;
    return QChar::isSpace(code) || code == brailleBlank;
}

bool isWithoutWidth(char32_t code) {
    if (code < 0xAD) {
        return false;
    }
    const bool turns = isBetween(code, 0x202A, 0x202E) || isBetween(code, 0x2066, 0x2069);
    const bool isSign = isBetween(code, 0x600, 0x605) || code == 0x6DD || code == 0x70F || code == 0x890 ||
                        code == 0x891 || code == 0x8E2 || code == 0x110BD || code == 0x110CD;
    return isVariationSelector(code) || isHangulFiller(code) || isIgnorable(code) ||
           (QChar::category(code) == QChar::Other_Format && !turns && !isSign);
}

bool hasUse(char32_t code, char32_t before, char32_t after, bool runsLeft) {
    constexpr char32_t wordBreak = 0x200B;
    constexpr char32_t nonJoiner = 0x200C;
    constexpr char32_t joiner = 0x200D;
    constexpr char32_t keycap = 0x20E3;
    constexpr char32_t blackFlag = 0x1F3F4;
    if (code == wordBreak) {
        return hasInvisibleBreaks(before) && hasInvisibleBreaks(after);
    }
    if (code == nonJoiner) {
        return (isJoining(before) || isJoining(after)) && QChar::isLetter(after);
    }
    if (code == joiner) {
        return isJoining(before) || (isEmojiLike(before) && isEmojiLike(after));
    }
    if (isVariationSelector(code)) {
        return before >= 0x80 ? !isOfPlainAlphabet(before) && !isBlankCharacter(before)
                              : before != 0 && after == keycap;
    }
    if (isBetween(code, 0xE0020, 0xE007F)) { // spells the flag of a region
        return before == blackFlag;
    }
    if (code == 0x200E || code == 0x200F || code == 0x61C) { // marks of direction
        return runsLeft;
    }
    if (isHangulFiller(code)) {
        return code < 0x1200 && QChar::script(after != 0 ? after : before) == QChar::Script_Hangul;
    }
    return isIgnorable(code) && isJoining(before);
}

} // namespace timeline
