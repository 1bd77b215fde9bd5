// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace timeline {

using EventIndex = std::uint32_t; ///< an event's place in the file's order, from 0

enum class Severity : std::uint8_t { Warning, Error };

/// Something in a file that is not as it should be: where, what, and what was expected.
struct Finding {
    Severity severity = Severity::Error;
    qint64 offset = 0; ///< bytes from the start of the file
    qint64 line = 1; ///< from 1; LF, CR LF and CR end a line. 0: in a text that was edited since it was read
    qint64 column = 1; ///< from 1, in Unicode characters as editors count them
    QString message;
    std::optional<EventIndex> event = {}; ///< the event that it is about, where that one is shown

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// "FILE:LINE:COLUMN: error: MESSAGE", as compilers print it.
QString toString(const Finding &finding, const QString &fileName);

} // namespace timeline
