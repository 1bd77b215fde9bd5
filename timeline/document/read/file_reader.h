// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/name_table.h"
#include "document/format/record_reader.h"

#include <span>

namespace timeline {

/// Reads the top level of a file with care: everything but the events.
class FileReader {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    FileReader(const JsonText &text, FindingSink *sink) : m_fields(text, sink) {}

    FileHead read(JsonValue root);

private:
    template <typename Record, typename Take>
    void readNamed(RecordKind kind, std::span<const FieldOf<Record>> fields, JsonValue list, Take take);
    void readList(RecordKind kind, JsonValue list);
    void readCategories(JsonValue list);
    void readEras(JsonValue list);
    bool isNew(const QString &id, JsonValue value, QSet<Name> &ids);

    using Parents = std::vector<std::optional<JsonValue>>; ///< where each category names its own
    void findParents(Parents &parents);
    void breakCircles(const Parents &parents);
    void breakCircle(CategoryIndex member, const Parents &parents);

    FieldReader m_fields;
    FileHead m_head;
};

} // namespace timeline
