// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"
#include "document/format/finding.h"
#include "document/store/versioned_map.h"

#include <memory>
#include <mutex>

namespace timeline {

/// A link from one event to another.
struct Relation {
    EventIndex from;
    EventIndex to;
    LinkKind kind;
    bool operator==(const Relation &) const = default;
};

/// All links of a document that lead somewhere, by the events that they come from. Copies share what was read
/// and what neither has changed.
class Relations {
public:
    void reserve(std::size_t count) { m_read->all.reserve(count); }
    /// Of an event as it was read, in the order of the events and before anything is copied.
    void add(const Relation &relation) { m_read->all.push_back(relation), ++m_size; }
    /// All that come from an event, instead of those that do.
    void set(EventIndex from, std::vector<Relation> relations);

    std::size_t size() const { return m_size; }
    std::vector<Relation> from(EventIndex event) const;
    /// All that come from an event or lead to it, in the order of those that they come from. Costs what is
    /// found, and what was edited; the first time, a look at all.
    std::vector<Relation> of(EventIndex event) const;
    /// Does now what the first look for those of an event takes. May be called from any thread.
    void prepare() const { static_cast<void>(m_read->byTarget()); }
    std::vector<Relation> all() const;
    template <typename F>
    void forEach(F f) const {
        const auto *edited = m_edited.from(0);
        const auto tellEditedBefore = [&](EventIndex event) {
            for (; edited != nullptr && edited->key < event; edited = m_edited.from(edited->key + 1)) {
                std::ranges::for_each(edited->value, f);
            }
        };
        for (const Relation &relation : m_read->all) {
            tellEditedBefore(relation.from);
            if (edited == nullptr || edited->key != relation.from) {
                f(relation);
            }
        }
        tellEditedBefore(~EventIndex{0});
    }

private:
    /// Those that were read, which never change once there are copies.
    class Read {
    public:
        std::vector<Relation> all; ///< in the order of the events that they come from
        /// Places in `all`, in the order of the events that they lead to, and where equal in their own.
        const std::vector<std::uint32_t> &byTarget() const;

    private:
        mutable std::once_flag m_isIndexed;
        mutable std::vector<std::uint32_t> m_byTarget;
    };
    std::shared_ptr<Read> m_read = std::make_shared<Read>();
    VersionedMap<std::vector<Relation>> m_edited; ///< instead of those that were read
    std::size_t m_size = 0;
};

} // namespace timeline
