// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocumentFragment>

namespace timeloom {

/// Markdown from a file, ready to be inserted in a document: no HTML, images as the words "[image: …]", links
/// only where isSafeLink() allows them, headings no larger than the text around them. Nothing is ever loaded.
QTextDocumentFragment safeMarkdown(const QString &markdown);

} // namespace timeloom
