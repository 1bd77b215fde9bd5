// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_chunk.h"

#include <algorithm>
#include <string>
#include <utility>

namespace timeline {

namespace {

constexpr std::size_t recentArguments = 512;

std::string joined(const QStringList &arguments) {
    return arguments.join(QLatin1Char(FindingList::separator)).toStdString();
}

} // namespace

FindingChunk::FindingChunk(const FindingChunk &other)
    : QSharedData(other), m_findings(other.m_findings), m_counts(other.m_counts),
      m_arguments(other.m_arguments), m_blocks(other.m_blocks), m_firstEvent(other.m_firstEvent),
      m_lastEvent(other.m_lastEvent), m_firstPlace(other.m_firstPlace), m_lastPlace(other.m_lastPlace) {
} // the room is the other's

Finding FindingChunk::finding(std::size_t i) const {
    const FindingList::About what = about(i);
    QStringList arguments;
    if (const std::uint32_t number = m_findings[i].arguments; number != noArguments) {
        const std::string_view utf8 = m_arguments[number];
        arguments = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))
                        .split(QLatin1Char(FindingList::separator));
    }
    return {what.code, what.offset, arguments, what.event};
}

FindingList::About FindingChunk::about(std::size_t i) const {
    const Packed &packed = m_findings[i];
    return {static_cast<FindingCode>(packed.code), offsetOf(packed),
            packed.event != noEvent ? std::optional(packed.event) : std::nullopt};
}

std::size_t FindingChunk::placeBehind(qint64 offset) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(m_findings, offset, {}, offsetOf) -
                                    m_findings.begin());
}

void FindingChunk::insert(std::size_t at, const Finding &finding) {
    Packed added = packed({finding.code, finding.offset, finding.event});
    added.arguments = finding.arguments.isEmpty() ? noArguments : numberOf(joined(finding.arguments));
    insert(at, added);
}

void FindingChunk::append(const FindingList::About &about, std::string_view arguments) {
    Packed added = packed(about);
    added.arguments = arguments.empty() ? noArguments : numberOf(arguments);
    insert(size(), added);
}

FindingChunk::Packed FindingChunk::packed(const FindingList::About &about) {
    Packed packed;
    packed.offset = static_cast<std::uint64_t>(about.offset) & ((std::uint64_t{1} << 48) - 1);
    packed.code = static_cast<std::uint8_t>(about.code);
    packed.event = about.event.value_or(noEvent);
    return packed;
}

void FindingChunk::append(const FindingChunk &other, std::size_t number, EventIndex firstEvent) {
    Packed packed = other.m_findings[number];
    if (packed.arguments != noArguments) {
        packed.arguments = numberOf(other.m_arguments[packed.arguments]);
    }
    packed.event += packed.event != noEvent ? firstEvent : 0;
    insert(size(), packed);
}

void FindingChunk::insert(std::size_t at, Packed packed) {
    if (packed.event != noEvent) {
        m_firstEvent = std::min<EventIndex>(m_firstEvent, packed.event);
        m_lastEvent = std::max<EventIndex>(m_lastEvent, packed.event);
    } else {
        m_firstPlace = std::min(m_firstPlace, offsetOf(packed));
        m_lastPlace = std::max(m_lastPlace, offsetOf(packed));
    }
    m_findings.insert(m_findings.begin() + static_cast<std::ptrdiff_t>(at), packed);
    ++m_counts.at(packed.code);
}

void FindingChunk::erase(const std::vector<bool> &gone) {
    std::size_t number = 0;
    std::erase_if(m_findings, [&](const Packed &finding) {
        const bool isGone = gone[number++];
        if (isGone) {
            --m_counts.at(finding.code);
        }
        return isGone;
    });
    // Arguments that no finding has stay in memory until they are more than those that are had.
    if (m_arguments.size() <= 2 * size() + recentArguments) {
        return;
    }
    FindingChunk next;
    for (std::size_t i = 0; i < size(); ++i) {
        next.append(*this, i, 0);
    }
    m_findings.swap(next.m_findings);
    m_arguments.swap(next.m_arguments);
    m_blocks.swap(next.m_blocks);
    m_recent = {};
    m_room = next.m_room;
}

void FindingChunk::shiftEvents(EventIndex by) {
    for (Packed &packed : m_findings) {
        packed.event += packed.event != noEvent ? by : 0;
    }
    m_firstEvent += m_firstEvent != noEvent ? by : 0;
    m_lastEvent += by; // 0 where there is none, and less than the first
}

void FindingChunk::renumberEvents(const std::function<std::optional<EventIndex>(EventIndex)> &number) {
    m_counts = {};
    for (Packed packed : std::exchange(m_findings, {})) {
        packed.event = packed.event != noEvent ? number(packed.event).value_or(noEvent) : noEvent;
        insert(size(), packed);
    }
}

std::vector<bool> FindingChunk::haveFirst(const QSet<QByteArray> &utf8) const {
    std::vector<bool> have;
    for (const std::string_view arguments : m_arguments) {
        const std::string_view first = arguments.substr(0, arguments.find(FindingList::separator));
        have.push_back(
            utf8.contains(QByteArray::fromRawData(first.data(), static_cast<qsizetype>(first.size()))));
    }
    return have;
}

std::uint32_t FindingChunk::numberOf(std::string_view text) {
    if (m_recent.empty()) {
        m_recent.assign(recentArguments, noArguments);
    }
    std::uint32_t &known = m_recent[std::hash<std::string_view>{}(text) % recentArguments];
    if (known == noArguments || m_arguments[known] != text) {
        known = static_cast<std::uint32_t>(m_arguments.size());
        m_arguments.push_back(kept(text));
    }
    return known;
}

std::string_view FindingChunk::kept(std::string_view text) {
    constexpr std::size_t blockSize = 1 << 14;
    if (text.size() > m_room.size()) {
        const std::size_t size = std::max(m_arguments.empty() ? text.size() : blockSize, text.size());
        const std::shared_ptr<char[]> block(new char[size]);
        m_room = {block.get(), size};
        m_blocks.push_back(block);
    }
    const std::span<char> place = m_room.first(text.size());
    m_room = m_room.subspan(text.size());
    std::ranges::copy(text, place.begin());
    return {place.data(), place.size()};
}

} // namespace timeline
