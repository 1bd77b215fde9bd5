// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/event_source.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace bench {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t firstSecond = -20 * 365 * day; // 1950
constexpr std::int64_t lastSecond = 56 * 365 * day;   // 2025

/// Random numbers that are the same with every standard library, which its distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    std::uint64_t below(std::uint64_t limit) { return m_engine() % limit; }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low)));
    }
    bool once(std::uint64_t in) { return below(in) == 0; }
    double unit() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    /// About normal, with deviation 1: the sum of twelve even ones.
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += unit();
        }
        return sum;
    }

private:
    std::mt19937_64 m_engine;
};

/// A year, month and day of the proleptic Gregorian calendar (Howard Hinnant's arithmetic of days).
std::string dateText(std::int64_t seconds, bool withTime) {
    const std::int64_t days = (seconds >= 0 ? seconds : seconds - day + 1) / day;
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int64_t dayOfEra = shifted - era * 146'097;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthIndex = (5 * dayOfYear + 2) / 153;
    const auto dayOfMonth = static_cast<int>(dayOfYear - (153 * monthIndex + 2) / 5 + 1);
    const auto month = static_cast<int>(monthIndex < 10 ? monthIndex + 3 : monthIndex - 9);
    const auto year = static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    std::array<char, 64> text{};
    const auto second = static_cast<int>(seconds - days * day);
    if (withTime) {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, dayOfMonth,
                      second / 3600, second / 60 % 60, second % 60);
    } else {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, dayOfMonth);
    }
    return text.data();
}

using Words = std::vector<std::string_view>;

const Words english = {"harbour", "council", "report",  "engine",  "launch",  "strike",
                       "treaty",  "market",  "chip",    "cluster", "export",  "ban",
                       "founder", "model",   "release", "award",   "of",      "the",
                       "against", "new",     "bridge",  "village", "science", "election"};
const std::array<Words, 6> others = {
    Words{"договор", "совет", "отчёт", "мост", "новый", "выборы", "рынок", "модель"},
    Words{"模型", "发布", "深圳", "芯片", "公司", "新闻", "出口", "禁令"},
    Words{"تقرير", "مجلس", "سوق", "جسر", "جديد", "اتفاق"},
    Words{"समझौता", "परिषद", "बाज़ार", "नया", "रिपोर्ट"},
    Words{"été", "découverte", "élection", "marché", "traité", "château"},
    Words{"🚀", "launch", "📈", "market", "🎉"}};
constexpr std::array<std::string_view, 12> categories = {"politics", "science", "chips",  "market",
                                                         "people",   "sport",   "arts",   "law",
                                                         "health",   "energy",  "travel", "other"};
constexpr std::array<std::string_view, 6> statuses = {"confirmed", "reported", "claimed",
                                                      "disputed",  "planned",  "cancelled"};

class Writer {
public:
    Writer(const Options &options, const std::function<bool(std::string_view)> &write)
        : m_options(options), m_write(write), m_dice(options.seed) {
        for (int i = 0; i < 40; ++i) { // when much happens at once
            m_bursts.push_back(m_dice.between(firstSecond, lastSecond));
        }
    }

    bool run() {
        head();
        for (std::uint64_t i = 0; i < m_options.count; ++i) {
            event(i);
            if (m_text.size() > 1 << 20 && !flush()) {
                return false;
            }
        }
        m_text += isPretty() ? "\n  ]\n}\n" : "\n]}\n";
        return flush();
    }

private:
    bool isPretty() const { return m_options.style == "pretty"; }
    bool is(std::string_view kind) const { return m_options.kind == kind; }
    bool flush() {
        const bool written = m_write(m_text);
        m_text.clear();
        return written;
    }

    void head() {
        m_text = isPretty() ? "{\n  \"title\": \"Generated: " : "{\"title\":\"Generated: ";
        m_text += m_options.kind;
        m_text += "\",\n\"categories\":[";
        for (std::size_t i = 0; i < categories.size(); ++i) {
            m_text += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + std::string(categories[i]) + "\"}";
        }
        m_text += "],\n\"sources\":[";
        for (int i = 0; i < 20; ++i) {
            m_text += (i > 0 ? ",{\"id\":\"s" : "{\"id\":\"s") + std::to_string(i) + R"(","title":"Source"})";
        }
        m_text += "],\n\"events\":[";
    }

    void event(std::uint64_t i) {
        const std::string_view separator = m_options.style == "compact" ? "" : isPretty() ? "\n    " : "\n";
        m_text += i > 0 ? "," : "";
        m_text += separator;
        m_text += "{";
        m_first = true;
        field("id", "e" + std::to_string(i));
        field("title", title());
        field("date", date(i));
        // Zipf: the second half as many as the first, the third a third.
        const auto category = static_cast<std::size_t>(std::exp(m_dice.unit() * std::log(13.0))) - 1;
        field("category", is("one-lane") ? categories[0] : categories[std::min<std::size_t>(category, 11)]);
        if (m_dice.below(10) < 3) {
            field("status", statuses[m_dice.below(statuses.size())]);
        }
        if (m_dice.once(8)) {
            raw("importance", "0." + std::to_string(m_dice.below(10)));
        }
        field("description", words(english, 6 + m_dice.below(16), m_dice.once(6)));
        if (m_dice.once(3)) {
            raw("tags", R"(["tag)" + std::to_string(m_dice.below(50)) + R"(","common"])");
        }
        if (m_dice.once(4)) {
            raw("sources", R"(["s)" + std::to_string(m_dice.below(20)) + R"("])");
        }
        if (m_dice.once(10)) {
            raw("measures", R"([{"name":"people","value":)" + std::to_string(m_dice.below(100'000)) + "}]");
        }
        if (i > 0 && m_dice.once(12)) {
            raw("links", R"([{"to":"e)" + std::to_string(m_dice.below(i)) + R"(","kind":"leads-to"}])");
        }
        m_text += isPretty() ? "\n    }" : "}";
    }

    void key(std::string_view name) {
        m_text += m_first ? "" : ",";
        m_text += isPretty() ? "\n      \"" : "\"";
        m_text += name;
        m_text += isPretty() ? "\": " : "\":";
        m_first = false;
    }
    void field(std::string_view name, std::string_view value) {
        key(name);
        m_text += '"';
        m_text += value;
        m_text += '"';
    }
    void raw(std::string_view name, std::string_view value) {
        key(name);
        m_text += value;
    }

    std::string words(const Words &from, std::uint64_t count, bool withMarkdown) {
        std::string text = withMarkdown ? "**" + std::string(from[m_dice.below(from.size())]) + "** " : "";
        for (std::uint64_t i = 0; i < count; ++i) {
            text += from[m_dice.below(from.size())];
            text += i + 1 < count ? " " : "";
        }
        return text;
    }

    std::string title() {
        const std::uint64_t longest = is("long-titles") ? 60 : m_dice.once(30) ? 20 : 5;
        const std::uint64_t count = is("long-titles") ? m_dice.below(20) + 40 : 2 + m_dice.below(longest - 1);
        const bool isOther = m_dice.below(10) < 2;
        return words(isOther ? others[m_dice.below(others.size())] : english, count, false) + ' ' +
               std::to_string(m_dice.below(10'000));
    }

    std::int64_t moment() {
        if (m_dice.once(3)) { // in a burst: within days or months
            const auto spread = static_cast<std::int64_t>(m_dice.normal() * 20 * day);
            return std::clamp(m_bursts[m_dice.below(m_bursts.size())] + spread, firstSecond, lastSecond);
        }
        return m_dice.between(firstSecond, lastSecond);
    }

    std::string spanText(std::int64_t begin, std::int64_t length, bool withTime) {
        return dateText(begin, withTime) + '/' +
               dateText(std::min(begin + length, 200 * 365 * day), withTime);
    }

    std::string date(std::uint64_t i) {
        if (is("equal-dates")) {
            return "2024-05-06";
        }
        if (is("overlapping")) {
            return spanText(m_dice.between(0, 10 * 365 * day), m_dice.between(11 * 365, 40 * 365) * day,
                            false);
        }
        if (is("nested")) {
            const auto depth = static_cast<std::int64_t>(i % 20'000) * 14'000; // seconds
            return spanText(firstSecond + depth, lastSecond - firstSecond - 2 * depth, true);
        }
        if (is("points")) {
            return dateText(m_dice.between(firstSecond, lastSecond), true);
        }
        if (is("spans-all") && i == 0) {
            return "1900/2100";
        }
        if (is("deep-time")) {
            std::array<char, 64> text{};
            if (i % 3 == 0) {
                std::snprintf(text.data(), text.size(), "Y-%llu",
                              static_cast<unsigned long long>(10'000 + m_dice.below(13'800'000'000)));
                return text.data();
            }
            if (i % 3 == 1) {
                std::snprintf(text.data(), text.size(), "2024-03-01T12:00:%02d.%03d",
                              static_cast<int>(m_dice.below(60)), static_cast<int>(m_dice.below(1000)));
                return text.data();
            }
        }
        return likePeopleWrite();
    }

    std::string likePeopleWrite() {
        const std::int64_t begin = moment();
        const std::string text = dateText(begin, false);
        switch (m_dice.below(20)) {
        case 0:
            return text.substr(0, 4);
        case 1:
            return text.substr(0, 7);
        case 2:
            return text.substr(0, 7) + '~';
        case 3:
            return text + '?';
        case 4:
            return text + (m_dice.once(40) ? "/.." : "");
        case 5:
            return dateText(begin, true);
        case 6:
        case 7:
        case 8:
        case 9:
        case 10: { // from minutes to years: e^(ln 10 days +- 2.2)
            const auto length =
                static_cast<std::int64_t>(std::exp(std::log(10.0 * day) + 2.2 * m_dice.normal()));
            return spanText(begin, std::max<std::int64_t>(60, length), length < 3 * day);
        }
        default:
            return text;
        }
    }

    const Options &m_options;
    const std::function<bool(std::string_view)> &m_write;
    Dice m_dice;
    std::vector<std::int64_t> m_bursts;
    std::string m_text;
    bool m_first = true;
};

} // namespace

bool writeEvents(const Options &options, const std::function<bool(std::string_view)> &write) {
    const bool isStyle = options.style == "pretty" || options.style == "lines" || options.style == "compact";
    if (!isStyle || std::ranges::find(kinds, options.kind) == kinds.end()) {
        return false;
    }
    return Writer(options, write).run();
}

} // namespace bench
