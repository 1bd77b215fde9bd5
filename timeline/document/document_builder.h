// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/file_reader.h"
#include "document/file_scan.h"
#include "document/line_index.h"
#include "document/reader.h"

namespace timeline {

/// Makes a Document of what the pass over a file gave: reads again with care what was doubtful, numbers the
/// categories, and follows ids, links and sources, which need the whole file.
class DocumentBuilder {
    Q_DECLARE_TR_FUNCTIONS(timeline)

public:
    DocumentBuilder(const FileBytes &bytes, FileScan scan);

    /// Warns of halves of surrogate pairs, which the pass has passed over.
    void warnOfSurrogates(const std::vector<qint64> &offsets);

    ReadResult build();

private:
    void readDoubtful();
    bool readRow(std::uint32_t row);
    void dropRows(const std::vector<bool> &dropped);
    void numberCategories();
    CategoryIndex addCategory(const std::string &name);
    void warnOfCategory(std::size_t event);
    void indexIds();
    void followLinks();
    void followSources();
    void measureExtent();
    ReadResult finish(bool isShown);
    const LineIndex &lines();

    JsonText m_text;
    FileScan m_scan;
    FindingSink m_sink;
    std::shared_ptr<Document> m_document;
    bool m_declaresCategories = false;
    bool m_hasTooManyCategories = false;
    std::optional<LineIndex> m_lines;
};

} // namespace timeline
