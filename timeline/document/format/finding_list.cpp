// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_list.h"

#include "document/bytes/versions.h"
#include "document/format/finding_chunk.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace timeline {

namespace {

constexpr std::size_t usualSize = 1024;
constexpr std::size_t mostSize = 2 * usualSize; // after insertions

QSet<QByteArray> utf8Of(const QSet<QString> &texts) {
    QSet<QByteArray> utf8;
    for (const QString &text : texts) {
        utf8.insert(text.toUtf8());
    }
    return utf8;
}

/// For each finding, whether its first argument is one of these.
std::vector<bool> saying(const FindingChunk &chunk, const QSet<QByteArray> &firstArguments) {
    const std::vector<bool> areThose = chunk.haveFirst(firstArguments); // many findings have the same
    std::vector<bool> are;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        const std::size_t arguments = chunk.argumentsOf(i);
        are.push_back(arguments != FindingChunk::noArguments && areThose[arguments]);
    }
    return are;
}

} // namespace

FindingList::FindingList() = default;
FindingList::FindingList(const FindingList &) = default;
FindingList &FindingList::operator=(const FindingList &) = default;
FindingList::FindingList(FindingList &&other) noexcept
    : m_chunks(std::exchange(other.m_chunks, {})), m_firsts(std::exchange(other.m_firsts, {})),
      m_size(std::exchange(other.m_size, 0)) {}
FindingList &FindingList::operator=(FindingList &&other) noexcept {
    m_chunks = std::exchange(other.m_chunks, {});
    m_firsts = std::exchange(other.m_firsts, {});
    m_size = std::exchange(other.m_size, 0);
    return *this;
}
FindingList::~FindingList() = default;

/// The chunk of a finding, and its number there.
std::pair<const FindingChunk &, std::size_t> FindingList::place(std::size_t number) const {
    const auto chunk =
        static_cast<std::size_t>(std::ranges::upper_bound(m_firsts, number) - m_firsts.begin() - 1);
    return {*m_chunks[chunk], number - m_firsts[chunk]};
}

Finding FindingList::operator[](std::size_t number) const {
    const auto [chunk, i] = place(number);
    return chunk.finding(i);
}

FindingList::About FindingList::about(std::size_t number) const {
    const auto [chunk, i] = place(number);
    return chunk.about(i);
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
    Counts counts{};
    for (const Chunk &chunk : m_chunks) {
        std::ranges::transform(counts, chunk->countsByKind(), counts.begin(), std::plus());
    }
    return counts;
}

void FindingList::count() {
    m_firsts.clear();
    m_size = 0;
    for (const Chunk &chunk : m_chunks) {
        m_firsts.push_back(m_size);
        m_size += chunk->size();
    }
}

FindingChunk &FindingList::chunkToAddTo() {
    if (m_chunks.empty() || m_chunks.back()->size() >= usualSize) {
        trim();
        m_chunks.emplace_back(new FindingChunk);
        m_firsts.push_back(m_size);
    }
    ++m_size;
    return own(m_chunks.back());
}

void FindingList::add(const Finding &finding) {
    FindingChunk &chunk = chunkToAddTo();
    chunk.insert(chunk.size(), finding);
}

void FindingList::add(const About &finding, std::string_view arguments) {
    chunkToAddTo().append(finding, arguments);
}

void FindingList::insert(const Finding &finding) {
    const auto after = std::ranges::upper_bound(m_chunks, finding.offset, {},
                                                [](const Chunk &chunk) { return chunk->lastOffset(); });
    if (after == m_chunks.end()) {
        add(finding);
        return;
    }
    FindingChunk &chunk = own(*after);
    chunk.insert(chunk.placeBehind(finding.offset), finding);
    if (chunk.size() > mostSize) {
        std::vector<bool> isSecond(usualSize);
        isSecond.resize(chunk.size(), true);
        Chunk second(new FindingChunk(chunk));
        chunk.erase(isSecond);
        isSecond.flip();
        second->erase(isSecond);
        m_chunks.insert(after + 1, std::move(second));
        count();
        return;
    }
    ++m_size;
    std::for_each(m_firsts.begin() + (after - m_chunks.begin()) + 1, m_firsts.end(),
                  [](std::size_t &first) { ++first; });
}

void FindingList::insert(const FindingList &findings) {
    constexpr std::size_t few = 256; // of more, to sort all is quicker
    if (findings.size() > few) {
        append(findings);
        sortByOffset();
        return;
    }
    for (const Finding &finding : findings) {
        insert(finding);
    }
}

void FindingList::append(FindingList other, EventIndex firstEvent) {
    for (Chunk &from : other.m_chunks) {
        if (from->size() >= usualSize / 2) { // stays as it is
            trim();
            own(from).shiftEvents(firstEvent);
            m_firsts.push_back(m_size);
            m_size += from->size();
            m_chunks.push_back(std::move(from));
            continue;
        }
        for (std::size_t i = 0; i < from->size(); ++i) {
            chunkToAddTo().append(*from, i, firstEvent);
        }
    }
}

void FindingList::clear() {
    *this = FindingList();
}

void FindingList::trim() {
    if (!m_chunks.empty()) {
        own(m_chunks.back()).trim();
    }
}

/// `gone` says of each finding of a chunk whether it goes; nothing, where none does.
template <typename Gone>
void FindingList::eraseIn(Gone gone) {
    for (Chunk &chunk : m_chunks) {
        const std::vector<bool> those = gone(*chunk);
        if (std::ranges::find(those, true) != those.end()) { // else all copies still share it
            own(chunk).erase(those);
        }
    }
    std::erase_if(m_chunks, [](const Chunk &chunk) { return chunk->size() == 0; });
    count();
}

void FindingList::eraseIf(const std::function<bool(const About &)> &isGone) {
    eraseIn([&](const FindingChunk &chunk) {
        std::vector<bool> gone;
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            gone.push_back(isGone(chunk.about(i)));
        }
        return gone;
    });
}

void FindingList::eraseOf(std::span<const EventIndex> events, std::span<const ByteRange> places) {
    const auto isGone = [&](const About &finding, std::span<const EventIndex> these) {
        if (finding.event) {
            return std::ranges::binary_search(these, *finding.event);
        }
        const auto after = std::ranges::upper_bound(places, finding.offset, {}, &ByteRange::begin);
        return after != places.begin() && std::prev(after)->contains(finding.offset);
    };
    eraseIn([&](const FindingChunk &chunk) {
        std::vector<bool> gone;
        const auto first = std::ranges::lower_bound(events, chunk.firstEvent());
        const std::span<const EventIndex> these(
            first, std::ranges::upper_bound(first, events.end(), chunk.lastEvent()));
        const bool mayHaveSome =
            !these.empty() ||
            (!places.empty() && chunk.mayHavePlace(places.front().begin, places.back().end));
        for (std::size_t i = 0; mayHaveSome && i < chunk.size(); ++i) {
            gone.push_back(isGone(chunk.about(i), these));
        }
        return gone;
    });
}

void FindingList::eraseOfEvents(FindingCode code, const QSet<QString> &firstArguments) {
    eraseIn([code, those = utf8Of(firstArguments)](const FindingChunk &chunk) {
        std::vector<bool> gone = saying(chunk, those);
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            const About finding = chunk.about(i);
            gone[i] = gone[i] && finding.event && finding.code == code;
        }
        return gone;
    });
}

std::vector<EventIndex> FindingList::eventsOf(const QSet<QString> &firstArguments) const {
    const QSet<QByteArray> those = utf8Of(firstArguments);
    std::vector<EventIndex> events;
    for (const Chunk &chunk : m_chunks) {
        const std::vector<bool> isOne = saying(*chunk, those);
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            if (const auto event = chunk->about(i).event; event && isOne[i]) {
                events.push_back(*event);
            }
        }
    }
    return events;
}

void FindingList::renumberEvents(const std::function<std::optional<EventIndex>(EventIndex)> &number) {
    for (Chunk &chunk : m_chunks) {
        own(chunk).renumberEvents(number);
    }
}

/// Merges the runs that are sorted in themselves: what is found in one pass is one. A chunk is let go of as
/// soon as it is passed, so that there are never two of all.
void FindingList::sortByOffset() {
    struct Run {
        std::size_t chunk, number; // of its next finding
        std::size_t left;
        qint64 offset;
        bool ownsChunk;
    };
    std::vector<Run> runs;
    qint64 before = std::numeric_limits<qint64>::max();
    for (std::size_t chunk = 0; chunk < m_chunks.size(); ++chunk) {
        for (std::size_t i = 0; i < m_chunks[chunk]->size(); ++i) {
            const qint64 offset = m_chunks[chunk]->about(i).offset;
            if (offset < before) {
                runs.push_back({chunk, i, 0, offset, i == 0});
            }
            ++runs.back().left;
            before = offset;
        }
    }
    if (runs.size() < 2) {
        return;
    }
    std::vector<std::size_t> heap(runs.size());
    std::iota(heap.begin(), heap.end(), 0);
    const auto comesLater = [&runs](std::size_t a, std::size_t b) {
        return std::pair(runs[a].offset, a) > std::pair(runs[b].offset, b);
    };
    std::ranges::make_heap(heap, comesLater);
    FindingList sorted;
    while (!heap.empty()) {
        std::ranges::pop_heap(heap, comesLater);
        Run &run = runs[heap.back()];
        sorted.chunkToAddTo().append(*m_chunks[run.chunk], run.number, 0);
        if (++run.number == m_chunks[run.chunk]->size()) {
            if (run.ownsChunk) {
                m_chunks[run.chunk].reset();
            }
            ++run.chunk;
            run.number = 0;
            run.ownsChunk = true;
        }
        if (--run.left == 0) {
            heap.pop_back();
        } else {
            run.offset = m_chunks[run.chunk]->about(run.number).offset;
            std::ranges::push_heap(heap, comesLater);
        }
    }
    *this = std::move(sorted);
}

bool operator==(const FindingList &a, const FindingList &b) {
    return a.size() == b.size() && (a.m_chunks == b.m_chunks || std::equal(a.begin(), a.end(), b.begin()));
}

} // namespace timeline
