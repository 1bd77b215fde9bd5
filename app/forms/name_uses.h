// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/record_fields.h"

#include <QHash>
#include <memory>

namespace timeline {
class Document;
}

namespace timeloom {

/// By how many events the categories and sources of a document are named; counted when it is asked for.
class NameUses {
public:
    explicit NameUses(std::shared_ptr<const timeline::Document> document) : m_document(std::move(document)) {}

    static bool areNamed(timeline::RecordKind kind); ///< whether events name such records
    /// Nothing where there are too many events to read them all meanwhile.
    std::optional<int> count(timeline::RecordKind kind, const QString &id);

private:
    QHash<QString, int> ofCategories() const;
    QHash<QString, int> ofSources() const;

    std::shared_ptr<const timeline::Document> m_document;
    std::optional<QHash<QString, int>> m_categories, m_sources;
};

} // namespace timeloom
