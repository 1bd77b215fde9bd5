// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timeline {

/// Bytes of a file: from its start, `end` not included.
struct ByteRange {
    qint64 begin = 0;
    qint64 end = 0;
    qint64 size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    bool contains(qint64 offset) const { return begin <= offset && offset < end; }
    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

enum class JsonType : std::uint8_t { Object, Array, String, Number, True, False, Null };

/// A value and where it stands; strings with their quotes.
struct JsonValue {
    JsonType type = JsonType::Null;
    ByteRange range;

    /// Whether it can be an id: a string, or a number as it is written.
    bool isName() const { return type == JsonType::String || type == JsonType::Number; }
};

struct JsonMember {
    ByteRange key; ///< with its quotes
    JsonValue value;
};

/// Text that a strict parser found to be JSON (RFC 8259), read again piece by piece. It keeps no tree: values
/// are places, and decoded when asked. All offsets count from the start of the bytes. Nothing recurses.
class JsonText {
public:
    /// `known` is a value whose end is known already and need not be searched: the big array of events.
    explicit JsonText(QByteArrayView bytes, ByteRange known = {}) : m_bytes(bytes), m_known(known) {}

    QByteArrayView bytes() const { return m_bytes; }
    ByteRange known() const { return m_known; }
    /// The value that begins at `offset` or after blanks there.
    JsonValue valueAt(qint64 offset) const;
    JsonValue root() const; ///< of a whole text, after a BOM where there is one
    QByteArrayView raw(ByteRange range) const { return m_bytes.sliced(range.begin, range.size()); }

    /// A string decoded, a number as it is written. Half of a surrogate pair becomes U+FFFD.
    QString string(ByteRange range) const;
    std::string utf8(ByteRange range) const;
    /// The same as it stands in the text, where it has no escapes; else in `buffer`.
    std::string_view utf8(ByteRange range, std::string &buffer) const;
    /// Where the byte `index` of utf8(range) comes from.
    qint64 offsetOf(ByteRange range, qint64 index) const;

    qint64 skipBlanks(qint64 offset) const;
    qint64 endOfString(qint64 offset) const;

private:
    qint64 endOfValue(qint64 offset) const;
    /// A string without its quotes; nothing of one that has no end, as where a file was cut off.
    QByteArrayView inside(ByteRange range) const {
        const QByteArrayView whole = raw(range);
        return !whole.startsWith('"') ? whole
               : whole.size() < 2     ? QByteArrayView()
                                      : whole.sliced(1).chopped(1);
    }
    friend bool hasKey(const JsonText &text, const JsonMember &member, std::string_view key);

    QByteArrayView m_bytes;
    ByteRange m_known;
};

/// The members of an object, in their order.
class JsonObjectCursor {
public:
    JsonObjectCursor(const JsonText &text, JsonValue object) : m_text(text), m_at(object.range.begin + 1) {}
    std::optional<JsonMember> next();

private:
    JsonText m_text;
    qint64 m_at;
};

/// The elements of an array.
class JsonArrayCursor {
public:
    JsonArrayCursor(const JsonText &text, JsonValue array) : m_text(text), m_at(array.range.begin + 1) {}
    std::optional<JsonValue> next();

private:
    JsonText m_text;
    qint64 m_at;
};

/// All members of an object, for who looks at them more than once.
std::vector<JsonMember> membersOf(const JsonText &text, JsonValue object);
/// Whether this is the key of a member, however it is written.
bool hasKey(const JsonText &text, const JsonMember &member, std::string_view key);
/// The first member with this key.
std::optional<JsonMember> findMember(const JsonText &text, JsonValue object, std::string_view key);

/// Like QString::fromUtf8(), which leaves out a byte order mark at the beginning. In a text it is a
/// character.
QString stringFromUtf8(QByteArrayView utf8);

/// A JSON string without its quotes, decoded to UTF-8. Halves of surrogate pairs become U+FFFD.
std::string decodeJsonString(std::string_view raw);

/// Whether a string without its quotes has an escape that is half of a surrogate pair without the other half.
bool hasLoneSurrogate(std::string_view raw);

/// A JSON number as a double; nothing where it is too big for one.
std::optional<double> finiteNumber(std::string_view text);

} // namespace timeline
