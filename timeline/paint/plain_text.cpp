// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/plain_text.h"

#include <QTextDocument>

namespace timeline {

QString plainTextOf(const QString &markdown) {
    QTextDocument text;
    text.setMarkdown(markdown, QTextDocument::MarkdownNoHTML);
    return text.toPlainText().remove(QChar(QChar::ObjectReplacementCharacter));
}

} // namespace timeline
