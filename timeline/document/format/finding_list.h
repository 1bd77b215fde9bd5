// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QExplicitlySharedDataPointer>
#include <QSet>
#include <array>
#include <functional>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

namespace timeline {

class FindingChunk;
struct ByteRange;

/// Findings in little memory: 16 bytes each, and arguments that are the same mostly once. They stand in
/// chunks, which copies share until one of them is changed.
class FindingList {
public:
    FindingList();
    FindingList(const FindingList &);
    FindingList &operator=(const FindingList &);
    FindingList(FindingList &&) noexcept;
    FindingList &operator=(FindingList &&) noexcept;
    ~FindingList();

    std::size_t size() const { return m_size; }
    bool empty() const { return size() == 0; }
    Finding operator[](std::size_t number) const;
    Finding front() const { return (*this)[0]; }
    Finding back() const { return (*this)[size() - 1]; }
    /// What a finding is about, without its arguments, which would have to be made.
    struct About {
        FindingCode code = FindingCode::WrongValue;
        qint64 offset = 0;
        std::optional<EventIndex> event;
    };
    About about(std::size_t number) const;
    bool areNotesOnly() const; ///< there is no error and no warning
    /// How many there are of each code, which is its place. Known at any time, however many there are.
    using Counts = std::array<std::size_t, findingCodeCount>;
    Counts countsByKind() const;

    class Iterator;
    Iterator begin() const;
    Iterator end() const;

    /// The pieces that it is kept in, in their order.
    template <typename F>
    void forEachChunk(F f) const {
        for (const Chunk &chunk : m_chunks) {
            f(*chunk);
        }
    }

    void add(const Finding &finding);
    /// The same, of arguments that are not empty: UTF-8, parted by separators.
    void add(const About &finding, std::string_view arguments);
    static constexpr char separator = '\0'; ///< no text of a file has it that is quoted
    /// All of another list, whose events are numbered from `firstEvent` on.
    void append(FindingList other, EventIndex firstEvent = 0);
    void clear();
    void trim(); ///< gives back memory, where no more will come
    void eraseIf(const std::function<bool(const About &)> &isGone);
    /// What is about one of these events, or about none and lies in one of these places; both are sorted.
    /// Looks at the chunks alone where there may be such.
    void eraseOf(std::span<const EventIndex> events, std::span<const ByteRange> places);
    /// Where it belongs in a list that is sorted, behind those of its offset.
    void insert(const Finding &finding);
    void insert(const FindingList &findings); ///< all of them
    /// Findings about events, of this code, whose first argument is one of these.
    void eraseOfEvents(FindingCode code, const QSet<QString> &firstArguments);
    /// The events that findings are about whose first argument is one of these.
    std::vector<EventIndex> eventsOf(const QSet<QString> &firstArguments) const;
    void renumberEvents(const std::function<std::optional<EventIndex>(EventIndex)> &number);
    void sortByOffset(); ///< of equal ones the first stays the first

    friend bool operator==(const FindingList &a, const FindingList &b);

private:
    using Chunk = QExplicitlySharedDataPointer<FindingChunk>;
    std::pair<const FindingChunk &, std::size_t> place(std::size_t number) const;
    FindingChunk &chunkToAddTo();
    template <typename Gone>
    void eraseIn(Gone gone);
    void count();

    std::vector<Chunk> m_chunks;       ///< none is empty
    std::vector<std::size_t> m_firsts; ///< the number of each one's first finding
    std::size_t m_size = 0;
};

class FindingList::Iterator {
public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = Finding;
    using difference_type = std::ptrdiff_t;
    using reference = Finding;
    struct pointer {
        Finding finding;
        const Finding *operator->() const { return &finding; }
    };

    Iterator() = default;
    Iterator(const FindingList *list, std::size_t number) : m_list(list), m_number(number) {}
    Finding operator*() const { return (*m_list)[m_number]; }
    pointer operator->() const { return {**this}; }
    Iterator &operator++() {
        ++m_number;
        return *this;
    }
    Iterator operator++(int) { return {m_list, m_number++}; }
    friend bool operator==(const Iterator &, const Iterator &) = default;

private:
    const FindingList *m_list = nullptr;
    std::size_t m_number = 0;
};

inline FindingList::Iterator FindingList::begin() const {
    return {this, 0};
}

inline FindingList::Iterator FindingList::end() const {
    return {this, size()};
}

} // namespace timeline
