// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/line_index.h"
#include "document/read/file_reader.h"
#include "document/read/file_scan.h"
#include "document/read/reader.h"

#include <unordered_map>

namespace timeline {

/// Makes a Document of what the pass over a file gave: numbers the categories, and follows ids, links and
/// sources, which need the whole file.
class DocumentBuilder {
public:
    DocumentBuilder(const FileBytes &bytes, FileScan scan, ReadControl &control);

    /// What there is while the pass is under way: the head as far as it stands before the events, and the
    /// events so far. Shares their columns with the scan.
    static std::shared_ptr<const Document> partial(const FileBytes &bytes, const FileScan &soFar);

    /// Warns of halves of surrogate pairs, which the pass has passed over.
    void warnOfSurrogates(const std::vector<qint64> &offsets);

    /// Nothing that is whole, where reading has been cancelled meanwhile.
    ReadResult build();

private:
    void readUndated();
    void judgeSeasons();
    void numberCategories();
    CategoryIndex addCategory(std::string_view name);
    void warnOfCategory(std::size_t event);
    void indexIds();
    void followLinks();
    void warnOfLink(FindingSink &sink, const Reference &link, FindingCode code, const std::string &more = {});
    void followSources();
    ReadResult finish(bool isShown);
    const LineIndex &lines();

    JsonText m_text;
    FileScan m_scan;
    ReadControl &m_control;
    FindingSink m_sink;
    std::shared_ptr<Document> m_document;
    FindingSink m_ofWhole; ///< what is wrong with many events together: edits do not look for it again
    std::unordered_map<EventIndex, EventIndex> m_repeated; ///< events, and the first with the same id
    bool m_hasTooManyCategories = false;
    QSet<QString> m_categoriesLeftOut; ///< declared, but too many
    std::optional<LineIndex> m_lines;
};

} // namespace timeline
