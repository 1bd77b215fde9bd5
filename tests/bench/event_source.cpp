// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/event_source.h"

#include "bench/made_dates.h"
#include "bench/made_shape.h"
#include "bench/made_texts.h"

#include <algorithm>

namespace bench {

namespace {

constexpr std::array<std::string_view, 12> categories = {"politics", "science", "chips",  "market",
                                                         "people",   "sport",   "arts",   "law",
                                                         "health",   "energy",  "travel", "other"};
constexpr std::array<std::string_view, 6> statuses = {"confirmed", "reported", "claimed",
                                                      "disputed",  "planned",  "cancelled"};

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
          m_dates(options.kind, options.count, m_dice), m_shape(options.kind, options.count, m_dice) {}

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
    bool isPretty() const { return m_options.style == "pretty" || is("pretty"); }
    bool isCompact() const { return m_options.style == "compact"; }
    bool is(std::string_view kind) const { return m_options.kind == kind; }

    bool flush() {
        const bool isWritten = m_write(m_text);
        m_text.clear();
        return isWritten;
    }

    void head() {
        const std::string_view newLine = isPretty() ? "\n  " : isCompact() ? "" : "\n";
        m_text += '{';
        m_text += isPretty() ? newLine : "";
        m_text += R"("title":"Made up: )";
        m_text += m_options.kind;
        m_text += "\",";
        m_text += newLine;
        const bool isNumbered = m_shape.categories() > 0;
        list("categories", isNumbered ? m_shape.categories() : categories.size(), [&](std::uint64_t i) {
            isNumbered ? m_shape.appendId(m_text, 'c', i) : appendQuoted(categories[i]);
        });
        m_text += newLine;
        list("sources", m_shape.sources(), [&](std::uint64_t i) {
            m_shape.appendId(m_text, 's', i);
            m_text += R"(,"title":"Source")";
        });
        m_text += newLine;
        if (m_shape.eras() > 0) {
            list("eras", m_shape.eras(), [&](std::uint64_t i) {
                m_shape.appendId(m_text, 'a', i);
                m_text += R"(,"title":"Era","date":")";
                m_dates.append(m_text, i + 1);
                m_text += '"';
            });
            m_text += newLine;
        }
        m_text += R"("events":[)";
    }

    /// Records of the head that begin with an id, and a comma behind them.
    template <typename AppendRecord>
    void list(std::string_view key, std::uint64_t count, AppendRecord appendRecord) {
        m_text += '"';
        m_text += key;
        m_text += "\":[";
        for (std::uint64_t i = 0; i < count; ++i) {
            m_text += i > 0 ? R"(,{"id":)" : R"({"id":)";
            appendRecord(i);
            m_text += '}';
        }
        m_text += "],";
    }

    void event(std::uint64_t i) {
        m_event.clear();
        fill(i);
        m_shape.apply(m_event, i);
        m_text += i > 0 ? "," : "";
        m_text += isPretty() ? "\n    {" : isCompact() ? "{" : "\n{";
        for (const MadeField &field : m_event) {
            m_text += &field == m_event.begin() ? "" : ",";
            m_text += isPretty() ? "\n      \"" : "\"";
            m_text += field.key;
            m_text += isPretty() ? "\": " : "\":";
            m_text += field.value;
        }
        m_text += isPretty() ? "\n    }" : "}";
    }

    /// An event that is plainly fine.
    void fill(std::uint64_t i) {
        m_shape.appendId(m_event.add("id"), 'e', i);
        std::string &title = m_event.add("title") += '"';
        appendTitle(title, m_dice, is("long-titles"));
        title += '"';
        std::string &date = m_event.add("date");
        m_dates.appendJson(date, i);
        const std::string_view category = anyCategory(m_dice);
        word("category", is("one-lane") ? categories[0] : category);
        if (is("two-lines")) { // a key has its date above its title, and each of these has a word as well
            word("status", statuses[1 + m_dice.below(statuses.size() - 1)]);
            m_event.add("importance") += "0.9";
        } else if (m_dice.below(10) < 3) {
            word("status", statuses[m_dice.below(statuses.size())]);
        }
        if (!is("two-lines") && m_dice.once(8)) {
            m_event.add("importance").append("0.").append(std::to_string(m_dice.below(10)));
        }
        std::string &description = m_event.add("description") += '"';
        appendDescription(description, m_dice);
        description += '"';
        if (m_dice.once(3)) {
            std::string &tags = m_event.add("tags") += R"(["tag)";
            tags.append(std::to_string(m_dice.below(50))).append(R"(","common"])");
        }
        if (m_dice.once(4)) {
            std::string &sources = m_event.add("sources") += '[';
            m_shape.appendId(sources, 's', m_dice.below(m_shape.sources()));
            sources += ']';
        }
        if (m_dice.once(10)) {
            std::string &measures = m_event.add("measures") += R"([{"name":"people","value":)";
            measures.append(std::to_string(m_dice.below(100'000))).append("}]");
        }
        if (i > 0 && m_dice.once(12)) {
            std::string &links = m_event.add("links") += R"([{"to":)";
            m_shape.appendId(links, 'e', m_dice.below(i));
            links += R"(,"kind":"leads-to"}])";
        }
    }

    void word(std::string_view key, std::string_view value) {
        std::string &text = m_event.add(key) += '"';
        text += value;
        text += '"';
    }
    void appendQuoted(std::string_view text) {
        m_text += '"';
        m_text += text;
        m_text += '"';
    }

    const Options &m_options;
    const std::function<bool(std::string_view)> &m_write;
    Dice m_dice;
    MadeDates m_dates;
    MadeShape m_shape;
    MadeEvent m_event;
    std::string m_text;
};

} // namespace

bool writeEvents(const Options &options, const std::function<bool(std::string_view)> &write) {
    const bool isStyle = options.style == "pretty" || options.style == "lines" || options.style == "compact";
    const auto isAmong = [&options](const auto &names) {
        return std::ranges::find(names, options.kind) != names.end();
    };
    if (!isStyle || !(isAmong(kinds) || isAmong(oddKinds))) {
        return false;
    }
    return Writer(options, write).run();
}

} // namespace bench
