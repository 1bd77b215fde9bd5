// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_fields.h"
#include "document/format/field_reader.h"

namespace timeline {

/// The lists of a file that events stand in. What is undated needs no date, and has none: one that it gives
/// counts for nothing.
enum class EventList : std::uint8_t { Events, Undated };

/// An event read with care.
struct ReadEvent {
    EventDetails details;
    Span span;            ///< Span::never() of what has no date that can be read
    bool isShown = false; ///< it is an event, with a date or without
    bool isDated = false; ///< it has its place in time, if its list has dates
    qint64 idAt = -1;     ///< where the id stands; -1 where there is none
    /// One for each of details.sources and details.links; -1 for a source that stands in the event itself.
    std::vector<qint64> sourcesAt, linksAt;
};

/// Decodes one event and reports everything in it that is not as it should be, however much that is. What an
/// optional field has wrong is left out. Silent without a sink: that is how details are decoded for showing.
class EventReader {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    /// `wanted`: bits of the fields that are decoded; all others are passed over. Dates always are.
    EventReader(const JsonText &text, FindingSink *sink, EventList list = EventList::Events,
                std::uint32_t wanted = allEventFields)
        : m_list(list), m_wanted(wanted), m_fields(text, sink, FieldReader::Loss::Value),
          m_needed(text, sink) {}

    ReadEvent read(JsonValue event);
    /// One value alone, of an event that says nothing else; of those that say when it is, `date`.
    ReadEvent read(EventField field, const JsonMember &member);

private:
    void readField(EventField field, JsonValue value);
    void readStatus(std::string_view name, JsonValue value);
    void readImportance(std::string_view name, JsonValue value);
    void readSources(std::string_view name, JsonValue value);
    Place readPlace(std::string_view name, JsonValue value) const;
    std::optional<std::pair<double, double>> readPosition(JsonValue value) const;
    void readWords(std::string_view name, JsonValue value, QStringList &words) const;
    void readDates(JsonValue event);
    [[nodiscard]] QString datesAsWritten() const;
    void readDate();
    void readStartAndEnd();
    void passOverDates();
    static void noteYearAndNext(const FieldReader &reader, std::string_view name, JsonValue value,
                                const QString &date);
    static std::optional<QString> readEndpoint(const FieldReader &reader, std::string_view name,
                                               JsonValue value);

    void readMeasure(JsonValue object);
    void readLink(JsonValue object);
    void readMedia(JsonValue object);
    void readInlineSource(JsonValue object);

    EventList m_list;
    std::uint32_t m_wanted;
    FieldReader m_fields; ///< what an event can be without
    FieldReader m_needed; ///< its date: without it, it has no place in time
    ReadEvent m_event;
    std::optional<JsonMember> m_date, m_start, m_end;
    std::optional<JsonMember> m_noDate; ///< one of these that says nothing
};

/// The event that a JSON text is, read without a word.
ReadEvent readEvent(QByteArrayView text, EventList list = EventList::Events);
/// What it says of when it is: the members as they are written. Empty where it says nothing.
QByteArrayList writtenDates(QByteArrayView text);

} // namespace timeline
