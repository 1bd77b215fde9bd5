// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"
#include "document/store/event_lists.h"
#include "document/store/versioned_map.h"

namespace timeline {

/// What has been changed of a file's text and not been written: texts of events that differ from those in the
/// file, new, deleted and moved ones included, and the text around the events. Knows which bytes of the file
/// are to be replaced so that it says the same.
class EditedTexts {
public:
    struct Entry {
        QByteArray text;                    ///< the event's JSON object as it is now; empty: there is none
        ByteRange inFile;                   ///< where it stands in the file; empty: it is new
        std::uint16_t idOffset = 0;         ///< of what stands in the file, as in its row
        EventList list = EventList::Events; ///< where it belongs, in the file or not
        /// Of one that is new in its list: what it comes after ends here, or the array begins here.
        qint64 after = 0;
        static constexpr qint64 byDate = -1; ///< it is still to be found
        QByteArray before;                   ///< what stood there, where others could change the file's bytes

        QByteArrayView textInFile(QByteArrayView bytes) const {
            return before.isEmpty() ? bytes.sliced(inFile.begin, inFile.size()) : QByteArrayView(before);
        }
    };

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
