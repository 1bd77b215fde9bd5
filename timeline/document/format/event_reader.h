// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_fields.h"
#include "document/format/field_reader.h"

namespace timeline {

/// An event read with care.
struct ReadEvent {
    EventDetails details;
    Span span;
    bool isShown = false; ///< it has what an event needs: a title and a date
    qint64 idAt =
        -1; ///< opening quotes of what other parts of the file are asked for; -1 where there is none
    std::vector<qint64> sourcesAt, linksAt; ///< one for each of details.sources and details.links
};

/// Decodes one event and reports everything in it that is not as it should be, however much that is. What an
/// optional field has wrong is left out. Silent without a sink: that is how details are decoded for showing.
class EventReader {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    EventReader(const JsonText &text, FindingSink *sink) : m_fields(text, sink) {}

    ReadEvent read(JsonValue event);

private:
    void readField(EventField field, const QString &name, JsonValue value);
    void readStatus(const QString &name, JsonValue value);
    void readImportance(const QString &name, JsonValue value);
    void readSources(const QString &name, JsonValue value);
    Place readPlace(const QString &name, JsonValue value) const;
    std::optional<std::pair<double, double>> readPosition(JsonValue value) const;
    void readWords(const QString &name, JsonValue value, QStringList &words) const;
    void readDates(JsonValue event);
    void readStartAndEnd();
    std::optional<QString> readEndpoint(const QString &name, JsonValue value) const;

    void readMeasure(JsonValue object);
    void readLink(JsonValue object);
    void readMedia(JsonValue object);

    FieldReader m_fields;
    ReadEvent m_event;
    std::optional<JsonMember> m_date, m_start, m_end;
    bool m_hasTitle = false;
    bool m_hasDate = false;
};

/// The event that a JSON text is, read without a word.
ReadEvent readEvent(QByteArrayView text);

} // namespace timeline
