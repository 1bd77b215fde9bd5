// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"
#include "document/edit/record_json.h"
#include "document/format/event.h"
#include "document/json/json_edit.h"

namespace timeline {

/// A text as it is after a change, or why it cannot be changed.
using EditedText = Result<QByteArray>;

/// Changes single values in the text of an event, of a file's head or of any other JSON object, and nothing
/// else: see JsonEdit.
class EventEdit {
public:
    /// Gives an event's field a value; undefined takes the field out. A date goes where the event says when
    /// it is, be it "date" or "start" and "end"; a text for a place that is an object becomes its title.
    static EditedText set(QByteArrayView event, const QString &field, const QJsonValue &value);
    static bool isList(const QString &field);
    /// Gives a list other elements in the place of those that are understood of it (see value()). What is not
    /// understood stays where it is; a single value that stands where a list is expected becomes its first
    /// element. A problem is that such a value is none that a list may have.
    static EditedText setList(QByteArrayView event, const QString &field, const QJsonArray &list);
    /// What a single value says that stands where a list of this field is expected: "phishing" in `"tags":
    /// "phishing"`; undefined where that may be no element. Nothing where there is a list or no value.
    static std::optional<QJsonValue> loneElement(QByteArrayView event, const QString &field);
    /// set() for the text around the events. A bare array becomes an object.
    static EditedText setInHead(QByteArrayView head, const QString &field, const QJsonValue &value);

    /// The text of a new event, written like the one given: its blanks, the order of its keys, what is in
    /// lines of its own. `like` may be empty.
    static QByteArray write(const QJsonObject &event, QByteArrayView like);
    /// The same event with another id or none; for copies. One whose id cannot be changed stays as it is.
    static QByteArray withId(QByteArrayView event, const QString &id);

    /// What an event says, as JSON values of the known fields.
    static QJsonValue value(const EventDetails &details, const QString &field);
    /// Whether the event says so itself: value() gives also what is meant where it does not.
    static bool has(QByteArrayView event, std::string_view field);
    /// The value that a field gets for a text that a person wrote: lists are written as wordsIn() reads them
    /// or as JSON. A problem is that the text is none for this field.
    static Result<QJsonValue> parse(const QString &field, const QString &text);
    static QStringList fields(); ///< all that an event may have
};

QJsonValue toJson(const Place &place);
QString toString(Rgb color); ///< "#rrggbb"

} // namespace timeline
