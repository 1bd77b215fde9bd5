// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_reader.h"

#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "time/edtf.h"
#include "time/phrases/date_phrases.h"

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace timeline {

ReadEvent EventReader::read(JsonValue event) {
    m_event = {};
    m_date = m_start = m_end = m_noDate = std::nullopt;
    if (event.type != JsonType::Object) {
        m_needed.report(FindingCode::NoEvent, event.range.begin, {m_fields.shown(event)});
        return std::move(m_event);
    }
    std::uint32_t seen = 0;
    std::string buffer;
    JsonObjectCursor members(m_fields.text(), event);
    while (const auto member = members.next()) {
        const EventField field = eventField(m_fields.text().utf8(member->key, buffer));
        if (field == EventField::Unknown || (seen & bit(field)) != 0) {
            continue;
        }
        seen |= bit(field);
        const bool isTitle = field == EventField::Title;
        if (!isTitle && m_fields.isAbsent(member->value)) {
            m_noDate = kindOf(field) == FieldKind::Date && !m_noDate ? member : m_noDate;
        } else if (field == EventField::Date) {
            m_date = member;
        } else if (field == EventField::Start) {
            m_start = member;
        } else if (field == EventField::End) {
            m_end = member;
        } else if ((m_wanted & bit(field)) != 0) {
            readField(field, member->value);
        }
    }
    if ((seen & bit(EventField::Title)) == 0) {
        m_fields.report(FindingCode::NoTitle, event.range.begin);
    }
    m_event.isShown = true;
    m_event.span = Span::never();
    m_list == EventList::Events ? readDates(event) : passOverDates();
    if (!m_event.isDated) {
        m_event.details.date = datesAsWritten();
    }
    return std::move(m_event);
}

ReadEvent EventReader::read(EventField field, const JsonMember &member) {
    m_event = {};
    m_event.span = Span::never();
    if (field == EventField::Date) {
        m_date = member;
        readDate();
    } else if (field == EventField::Title || !m_fields.isAbsent(member.value)) {
        readField(field, member.value);
    }
    return std::move(m_event);
}

void EventReader::readField(EventField field, JsonValue value) {
    const EventFieldInfo &info = infoOf(field);
    const std::string_view name = info.key;
    switch (info.kind) {
    case FieldKind::Id:
        if (const auto id = m_fields.name(name, value)) {
            m_event.details.id = *id;
            m_event.idAt = value.range.begin;
        }
        break;
    case FieldKind::Title:
        m_fields.title(name, value);
        m_event.details.title =
            value.type == JsonType::String ? m_fields.text().string(value.range) : QString();
        break;
    case FieldKind::Name:
        m_event.details.*info.text = m_fields.name(name, value).value_or(QString());
        break;
    case FieldKind::Text:
        m_event.details.*info.text = m_fields.string(name, value).value_or(QString());
        m_fields.noteUnseen(name, value, m_event.details.*info.text, TextUse::Name);
        break;
    case FieldKind::Markdown:
        m_event.details.*info.text = m_fields.string(name, value).value_or(QString());
        break;
    case FieldKind::Status:
        readStatus(name, value);
        break;
    case FieldKind::Importance:
        readImportance(name, value);
        break;
    case FieldKind::Place:
        m_event.details.place = readPlace(name, value);
        break;
    case FieldKind::Words:
        readWords(name, value, m_event.details.*info.list);
        break;
    case FieldKind::Ids:
        readSources(name, value);
        break;
    case FieldKind::Parts:
        m_fields.readObjects(name, value, [this, field](JsonValue element) {
            field == EventField::Measures ? readMeasure(element)
            : field == EventField::Links  ? readLink(element)
                                          : readMedia(element);
        });
        break;
    case FieldKind::Unknown:
    case FieldKind::Date: // when the others are known
        break;
    }
}

void EventReader::readStatus(std::string_view name, JsonValue value) {
    const auto word = m_fields.title(
        name, value,
        QT_TR_NOOP("one of confirmed, reported, claimed, disputed, planned, cancelled, or a word"));
    if (!word) {
        return;
    }
    const auto known = statusFromString(*word);
    m_event.details.status = known.value_or(Status::Own);
    if (!known) {
        m_event.details.ownStatus = *word;
        m_fields.report(FindingCode::OwnStatus, value.range.begin, {m_fields.shown(value)});
    }
}

void EventReader::readImportance(std::string_view name, JsonValue value) {
    const auto importance = m_fields.number(name, value);
    if (!importance) {
        return;
    }
    if (*importance < 0 || *importance > 1) {
        m_fields.wrong(name, value, FieldReader::aShare);
        return;
    }
    m_event.details.importance = static_cast<float>(*importance);
}

/// A text, or an object with a title and a position.
Place EventReader::readPlace(std::string_view name, JsonValue value) const {
    Place place;
    if (value.type == JsonType::String) {
        place.title = m_fields.line(name, value).value_or(QString());
        return place;
    }
    if (value.type != JsonType::Object) {
        m_fields.wrong(name, value, QT_TR_NOOP("a string, or an object with \"title\" and \"at\""));
        return place;
    }
    std::string buffer;
    bool hasTitle = false;
    bool hasPosition = false;
    JsonObjectCursor members(m_fields.text(), value);
    while (const auto member = members.next()) {
        const std::string_view key = m_fields.text().utf8(member->key, buffer);
        const bool isAbsent = m_fields.isAbsent(member->value);
        if (key == "title" && !std::exchange(hasTitle, true) && !isAbsent) {
            place.title = m_fields.line("title", member->value).value_or(QString());
        } else if (key == "at" && !std::exchange(hasPosition, true) && !isAbsent) {
            place.at = readPosition(member->value);
        }
    }
    return place;
}

std::optional<std::pair<double, double>> EventReader::readPosition(JsonValue value) const {
    std::vector<double> numbers;
    if (value.type == JsonType::Array) {
        JsonArrayCursor elements(m_fields.text(), value);
        while (const auto element = elements.next()) {
            const QByteArrayView raw = m_fields.text().raw(element->range);
            const auto number = element->type == JsonType::Number
                                    ? finiteNumber({raw.data(), static_cast<std::size_t>(raw.size())})
                                    : std::nullopt;
            numbers.push_back(number.value_or(HUGE_VAL));
        }
    }
    if (numbers.size() != 2 || std::abs(numbers[0]) > 90 || std::abs(numbers[1]) > 180) {
        m_fields.wrong("at", value, QT_TR_NOOP("latitude and longitude in degrees, as [52.52, 13.405]"));
        return std::nullopt;
    }
    return std::pair(numbers[0], numbers[1]);
}

void EventReader::readWords(std::string_view name, JsonValue value, QStringList &words) const {
    if (!m_fields.isA(JsonType::Array, name, value)) {
        return;
    }
    JsonArrayCursor elements(m_fields.text(), value);
    while (const auto element = elements.next()) {
        if (element->isName()) {
            words.append(m_fields.text().string(element->range));
            m_fields.noteUnseen(name, *element, words.back(), TextUse::Name);
        } else {
            m_fields.isA(JsonType::String, name, *element);
        }
    }
}

void EventReader::readSources(std::string_view name, JsonValue value) {
    if (!m_fields.isA(JsonType::Array, name, value)) {
        return;
    }
    JsonArrayCursor elements(m_fields.text(), value);
    while (const auto element = elements.next()) {
        if (element->type == JsonType::Object) {
            readInlineSource(*element);
        } else if (const auto source = m_fields.id(name, *element)) {
            m_fields.warnOfHidden(name, *element);
            m_event.details.sources.append(*source);
            m_event.sourcesAt.push_back(element->range.begin);
        }
    }
}

void EventReader::readDates(JsonValue event) {
    if (m_date) {
        for (const auto &other : {m_start, m_end}) {
            if (other) {
                m_fields.report(FindingCode::DateBesideStart, other->key.begin,
                                {m_fields.text().utf8(other->key)});
            }
        }
        readDate();
    } else if (m_start) {
        readStartAndEnd();
    } else if (m_end) {
        m_needed.report(FindingCode::EndWithoutStart, m_end->key.begin);
    } else if (m_noDate) {
        m_needed.date(m_needed.text().utf8(m_noDate->key), m_noDate->value, m_event.span);
    } else {
        m_needed.missing(QT_TR_NOOP("this event"), "date", event, FieldReader::aDate);
    }
}

/// Whether years are meant the whole file tells: see DocumentBuilder.
void EventReader::noteYearAndNext(const FieldReader &reader, std::string_view name, JsonValue value,
                                  const QString &date) {
    if (const std::string text = date.toStdString(); isYearAndNext(text)) {
        reader.report(FindingCode::YearAndNext, value.range.begin,
                      {name, quotedUtf8(text), quotedUtf8(yearAndNext(text))});
    }
}

/// What cannot be read is shown as it is written, to be seen where it is edited.
QString EventReader::datesAsWritten() const {
    const auto text = [this](const std::optional<JsonMember> &member) {
        return member && member->value.isName() ? m_fields.text().string(member->value.range) : QString();
    };
    const QString end = text(m_date ? std::nullopt : m_end);
    return text(m_date ? m_date : m_start) + (end.isEmpty() ? end : u'/' + end);
}

void EventReader::readDate() {
    const JsonValue value = m_date->value;
    const auto date = m_needed.date("date", value, m_event.span);
    noteYearAndNext(m_needed, "date", value, date.value_or(QString()));
    m_event.isDated = date.has_value();
    m_event.details.date = date.value_or(QString());
}

void EventReader::passOverDates() {
    for (const auto &member : {m_date, m_start, m_end}) {
        if (member) {
            m_fields.report(FindingCode::DateInUndated, member->key.begin,
                            {m_fields.text().utf8(member->key)});
        }
    }
}

/// One end of an interval: a single date or "..".
std::optional<QString> EventReader::readEndpoint(const FieldReader &reader, std::string_view name,
                                                 JsonValue value) {
    if (value.type == JsonType::String && reader.text().utf8(value.range) == "..") {
        return u".."_s;
    }
    Span span;
    auto text = reader.date(name, value, span);
    if (text && (span.flags & (DateFlags(DateFlag::Interval) | DateFlag::Set))) {
        reader.wrong(name, value, QT_TR_NOOP("a single date"));
        return std::nullopt;
    }
    noteYearAndNext(reader, name, value, text.value_or(QString()));
    return text;
}

/// An end that is none costs itself: what begins then is shown.
void EventReader::readStartAndEnd() {
    const auto start = readEndpoint(m_needed, "start", m_start->value);
    const auto end = m_end ? readEndpoint(m_fields, "end", m_end->value) : std::nullopt;
    if (!start) {
        return;
    }
    const auto take = [this](const QString &text) {
        const auto parsed = parseDate(text.toStdString());
        if (const auto *date = std::get_if<ParsedDate>(&parsed)) {
            m_event.details.date = text;
            m_event.span = date->span;
            m_event.isDated = true;
        }
        return m_event.isDated;
    };
    if (end && !take(*start + u'/' + *end)) {
        m_fields.report(FindingCode::EndBeforeStart, m_end->value.range.begin,
                        {"end", m_fields.shown(m_end->value), quotedUtf8(start->toStdString())});
    }
    if (!m_event.isDated && !take(*start)) {
        m_needed.wrong("start", m_start->value, FieldReader::aDate);
    }
}

ReadEvent readEvent(QByteArrayView bytes, EventList list) {
    const JsonText text(bytes);
    return EventReader(text, nullptr, list).read(text.valueAt(0));
}

QByteArrayList writtenDates(QByteArrayView bytes) {
    const JsonText text(bytes);
    const FieldReader fields(text, nullptr);
    const JsonValue event = text.valueAt(0);
    QByteArrayList written;
    if (event.type != JsonType::Object) {
        return written;
    }
    std::uint32_t seen = 0;
    JsonObjectCursor members(text, event);
    while (const auto member = members.next()) {
        const EventField field = eventField(text.utf8(member->key));
        if (kindOf(field) != FieldKind::Date || (seen & bit(field)) != 0) {
            continue;
        }
        seen |= bit(field);
        if (!fields.isAbsent(member->value)) {
            written += text.raw({member->key.begin, member->value.range.end}).toByteArray();
        }
    }
    return written;
}

} // namespace timeline
