// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline::phrases {

namespace {

constexpr std::size_t mostWords = 8; // that mean something together

bool isDigit(char32_t c) {
    return QChar::category(c) == QChar::Number_DecimalDigit;
}

bool isOfWord(char32_t c) {
    const QChar::Category category = QChar::category(c);
    return QChar::isLetter(c) || category == QChar::Mark_NonSpacing ||
           category == QChar::Mark_SpacingCombining;
}

/// A character that is a word, or a part of one, by itself.
bool standsAlone(char32_t c) {
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Han || script == QChar::Script_Hangul ||
           script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

char32_t plainSign(char32_t c) {
    switch (c) {
    case U'\u2010': // hyphens
    case U'\u2011':
    case U'\u2212': // minus
    case U'\uFF0D':
        return U'-';
    case U'\u2012': // dashes
    case U'\u2014':
    case U'\u2015':
    case U'\u301C':
    case U'\uFF5E':
        return U'–';
    case U'\u2019':
    case U'\u2018':
    case U'\u02BC':
    case U'`':
        return U'\'';
    case U'\u2044':
    case U'\uFF0F':
        return U'/';
    case U'\uFF0E':
        return U'.';
    case U'\uFF0C':
    case U'\u3001':
    case U'\u060C':
        return U',';
    case U'\uFF1A':
        return U':';
    case U'\uFF1F':
    case U'\u061F':
        return U'?';
    case U'\uFF08':
        return U'(';
    case U'\uFF09':
        return U')';
    default:
        return c;
    }
}

} // namespace

std::vector<Token> tokensOf(const QString &text) {
    std::vector<Token> tokens;
    const std::u32string characters = text.toStdU32String();
    const auto at = [&characters](std::size_t i) { return i < characters.size() ? characters[i] : U'\0'; };
    bool isSpaced = false;
    for (std::size_t i = 0; i < characters.size();) {
        const char32_t c = at(i);
        if (QChar::isSpace(c) || c == U'\uFEFF' || c == U'\u200B') { // or takes no room
            isSpaced = true;
            ++i;
            continue;
        }
        Token token{Token::Kind::Sign, {}, std::exchange(isSpaced, false)};
        if (isDigit(c)) {
            token.kind = Token::Kind::Number;
            for (; isDigit(at(i)); ++i) {
                token.text += QChar(u'0' + QChar::digitValue(at(i)));
            }
        } else if (isOfWord(c)) {
            token.kind = Token::Kind::Word;
            const std::size_t first = i;
            do {
                ++i;
            } while (isOfWord(at(i)) && !standsAlone(c) && !standsAlone(at(i)));
            const QString word = QString::fromStdU32String(characters.substr(first, i - first));
            const bool isAmpere = word == "mA"_L1; // and no million years
            token.text = standsAlone(c) || isAmpere ? word : foldedWord(word);
            if (at(i) == U'.' && at(i + 1) != U'.') {
                ++i;
            }
        } else {
            const char32_t sign = plainSign(c == U'\u2026' ? U'.' : c);
            token.text = QStringView(QChar::fromUcs4(sign)).toString();
            ++i;
            if (c == U'\u2026') { // three points in one
                tokens.push_back(token);
                token.isSpaced = false;
            }
        }
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::optional<int> romanOrdinal(const QString &word) {
    for (qsizetype end = word.size(); end > 0; --end) {
        const auto number = meaning(Role::RomanNumber, word.first(end));
        if (number && (end == word.size() || meaning(Role::OrdinalEnd, word.sliced(end)))) {
            return number;
        }
    }
    return std::nullopt;
}

bool mayBeDate(Tokens tokens) {
    constexpr std::size_t mostTokens = 40;
    if (tokens.size() > mostTokens) {
        return false;
    }
    std::vector<bool> isReached(tokens.size() + 1); // up to here all mean something
    isReached[0] = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!isReached[i]) {
            continue;
        }
        if (tokens[i].kind != Token::Kind::Word) {
            isReached[i + 1] = true;
            continue;
        }
        QString joined;
        for (std::size_t end = i; end < std::min(tokens.size(), i + mostWords); ++end) {
            const Token &token = tokens[end];
            if (token.kind == Token::Kind::Word) {
                joined += token.text;
                const bool isOne = hasMeaning(joined) || (end == i && romanOrdinal(joined));
                isReached[end + 1] = isReached[end + 1] || isOne;
            } else if (!token.isSign(u'-') && !token.isSign(u'\'')) {
                break;
            }
        }
    }
    return isReached.back();
}

bool TokenCursor::take(QChar sign) {
    if (!nextIs(sign)) {
        return false;
    }
    m_rest = m_rest.subspan(1);
    return true;
}

QChar TokenCursor::takeOneOf(QStringView signs) {
    for (const QChar sign : signs) {
        if (take(sign)) {
            return sign;
        }
    }
    return {};
}

std::optional<Number> TokenCursor::takeNumber(int fewest, int most) {
    if (!nextIsNumber()) {
        return std::nullopt;
    }
    const QString &digits = m_rest.front().text;
    constexpr int mostHeld = 18;
    if (digits.size() < fewest || digits.size() > std::min(most, mostHeld)) {
        return std::nullopt;
    }
    m_rest = m_rest.subspan(1);
    return Number{digits.toLongLong(), static_cast<int>(digits.size())};
}

std::optional<int> TokenCursor::take(Role role) {
    QString joined;
    std::optional<int> value;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < std::min(m_rest.size(), mostWords); ++i) {
        const Token &token = m_rest[i];
        if (token.kind == Token::Kind::Word) {
            joined += token.text;
            if (const auto found = meaning(role, joined)) {
                value = found;
                taken = i + 1;
            }
        } else if (i == 0 || (!token.isSign(u'-') && !token.isSign(u'\''))) {
            break;
        }
    }
    m_rest = m_rest.subspan(taken);
    return value;
}

std::optional<int> TokenCursor::takeOrdinalOrLast() {
    const auto ordinal = take(Role::OrdinalWord);
    return ordinal ? ordinal : take(Role::LastWord);
}

bool TokenCursor::takeAll(Role role) {
    bool isAny = false;
    while (take(role)) {
        isAny = true;
    }
    return isAny;
}

} // namespace timeline::phrases
