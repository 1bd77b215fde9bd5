// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_list.h"

#include "document/bytes/line_index.h"

#include <QSharedData>
#include <algorithm>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace timeline {

namespace {

constexpr EventIndex noEvent = 0xFFFFFFFF;
constexpr std::uint32_t noMessage = 0xFFFFFFFF;
constexpr std::size_t recentMessages = 4096;

/// Numbers have 48 bits, in two parts so that nothing is lost between them.
struct PackedFinding {
    std::uint32_t offset = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t message = 0;
    EventIndex event = noEvent;
    std::uint16_t offsetHigh = 0;
    std::uint16_t lineHigh = 0;
    std::uint16_t columnHigh = 0;
    Severity severity = Severity::Error;
};
static_assert(sizeof(PackedFinding) == 28);

void pack(qint64 number, std::uint32_t &low, std::uint16_t &high) {
    low = static_cast<std::uint32_t>(number);
    high = static_cast<std::uint16_t>(number >> 32);
}

qint64 unpacked(std::uint32_t low, std::uint16_t high) {
    return static_cast<qint64>(high) << 32 | low;
}

qint64 offsetOf(const PackedFinding &finding) {
    return unpacked(finding.offset, finding.offsetHigh);
}

} // namespace

/// Nothing in it moves when it grows: copying what is there would take as much memory again.
struct FindingList::Data : QSharedData {
    std::deque<PackedFinding> findings;
    std::deque<std::string_view> messages;             ///< UTF-8, in the blocks
    std::vector<std::shared_ptr<const char[]>> blocks; ///< copies share them
    std::vector<std::uint32_t> recent;                 ///< by hash, the message that had it last

    Data() = default;
    Data(const Data &other)
        : QSharedData(other), findings(other.findings), messages(other.messages), blocks(other.blocks),
          recent(other.recent) {} // with no room in the last block: that is the other's

    QString message(std::uint32_t number) const {
        const std::string_view utf8 = messages[number];
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    }
    std::uint32_t numberOf(std::string_view message) {
        if (recent.empty()) {
            recent.assign(recentMessages, noMessage);
        }
        std::uint32_t &known = recent[std::hash<std::string_view>{}(message) % recentMessages];
        if (known == noMessage || messages[known] != message) {
            known = static_cast<std::uint32_t>(messages.size());
            messages.push_back(kept(message));
        }
        return known;
    }

private:
    std::string_view kept(std::string_view message) {
        constexpr std::size_t blockSize = 1 << 16;
        if (message.size() > m_room.size()) {
            const std::size_t size = std::max(messages.empty() ? message.size() : blockSize, message.size());
            const std::shared_ptr<char[]> block(new char[size]);
            m_room = {block.get(), size};
            blocks.push_back(block);
        }
        const std::span<char> place = m_room.first(message.size());
        m_room = m_room.subspan(message.size());
        std::ranges::copy(message, place.begin());
        return {place.data(), place.size()};
    }

    std::span<char> m_room; ///< of the last block
};

FindingList::FindingList() = default;
FindingList::FindingList(const FindingList &) = default;
FindingList &FindingList::operator=(const FindingList &) = default;
FindingList::FindingList(FindingList &&) noexcept = default;
FindingList &FindingList::operator=(FindingList &&) noexcept = default;
FindingList::~FindingList() = default;

std::size_t FindingList::size() const {
    return m_data ? m_data->findings.size() : 0;
}

Finding FindingList::operator[](std::size_t number) const {
    const PackedFinding &packed = m_data->findings[number];
    return {packed.severity,
            offsetOf(packed),
            unpacked(packed.line, packed.lineHigh),
            unpacked(packed.column, packed.columnHigh),
            m_data->message(packed.message),
            about(number).event};
}

FindingList::About FindingList::about(std::size_t number) const {
    const PackedFinding &packed = m_data->findings[number];
    return {offsetOf(packed), packed.event != noEvent ? std::optional(packed.event) : std::nullopt};
}

void FindingList::add(const Finding &finding) {
    if (!m_data) {
        m_data = new Data;
    }
    Data &data = *m_data;
    PackedFinding packed;
    pack(finding.offset, packed.offset, packed.offsetHigh);
    pack(finding.line, packed.line, packed.lineHigh);
    pack(finding.column, packed.column, packed.columnHigh);
    packed.message = data.numberOf(finding.message.toStdString());
    packed.event = finding.event.value_or(noEvent);
    packed.severity = finding.severity;
    data.findings.push_back(packed);
}

void FindingList::append(const FindingList &other, EventIndex firstEvent) {
    if (other.empty()) {
        return;
    }
    if (!m_data) {
        m_data = new Data;
    }
    Data &data = *m_data;
    const Data &from = *std::as_const(other).m_data;
    std::vector<std::uint32_t> numbers;
    for (const std::string_view message : from.messages) {
        numbers.push_back(data.numberOf(message));
    }
    for (PackedFinding packed : from.findings) {
        packed.message = numbers[packed.message];
        packed.event += packed.event != noEvent ? firstEvent : 0;
        data.findings.push_back(packed);
    }
}

void FindingList::clear() {
    m_data.reset();
}

void FindingList::trim() {
    if (!empty()) {
        m_data->recent = {};
    }
}

void FindingList::eraseIf(const std::function<bool(const About &)> &isGone) {
    std::vector<bool> gone;
    for (std::size_t i = 0; i < size(); ++i) {
        gone.push_back(isGone(about(i)));
    }
    erase(gone);
}

void FindingList::eraseOfEvents(const QSet<QString> &messages) {
    std::vector<bool> isOne;
    for (std::uint32_t message = 0; !empty() && message < std::as_const(m_data)->messages.size(); ++message) {
        isOne.push_back(messages.contains(std::as_const(m_data)->message(message)));
    }
    std::vector<bool> gone;
    for (std::size_t i = 0; i < size(); ++i) {
        const PackedFinding &packed = std::as_const(m_data)->findings[i];
        gone.push_back(packed.event != noEvent && isOne[packed.message]);
    }
    erase(gone);
}

void FindingList::erase(const std::vector<bool> &gone) {
    if (std::ranges::find(gone, true) == gone.end()) {
        return; // and all copies still share it
    }
    std::size_t number = 0;
    std::erase_if(m_data->findings, [&](const PackedFinding &) { return gone[number++]; });
    forgetUnused();
}

/// Messages that no finding has stay in memory until they are more than those that are had.
void FindingList::forgetUnused() {
    if (std::as_const(m_data)->messages.size() <= 2 * size() + recentMessages) {
        return;
    }
    const Data &before = *std::as_const(m_data);
    auto *data = new Data;
    for (PackedFinding packed : before.findings) {
        packed.message = data->numberOf(before.messages[packed.message]);
        data->findings.push_back(packed);
    }
    m_data = data;
}

void FindingList::renumberEvents(const std::function<std::optional<EventIndex>(EventIndex)> &number) {
    if (!empty()) {
        for (PackedFinding &packed : m_data->findings) {
            packed.event = packed.event != noEvent ? number(packed.event).value_or(noEvent) : noEvent;
        }
    }
}

void FindingList::sortByOffset() {
    if (!empty() && !std::ranges::is_sorted(std::as_const(m_data)->findings, {}, offsetOf)) {
        std::ranges::stable_sort(m_data->findings, {}, offsetOf);
    }
}

void FindingList::locate(const LineIndex &lines) {
    if (!lines.isCancelled()) {
        setPlaces(LineIndex::Sweep(lines));
    }
}

void FindingList::setPlaces(const std::function<std::pair<qint64, qint64>(qint64)> &placeOf) {
    if (!empty()) {
        for (PackedFinding &packed : m_data->findings) {
            const auto [line, column] = placeOf(offsetOf(packed));
            pack(line, packed.line, packed.lineHigh);
            pack(column, packed.column, packed.columnHigh);
        }
    }
}

bool operator==(const FindingList &a, const FindingList &b) {
    if (a.m_data == b.m_data || a.size() != b.size() || a.empty()) {
        return a.size() == b.size();
    }
    const auto isSame = [&](const PackedFinding &one, const PackedFinding &other) {
        const auto rest = [](const PackedFinding &finding) {
            return std::tuple(offsetOf(finding), unpacked(finding.line, finding.lineHigh),
                              unpacked(finding.column, finding.columnHigh), finding.event, finding.severity);
        };
        return rest(one) == rest(other) &&
               a.m_data->messages[one.message] == b.m_data->messages[other.message];
    };
    return std::ranges::equal(a.m_data->findings, b.m_data->findings, isSame);
}

} // namespace timeline
