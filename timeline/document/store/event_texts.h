// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_fields.h"

#include <QByteArrayView>
#include <array>
#include <optional>

namespace timeline {

/// The strings of some fields of one event, as they stand in the file, without their quotes and in their
/// order; of `tags` and `sources` each element, and of a source that is an object id, title and address.
/// Numbers are texts where they may be ids. Of a key that occurs twice the first counts, and what is no
/// string is passed over: just as EventReader reads an event.
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
    void takeNames();

    const char *m_at;
    const char *m_end;
    std::uint32_t m_wanted;
    std::uint32_t m_seen = 0;
    bool m_isInList = false;
    bool m_isInSources = false;
    std::array<QByteArrayView, 3> m_names; ///< of an object, the last first
    std::size_t m_nameCount = 0;
};

} // namespace timeline
