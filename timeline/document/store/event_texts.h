// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_fields.h"

#include <QByteArrayView>
#include <optional>

namespace timeline {

/// The strings of some fields of one event, as they stand in the file, without their quotes and in their
/// order; of `tags` and `sources` each element. Numbers are texts where they may be ids. Of a key that occurs
/// twice the first counts, and what is no string is passed over: just as EventReader reads an event.
class EventTexts {
public:
    /// `fields` are strings or lists of strings, a bit() each. `event` is the text of an event of a Document.
    EventTexts(QByteArrayView event, std::uint32_t fields);

    std::optional<QByteArrayView> next();

private:
    void skipBlanks();
    void skipSeparator();
    void skipValue();
    QByteArrayView takeString(); ///< with the quotes
    QByteArrayView takeNumber();
    std::optional<QByteArrayView> takeTitle();

    const char *m_at;
    const char *m_end;
    std::uint32_t m_wanted;
    std::uint32_t m_seen = 0;
    bool m_isInList = false;
};

} // namespace timeline
