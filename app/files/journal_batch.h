// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/pending_edits.h"

#include <QIODevice>
#include <map>

namespace timeloom {

/// Writes records of a journal, one after the other: so many bytes, a check sum, and CBOR (RFC 8949). A batch
/// of edits counts only with its last record, so that what was cut off in the midst is none.
class JournalBatch {
public:
    static constexpr char magic[] = "timeloom journal 2\n"; ///< before the first record

    explicit JournalBatch(QIODevice &device) : m_device(device) {}

    /// `key` is the same for each edit of one event.
    void add(quint32 key, const timeline::PendingEdits::Change &change);
    void setHead(const timeline::PendingEdits::Change &change) { m_head = change; }
    bool finish(); ///< false where the device did not take all

    static bool writeRecord(QIODevice &device, const QByteArray &cbor);

private:
    void flush(bool isLast);

    QIODevice &m_device;
    std::vector<std::pair<quint32, timeline::PendingEdits::Change>> m_changes; ///< to be written
    qsizetype m_bytes = 0;                                                     ///< of these
    std::optional<timeline::PendingEdits::Change> m_head;
    bool m_isFine = true;
};

/// Reads them back, up to the first record that is not whole.
class JournalRecords {
public:
    explicit JournalRecords(QByteArrayView bytes) : m_bytes(bytes) {}
    std::optional<QByteArray> next();

private:
    QByteArrayView m_bytes;
};

/// The edits of all whole batches: of each event and of the head what was told last.
class JournalReplay {
public:
    void take(const QByteArray &cbor);
    bool hasAny() const { return m_hasAny; } ///< a whole batch
    timeline::PendingEdits edits() const;

private:
    struct Batch {
        std::map<quint32, timeline::PendingEdits::Change> events;
        std::optional<timeline::PendingEdits::Change> head;
    };
    Batch m_all, m_open;
    bool m_hasAny = false;
};

} // namespace timeloom
