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
        m_part = partField(m_field, raw);
        if (m_part == PartField::Unknown) {
            noteUnknownKey(raw);
        } else if ((m_partSeen & bit(m_part)) != 0) {
            m_doubtful = true;
        }
        m_partSeen |= bit(m_part);
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
    if (text.empty() && m_part != PartField::Name) {
        m_partAbsent |= bit(m_part);
        m_doubtful |= isRequired(m_field, m_part);
        return;
    }
    switch (m_part) {
    case PartField::To:
        m_link.at = at;
        break;
    case PartField::Kind:
        if (const auto kind = linkKindFromWord(text)) {
            m_link.kind = *kind;
        } else {
            m_doubtful = true;
        }
        break;
    case PartField::Url:
        m_doubtful |= refusedScheme(text).has_value();
        break;
    case PartField::Title:
        m_doubtful |= isBlankText(text) || findHiddenCharacter(text).has_value();
        break;
    case PartField::Date:
        m_doubtful |= !std::holds_alternative<ParsedDate>(parseDate(text));
        break;
    case PartField::Value:
    case PartField::Max:
    case PartField::Approximate:
        m_doubtful = true;
        break;
    default:
        break;
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
    } else if (m_level == 2 && hasParts(m_field) && m_part != PartField::Unknown) {
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
    if (m_part == PartField::To || m_part == PartField::Id) {
        partString(raw, at);
        return;
    }
    if (m_part == PartField::Date && yearFromNumber(raw)) {
        return;
    }
    const auto value = finiteNumber(raw);
    m_doubtful |= !value || (m_part != PartField::Value && m_part != PartField::Max);
    (m_part == PartField::Value ? m_value : m_max) = value.value_or(0);
}

void EventScan::literal(JsonType type) {
    if (m_field == EventField::Unknown || m_level > 2 || (m_level == 2 && m_part == PartField::Unknown)) {
        return;
    }
    if (m_level == 0 && type == JsonType::Null) {
        m_absent |= bit(m_field);
    } else if (m_level == 2 && type == JsonType::Null && !isRequired(m_field, m_part)) {
        m_partAbsent |= bit(m_part);
    } else {
        m_doubtful |= m_level != 2 || m_part != PartField::Approximate || type == JsonType::Null;
    }
}

void EventScan::startObject() {
    if (m_field != EventField::Unknown) {
        if (m_level == 1 && hasParts(m_field)) {
            startPart();
        } else if (m_level < 2 || (m_level == 2 && m_part != PartField::Unknown)) {
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
    } else if (known && (m_level == 1 || (m_level == 2 && m_part != PartField::Unknown))) {
        m_doubtful = true;
    }
    ++m_level;
}

void EventScan::startPart() {
    m_part = PartField::Unknown;
    m_partSeen = 0;
    m_partAbsent = 0;
    m_link = {static_cast<std::uint32_t>(m_batch.columns.size()), LinkKind::Related, 0};
}

void EventScan::endPart() {
    const auto has = [this](PartField field) { return (m_partSeen & ~m_partAbsent & bit(field)) != 0; };
    if (m_field == EventField::Measures) {
        m_doubtful |=
            !has(PartField::Name) || !has(PartField::Value) || (has(PartField::Max) && m_max < m_value);
    } else if (m_field == EventField::Links) {
        m_doubtful |= !has(PartField::To);
        m_batch.links.push_back(m_link);
    } else if (m_field == EventField::Media) {
        m_doubtful |= !has(PartField::Url);
    } else {
        m_doubtful |= !has(PartField::Id) && !has(PartField::Title) && !has(PartField::Url);
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
