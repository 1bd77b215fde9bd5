// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_move.h"

#include "time/calendar.h"
#include "time/edtf_expression.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

using namespace edtf;

std::string yearText(std::int64_t year, YearForm form) {
    const std::string sign = year < 0 ? "-" : "";
    const std::int64_t size = std::abs(year);
    return form == YearForm::FourDigits && size <= 9999 ? sign + padded(size, 4)
           : size > 9999                                ? "Y" + sign + std::to_string(size)
                                                        : sign + padded(size, 4);
}

/// A date that can be counted on: the next ones of its kind are n, n + 1, n + 2 ...
class Step {
public:
    /// `text` is what `part` was read from.
    Step(const DatePart &part, std::string_view text) : m_part(part) {
        if (part.precision == Precision::Season) {
            m_firstSeason = firstOfCycle(part.month.value);
            m_season = monthsOfSeason(m_firstSeason);
        }
        if (part.yearForm == YearForm::Exponential) {
            // "Y17E7" is known to ten million years, and is moved by them.
            const std::size_t e = text.find('E');
            m_exponent = std::string(text.substr(e + 1, text.find_first_not_of("0123456789", e + 1) - e - 1));
            for (int i = std::stoi(m_exponent); i > 0; --i) {
                m_yearStep *= 10;
            }
        }
        if (part.precision == Precision::Time) {
            const std::size_t t = text.find('T');
            const std::size_t zone = t == std::string_view::npos ? t : text.find_first_of("Z+-", t);
            m_zone = zone == std::string_view::npos ? "" : std::string(text.substr(zone));
        }
    }

    /// The number of the date whose begin is nearest.
    std::int64_t nearest(Instant to) const {
        if (m_part.precision == Precision::Time) {
            // As far as its milliseconds can be counted. EDTF writes no times out there.
            to = std::clamp(to, startOfDay({-99'999, 1, 1}), startOfDay({99'999, 1, 1}));
        }
        std::int64_t n = guess(to);
        while (begin(n) > to) {
            --n;
        }
        while (begin(n + 1) <= to) {
            ++n;
        }
        const double before = millisecondsBetween(begin(n), to);
        const double after = millisecondsBetween(to, begin(n + 1));
        return before <= after ? n : n + 1;
    }

    Instant begin(std::int64_t n) const {
        switch (m_part.precision) {
        case Precision::Day:
            return {n * 86'400, 0};
        case Precision::Time: {
            const std::int64_t millis = n * m_part.time.widthMilliseconds;
            const std::int64_t seconds = floorDivided(millis, 1000);
            return {seconds - m_part.time.shiftSeconds, static_cast<std::int32_t>(millis - seconds * 1000)};
        }
        case Precision::Month:
            return startOfMonth(n);
        case Precision::Season:
            return startOfMonth(m_season.first - 1 + n * m_season.count);
        case Precision::Year:
            break;
        }
        return startOfDay({n * m_yearStep, 1, 1});
    }

    std::string text(std::int64_t n) const {
        switch (m_part.precision) {
        case Precision::Season:
            return seasonText(n);
        case Precision::Year:
            return m_exponent.empty()
                       ? qualified(0, yearText(n, m_part.yearForm)) + suffix()
                       : std::string("Y").append(std::to_string(n)) + "E" + m_exponent + suffix();
        default:
            break;
        }
        Instant local = begin(n);
        local.seconds += m_part.precision == Precision::Time ? m_part.time.shiftSeconds : 0;
        const CivilTime civil = civilTime(local);
        // Not by "-" + …: at -O3 GCC 12 warns of what is not so (its bug 105651).
        std::string date = qualified(0, yearText(civil.date.year, m_part.yearForm)) + "-" +
                           qualified(1, padded(civil.date.month, 2));
        if (m_part.precision == Precision::Month) {
            return date + suffix();
        }
        date.append("-").append(qualified(2, padded(civil.date.day, 2)));
        if (m_part.precision == Precision::Day) {
            return date + suffix();
        }
        date.append("T").append(padded(civil.hour, 2)).append(":").append(padded(civil.minute, 2));
        if (m_part.time.widthMilliseconds <= 1000) {
            date.append(":").append(padded(civil.second, 2));
        }
        if (m_part.time.widthMilliseconds < 1000) {
            date.append(".").append(padded(civil.millisecond, 3));
        }
        return date + m_zone;
    }

    /// Dates of the same kind can be moved by the same number.
    bool isLike(const Step &other) const {
        return m_part.precision == other.m_part.precision && m_firstSeason == other.m_firstSeason &&
               m_yearStep == other.m_yearStep &&
               m_part.time.widthMilliseconds == other.m_part.time.widthMilliseconds;
    }

private:
    std::int64_t guess(Instant to) const {
        switch (m_part.precision) {
        case Precision::Day:
            return floorDivided(to.seconds, 86'400);
        case Precision::Time: {
            const std::int64_t local = to.seconds + m_part.time.shiftSeconds;
            return floorDivided(local * 1000 + to.millis, m_part.time.widthMilliseconds);
        }
        default:
            break;
        }
        const CivilDate date = civilTime(to).date;
        switch (m_part.precision) {
        case Precision::Month:
            return monthOf(date);
        case Precision::Season:
            return floorDivided(monthOf(date), m_season.count);
        default:
            return floorDivided(date.year, m_yearStep);
        }
    }
    std::string seasonText(std::int64_t n) const {
        const int count = 12 / m_season.count;
        const std::int64_t year = floorDivided(n, count);
        const std::int64_t season = m_firstSeason + (n - year * count);
        return qualified(0, yearText(year, m_part.yearForm)) + "-" + qualified(1, std::to_string(season)) +
               suffix();
    }

    std::size_t partCount() const {
        return m_part.precision == Precision::Year                                             ? 1
               : m_part.precision == Precision::Month || m_part.precision == Precision::Season ? 2
                                                                                               : 3;
    }
    bool isQualifiedAsWhole() const {
        const auto end = m_part.qualifiers.begin() + static_cast<std::ptrdiff_t>(partCount());
        return std::all_of(m_part.qualifiers.begin(), end,
                           [this](std::uint8_t each) { return each == m_part.qualifiers[0]; });
    }
    static std::string mark(std::uint8_t qualifier) {
        return qualifier == IsUncertain     ? "?"
               : qualifier == IsApproximate ? "~"
               : qualifier == IsBoth        ? "%"
                                            : "";
    }
    std::string qualified(std::size_t part, const std::string &text) const {
        return isQualifiedAsWhole() ? text : mark(m_part.qualifiers.at(part)) + text;
    }
    std::string suffix() const { return isQualifiedAsWhole() ? mark(m_part.qualifiers[0]) : ""; }

    DatePart m_part;
    int m_firstSeason = 0; ///< of its cycle, and that one's months
    SeasonMonths m_season{1, 1};
    std::int64_t m_yearStep = 1;
    std::string m_exponent, m_zone;
};

/// An end of a date: what is written there, and what it can be counted by, if it is a date.
struct End {
    std::string text;
    std::optional<Step> step;
    std::int64_t n = 0;
};

bool isMovable(const DatePart &part) {
    // Southern seasons do not follow each other within a year as their numbers do.
    const bool isSouthern =
        part.precision == Precision::Season && part.month.value >= 29 && part.month.value <= 32;
    return !part.hasUnspecifiedDigit() && part.significantDigits == 0 && !isSouthern;
}

End endOf(const std::string &text, const DatePart &part) {
    End end{text, Step(part, text)};
    const auto parsed = parseDate(text);
    if (const auto *date = std::get_if<ParsedDate>(&parsed)) {
        end.n = end.step->nearest(date->span.begin);
    }
    return end;
}

void moveTo(End &end, std::int64_t n) {
    end.n = n;
    end.text = end.step->text(n);
}

/// Moves the ends of an interval, which are two even where it was one date.
bool move(End &start, End &end, DateEnd which, Instant to) {
    if (which == DateEnd::Both) {
        End &first = start.step ? start : end;
        if (!first.step) {
            return false;
        }
        const Instant before = first.step->begin(first.n);
        const std::int64_t n = first.step->nearest(to);
        const std::int64_t steps = n - first.n;
        moveTo(first, n);
        if (start.step && end.step) {
            const double way = millisecondsBetween(before, start.step->begin(start.n));
            moveTo(end, start.step->isLike(*end.step)
                            ? end.n + steps
                            : end.step->nearest(plusMilliseconds(end.step->begin(end.n), way)));
        }
        return true;
    }
    End &moved = which == DateEnd::Start ? start : end;
    const End &other = which == DateEnd::Start ? end : start;
    if (!moved.step) { // open or unknown: it gets a date like the other's
        moved.step = other.step;
    }
    if (!moved.step) {
        return false;
    }
    // The end of a date is the begin of the next.
    const std::int64_t n = moved.step->nearest(to) - (which == DateEnd::End ? 1 : 0);
    std::int64_t limit = n;
    if (other.step) {
        limit = moved.step->isLike(*other.step) ? other.n : moved.step->nearest(other.step->begin(other.n));
    }
    moveTo(moved, which == DateEnd::Start ? std::min(n, limit) : std::max(n, limit));
    return true;
}

DatePart partOf(TickUnit precision) {
    DatePart part;
    part.precision = precision == TickUnit::Year    ? Precision::Year
                     : precision == TickUnit::Month ? Precision::Month
                     : precision == TickUnit::Day   ? Precision::Day
                                                    : Precision::Time;
    part.time.widthMilliseconds = precision == TickUnit::Millisecond ? 1
                                  : precision == TickUnit::Second    ? 1000
                                                                     : 60'000;
    return part;
}

/// Gives an end another precision; how sure it is stays. `bound`: where the date begins, or, for the end of
/// an interval, where it ends.
void refine(End &end, const DatePart &before, TickUnit precision, DateEnd which) {
    if (!end.step) {
        return;
    }
    const bool isLast = which == DateEnd::End;
    const Instant bound = end.step->begin(end.n + (isLast ? 1 : 0));
    DatePart part = partOf(precision);
    part.qualifiers.fill(before.anyQualifier());
    end.step = Step(part, {});
    end.n = end.step->nearest(bound) - (isLast ? 1 : 0);
    end.text = end.step->text(end.n);
}

} // namespace

std::optional<std::string> movedDate(std::string_view text, DateEnd which, Instant to,
                                     std::optional<TickUnit> precision) {
    Cursor cursor(text);
    ParsedDate parsed;
    Expression expression;
    if (!readExpression(cursor, DateSyntax::EventsFile, parsed, &expression) ||
        (expression.form != Form::Single && expression.form != Form::Interval)) {
        return std::nullopt;
    }
    const Stretch &stretch = expression.members.front();
    const std::size_t slash = text.find('/');
    const bool isInterval = slash != std::string_view::npos;
    const std::string first(text.substr(0, slash));
    const std::string last(isInterval ? text.substr(slash + 1) : text);
    const DatePart &lastPart = isInterval ? stretch.last : stretch.first;
    const bool hasFirst = !isInterval || stretch.start == Edge::Date;
    const bool hasLast = !isInterval || stretch.end == Edge::Date;
    if ((hasFirst && !isMovable(stretch.first)) || (hasLast && !isMovable(lastPart))) {
        return std::nullopt;
    }
    End start = hasFirst ? endOf(first, stretch.first) : End{first, std::nullopt};
    End end = hasLast ? endOf(last, lastPart) : End{last, std::nullopt};
    if (precision) {
        if (which != DateEnd::End) {
            refine(start, stretch.first, *precision, DateEnd::Start);
        }
        if (which == DateEnd::End || (which == DateEnd::Both && isInterval)) {
            refine(end, lastPart, *precision, DateEnd::End);
        } else if (which == DateEnd::Both) {
            end = start;
        }
    }
    if (!move(start, end, which, to)) {
        return std::nullopt;
    }
    std::string moved = start.text == end.text ? start.text : start.text + "/" + end.text;
    if (const auto result = parseDate(moved); !std::holds_alternative<ParsedDate>(result)) {
        return std::nullopt; // beyond the years that EDTF can write so
    }
    return moved;
}

std::string dateNearest(Instant instant, TickUnit precision) {
    DatePart part = partOf(precision);
    const std::int64_t year = civilTime(instant).date.year;
    if (std::abs(year) > 9999) {
        part.precision = Precision::Year;
    }
    const Step step(part, {});
    return step.text(step.nearest(instant));
}

} // namespace timeline
