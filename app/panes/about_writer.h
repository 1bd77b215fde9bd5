// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panes/file_facts.h"
#include "app/panes/page_writer.h"

#include <QCoreApplication>

namespace timeloom {

/// Writes what there is to read about a file: what it tells of itself, and how sure and how exact its events
/// are, which is also what the signs of the timeline mean.
class AboutWriter : public PageWriter {
    Q_DECLARE_TR_FUNCTIONS(timeloom::AboutWriter)

public:
    AboutWriter(QTextDocument &target, const timeline::Document &document, const QPalette &palette)
        : PageWriter(target, palette), m_document(document) {}

    /// `facts`: null while they are being counted.
    void write(const FileFacts *facts);
    void writeEra(std::size_t number); ///< by its place in the document

private:
    QString counts() const;
    void certainty(const FileFacts &facts);
    void exactness(const FileFacts &facts);
    void eras();
    void sources(const FileFacts &facts);

    const timeline::Document &m_document;
};

} // namespace timeloom
