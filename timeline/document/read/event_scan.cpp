// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/event_scan.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/text_check.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "document/store/event_ids.h"
#include "time/edtf.h"

#include <algorithm>
#include <limits>
#include <utility>

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
    m_doubted = 0;
    m_field = EventField::Unknown;
    m_level = 0;
    m_doubtful = false;
    m_repeatsKey = false;
    m_idHash = 0;
    m_valuesBefore = m_batch.doubtfulValues.size();
    m_linksBefore = m_batch.links.size();
    m_sourcesBefore = m_batch.sources.size();
    m_keys.clear();
    m_keyStarts.assign(1, 0);
}

void EventScan::end(qint64 offset) {
    m_row.length = offset - m_row.offset;
    if (has(EventField::Start) || has(EventField::End)) {
        readStartAndEnd();
    } else {
        m_doubtful |= !has(EventField::Date);
    }
    m_doubtful |= m_row.length > std::numeric_limits<std::uint32_t>::max();
    const auto row = static_cast<std::uint32_t>(m_batch.columns.size());
    auto &values = m_batch.doubtfulValues;
    if (m_doubtful) {
        m_batch.doubtful.push_back(row);
        values.resize(m_valuesBefore);
        m_row.idOffset = 0;
    } else if ((m_seen & bit(EventField::Title)) == 0) { // told first, as of the event
        values.insert(values.begin() + static_cast<std::ptrdiff_t>(m_valuesBefore),
                      {row, EventField::Title, -1});
    }
    if (m_doubtful || (m_doubted & bit(EventField::Links)) != 0) {
        m_batch.links.resize(m_linksBefore);
    }
    if (m_doubtful || (m_doubted & bit(EventField::Sources)) != 0) {
        m_batch.sources.resize(m_sourcesBefore);
    }
    m_batch.columns.append(m_row);
    m_batch.idHashes.push_back(m_idHash);
}

/// A value that is wrong costs only itself, unless it is one of several that say when the event is.
void EventScan::doubt() {
    if (!isDoubted()) {
        m_batch.doubtfulValues.push_back(
            {static_cast<std::uint32_t>(m_batch.columns.size()), m_field, m_keyAt});
    }
    m_doubted |= bit(m_field);
    m_doubtful |= m_field == EventField::Start || m_field == EventField::End;
}

void EventScan::key(std::string_view raw, bool plain, qint64 at) {
    if (!plain) {
        m_doubtful = true;
    }
    if (m_level == 0) {
        m_field = eventField(raw);
        m_keyAt = at;
        if (m_field == EventField::Unknown) {
            noteUnknownKey(raw);
        } else if ((m_seen & bit(m_field)) != 0) {
            noteRepeatedKey();
            m_field = EventField::Unknown;
        }
        m_seen |= bit(m_field);
    } else if (m_level == 2 && hasParts(m_field)) {
        m_part = &partField(m_field, raw);
        if (!m_part->isKnown()) {
            noteUnknownKey(raw);
        } else if ((m_partSeen & m_part->bit) != 0) {
            noteRepeatedKey();
            m_part = &unknownPart;
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
        noteRepeatedKey();
    } else {
        m_keys.push_back(hash);
    }
}

/// The first counts; the others are passed over and, when all is read, looked for with care.
void EventScan::noteRepeatedKey() {
    if (!std::exchange(m_repeatsKey, true)) {
        m_batch.doubtfulValues.push_back(
            {static_cast<std::uint32_t>(m_batch.columns.size()), EventField::Unknown, m_row.offset});
    }
}

void EventScan::string(std::string_view raw, bool plain, qint64 at) {
    if (m_field == EventField::Unknown || isDoubted()) {
        return;
    }
    std::string_view text = raw;
    if (!plain && !isTakenAsItIs()) {
        m_decoded = decodeJsonString(raw);
        text = m_decoded;
    }
    if ((isName() && !isPlainlySeen(text, TextUse::Name)) || (isLine() && findHiddenCharacter(text))) {
        doubt();
    }
    if (m_level == 0) {
        fieldString(text, at);
    } else if (m_level == 1) {
        elementString(text, at);
    } else if (m_level == 2 && hasParts(m_field)) {
        partString(text, at);
    }
}

/// Nothing can be wrong with a text, so what its escapes mean need not be known.
bool EventScan::isTakenAsItIs() const {
    const FieldKind kind = kindOf(m_field);
    return m_level == 0 && kind == FieldKind::Markdown;
}

/// Whether a text is compared with those of other events.
bool EventScan::isName() const {
    const FieldKind kind = kindOf(m_field);
    return m_level == 0 ? kind == FieldKind::Id || kind == FieldKind::Name || kind == FieldKind::Text
                        : m_level == 1 && kind == FieldKind::Words;
}

/// Whether a text is one line of another kind, of which all has to be seen.
bool EventScan::isLine() const {
    const FieldKind kind = kindOf(m_field);
    switch (m_level) {
    case 0:
        return kind == FieldKind::Place;
    case 1:
        return kind == FieldKind::Ids;
    default:
        return m_level == 2 && hasParts(m_field) &&
               (m_part->kind == ValueKind::Id || m_part->kind == ValueKind::EventId ||
                m_part->kind == ValueKind::Text);
    }
}

void EventScan::fieldString(std::string_view text, qint64 at) {
    if (text.empty() && m_field != EventField::Title) {
        m_absent |= bit(m_field);
        return;
    }
    switch (kindOf(m_field)) {
    case FieldKind::Title:
        if (isBlankText(text) || !isPlainlySeen(text, TextUse::Title)) {
            doubt();
        }
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
            doubt();
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
        doubt();
    }
}

/// An element of a list: a number says what is written.
void EventScan::elementString(std::string_view text, qint64 at) {
    const FieldKind kind = kindOf(m_field);
    if (kind == FieldKind::Ids) {
        if (text.empty()) {
            doubt();
        } else if (!m_declared.contains(text)) {
            m_batch.sources.push_back({static_cast<std::uint32_t>(m_batch.columns.size()), {}, at});
        }
    } else if (kind != FieldKind::Words) {
        doubt();
    }
}

void EventScan::partString(std::string_view text, qint64 at) {
    if (text.empty() && !(m_part->isRequired && m_part->kind == ValueKind::Text)) {
        m_partAbsent |= m_part->bit;
        if (m_part->isRequired) {
            doubt();
        }
        return;
    }
    bool isFine = true;
    switch (m_part->kind) {
    case ValueKind::EventId:
        m_link.at = at;
        break;
    case ValueKind::LinkKind: {
        const auto kind = linkKindFromWord(text);
        m_link.kind = kind.value_or(m_link.kind);
        isFine = kind.has_value();
        break;
    }
    case ValueKind::Address:
        isFine = !refusedScheme(text);
        break;
    case ValueKind::Title:
        isFine = !isBlankText(text) && isPlainlySeen(text, TextUse::Title);
        break;
    case ValueKind::Date:
        isFine = std::holds_alternative<ParsedDate>(parseDate(text));
        break;
    case ValueKind::Id:
    case ValueKind::Parent:
    case ValueKind::Text:
    case ValueKind::Markdown:
        break;
    default:
        isFine = false;
    }
    if (!isFine) {
        doubt();
    }
}

void EventScan::number(std::string_view raw, qint64 at) {
    if (m_field == EventField::Unknown || isDoubted()) {
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
        return;
    }
    const auto importance = kind == FieldKind::Importance ? finiteNumber(raw) : std::nullopt;
    if (importance && *importance >= 0 && *importance <= 1) {
        m_row.importance = importanceByte(static_cast<float>(*importance));
    } else if (const auto year = kind == FieldKind::Date ? yearFromNumber(raw) : std::nullopt) {
        fieldString(*year, at);
    } else {
        doubt();
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
    m_numbers[m_part->place] = value.value_or(0);
    if (!value || m_part->kind != ValueKind::Number) {
        doubt();
    }
}

void EventScan::literal(JsonType type) {
    if (m_field == EventField::Unknown || m_level > 2 || (m_level == 2 && !m_part->isKnown())) {
        return;
    }
    const bool isNull = type == JsonType::Null;
    if (m_level == 0 && isNull && m_field != EventField::Title) {
        m_absent |= bit(m_field);
    } else if (m_level == 2 && isNull && !m_part->isRequired) {
        m_partAbsent |= m_part->bit;
    } else if (m_level != 2 || m_part->kind != ValueKind::Flag || isNull) {
        doubt();
    }
}

void EventScan::startObject() {
    if (m_field != EventField::Unknown) {
        if (m_level == 1 && hasParts(m_field)) {
            startPart();
        } else if (m_level < 2 || (m_level == 2 && m_part->isKnown())) {
            doubt();
        }
    }
    ++m_level;
    m_keyStarts.push_back(m_keys.size());
}

void EventScan::endObject() {
    m_keys.resize(m_keyStarts.back());
    m_keyStarts.pop_back();
    --m_level;
    if (m_level == 1 && hasParts(m_field) && !isDoubted()) {
        endPart();
    }
}

void EventScan::startArray() {
    const bool known = m_field != EventField::Unknown;
    if (known && m_level == 0 && !isStringList(m_field) && !isObjectList(m_field)) {
        // Says nothing as long as it is empty: an element makes it doubtful.
        m_field == EventField::Title ? doubt() : void(m_absent |= bit(m_field));
    } else if (known && (m_level == 1 || (m_level == 2 && m_part->isKnown()))) {
        doubt();
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
    bool isFine = true;
    if (m_field == EventField::Measures) {
        constexpr const PartField &value = partIn(measureParts, "value");
        constexpr const PartField &max = partIn(measureParts, "max");
        isFine =
            !lacks(neededOfMeasures) && (lacks(max.bit) || m_numbers[max.place] >= m_numbers[value.place]);
    } else if (m_field == EventField::Links) {
        isFine = !lacks(neededOfLinks);
        m_batch.links.push_back(m_link);
    } else if (m_field == EventField::Media) {
        isFine = !lacks(neededOfMedia);
    } else {
        isFine = (said & sourceNames) != 0;
    }
    if (!isFine) {
        doubt();
    }
}

} // namespace timeline
