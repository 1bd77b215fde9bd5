// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json_write.h"
#include "document/splice.h"

namespace timeline {

/// Changes values in JSON text and leaves every other byte as it was: blanks, the order of keys, unknown
/// keys, how numbers and escapes are written. A value that says the same already is not touched; of a list
/// only those elements change that differ; of an object only its members of known keys. What is new is
/// written like what stands beside it.
class JsonEdit {
public:
    explicit JsonEdit(const JsonText &text) : m_text(text) {}

    /// Gives the member this value; adds it where the object has none, takes it out where the value is
    /// undefined. Each member may be set once.
    void setMember(JsonValue object, const QString &key, const QJsonValue &value);

    /// A key that had to be changed and occurs twice in its object, so that it is not sure which is meant.
    /// Where there is one, nothing is to be done.
    std::optional<JsonMember> ambiguous() const { return m_ambiguous; }

    /// The text with all changes made.
    QByteArray result() const;

private:
    void setValue(JsonValue old, const QJsonValue &value, const JsonStyle &style);
    void setObject(JsonValue old, const QJsonValue &value);
    void setArray(JsonValue old, const QJsonValue &value, const JsonStyle &style);
    void insertMember(JsonValue object, const std::vector<JsonMember> &members, const QString &key,
                      const QJsonValue &value);
    void removeParts(ByteRange inside, const std::vector<ByteRange> &parts, std::size_t first,
                     std::size_t last);
    QByteArray written(const QJsonValue &value, const std::vector<JsonValue> &beside,
                       const JsonStyle &style) const;
    void replace(ByteRange range, const QByteArray &text);

    JsonText m_text;
    std::vector<Splice> m_changes;
    std::optional<JsonMember> m_ambiguous;
};

/// Whether JSON text says this value: numbers are compared as doubles, keys that the format does not know
/// are passed over, of a key that occurs twice the first counts.
bool says(const JsonText &text, JsonValue old, const QJsonValue &value);

} // namespace timeline
