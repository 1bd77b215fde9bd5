// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/phrases/phrase_words.h"

#include <span>
#include <vector>

namespace timeline::phrases {

/// A piece of a phrase: a number with its digits as 0 to 9, whatever script they are of; a word as meaning()
/// knows it; or one sign, of which all dashes are "–", and hyphens and minus signs "-".
struct Token {
    enum class Kind : std::uint8_t { Number, Word, Sign };
    Kind kind = Kind::Sign;
    QString text;
    bool isSpaced = false; ///< a blank stands before it

    bool isSign(QChar sign) const { return kind == Kind::Sign && text.at(0) == sign; }
};
using Tokens = std::span<const Token>;

/// Takes time in proportion to the text. Points behind words are left out.
std::vector<Token> tokensOf(const QString &text);

/// Whether they may be a date: each word means something, alone or with those beside it, and they are few.
/// Most of what is no date is told so at once.
bool mayBeDate(Tokens tokens);

/// The number of a word such as "XII" or "XIIe"; nothing where it is none.
std::optional<int> romanOrdinal(const QString &word);

/// A number as it is written.
struct Number {
    std::int64_t value = 0;
    int digits = 0;
};

/// Goes through tokens from left to right; what is not as asked for stays. A copy is a place to come back to.
class TokenCursor {
public:
    explicit TokenCursor(Tokens tokens) : m_rest(tokens) {}

    bool atEnd() const { return m_rest.empty(); }
    Tokens rest() const { return m_rest; }
    /// Whether a blank stands before the next one, or nothing comes.
    bool isSpaced() const { return atEnd() || m_rest.front().isSpaced; }
    bool nextIs(QChar sign) const { return !atEnd() && m_rest.front().isSign(sign); }
    bool nextIsNumber() const { return !atEnd() && m_rest.front().kind == Token::Kind::Number; }

    bool take(QChar sign);
    /// One of these signs; NUL where the next is none.
    QChar takeOneOf(QStringView signs);
    /// A number of so many digits.
    std::optional<Number> takeNumber(int fewest, int most);
    /// The longest run of words that means something in this role.
    std::optional<int> take(Role role);
    /// "third"; 4 for "last", of which there are no more.
    std::optional<int> takeOrdinalOrLast();
    bool takeAll(Role role); ///< as many as come; whether there was one

private:
    Tokens m_rest;
};

} // namespace timeline::phrases
