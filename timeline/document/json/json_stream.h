// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/json_scan.h"

#include <QtGlobal>
#include <cstddef>

// RapidJSON counts string lengths in 32 bits unless told otherwise.
#define RAPIDJSON_NO_SIZETYPEDEFINE
namespace rapidjson {
using SizeType = std::size_t;
} // namespace rapidjson
// Its only assertions on input are about lengths that fit 32 bits.
#define RAPIDJSON_ASSERT(condition) static_cast<void>(0)
#include <rapidjson/reader.h>

namespace timeline {

/// A RapidJSON input stream over bytes that stay as they are. RapidJSON believes that it decodes in place,
/// while what it writes goes nowhere: handlers get strings and numbers as they stand in the file, validated,
/// without a copy, and their pointers tell the places. Needs no NUL at the end.
class JsonStream {
public:
    using Ch = char;

    JsonStream(const char *base, const char *begin, const char *end)
        : m_base(base), m_at(begin), m_end(end), m_limit(end) {}

    /// What stands at the beginning counts as an opening bracket, until passBracket(): so the parser can
    /// begin within an array.
    void beginWithBracket() { m_limit = m_at; }
    void passBracket() { m_limit = m_end; }
    void jumpTo(qint64 offset) { m_at = m_base + offset; }

    Ch Peek() const { return m_at != m_limit ? *m_at : m_at == m_end ? '\0' : '['; }
    Ch Take() { return *m_at++; }
    std::size_t Tell() const { return static_cast<std::size_t>(m_at - m_base); }

    /// Called where a string's text begins and where a number ended.
    Ch *PutBegin() {
        const char *begin = m_at;
        if (m_at != m_base && m_at[-1] == '"') {
            m_stringBegin = m_at - 1;
            m_plain = true;
            m_mayHoldSurrogate = false;
        }
        return const_cast<Ch *>(begin); // RapidJSON's signature; it never writes through it
    }
    std::size_t PutEnd(const Ch *begin) const { return static_cast<std::size_t>(m_at - begin); }
    /// Gets what an escape stands for, as UTF-8: that of a surrogate begins with this byte.
    void Put(Ch c) { m_mayHoldSurrogate |= c == '\xED'; }
    void Flush() {}

    void skipBlanks() { m_at = rapidjson::SkipWhitespace(m_at, m_end); }
    /// Within a string, on to its end or to what is not plainly fine.
    void skipPlain() {
        m_at = skipPlainText(m_at, m_end);
        while (const std::ptrdiff_t escape = plainEscapeLength(m_at, m_end)) {
            m_plain = false;
            m_at = skipPlainText(m_at + escape, m_end);
        }
        m_plain = m_plain && Peek() == '"';
    }

    /// Whether the last string holds no escapes, and where its opening quote is.
    bool isPlain() const { return m_plain; }
    std::size_t stringBegin() const { return static_cast<std::size_t>(m_stringBegin - m_base); }
    /// Whether an escape in it may be half of a surrogate pair. A first half alone the parser refuses.
    bool mayHoldSurrogate() const { return m_mayHoldSurrogate; }

private:
    const char *m_base;
    const char *m_at;
    const char *m_end;
    const char *m_limit; ///< the end, or where there is a virtual bracket
    const char *m_stringBegin = m_base;
    bool m_plain = true;
    bool m_mayHoldSurrogate = false;
};

} // namespace timeline

namespace rapidjson {
template <>
inline void SkipWhitespace(timeline::JsonStream &stream) {
    stream.skipBlanks();
}
/// Called before each character of a string that is looked at.
template <>
template <>
inline void GenericReader<UTF8<>, UTF8<>>::ScanCopyUnescapedString(timeline::JsonStream &stream,
                                                                   timeline::JsonStream & /*same*/) {
    stream.skipPlain();
}
} // namespace rapidjson
