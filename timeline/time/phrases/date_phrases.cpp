// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/date_phrases.h"

#include "time/phrases/phrase_ranges.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

using namespace phrases;

constexpr qsizetype longestPhrase = 100;

/// What stands alone is safe if it is sure; of several none is.
Readings judged(Readings readings) {
    if (readings.size() > 1) {
        for (Reading &reading : readings) {
            reading.isSafe = false;
        }
    }
    return readings;
}

/// Digits of some scripts often count the years of a calendar of their own; of the Arabic ones, those are
/// less.
bool mayBeOfOtherCalendar(const QString &text, const std::vector<Token> &tokens) {
    constexpr int afterHijra = 1600;
    const bool isModern = std::ranges::any_of(
        tokens, [](const Token &t) { return t.kind == Token::Kind::Number && t.text.toInt() >= afterHijra; });
    const auto isIn = [](QChar c, char16_t zero) { return c >= QChar(zero) && c <= QChar(zero + 9); };
    return std::ranges::any_of(text, [&](QChar c) {
        const bool isArabic = isIn(c, u'\u0660') || isIn(c, u'\u06F0');
        const bool isPlain = isIn(c, u'0') || isIn(c, u'\uFF10'); // or as wide as Chinese letters
        return c.isDigit() && !isPlain && !(isArabic && isModern);
    });
}

/// As the program itself writes dates, in whatever case.
std::optional<QString> asWritten(const QString &text) {
    return isDate(text)             ? std::optional(text)
           : isDate(text.toUpper()) ? std::optional(text.toUpper())
                                    : std::nullopt;
}

Readings pointReadings(Tokens tokens) {
    Readings readings;
    bool mayBeInterval = false;
    for (const Part &part : wholePointsIn(tokens)) {
        add(readings, text(part), part.isSafe);
        mayBeInterval |= part.mayEndInTime;
    }
    for (const Reading &reading : mayBeInterval ? intervals(tokens) : Readings()) {
        add(readings, reading.edtf, false);
    }
    return readings;
}

Readings phraseReadings(Tokens tokens) {
    for (Readings (*read)(Tokens) : {&openRanges, &shortYears, &pointReadings, &sets, &intervals}) {
        if (Readings readings = read(tokens); !readings.empty()) {
            return readings;
        }
    }
    // What archivists conclude stands in brackets.
    const bool isEnclosed =
        tokens.size() > 2 && ((tokens.front().isSign(u'[') && tokens.back().isSign(u']')) ||
                              (tokens.front().isSign(u'(') && tokens.back().isSign(u')')));
    return isEnclosed ? phraseReadings(tokens.subspan(1, tokens.size() - 2)) : Readings();
}

/// What one end of an interval may be: a date, or open.
struct End {
    QString edtf;
    Order order = Order::Clear;
    bool isSafe = true;
};
std::vector<End> endsIn(const QString &phrase) {
    const QString text = phrase.trimmed();
    std::vector<End> ends;
    if (text.size() > longestPhrase) {
        return ends;
    }
    for (const Part &part : wholePointsIn(tokensOf(text))) {
        ends.push_back({phrases::text(part), part.order, part.isSafe});
    }
    if (const auto date = asWritten(text); ends.empty() && (date || text == ".."_L1)) {
        ends.push_back({date.value_or(text)});
    }
    return ends;
}

} // namespace

std::vector<Reading> readingsOf(const QString &phrase) {
    const QStringView trimmed = QStringView(phrase).trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestPhrase) {
        return {};
    }
    const QString text = trimmed.toString();
    const std::vector<Token> tokens = tokensOf(text);
    if (const auto date = asWritten(text)) {
        constexpr qsizetype sizeOfMonth = 7; // 1905-11 may be short years, too
        const Readings years = date->size() == sizeOfMonth ? shortYears(tokens) : Readings();
        return years.size() > 1 ? judged(years) : Readings{{*date, true}};
    }
    Readings readings = mayBeDate(tokens) ? judged(phraseReadings(tokens)) : Readings();
    if (mayBeOfOtherCalendar(text, tokens)) {
        for (Reading &reading : readings) {
            reading.isSafe = false;
        }
    }
    return readings;
}

std::vector<Reading> readingsOf(const QString &start, const QString &end) {
    Readings readings;
    for (const End &first : endsIn(start)) {
        for (const End &last : endsIn(end)) {
            const bool isMixed =
                first.order != last.order && first.order != Order::Clear && last.order != Order::Clear;
            if (!isMixed) {
                add(readings, first.edtf + u'/' + last.edtf, first.isSafe && last.isSafe);
            }
        }
    }
    return judged(readings);
}

bool isYearAndNext(std::string_view edtf) {
    constexpr std::size_t size = 7;
    if (edtf.size() != size || edtf[4] != '-') {
        return false;
    }
    const auto digit = [edtf](std::size_t at) { return edtf[at] - '0'; };
    const int year = 10 * digit(2) + digit(3);
    const int number = 10 * digit(5) + digit(6);
    constexpr int firstSeason = 21;
    constexpr int last = 41;
    return number == year + 1 && number >= firstSeason && number <= last;
}

bool isSeason(std::string_view date) {
    return date.size() == 7 && date[4] == '-' && date[5] == '2' && date[6] >= '1' && date[6] <= '4';
}

std::string yearAndNext(std::string_view edtf) {
    const std::string_view century = edtf.substr(0, 2);
    return std::string(edtf.substr(0, 4)).append("/").append(century).append(edtf.substr(5));
}

std::optional<QString> safeReading(const QString &phrase) {
    const std::vector<Reading> readings = readingsOf(phrase);
    return readings.size() == 1 && readings.front().isSafe ? std::optional(readings.front().edtf)
                                                           : std::nullopt;
}

} // namespace timeline
