// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_reader.h"

#include "document/format/event_words.h"

using namespace Qt::StringLiterals;

namespace timeline {

/// Calls readPart for the first of each known key, and gives which of them there are.
template <typename ReadPart>
std::uint32_t EventReader::readParts(EventField list, JsonValue object, ReadPart readPart) {
    std::uint32_t seen = 0;
    JsonObjectCursor members(m_fields.text(), object);
    while (const auto member = members.next()) {
        const PartField part = partField(list, m_fields.text().utf8(member->key));
        if (part == PartField::Unknown || (seen & bit(part)) != 0) {
            continue;
        }
        seen |= bit(part);
        if (isRequired(list, part) || !m_fields.isAbsent(member->value)) {
            readPart(part, m_fields.text().string(member->key), member->value);
        }
    }
    return seen;
}

void EventReader::readMeasure(JsonValue object) {
    Measure measure;
    std::optional<QString> name;
    std::optional<double> value;
    JsonValue maxValue;
    const auto readPart = [&](PartField part, const QString &key, JsonValue json) {
        switch (part) {
        case PartField::Name:
            name = m_fields.string(key, json);
            break;
        case PartField::Value:
            value = m_fields.number(key, json);
            break;
        case PartField::Max:
            measure.max = m_fields.number(key, json);
            maxValue = json;
            break;
        case PartField::Unit:
            measure.unit = m_fields.string(key, json).value_or(QString());
            break;
        default:
            measure.approximate = m_fields.boolean(key, json).value_or(false);
        }
    };
    const std::uint32_t seen = readParts(EventField::Measures, object, readPart);
    if ((seen & bit(PartField::Name)) == 0) {
        m_fields.missing(QT_TR_NOOP("this measure"), u"name"_s, object, QT_TR_NOOP("a string"));
    }
    if ((seen & bit(PartField::Value)) == 0) {
        m_fields.missing(QT_TR_NOOP("this measure"), u"value"_s, object, QT_TR_NOOP("a number"));
    }
    if (!name || !value) {
        return;
    }
    measure.name = *name;
    measure.value = *value;
    if (measure.max && *measure.max < measure.value) {
        m_fields.report(FindingCode::MaxBelowValue, maxValue.range.begin,
                        {u"max"_s, m_fields.shown(maxValue), QString::number(measure.value)});
        measure.max.reset();
    }
    m_event.details.measures.push_back(measure);
}

void EventReader::readLink(JsonValue object) {
    Link link;
    qint64 at = -1;
    const auto readPart = [&](PartField part, const QString &key, JsonValue json) {
        if (part == PartField::To) {
            link.to = m_fields.id(key, json).value_or(QString());
            at = json.range.begin;
            return;
        }
        const auto kind =
            json.type == JsonType::String ? linkKindFromWord(m_fields.text().utf8(json.range)) : std::nullopt;
        if (!kind) {
            m_fields.wrong(key, json, QT_TR_NOOP("one of leads-to, part-of, contradicts, related"));
        }
        link.kind = kind.value_or(LinkKind::Related);
    };
    if ((readParts(EventField::Links, object, readPart) & bit(PartField::To)) == 0) {
        m_fields.missing(QT_TR_NOOP("this link"), u"to"_s, object, QT_TR_NOOP("an event's id"));
    }
    if (!link.to.isEmpty()) {
        m_event.details.links.push_back(link);
        m_event.linksAt.push_back(at);
    }
}

void EventReader::readMedia(JsonValue object) {
    Media media;
    const auto readPart = [&](PartField part, const QString &key, JsonValue json) {
        switch (part) {
        case PartField::Url:
            media.url = m_fields.url(key, json).value_or(QString());
            break;
        case PartField::Caption:
            media.caption = m_fields.string(key, json).value_or(QString());
            break;
        case PartField::Credit:
            media.credit = m_fields.string(key, json).value_or(QString());
            break;
        default:
            media.alt = m_fields.string(key, json).value_or(QString());
        }
    };
    if ((readParts(EventField::Media, object, readPart) & bit(PartField::Url)) == 0) {
        m_fields.missing(QT_TR_NOOP("this media"), u"url"_s, object, QT_TR_NOOP("an address"));
    }
    if (!media.url.isEmpty()) {
        m_event.details.media.push_back(media);
    }
}

/// A source that is not only named.
void EventReader::readInlineSource(JsonValue object) {
    Source source;
    const auto readPart = [&](PartField part, const QString &key, JsonValue json) {
        switch (part) {
        case PartField::Id:
            source.id = m_fields.id(key, json).value_or(QString());
            break;
        case PartField::Title:
            source.title = m_fields.title(key, json).value_or(QString());
            break;
        case PartField::Publisher:
            source.publisher = m_fields.string(key, json).value_or(QString());
            break;
        case PartField::Date: {
            Span span;
            source.date = m_fields.date(key, json, span).value_or(QString());
            break;
        }
        default:
            source.url = m_fields.url(key, json).value_or(QString());
        }
    };
    readParts(EventField::Sources, object, readPart);
    const QString name = !source.id.isEmpty()      ? source.id
                         : !source.title.isEmpty() ? source.title
                                                   : source.url;
    if (name.isEmpty()) {
        m_fields.missing(QT_TR_NOOP("this source"), u"title"_s, object, FieldReader::aTitle);
        return;
    }
    QStringList &names = m_event.details.sources;
    m_event.details.inlineSources.push_back({names.size(), source});
    names.append(name);
    m_event.sourcesAt.push_back(-1);
}

} // namespace timeline
