// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/json_value.h"
#include "document/json/key_order.h"

#include <QByteArray>
#include <QJsonValue>
#include <utility>
#include <vector>

namespace timeline {

/// How the objects around a place are written: what stands between their parts, blanks and line ends
/// included.
struct JsonStyle {
    QByteArray open;                                ///< after "{"
    QByteArray separator = QByteArrayLiteral(", "); ///< between members, with the comma
    QByteArray colon = QByteArrayLiteral(": ");     ///< between key and value
    QByteArray close;                               ///< before "}"
    bool isAscii = false;                           ///< other characters are escaped

    /// The style of an object; what it has too few members to show is taken from its blanks.
    static JsonStyle of(const JsonText &text, JsonValue object);
    static JsonStyle of(const JsonText &text, JsonValue object, const std::vector<JsonMember> &members);
    /// The same on one line, for what stands within a value.
    JsonStyle inner() const;
};

using JsonMembers = std::vector<std::pair<QString, QJsonValue>>;

/// JSON text (RFC 8259) of a value. Keys stand in the order of the format, others after them.
QByteArray writeJson(const QJsonValue &value, const JsonStyle &style, const KeyOrder &keys);
QByteArray writeJson(const QString &text, const JsonStyle &style);
/// An object with members in their order; what is within them is on one line.
QByteArray writeJson(const JsonMembers &members, const JsonStyle &style, const KeyOrder &keys);

} // namespace timeline
