// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event.h"

#include "document/format/event_words.h"

#include <algorithm>
#include <array>

namespace timeline {

namespace {

// In the order of the enumerations.
constexpr std::array<std::string_view, namedStatusCount> statusWords = {"confirmed", "reported", "claimed",
                                                                        "disputed",  "planned",  "cancelled"};
constexpr std::array<std::string_view, 4> linkWords = {"leads-to", "part-of", "contradicts", "related"};

template <typename Enum, std::size_t size>
std::optional<Enum> find(const std::array<std::string_view, size> &words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Enum>(found - words.begin()));
}

QString fromWord(std::string_view word) {
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

std::optional<Status> statusFromWord(std::string_view word) {
    return find<Status>(statusWords, word);
}

std::optional<LinkKind> linkKindFromWord(std::string_view word) {
    return find<LinkKind>(linkWords, word);
}

QString toString(Status status) {
    return status == Status::Own ? QStringLiteral("own")
                                 : fromWord(statusWords[static_cast<std::size_t>(status)]);
}

QString statusWord(const EventDetails &details) {
    return details.status == Status::Own ? details.ownStatus : toString(details.status);
}

QString toString(LinkKind kind) {
    return fromWord(linkWords[static_cast<std::size_t>(kind)]);
}

const Source *inlineSource(const EventDetails &details, qsizetype number) {
    const auto &all = details.inlineSources; // in the order of their numbers
    const auto found = std::ranges::lower_bound(all, number, {}, &EventDetails::InlineSource::number);
    return found != all.end() && found->number == number ? &found->source : nullptr;
}

std::optional<Status> statusFromString(QStringView text) {
    return statusFromWord(text.toUtf8().toStdString());
}

std::optional<LinkKind> linkKindFromString(QStringView text) {
    return linkKindFromWord(text.toUtf8().toStdString());
}

std::optional<std::string> yearFromNumber(std::string_view number) {
    const bool isNegative = number.starts_with('-');
    const std::string_view digits = number.substr(isNegative ? 1 : 0);
    if (digits.empty() || digits.size() > 4 ||
        !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    const bool isZero = digits == "0"; // which has no sign
    return (isNegative && !isZero ? "-" : "") + std::string(4 - digits.size(), '0').append(digits);
}

} // namespace timeline
