// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"
#include "document/json/json_write.h"
#include "document/json/splice.h"

namespace timeline {

/// Changes values in JSON text and leaves every other byte as it was: blanks, the order of keys, unknown
/// keys, how numbers and escapes are written. A value that says the same already is not touched; of a list
/// only those elements change that differ, and those that are moved stay as they are written; of an object
/// only its members of keys that the format knows. What is new is written like what stands beside it.
class JsonEdit {
public:
    /// `keys` must outlive this.
    JsonEdit(const JsonText &text, const KeyOrder &keys) : m_text(text), m_keys(keys) {}

    /// Gives the member this value; adds it where the object has none, takes it out where the value is
    /// undefined. Each member may be set once.
    void setMember(JsonValue object, const QString &key, const QJsonValue &value) {
        setMember(object, membersOf(m_text, object), key, value);
    }
    /// The same where its members are known.
    void setMember(JsonValue object, const std::vector<JsonMember> &members, const QString &key,
                   const QJsonValue &value);

    /// The text with all changes made. ProblemCode::KeyTwice where a key, given as it is written, had to be
    /// changed and occurs twice in its object, so that it is not sure which is meant.
    Result<QByteArray> result() const;

private:
    void setValue(JsonValue old, const QJsonValue &value, const JsonStyle &style);
    void setObject(JsonValue old, const QJsonValue &value);
    void setArray(JsonValue old, const QJsonValue &value, const JsonStyle &style);
    void insertMember(JsonValue object, const std::vector<JsonMember> &members, const QString &key,
                      const QJsonValue &value);
    QByteArray written(const QJsonValue &value, const std::vector<JsonValue> &beside,
                       const JsonStyle &style) const;
    void replace(ByteRange range, const QByteArray &text);

    JsonText m_text;
    const KeyOrder &m_keys;
    std::vector<Splice> m_changes;
    std::optional<Problem> m_problem;
};

/// An element of an array that is written anew.
struct JsonElement {
    std::optional<std::size_t> origin; ///< its place in the array as it was; none where it is new
    QByteArray text;
};

/// The text of an array with these elements instead of its own. Those that it had take the blanks before them
/// along, so that lines stay lines; `otherSeparator` parts those of an array that shows no separator itself.
QByteArray rearranged(const JsonText &text, JsonValue array, const std::vector<JsonElement> &elements,
                      const QByteArray &otherSeparator);

/// Whether JSON text says this value: numbers are compared as integers of 64 bits or as doubles, keys that
/// the format does not know are passed over, of a key that occurs twice the first counts.
bool says(const JsonText &text, JsonValue old, const QJsonValue &value, const KeyOrder &keys);

} // namespace timeline
