// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/file_bytes.h"
#include "document/json/json_value.h"
#include "document/store/event_lists.h"
#include "document/store/file_lines.h"

#include <span>

namespace timeline {

/// The bytes that a document was read from. They never change; its versions share them.
class DocumentBytes {
public:
    QByteArrayView bytes() const { return m_bytes.view(); } ///< of the file as it was read
    const FileBytes &fileBytes() const { return m_bytes; }  ///< the same, and where they are kept
    QByteArray stamp() const { return m_bytes.stamp(); }    ///< of the file when it was read: see stampOf()
    /// See FileBytes::makeOwn(): for who shows the document for long. May take a while.
    bool makeBytesOwn(const std::stop_token &stop) const { return m_bytes.makeOwn(stop); }
    /// Whether the bytes are those of one file. Others may have written into it or cut it off before they
    /// were one's own: then they are not to be written anywhere.
    bool isWhole() const { return !m_bytes.isCut() && !m_bytes.isWritten(); }
    /// Whether both were read as one: what has them differs by edits alone.
    bool isVersionOf(const DocumentBytes &other) const { return bytes().data() == other.bytes().data(); }
    /// A part of them, for one look: see FileBytes::look().
    QByteArrayView look(ByteRange range, std::span<char> memory) const {
        return m_bytes.look(range.begin, range.size(), memory);
    }
    const EventLists &lists() const { return m_lists; } ///< of events, in bytes()
    qint64 lineOf(qint64 offset) const { return m_lines.of(bytes()).lineOf(offset); } ///< of bytes()

protected:
    FileBytes m_bytes;
    EventLists m_lists;
    FileLines m_lines;
};

} // namespace timeline
