// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/event_scan.h"

#include "document/bytes/text_check.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "document/store/event_ids.h"
#include "time/edtf.h"

#include <algorithm>
#include <limits>

namespace timeline {

namespace {

/// What a source that stands in an event can be called by.
constexpr std::uint32_t sourceNames =
    partIn(sourceParts, "id").bit | partIn(sourceParts, "title").bit | partIn(sourceParts, "url").bit;
constexpr std::uint32_t neededOfMeasures = requiredOf(measureParts);
constexpr std::uint32_t neededOfLinks = requiredOf(linkParts);
constexpr std::uint32_t neededOfMedia = requiredOf(mediaParts);

} // namespace

void EventScan::begin(qint64 offset) {
    m_row = {};
    m_row.offset = offset;
    m_seen = 0;
    m_absent = 0;
    m_field = EventField::Unknown;
    m_level = 0;
    m_doubtful = false;
    m_idHash = 0;
    m_ownStatusAt = -1;
    m_linksBefore = m_batch.links.size();
    m_sourcesBefore = m_batch.sources.size();
    m_keys.clear();
    m_keyStarts.assign(1, 0);
}

void EventScan::end(qint64 offset) {
    m_row.length = offset - m_row.offset;
    if (has(EventField::Start) || has(EventField::End)) {
        readStartAndEnd();
    } else if (!has(EventField::Date)) {
        m_doubtful = true;
    }
    if (!has(EventField::Title) || m_row.length > std::numeric_limits<std::uint32_t>::max()) {
        m_doubtful = true;
    }
    if (m_ownStatusAt >= 0 && !m_doubtful) {
        m_batch.findings.add({FindingCode::OwnStatus,
                              m_ownStatusAt,
                              {quoted(stringFromUtf8(m_ownStatus))},
                              static_cast<EventIndex>(m_batch.columns.size())});
    }
    if (m_doubtful) {
        m_batch.doubtful.push_back(static_cast<std::uint32_t>(m_batch.columns.size()));
        m_batch.links.resize(m_linksBefore);
        m_batch.sources.resize(m_sourcesBefore);
        m_row.idOffset = 0;
    }
    m_batch.columns.append(m_row);
    m_batch.idHashes.push_back(m_idHash);
}

void EventScan::skip(ByteRange range) {
    begin(range.begin);
    m_doubtful = true;
    end(range.end);
}

void EventScan::key(std::string_view raw, bool plain) {
    if (!plain) {
        m_doubtful = true;
    }
    if (m_level == 0) {
        m_field = eventField(raw);
        if (m_field == EventField::Unknown) {
            noteUnknownKey(raw);
        } else if ((m_seen & bit(m_field)) != 0) {
            m_doubtful = true;
        }
        m_seen |= bit(m_field);
    } else if (m_level == 2 && hasParts(m_field)) {
        m_part = &partField(m_field, raw);
        if (!m_part->isKnown()) {
            noteUnknownKey(raw);
        } else if ((m_partSeen & m_part->bit) != 0) {
            m_doubtful = true;
        }
        m_partSeen |= m_part->bit;
    } else {
        noteUnknownKey(raw);
    }
}

void EventScan::noteUnknownKey(std::string_view raw) {
    constexpr std::ptrdiff_t mostCompared = 64;
    const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(m_keyStarts.back());
    const std::size_t hash = NameHash{}(raw);
    if (m_keys.end() - first >= mostCompared || std::find(first, m_keys.end(), hash) != m_keys.end()) {
        m_doubtful = true;
    } else {
        m_keys.push_back(hash);
    }
}

void EventScan::string(std::string_view raw, bool plain, qint64 at) {
    if (m_doubtful || (m_level == 0 && m_field == EventField::Unknown)) {
        return;
    }
    std::string_view text = raw;
    if (!plain) {
        m_decoded = decodeJsonString(raw);
        text = m_decoded;
    }
    if (m_level == 0) {
        fieldString(text, at);
    } else if (m_level == 1) {
        elementString(text, at);
    } else if (m_level == 2 && hasParts(m_field)) {
        partString(text, at);
    }
}

void EventScan::fieldString(std::string_view text, qint64 at) {
    if (text.empty()) {
        m_absent |= bit(m_field);
        return;
    }
    switch (kindOf(m_field)) {
    case FieldKind::Title:
        m_doubtful |= isBlankText(text) || findHiddenCharacter(text).has_value();
        break;
    case FieldKind::Date:
        if (m_field == EventField::Date) {
            readDate(text);
        } else {
            (m_field == EventField::Start ? m_start : m_end) = text;
        }
        break;
    case FieldKind::Name:
        m_row.category = static_cast<CategoryIndex>(m_batch.categories.add(text));
        break;
    case FieldKind::Status:
        if (const auto status = statusFromWord(text)) {
            m_row.status = *status;
        } else {
            m_row.status = Status::Own;
            m_ownStatus = text;
            m_ownStatusAt = at;
            m_doubtful |= isBlankText(text) || findHiddenCharacter(text).has_value();
        }
        break;
    case FieldKind::Id:
        m_row.setId(at - m_row.offset);
        m_idHash = idHash(text);
        break;
    case FieldKind::Text:
    case FieldKind::Markdown:
    case FieldKind::Place:
        break;
    default:
        m_doubtful = true;
    }
}

/// An element of a list: a number says what is written.
void EventScan::elementString(std::string_view text, qint64 at) {
    if (kindOf(m_field) == FieldKind::Ids) {
        m_doubtful |= text.empty();
        if (!m_declared.contains(text)) {
            m_batch.sources.push_back({static_cast<std::uint32_t>(m_batch.columns.size()), {}, at});
        }
    } else if (isObjectList(m_field)) {
        m_doubtful = true;
    }
}

void EventScan::partString(std::string_view text, qint64 at) {
    if (text.empty() && !(m_part->isRequired && m_part->kind == ValueKind::Text)) {
        m_partAbsent |= m_part->bit;
        m_doubtful |= m_part->isRequired;
        return;
    }
    switch (m_part->kind) {
    case ValueKind::EventId:
        m_link.at = at;
        break;
    case ValueKind::LinkKind:
        if (const auto kind = linkKindFromWord(text)) {
            m_link.kind = *kind;
        } else {
            m_doubtful = true;
        }
        break;
    case ValueKind::Address:
        m_doubtful |= refusedScheme(text).has_value();
        break;
    case ValueKind::Title:
        m_doubtful |= isBlankText(text) || findHiddenCharacter(text).has_value();
        break;
    case ValueKind::Date:
        m_doubtful |= !std::holds_alternative<ParsedDate>(parseDate(text));
        break;
    case ValueKind::Id:
    case ValueKind::Parent:
    case ValueKind::Text:
    case ValueKind::Markdown:
        break;
    default:
        m_doubtful = true;
    }
}

void EventScan::number(std::string_view raw, qint64 at) {
    if (m_doubtful || m_field == EventField::Unknown) {
        return;
    }
    if (m_level == 0) {
        fieldNumber(raw, at);
    } else if (m_level == 1) {
        elementString(raw, at);
    } else if (m_level == 2 && hasParts(m_field) && m_part->isKnown()) {
        partNumber(raw, at);
    }
}

void EventScan::fieldNumber(std::string_view raw, qint64 at) {
    const FieldKind kind = kindOf(m_field);
    if (kind == FieldKind::Id || kind == FieldKind::Name) {
        fieldString(raw, at);
    } else if (kind == FieldKind::Importance) {
        const auto value = finiteNumber(raw);
        const bool isFine = value && *value >= 0 && *value <= 1;
        m_doubtful |= !isFine;
        m_row.importance = isFine ? importanceByte(static_cast<float>(*value)) : m_row.importance;
    } else if (const auto year = kind == FieldKind::Date ? yearFromNumber(raw) : std::nullopt) {
        fieldString(*year, at);
    } else {
        m_doubtful = true;
    }
}

void EventScan::partNumber(std::string_view raw, qint64 at) {
    if (m_part->kind == ValueKind::EventId || m_part->kind == ValueKind::Id) {
        partString(raw, at);
        return;
    }
    if (m_part->kind == ValueKind::Date && yearFromNumber(raw)) {
        return;
    }
    const auto value = finiteNumber(raw);
    m_doubtful |= !value || m_part->kind != ValueKind::Number;
    m_numbers[m_part->place] = value.value_or(0);
}

void EventScan::literal(JsonType type) {
    if (m_field == EventField::Unknown || m_level > 2 || (m_level == 2 && !m_part->isKnown())) {
        return;
    }
    if (m_level == 0 && type == JsonType::Null) {
        m_absent |= bit(m_field);
    } else if (m_level == 2 && type == JsonType::Null && !m_part->isRequired) {
        m_partAbsent |= m_part->bit;
    } else {
        m_doubtful |= m_level != 2 || m_part->kind != ValueKind::Flag || type == JsonType::Null;
    }
}

void EventScan::startObject() {
    if (m_field != EventField::Unknown) {
        if (m_level == 1 && hasParts(m_field)) {
            startPart();
        } else if (m_level < 2 || (m_level == 2 && m_part->isKnown())) {
            m_doubtful = true;
        }
    }
    ++m_level;
    m_keyStarts.push_back(m_keys.size());
}

void EventScan::endObject() {
    m_keys.resize(m_keyStarts.back());
    m_keyStarts.pop_back();
    --m_level;
    if (m_level == 1 && hasParts(m_field)) {
        endPart();
    }
}

void EventScan::startArray() {
    const bool known = m_field != EventField::Unknown;
    if (known && m_level == 0) {
        m_doubtful |= !isStringList(m_field) && !isObjectList(m_field);
    } else if (known && (m_level == 1 || (m_level == 2 && m_part->isKnown()))) {
        m_doubtful = true;
    }
    ++m_level;
}

void EventScan::startPart() {
    m_part = &unknownPart;
    m_partSeen = 0;
    m_partAbsent = 0;
    m_link = {static_cast<std::uint32_t>(m_batch.columns.size()), LinkKind::Related, 0};
}

void EventScan::endPart() {
    const std::uint32_t said = m_partSeen & ~m_partAbsent;
    const auto lacks = [said](std::uint32_t required) { return (said & required) != required; };
    if (m_field == EventField::Measures) {
        constexpr const PartField &value = partIn(measureParts, "value");
        constexpr const PartField &max = partIn(measureParts, "max");
        m_doubtful |=
            lacks(neededOfMeasures) || (!lacks(max.bit) && m_numbers[max.place] < m_numbers[value.place]);
    } else if (m_field == EventField::Links) {
        m_doubtful |= lacks(neededOfLinks);
        m_batch.links.push_back(m_link);
    } else if (m_field == EventField::Media) {
        m_doubtful |= lacks(neededOfMedia);
    } else {
        m_doubtful |= (said & sourceNames) == 0;
    }
}

void EventScan::readDate(std::string_view text) {
    const auto parsed = parseDate(text);
    if (const auto *date = std::get_if<ParsedDate>(&parsed)) {
        m_row.span = date->span;
    } else {
        m_doubtful = true;
    }
}

void EventScan::readStartAndEnd() {
    if (has(EventField::Date) || !has(EventField::Start)) {
        m_doubtful = true;
        return;
    }
    if (has(EventField::End)) {
        m_start += '/';
        m_start += m_end;
    }
    readDate(m_start);
    m_doubtful |=
        !has(EventField::End) && (m_row.span.flags & (DateFlags(DateFlag::Interval) | DateFlag::Set));
}

} // namespace timeline
