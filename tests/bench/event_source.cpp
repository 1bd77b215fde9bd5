// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/event_source.h"

#include "bench/made_dates.h"
#include "bench/made_texts.h"

#include <algorithm>

namespace bench {

namespace {

constexpr std::array<std::string_view, 12> categories = {"politics", "science", "chips",  "market",
                                                         "people",   "sport",   "arts",   "law",
                                                         "health",   "energy",  "travel", "other"};
constexpr std::array<std::string_view, 6> statuses = {"confirmed", "reported", "claimed",
                                                      "disputed",  "planned",  "cancelled"};
constexpr std::uint64_t sources = 20;

/// Zipf's law: the second category is half as frequent as the first, the third a third.
std::string_view anyCategory(Dice &dice) {
    constexpr std::uint64_t whole = 27'720; // can be divided by all numbers to 12
    std::uint64_t all = 0;
    for (std::uint64_t i = 1; i <= categories.size(); ++i) {
        all += whole / i;
    }
    std::uint64_t left = dice.below(all);
    std::size_t place = 0;
    while (left >= whole / (place + 1)) {
        left -= whole / (place + 1);
        ++place;
    }
    return categories[place];
}

class Writer {
public:
    Writer(const Options &options, const std::function<bool(std::string_view)> &write)
        : m_options(options), m_write(write), m_dice(options.seed),
          m_dates(options.kind, options.count, m_dice) {}

    bool run() {
        constexpr std::size_t enough = 1 << 20; // bytes to be written at once
        m_text.reserve(enough + 10'000);
        head();
        for (std::uint64_t i = 0; i < m_options.count; ++i) {
            event(i);
            if (m_text.size() > enough && !flush()) {
                return false;
            }
        }
        m_text += isPretty() ? "\n  ]\n}\n" : isCompact() ? "]}" : "\n]}\n";
        return flush();
    }

private:
    bool isPretty() const { return m_options.style == "pretty"; }
    bool isCompact() const { return m_options.style == "compact"; }
    bool is(std::string_view kind) const { return m_options.kind == kind; }

    bool flush() {
        const bool isWritten = m_write(m_text);
        m_text.clear();
        return isWritten;
    }

    void number(std::uint64_t value) { m_text += std::to_string(value); }

    void head() {
        const std::string_view newLine = isPretty() ? "\n  " : isCompact() ? "" : "\n";
        m_text += '{';
        m_text += isPretty() ? newLine : "";
        m_text += R"("title":"Made up: )";
        m_text += m_options.kind;
        m_text += "\",";
        m_text += newLine;
        m_text += R"("categories":[)";
        for (const std::string_view category : categories) {
            m_text += category == categories[0] ? "" : ",";
            m_text += R"({"id":")";
            m_text += category;
            m_text += "\"}";
        }
        m_text += "],";
        m_text += newLine;
        m_text += R"("sources":[)";
        for (std::uint64_t i = 0; i < sources; ++i) {
            m_text += i > 0 ? R"(,{"id":"s)" : R"({"id":"s)";
            number(i);
            m_text += R"(","title":"Source"})";
        }
        m_text += "],";
        m_text += newLine;
        m_text += R"("events":[)";
    }

    void event(std::uint64_t i) {
        m_text += i > 0 ? "," : "";
        m_text += isPretty() ? "\n    {" : isCompact() ? "{" : "\n{";
        m_isFirst = true;
        key("id");
        m_text += "\"e";
        number(i);
        m_text += '"';
        key("title");
        m_text += '"';
        appendTitle(m_text, m_dice, is("long-titles"));
        m_text += '"';
        key("date");
        m_text += '"';
        m_dates.append(m_text, i);
        m_text += '"';
        const std::string_view category = anyCategory(m_dice);
        word("category", is("one-lane") ? categories[0] : category);
        if (m_dice.below(10) < 3) {
            word("status", statuses[m_dice.below(statuses.size())]);
        }
        if (m_dice.once(8)) {
            key("importance");
            m_text += "0.";
            number(m_dice.below(10));
        }
        key("description");
        m_text += '"';
        appendDescription(m_text, m_dice);
        m_text += '"';
        if (m_dice.once(3)) {
            key("tags");
            m_text += R"(["tag)";
            number(m_dice.below(50));
            m_text += R"(","common"])";
        }
        if (m_dice.once(4)) {
            key("sources");
            m_text += R"(["s)";
            number(m_dice.below(sources));
            m_text += R"("])";
        }
        if (m_dice.once(10)) {
            key("measures");
            m_text += R"([{"name":"people","value":)";
            number(m_dice.below(100'000));
            m_text += "}]";
        }
        if (i > 0 && m_dice.once(12)) {
            key("links");
            m_text += R"([{"to":"e)";
            number(m_dice.below(i));
            m_text += R"(","kind":"leads-to"}])";
        }
        m_text += isPretty() ? "\n    }" : "}";
    }

    void key(std::string_view name) {
        m_text += m_isFirst ? "" : ",";
        m_text += isPretty() ? "\n      \"" : "\"";
        m_text += name;
        m_text += isPretty() ? "\": " : "\":";
        m_isFirst = false;
    }
    void word(std::string_view name, std::string_view value) {
        key(name);
        m_text += '"';
        m_text += value;
        m_text += '"';
    }

    const Options &m_options;
    const std::function<bool(std::string_view)> &m_write;
    Dice m_dice;
    MadeDates m_dates;
    std::string m_text;
    bool m_isFirst = true;
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
