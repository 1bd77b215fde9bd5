// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/visible_text.h"

#include "document/bytes/look_alike.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr qsizetype longestQuoted = 60; ///< UTF-16 units

/// Bidirectional marks, embeddings, overrides and isolates; controls but line ends and tabs.
bool isObeyed(QChar c) {
    const char16_t code = c.unicode();
    const bool turnsDirection = code == 0x061C || code == 0x200E || code == 0x200F ||
                                (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool isControl =
        c.category() == QChar::Other_Control && code != u'\n' && code != u'\r' && code != u'\t';
    const bool isNoCharacter = code >= 0xFFFE; // XML forbids it
    return turnsDirection || isControl || isNoCharacter;
}

} // namespace

QString visibleText(const QString &text) {
    if (std::ranges::none_of(text, isObeyed)) {
        return text;
    }
    QString visible;
    for (const QChar c : text) {
        if (isObeyed(c)) {
            visible += codePointText(QStringView(&c, 1));
        } else {
            visible += c;
        }
    }
    return visible;
}

QString codePointText(QStringView character) {
    const char32_t code =
        character.size() > 1 ? QChar::surrogateToUcs4(character[0], character[1]) : character[0].unicode();
    return QStringLiteral("‹U+%1›").arg(QString::number(code, 16).toUpper(), 4, u'0');
}

QString quoted(QStringView text) {
    QString out = u"\""_s;
    const std::vector<LookAlikeAt> unseen =
        lookAlikes(text.first(std::min(text.size(), longestQuoted)), TextUse::Name);
    const auto isUnseen = [&](qsizetype at) { // a blank at an end stands before a quote
        return std::ranges::any_of(unseen, [at](const LookAlikeAt &one) {
            return one.at <= at && at < one.at + one.length && one.kind != LookAlike::EndBlank;
        });
    };
    for (qsizetype i = 0; i < std::min(text.size(), longestQuoted); ++i) {
        const QChar c = text[i];
        const ushort unit = c.unicode();
        const bool hidden = unit < 0x20 || (unit >= 0x7F && unit < 0xA0) ||
                            (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) ||
                            unit == 0x2028 || unit == 0x2029 || isUnseen(i);
        out += hidden ? u"\\u%1"_s.arg(unit, 4, 16, '0'_L1) : QString(c);
    }
    if (text.size() > longestQuoted) {
        if (out.back().isHighSurrogate()) {
            out.chop(1);
        }
        out += u'…';
    }
    return out + u'"';
}

std::string quotedUtf8(std::string_view text) {
    const bool isPlain = text.size() <= longestQuoted &&
                         std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7F'; });
    return isPlain
               ? std::string(1, '"').append(text).append(1, '"')
               : quoted(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
}

} // namespace timeline
