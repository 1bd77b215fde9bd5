// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeline {

/// The texts of some events that stand one after the other in the file, for a walk over all of them. Of a
/// mapped file they are read into memory that the next window takes again: that costs less than to bring its
/// pages into the program's memory and to let them go. A thread has one window at a time.
class EventWindow {
public:
    /// About as many events as a window should have: their texts stay in a core's own cache.
    static constexpr EventIndex usualCount = 2048;

    /// From `first` to before `end`, at least one, all of them as in the file.
    EventWindow(const Document &document, EventIndex first, EventIndex end);

    QByteArrayView text(EventIndex event) const {
        const ByteRange place = m_document.place(event);
        return m_bytes.sliced(place.begin - m_begin, place.size());
    }
    QByteArrayView bytes() const { return m_bytes; } ///< from the first text to the last

private:
    const Document &m_document;
    qint64 m_begin; ///< of the bytes, in the file
    QByteArrayView m_bytes;
};

} // namespace timeline
