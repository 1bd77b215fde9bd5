// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/json_value.h"

#include <QJsonValue>

namespace timeline {

/// A year or an id as an integer, where that is written just so; else as a string.
QJsonValue numberFor(const QString &text, bool isYear);

/// Whether a number says this id, however it is written.
bool isSameId(const JsonText &text, JsonValue before, const QString &key, const QJsonValue &value);

/// The value of a member of an event, the head or a record as the file writes such ones: where a year or an
/// id is a number, the next one is one too, and of a list of ids or words those stay numbers that are.
QJsonValue asWritten(const JsonText &text, JsonValue before, const QString &key, const QJsonValue &value);

} // namespace timeline
