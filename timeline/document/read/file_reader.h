// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/field_reader.h"
#include "document/store/file_head.h"

namespace timeline {

/// Reads the top level of a file with care: everything but the events.
class FileReader {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    FileReader(const JsonText &text, FindingSink *sink) : m_fields(text, sink) {}

    FileHead read(JsonValue root);

private:
    void readField(const QString &name, JsonValue value);
    template <typename ReadMember>
    QStringList readMembers(JsonValue object, ReadMember readMember);
    bool isNew(const QString &id, JsonValue value, QSet<QString> &ids);
    void readCategories(const QString &name, JsonValue value);
    void readCategory(JsonValue object);
    void readSource(JsonValue object);
    void readEra(JsonValue object);
    void readSeries(JsonValue object);
    void readPoint(JsonValue point, std::vector<SeriesPoint> &points) const;

    FieldReader m_fields;
    FileHead m_head;
    QSet<QString> m_categoryIds, m_sourceIds, m_seriesIds;
    qint64 m_firstLeftOut = 0; ///< where the first category stands that is too many
};

} // namespace timeline
