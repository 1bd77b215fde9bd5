// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/made_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace bench {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t year = 365 * day;
constexpr std::int64_t firstSecond = -20 * year; // 1950
constexpr std::int64_t lastSecond = 56 * year;   // the end of 2025

void appendNumber(std::string &text, std::int64_t number, std::size_t digits = 1) {
    std::array<char, 20> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    const auto length = static_cast<std::size_t>(end - buffer.data());
    text.append(digits > length ? digits - length : 0, '0');
    text.append(buffer.data(), length);
}

enum class Precision { Year, Month, Day, Second };

void appendDate(std::string &text, std::int64_t seconds, Precision precision) {
    const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(days);
    appendNumber(text, static_cast<int>(date.year()), 4);
    if (precision >= Precision::Month) {
        text += '-';
        appendNumber(text, static_cast<unsigned>(date.month()), 2);
    }
    if (precision >= Precision::Day) {
        text += '-';
        appendNumber(text, static_cast<unsigned>(date.day()), 2);
    }
    if (precision >= Precision::Second) {
        const std::int64_t second = (instant - days).count();
        for (const auto &[before, part] :
             {std::pair{'T', second / 3600}, {':', second / 60 % 60}, {':', second % 60}}) {
            text += before;
            appendNumber(text, part, 2);
        }
        text += 'Z';
    }
}

void appendSpan(std::string &text, std::int64_t begin, std::int64_t length, Precision precision) {
    appendDate(text, begin, precision);
    text += '/';
    appendDate(text, std::min(begin + length, 200 * year), precision);
}

} // namespace

MadeDates::MadeDates(std::string_view kind, std::uint64_t count, Dice &dice)
    : m_kind(kind), m_count(count), m_dice(dice) {
    for (int i = 0; i < 40; ++i) {
        m_bursts.push_back(m_dice.between(firstSecond, lastSecond));
    }
}

void MadeDates::append(std::string &text, std::uint64_t event) {
    if (m_kind == "equal-dates") {
        text += "2024-05-06";
    } else if (m_kind == "overlapping") {
        appendSpan(text, m_dice.between(0, 10 * year), m_dice.between(11 * 365, 40 * 365) * day,
                   Precision::Day);
    } else if (m_kind == "nested") { // the outermost first; each begins after and ends before the one before
        const std::int64_t step = std::max<std::int64_t>(1, (lastSecond - firstSecond) / 2 /
                                                                static_cast<std::int64_t>(m_count + 1));
        const std::int64_t depth = step * static_cast<std::int64_t>(event);
        appendSpan(text, firstSecond + depth, lastSecond - firstSecond - 2 * depth, Precision::Second);
    } else if (m_kind == "points") {
        appendDate(text, m_dice.between(firstSecond, lastSecond), Precision::Second);
    } else if (m_kind == "date-times") {
        appendDate(text, m_dice.between(firstSecond, lastSecond), Precision::Second);
        text.pop_back();
    } else if (m_kind == "offsets" || m_kind == "start-with-offset") {
        appendDate(text, m_dice.between(firstSecond, lastSecond), Precision::Second);
        text.replace(text.size() - 1, 1, m_dice.once(2) ? "+02:00" : "-05:30");
    } else if (m_kind == "start-alone") {
        appendDate(text, m_dice.between(firstSecond, lastSecond), Precision::Day);
    } else if (m_kind == "intervals" || m_kind == "start-and-end") {
        appendSpan(text, m_dice.between(firstSecond, lastSecond), m_dice.between(1, 2'000) * day,
                   Precision::Day);
    } else if (m_kind == "edtf") {
        anyNotation(text);
    } else if (m_kind == "years") {
        appendDate(text, m_dice.between(firstSecond, lastSecond), Precision::Year);
    } else if (m_kind == "spans-all" && event == 0) {
        text += "1900/2100";
    } else if (m_kind == "deep-time") {
        deepTime(text);
    } else {
        likePeopleWrite(text);
    }
}

void MadeDates::appendJson(std::string &text, std::uint64_t event) {
    const std::string_view quote = m_kind == "years" ? "" : "\"";
    text += quote;
    append(text, event);
    text += quote;
}

/// All that EDTF has: what is alike in each stands for itself, `#` for a year.
void MadeDates::anyNotation(std::string &text) {
    static constexpr std::array<std::string_view, 24> notations = {
        "#",           "#-06?",       "#-06-11~",   "#%",          "#-21",          "#-XX",
        "#-12-XX",     "19XX",        "20XX-12-25", "Y-170000002", "Y-17E7",        "1950S2",
        "#/..",        "/#",          "#-02/#-05",  "#-06~/#-08?", "[1667,1668,#]", "{#,1960..1962}",
        "[..#-12-03]", "{#-01,#-03}", "?#-06-~11",  "#-06-%11",    "#?-06-11",      "#-04-12/..",
    };
    std::string year;
    appendDate(year, m_dice.between(firstSecond, lastSecond), Precision::Year);
    for (const char c : notations.at(m_dice.below(notations.size()))) {
        c == '#' ? text += year : text += c;
    }
}

/// From the age of the universe down to milliseconds, as many events in each octave as in any other.
void MadeDates::deepTime(std::string &text) {
    switch (m_dice.below(4)) {
    case 0: { // 10 thousand to 13.8 billion years ago; some last
        const auto ago = std::min<std::int64_t>(13'800'000'000, (std::int64_t{10'000} << m_dice.below(21)) +
                                                                    m_dice.between(0, 10'000));
        text += "Y-";
        appendNumber(text, ago);
        if (m_dice.once(3)) {
            text += "/Y-";
            appendNumber(text, std::max<std::int64_t>(10'000, ago - ago / m_dice.between(2, 100)));
        }
        break;
    }
    case 1: { // milliseconds of one minute
        appendDate(text, lastSecond, Precision::Second);
        text.resize(text.size() - 3);
        appendNumber(text, m_dice.between(0, 60), 2);
        text += '.';
        appendNumber(text, m_dice.between(0, 1000), 3);
        text += 'Z';
        break;
    }
    case 2: // seconds to centuries ago
        appendDate(text, lastSecond - (std::int64_t{1} << m_dice.below(35)) - m_dice.between(0, 60),
                   Precision::Second);
        break;
    default:
        likePeopleWrite(text);
    }
}

/// A third of the moments lie in a burst: within days or months of the others.
std::int64_t MadeDates::moment() {
    if (m_dice.once(3)) {
        const std::int64_t spread = m_dice.normal() * 20 * day / 0x10000;
        return std::clamp(m_bursts[m_dice.below(m_bursts.size())] + spread, firstSecond, lastSecond);
    }
    return m_dice.between(firstSecond, lastSecond);
}

void MadeDates::likePeopleWrite(std::string &text) {
    const std::int64_t begin = moment();
    switch (m_dice.below(20)) {
    case 0:
        appendDate(text, begin, Precision::Year);
        break;
    case 1:
        appendDate(text, begin, Precision::Month);
        break;
    case 2:
        appendDate(text, begin, Precision::Month);
        text += '~';
        break;
    case 3:
        appendDate(text, begin, Precision::Day);
        text += '?';
        break;
    case 4:
        appendDate(text, begin, Precision::Day);
        text += m_dice.once(40) ? "/.." : "";
        break;
    case 5:
        appendDate(text, begin, Precision::Second);
        break;
    case 6:
    case 7:
    case 8:
    case 9:
    case 10: { // from minutes to years, half of them longer than 10 days, two thirds within a ninth and nine
               // times
        constexpr std::int64_t tenDays = 1'292'600; // its binary logarithm, in 65536ths
        constexpr std::int64_t nine = 207'800;
        const std::int64_t length = std::max<std::int64_t>(60, m_dice.powerOfTwo(tenDays, nine));
        appendSpan(text, begin, length, length < 3 * day ? Precision::Second : Precision::Day);
        break;
    }
    default:
        appendDate(text, begin, Precision::Day);
    }
}

} // namespace bench
