// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>
#include <vector>

namespace timeline {

/// What makes a text look like another one that it is not.
enum class LookAlike : std::uint8_t {
    EndBlank,     ///< a blank before its first or after its last character
    NoWidth,      ///< a character that cannot be seen, where its script or an emoji has no use for it
    NoBreakSpace, ///< another blank than the common one, or one too many, between two words
    OtherAlphabet ///< letters that look like Latin ones within a Latin word, or the other way round
};

/// A title may have no-break spaces between its words, and two blanks behind a sentence. In a name, which is
/// compared with others, no-break spaces are fine beside digits and signs: "10 000 €", "M. Roux".
enum class TextUse : std::uint8_t { Title, Name };

struct LookAlikeAt {
    qsizetype at = 0; ///< UTF-16 units from the start
    qsizetype length = 1;
    LookAlike kind = LookAlike::EndBlank;
    friend bool operator==(const LookAlikeAt &, const LookAlikeAt &) = default;
};

/// Where a text, one line that identifies what it names, holds such characters, in their order. A text of
/// blanks alone has none. What scripts need is no finding: joiners in Persian, Indic and emoji, word breaks
/// in Thai and Khmer; nor is a word of one alphabet beside one of another, "kΩ", "ΔT" or "VIPам"; nor are
/// wide blanks and letters among Chinese ones.
std::vector<LookAlikeAt> lookAlikes(QStringView text, TextUse use);

/// Whether a text has neither such characters nor those of findHiddenCharacter(): quick where it is ASCII.
bool isPlainlySeen(std::string_view utf8, TextUse use);

/// The text with such characters written out as their code point, as in visibleText() and after it.
QString visibleName(const QString &text, TextUse use = TextUse::Name);

} // namespace timeline
