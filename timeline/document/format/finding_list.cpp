// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_list.h"

#include <QSharedData>
#include <algorithm>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace timeline {

namespace {

constexpr EventIndex noEvent = 0xFFFFFFFF;
constexpr std::uint32_t noArguments = 0xFFFFFFFF;
constexpr std::size_t recentArguments = 4096;

struct PackedFinding {
    std::uint64_t offset : 48 = 0;
    std::uint64_t code : 8 = 0;
    std::uint32_t arguments = noArguments;
    EventIndex event = noEvent;
};
static_assert(sizeof(PackedFinding) == 16);

qint64 offsetOf(const PackedFinding &finding) {
    return static_cast<qint64>(finding.offset);
}

/// NUL parts them: no text of a file has it that is quoted.
std::string joined(const QStringList &arguments) {
    return arguments.join(QChar::Null).toStdString();
}

} // namespace

/// Nothing in it moves when it grows: copying what is there would take as much memory again.
struct FindingList::Data : QSharedData {
    std::deque<PackedFinding> findings;
    std::deque<std::string_view> arguments;            ///< UTF-8, in the blocks
    std::vector<std::shared_ptr<const char[]>> blocks; ///< copies share them
    std::vector<std::uint32_t> recent;                 ///< by hash, the arguments that had it last
    Counts counts{};                                   ///< of the findings, by code

    Data() = default;
    Data(const Data &other)
        : QSharedData(other), findings(other.findings), arguments(other.arguments), blocks(other.blocks),
          recent(other.recent), counts(other.counts) {} // with no room in the last block: that is the other's

    void push(const PackedFinding &finding) {
        findings.push_back(finding);
        ++counts.at(finding.code);
    }
    QStringList argumentsOf(const PackedFinding &finding) const {
        if (finding.arguments == noArguments) {
            return {};
        }
        const std::string_view utf8 = arguments[finding.arguments];
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).split(QChar::Null);
    }
    std::uint32_t numberOf(std::string_view text) {
        if (recent.empty()) {
            recent.assign(recentArguments, noArguments);
        }
        std::uint32_t &known = recent[std::hash<std::string_view>{}(text) % recentArguments];
        if (known == noArguments || arguments[known] != text) {
            known = static_cast<std::uint32_t>(arguments.size());
            arguments.push_back(kept(text));
        }
        return known;
    }

private:
    std::string_view kept(std::string_view text) {
        constexpr std::size_t blockSize = 1 << 16;
        if (text.size() > m_room.size()) {
            const std::size_t size = std::max(arguments.empty() ? text.size() : blockSize, text.size());
            const std::shared_ptr<char[]> block(new char[size]);
            m_room = {block.get(), size};
            blocks.push_back(block);
        }
        const std::span<char> place = m_room.first(text.size());
        m_room = m_room.subspan(text.size());
        std::ranges::copy(text, place.begin());
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
    const About finding = about(number);
    return {finding.code, finding.offset, m_data->argumentsOf(m_data->findings[number]), finding.event};
}

FindingList::About FindingList::about(std::size_t number) const {
    const PackedFinding &packed = m_data->findings[number];
    return {static_cast<FindingCode>(packed.code), offsetOf(packed),
            packed.event != noEvent ? std::optional(packed.event) : std::nullopt};
}

bool FindingList::areNotesOnly() const {
    const Counts counts = countsByKind();
    for (std::size_t code = 0; code < counts.size(); ++code) {
        if (counts.at(code) > 0 && severityOf(static_cast<FindingCode>(code)) != Severity::Note) {
            return false;
        }
    }
    return true;
}

FindingList::Counts FindingList::countsByKind() const {
    return m_data ? m_data->counts : Counts{};
}

void FindingList::add(const Finding &finding) {
    if (!m_data) {
        m_data = new Data;
    }
    PackedFinding packed;
    packed.offset = static_cast<std::uint64_t>(finding.offset) & ((std::uint64_t{1} << 48) - 1);
    packed.code = static_cast<std::uint8_t>(finding.code);
    packed.event = finding.event.value_or(noEvent);
    if (!finding.arguments.isEmpty()) {
        packed.arguments = m_data->numberOf(joined(finding.arguments));
    }
    m_data->push(packed);
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
    for (const std::string_view arguments : from.arguments) {
        numbers.push_back(data.numberOf(arguments));
    }
    for (PackedFinding packed : from.findings) {
        if (packed.arguments != noArguments) {
            packed.arguments = numbers[packed.arguments];
        }
        packed.event += packed.event != noEvent ? firstEvent : 0;
        data.push(packed);
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

void FindingList::eraseOfEvents(FindingCode code, const QSet<QString> &firstArguments) {
    if (empty()) {
        return;
    }
    const Data &data = *std::as_const(m_data);
    std::vector<bool> isOne; // asked once for all that have the same arguments
    for (const std::string_view arguments : data.arguments) {
        const std::string_view first = arguments.substr(0, arguments.find('\0'));
        isOne.push_back(
            firstArguments.contains(QString::fromUtf8(first.data(), static_cast<qsizetype>(first.size()))));
    }
    std::vector<bool> gone;
    for (const PackedFinding &packed : data.findings) {
        gone.push_back(packed.event != noEvent && static_cast<FindingCode>(packed.code) == code &&
                       packed.arguments != noArguments && isOne[packed.arguments]);
    }
    erase(gone);
}

void FindingList::erase(const std::vector<bool> &gone) {
    if (std::ranges::find(gone, true) == gone.end()) {
        return; // and all copies still share it
    }
    std::size_t number = 0;
    Data &data = *m_data;
    std::erase_if(data.findings, [&](const PackedFinding &packed) {
        data.counts.at(packed.code) -= gone[number] ? 1 : 0;
        return gone[number++];
    });
    forgetUnused();
}

/// Arguments that no finding has stay in memory until they are more than those that are had.
void FindingList::forgetUnused() {
    if (std::as_const(m_data)->arguments.size() <= 2 * size() + recentArguments) {
        return;
    }
    const Data &before = *std::as_const(m_data);
    auto *data = new Data;
    for (PackedFinding packed : before.findings) {
        if (packed.arguments != noArguments) {
            packed.arguments = data->numberOf(before.arguments[packed.arguments]);
        }
        data->push(packed);
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

bool operator==(const FindingList &a, const FindingList &b) {
    if (a.m_data == b.m_data || a.size() != b.size() || a.empty()) {
        return a.size() == b.size();
    }
    return std::equal(a.begin(), a.end(), b.begin());
}

} // namespace timeline
