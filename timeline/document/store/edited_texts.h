// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"
#include "document/store/event_lists.h"
#include "document/store/kept_text.h"
#include "document/store/versioned_map.h"

namespace timeline {

/// What has been changed of a file's text and not been written: texts of events that differ from those in the
/// file, new, deleted and moved ones included, and the text around the events. Knows which bytes of the file
/// are to be replaced so that it says the same.
class EditedTexts {
public:
    /// One of millions may be edited: 40 bytes.
    class Entry {
    public:
        KeptText text; ///< the event's JSON object as it shall be now; empty: there is none

        /// Where it stands in the file; empty: it is new.
        ByteRange inFile() const {
            return {static_cast<qint64>(m_begin), static_cast<qint64>(m_begin + m_length)};
        }
        std::uint16_t idOffset() const { return m_idOffset; } ///< of what stands there, as in its row
        void setInFile(ByteRange range, std::uint16_t idOffset) {
            m_begin = static_cast<std::uint64_t>(range.begin) & placeLimit;
            m_length = static_cast<std::uint64_t>(range.size()) & placeLimit;
            m_idOffset = idOffset;
        }
        /// It has an id, and that of what stands in the file.
        bool keepsId() const { return m_keepsId != 0; }
        void setKeepsId(bool keeps) { m_keepsId = keeps ? 1 : 0; }
        EventList list() const { return static_cast<EventList>(m_list); } ///< where it belongs
        void setList(EventList list) { m_list = static_cast<std::uint64_t>(list) & 1U; }
        /// Of one that is new in its list: what it comes after ends here, or the array begins here.
        qint64 after() const { return m_rest ? m_rest->after : 0; }
        void setAfter(qint64 after) { own(m_rest).after = after; }
        static constexpr qint64 byDate = -1; ///< it is still to be found
        /// What stood there, for when others can still change the file's bytes.
        void keepBefore(const KeptText &before) { own(m_rest).before = before; }

        QByteArrayView textInFile(QByteArrayView bytes) const {
            return m_rest && !m_rest->before.isEmpty() ? m_rest->before.view()
                                                       : bytes.sliced(inFile().begin, inFile().size());
        }
        QByteArrayView now(QByteArrayView bytes) const { return view(text, bytes); }
        /// A text for it, which may be the one in the file.
        QByteArrayView view(const KeptText &of, QByteArrayView bytes) const {
            return of.isInFile() ? textInFile(bytes) : of.view();
        }

    private:
        struct Rest : QSharedData {
            qint64 after = 0;
            KeptText before;
        };
        static constexpr std::uint64_t placeLimit = (std::uint64_t{1} << 48) - 1;

        std::uint64_t m_begin : 48 = 0;
        std::uint64_t m_idOffset : 16 = 0;
        std::uint64_t m_length : 48 = 0;
        std::uint64_t m_list : 1 = 0;
        std::uint64_t m_keepsId : 1 = 0;
        QExplicitlySharedDataPointer<Rest> m_rest; ///< what few have
    };
    static_assert(sizeof(Entry) == 40);

    bool isEmpty() const { return m_entries.isEmpty() && !m_head; }
    const Entry *find(EventIndex event) const { return m_entries.find(event); }
    /// The first edited event at or after this one.
    std::optional<EventIndex> next(EventIndex from) const;
    /// The event that was made, by adopt(), of what stands there in the file and is none.
    std::optional<EventIndex> adopted(ByteRange inFile) const;
    void adopt(EventIndex event, const Entry &entry);
    void set(EventIndex event, const Entry &entry) { m_entries.set(event, entry); }
    void forget(EventIndex event) { m_entries.erase(event); }
    const VersionedMap<Entry> &entries() const { return m_entries; }

    /// The file's text with empty arrays instead of its events; nothing where it is as in the file.
    const std::optional<QByteArray> &head() const { return m_head; }
    void setHead(std::optional<QByteArray> head) { m_head = std::move(head); }
    /// What it was when it was edited first, where others could change the file's bytes: see Entry::before.
    const std::optional<QByteArray> &headBefore() const { return m_headBefore; }
    void keepHead(const QByteArray &head) {
        if (!m_headBefore) {
            m_headBefore = head;
        }
    }

    /// What to change in the file's bytes, in the order of the places. `lists` are those there.
    std::vector<Splice> changes(QByteArrayView bytes, const EventLists &lists) const;

private:
    QByteArrayList newUndated(const EventLists &lists) const;

    VersionedMap<Entry> m_entries;
    VersionedMap<std::vector<EventIndex>> m_adopted; ///< by the last 32 bits of where they stand
    std::optional<QByteArray> m_head;
    std::optional<QByteArray> m_headBefore;
};

} // namespace timeline
