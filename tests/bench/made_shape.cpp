// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/made_shape.h"

#include <array>
#include <utility>

namespace bench {

namespace {

constexpr std::uint64_t many = 100'000;

/// Optional keys that say nothing.
constexpr std::array<std::string_view, 9> optionalKeys = {
    "category", "place", "status", "attribution", "importance", "tags", "sources", "links", "media"};

/// `"a/b"` becomes the two halves.
void splitDate(MadeEvent &event) {
    MadeField *date = event.find("date");
    date->key = "start";
    if (const std::size_t slash = date->value.find('/'); slash != std::string::npos) {
        const std::string end = '"' + date->value.substr(slash + 1);
        date->value.replace(slash, std::string::npos, "\"");
        event.add("end") = end;
    }
}

void set(MadeEvent &event, std::string_view key, std::string_view value) {
    MadeField *field = event.find(key);
    (field != nullptr ? field->value : event.add(key)) = value;
}

/// Every fourth letter as an escape, in all texts.
void escape(std::string &json) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string escaped;
    int letters = 0;
    for (const char c : json) {
        const bool isLetter = c >= 'a' && c <= 'z';
        if (isLetter && ++letters % 4 == 0) {
            const auto code = static_cast<unsigned char>(c);
            escaped += "\\u00";
            escaped += digits[code / 16];
            escaped += digits[code % 16];
        } else {
            escaped += c;
        }
    }
    json = std::move(escaped);
}

} // namespace

std::uint64_t MadeShape::categories() const {
    return is("many-lanes") ? 10'000 : is("most-lanes") ? 65'535 : 0;
}

std::uint64_t MadeShape::sources() const {
    return is("many-sources") ? many : 20;
}

std::uint64_t MadeShape::eras() const {
    return is("many-eras") ? many : 0;
}

void MadeShape::appendId(std::string &json, char letter, std::uint64_t number) const {
    if (is("numeric-ids")) {
        json += std::to_string(number);
    } else {
        json += '"';
        json += letter;
        json += std::to_string(number);
        json += '"';
    }
}

void MadeShape::apply(MadeEvent &event, std::uint64_t number) {
    if (is("start-alone") || is("start-and-end") || is("start-with-offset")) {
        splitDate(event);
    } else if (categories() > 0) {
        MadeField *category = event.find("category");
        category->value.clear();
        appendId(category->value, 'c', m_dice.below(categories()));
    } else if (is("any-order")) {
        for (std::size_t i = event.size(); i > 1; --i) {
            std::swap(event.begin()[i - 1], event.begin()[m_dice.below(i)]);
        }
    } else if (is("escaped")) {
        escape(event.find("title")->value);
        escape(event.find("description")->value);
    } else if (is("nulls")) {
        fillUp(event, "null");
    } else if (is("empty-values")) {
        fillUp(event, m_dice.once(2) ? R"("")" : "[]");
    } else if (is("own-status")) {
        set(event, "status", m_dice.once(2) ? R"("suspected")" : R"("seen in a log")");
    } else if (is("inline-sources")) {
        std::string sources = R"([{"title":"Report )";
        sources += std::to_string(m_dice.below(1000));
        set(event, "sources", sources += R"(","url":"https://example.org/"}])");
    } else if (is("unknown-keys")) {
        event.add("x-log") = R"({"host":"ws-17","pid":4711,"args":["-v",{"deep":[1,2.5e3,null,true]}]})";
        event.add("x-note") = R"("kept")";
    } else if (is("many-links") && number + 1 == m_count) {
        std::string links = "[";
        for (std::uint64_t i = 0; i < std::min(number, many); ++i) {
            links += i > 0 ? R"(,{"to":)" : R"({"to":)";
            appendId(links, 'e', i);
            links += '}';
        }
        set(event, "links", links += ']');
    } else {
        spoil(event);
    }
}

/// Every key that an event may do without.
void MadeShape::fillUp(MadeEvent &event, std::string_view value) {
    for (const std::string_view key : optionalKeys) {
        if (event.find(key) == nullptr) {
            event.add(key) = value;
        }
    }
}

/// What costs a value, and in the last kinds more than that.
void MadeShape::spoil(MadeEvent &event) {
    if (is("bad-importance")) {
        set(event, "importance", std::to_string(1 + m_dice.between(1, 10)));
    } else if (is("bad-fields")) {
        set(event, "importance", R"("high")");
        set(event, "tags", R"("one")");
        set(event, "media", R"({"url":"https://example.org/"})");
        set(event, "place", "7");
        set(event, "attribution", "{}");
    } else if (is("untitled")) {
        event.find("title")->value = "null";
    } else if (is("unreadable-dates")) {
        event.find("date")->value = R"("some day")";
    } else if (is("repeated-keys")) {
        event.add("status") = R"("claimed")";
        event.add("status") = R"("planned")";
    }
}

} // namespace bench
