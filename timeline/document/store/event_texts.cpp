// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_texts.h"

#include "document/json/json_value.h"

#include <cstring>

namespace timeline {

namespace {

EventField fieldOf(QByteArrayView key) {
    const std::string_view raw(key.data(), static_cast<std::size_t>(key.size()));
    return key.contains('\\') ? eventField(decodeJsonString(raw)) : eventField(raw);
}

/// Of the characters that a JSON number may have each begins or goes on with one.
bool isInNumber(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

} // namespace

EventTexts::EventTexts(QByteArrayView event, std::uint32_t fields)
    : m_at(event.data() + 1), m_end(event.data() + event.size()), m_wanted(fields) {}

void EventTexts::skipBlanks() {
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r')) {
        ++m_at;
    }
}

void EventTexts::skipSeparator() {
    skipBlanks();
    if (m_at < m_end && (*m_at == ',' || *m_at == ':')) {
        ++m_at;
        skipBlanks();
    }
}

QByteArrayView EventTexts::takeString() {
    const char *begin = m_at++;
    // The quote that ends it is the first with an even number of backslashes before it. Looking for quotes
    // alone goes faster than stepping from escape to escape.
    while (const void *quote = std::memchr(m_at, '"', static_cast<std::size_t>(m_end - m_at))) {
        const char *end = static_cast<const char *>(quote);
        m_at = end + 1;
        const char *first = end;
        while (first[-1] == '\\') {
            --first;
        }
        if ((end - first) % 2 == 0) {
            return {begin, m_at - begin};
        }
    }
    m_at = m_end;
    return {begin, m_at - begin};
}

void EventTexts::skipValue() {
    qint64 depth = 0;
    while (m_at < m_end) {
        const char c = *m_at;
        if (c == '"') {
            takeString();
        } else if (c == '{' || c == '[') {
            ++depth;
            ++m_at;
        } else if (c == '}' || c == ']') {
            if (depth == 0) {
                return; // of the event: a number or a literal has ended
            }
            --depth;
            ++m_at;
        } else if (depth == 0 && c == ',') {
            return;
        } else {
            ++m_at;
            continue;
        }
        if (depth == 0) {
            return;
        }
    }
}

QByteArrayView EventTexts::takeNumber() {
    const char *begin = m_at;
    while (m_at < m_end && isInNumber(*m_at)) {
        ++m_at;
    }
    return {begin, m_at - begin};
}

/// Of an object; passes over that.
std::optional<QByteArrayView> EventTexts::takeTitle() {
    const char *begin = m_at;
    skipValue();
    const JsonText text(QByteArrayView(begin, m_at));
    const auto title = findMember(text, text.valueAt(0), "title");
    return title && title->value.type == JsonType::String
               ? std::optional(text.raw(title->value.range).sliced(1).chopped(1))
               : std::nullopt;
}

/// Of an object among the sources; passes over that.
void EventTexts::takeNames() {
    const char *begin = m_at;
    skipValue();
    const JsonText text(QByteArrayView(begin, m_at));
    for (const char *key : {"url", "title", "id"}) {
        const auto member = findMember(text, text.valueAt(0), key);
        if (member && member->value.type == JsonType::String) {
            m_names.at(m_nameCount++) = text.raw(member->value.range).sliced(1).chopped(1);
        } else if (member && member->value.type == JsonType::Number && key == std::string_view("id")) {
            m_names.at(m_nameCount++) = text.raw(member->value.range);
        }
    }
}

std::optional<QByteArrayView> EventTexts::next() {
    while (m_at < m_end || m_nameCount > 0) {
        if (m_nameCount > 0) {
            return m_names.at(--m_nameCount);
        }
        skipSeparator();
        if (m_isInList) {
            if (m_at < m_end && *m_at == '"') {
                return takeString().sliced(1).chopped(1);
            }
            if (m_at < m_end && isInNumber(*m_at)) {
                return takeNumber();
            }
            if (m_isInSources && m_at < m_end && *m_at == '{') {
                takeNames();
                continue;
            }
            m_isInList = m_at < m_end && *m_at != ']';
            m_isInList ? skipValue() : static_cast<void>(++m_at);
            continue;
        }
        if (m_at >= m_end || *m_at != '"') {
            break; // the event's end
        }
        const EventField field = fieldOf(takeString().sliced(1).chopped(1));
        skipSeparator();
        const bool isFirst = (m_seen & bit(field)) == 0;
        m_seen |= bit(field);
        const bool isWanted = isFirst && (m_wanted & bit(field)) != 0 && m_at < m_end;
        if (isWanted && *m_at == '"' && !isStringList(field)) {
            return takeString().sliced(1).chopped(1);
        }
        const FieldKind kind = kindOf(field);
        if (isWanted && isInNumber(*m_at) && (kind == FieldKind::Id || kind == FieldKind::Name)) {
            return takeNumber();
        }
        if (isWanted && *m_at == '{' && kind == FieldKind::Place) {
            if (const auto title = takeTitle()) {
                return title;
            }
        } else if (isWanted && *m_at == '[' && isStringList(field)) {
            ++m_at;
            m_isInList = true;
            m_isInSources = field == EventField::Sources;
        } else {
            skipValue();
        }
        // Nothing that is wanted comes any more.
        if (!m_isInList && (m_wanted & ~m_seen) == 0) {
            break;
        }
    }
    m_at = m_end;
    return std::nullopt;
}

} // namespace timeline
