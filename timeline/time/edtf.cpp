// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf.h"

#include "time/calendar.h"
#include "time/edtf_expression.h"

namespace timeline {

namespace {

/// A number of so many digits; -1 where there is another character among them.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    int number = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        number = 10 * number + (c - '0');
    }
    return number;
}

/// The bounds of a year, a month or a day, as most dates of most files are. Nothing for whatever is not as
/// plain, and for what is wrong.
std::optional<Span> plainDate(std::string_view text) {
    const bool hasMonth = text.size() == 7 || text.size() == 10;
    const bool hasDay = text.size() == 10;
    if ((!hasMonth && text.size() != 4) || (hasMonth && text[4] != '-') || (hasDay && text[7] != '-')) {
        return std::nullopt;
    }
    const int year = digits(text, 0, 4);
    const int month = hasMonth ? digits(text, 5, 2) : 1;
    const int day = hasDay ? digits(text, 8, 2) : 1;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
        return std::nullopt;
    }
    const Instant begin = startOfDay({year, month, day});
    const int days = hasDay ? 1 : hasMonth ? daysInMonth(year, month) : isLeapYear(year) ? 366 : 365;
    return Span{begin, {begin.seconds + days * std::int64_t{86'400}, 0}, {}};
}

/// The same for two of them, parted by "/".
std::optional<Span> plainInterval(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return plainDate(text);
    }
    const auto first = plainDate(text.substr(0, slash));
    const auto last = first ? plainDate(text.substr(slash + 1)) : std::nullopt;
    return last && last->end > first->begin ? std::optional(Span{first->begin, last->end, DateFlag::Interval})
                                            : std::nullopt;
}

} // namespace

std::variant<ParsedDate, DateError> parseDate(std::string_view text, DateSyntax syntax) {
    if (const auto span = plainInterval(text)) {
        return ParsedDate{*span, 0};
    }
    edtf::Cursor cursor(text);
    ParsedDate parsed;
    if (edtf::readExpression(cursor, syntax, parsed)) {
        return parsed;
    }
    return DateError{cursor.failedPosition(), cursor.expected()};
}

} // namespace timeline
