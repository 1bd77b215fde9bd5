// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocumentFragment>

namespace timeloom {

/// Markdown from a file, ready to be inserted in a document: no HTML, images as the words "[image: …]", links
/// only where isSafeLink() allows them, headings no larger than the text around them. Nothing is ever loaded.
/// What would take the window too long is cut off, and the last words say how much that is.
QTextDocumentFragment safeMarkdown(const QString &markdown);

/// How many characters of it are shown.
qsizetype shownLength(const QString &markdown);

} // namespace timeloom
