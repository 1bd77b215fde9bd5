// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_list.h"
#include "document/json/json_value.h"

#include <QSharedData>
#include <memory>
#include <string_view>

namespace timeline {

/// Some findings of a FindingList, with their arguments.
class FindingChunk : public QSharedData {
public:
    FindingChunk() = default;
    FindingChunk(const FindingChunk &other);

    std::size_t size() const { return m_findings.size(); }
    Finding finding(std::size_t i) const;
    FindingList::About about(std::size_t i) const;
    /// How many there are of each code. There is room for far more than a chunk has.
    using Counts = std::array<std::uint16_t, findingCodeCount>;
    const Counts &countsByKind() const { return m_counts; }
    qint64 lastOffset() const { return offsetOf(m_findings.back()); }
    /// Behind all of this offset, where the findings are sorted by their offsets.
    std::size_t placeBehind(qint64 offset) const;
    // What findings are about lies from the one of these to the other; without such the first is greater.
    EventIndex firstEvent() const { return m_firstEvent; }
    EventIndex lastEvent() const { return m_lastEvent; }
    /// Whether there may be one about no event at such a place.
    bool mayHavePlace(qint64 begin, qint64 end) const { return begin <= m_lastPlace && m_firstPlace < end; }

    void insert(std::size_t at, const Finding &finding);
    void append(const FindingList::About &about, std::string_view arguments); ///< see FindingList::add()
    /// One of another chunk, whose events are numbered from `firstEvent` on.
    void append(const FindingChunk &other, std::size_t number, EventIndex firstEvent);
    void erase(const std::vector<bool> &gone);
    void shiftEvents(EventIndex by);
    void renumberEvents(const std::function<std::optional<EventIndex>(EventIndex)> &number);
    void trim() { m_recent = {}; } ///< gives back memory, where no more will come
    /// For each of the arguments that findings have, whether the first of them is one of these.
    std::vector<bool> haveFirst(const QSet<QByteArray> &utf8) const;
    std::size_t argumentsOf(std::size_t i) const { return m_findings[i].arguments; } ///< or noArguments
    std::size_t argumentsCount() const { return m_arguments.size(); }
    /// The same as text, parted by NULs.
    std::string_view joinedArguments(std::size_t i) const {
        return argumentsOf(i) == noArguments ? std::string_view() : m_arguments[argumentsOf(i)];
    }

    static constexpr std::uint32_t noArguments = 0xFFFFFFFF;

private:
    static constexpr EventIndex noEvent = 0xFFFFFFFF;

    struct Packed {
        std::uint64_t offset : 48 = 0;
        std::uint64_t code : 8 = 0;
        std::uint32_t arguments = noArguments;
        EventIndex event = noEvent;
    };
    static_assert(sizeof(Packed) == 16);
    static qint64 offsetOf(const Packed &finding) { return static_cast<qint64>(finding.offset); }

    static Packed packed(const FindingList::About &about);
    void insert(std::size_t at, Packed packed);
    std::uint32_t numberOf(std::string_view text);
    std::string_view kept(std::string_view text);
    void forgetUnused();

    std::vector<Packed> m_findings;
    Counts m_counts{};
    std::vector<std::string_view> m_arguments;           ///< UTF-8, in the blocks
    std::vector<std::shared_ptr<const char[]>> m_blocks; ///< copies share them
    std::vector<std::uint32_t> m_recent;                 ///< by hash, the arguments that had it last
    std::span<char> m_room;                              ///< of the last block, which is this one's
    // What there was since it was made; of events, and of places of findings about none.
    EventIndex m_firstEvent = noEvent, m_lastEvent = 0;
    qint64 m_firstPlace = std::numeric_limits<qint64>::max(), m_lastPlace = -1;
};

} // namespace timeline
