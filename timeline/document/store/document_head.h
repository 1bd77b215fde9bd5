// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/name_table.h"
#include "document/bytes/versions.h"
#include "document/format/file_head.h"

#include <QHash>
#include <optional>

namespace timeline {

/// What a document says beside its events. Copies share it until one of them is changed.
class DocumentHead {
public:
    QString title() const { return m_head->title; }
    QString description() const { return m_head->description; } ///< Markdown
    QString asOfText() const { return m_head->asOfText; }       ///< EDTF, empty where the file gives none
    std::optional<Span> asOf() const {
        return m_head->asOfText.isEmpty() ? std::nullopt : std::optional(m_head->asOf);
    }
    /// Declared first, in the file's order.
    const std::vector<Category> &categories() const { return m_head->categories; }
    bool declaresCategories() const { return m_head->declaresCategories; } ///< the file has a list of them
    const std::vector<Source> &sources() const { return m_head->sources; }
    const std::vector<Era> &eras() const { return m_head->eras; }
    const std::vector<Series> &series() const { return m_head->series; }
    const FileHead &allOfHead() const { return *m_head; } ///< for who goes by the table of its fields
    const Source *findSource(const QString &id) const;    ///< null where there is none
    std::optional<CategoryIndex> findCategory(const QString &id) const;

protected:
    void takeHead(FileHead &&head);
    /// Its number; it is appended where the file does not declare it. The last one where there are as many as
    /// there can be.
    CategoryIndex needCategory(const QString &id);

private:
    struct Head : QSharedData, FileHead {
        QHash<Name, std::size_t> sourceNumbers; ///< by id
        QHash<Name, CategoryIndex> categoryNumbers;
    };
    QExplicitlySharedDataPointer<Head> m_head{new Head};
};

} // namespace timeline
