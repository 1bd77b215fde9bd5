// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/safe_markdown.h"

#include "app/safe_link.h"
#include "document/wording.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <algorithm>

namespace timeloom {

namespace {

/// Longer texts are cut: laying out megabytes of text would stop the window.
constexpr qsizetype longestText = 100'000;

/// A document that loads nothing.
class ClosedDocument : public QTextDocument {
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/// A stretch of text with one format.
struct Piece {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
};

/// The last first: where a piece is replaced, the positions of those that follow in this list still hold.
std::vector<Piece> piecesOf(const QTextDocument &document) {
    std::vector<Piece> pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            pieces.push_back({fragment.position(), fragment.length(), fragment.charFormat()});
        }
    }
    std::ranges::reverse(pieces);
    return pieces;
}

QString wordsFor(const QTextImageFormat &image) {
    QString name = image.property(QTextFormat::ImageAltText).toString();
    if (name.isEmpty()) {
        name = image.name();
    }
    return QCoreApplication::translate("timeloom::SafeMarkdown", "[image: %1]").arg(name);
}

/// A copy of a format with none of what could lead or load anywhere.
QTextCharFormat harmless(QTextCharFormat format) {
    const bool isLink = format.isAnchor() && isSafeLink(QUrl(format.anchorHref()));
    if (format.isAnchor() && !isLink) {
        format.setAnchor(false);
        format.clearProperty(QTextFormat::AnchorHref);
        format.clearProperty(QTextFormat::AnchorName);
        format.clearForeground();
        format.setFontUnderline(false);
    }
    // Qt marks a link's address as its tooltip, which could be taken for rich text.
    format.clearProperty(QTextFormat::TextToolTip);
    format.clearProperty(QTextFormat::FontSizeAdjustment);
    return format;
}

void clean(QTextDocument &document) {
    QTextCursor cursor(&document);
    for (const Piece &piece : piecesOf(document)) {
        cursor.setPosition(piece.position);
        cursor.setPosition(piece.position + piece.length, QTextCursor::KeepAnchor);
        if (piece.format.isImageFormat()) {
            QString words;
            for (int i = 0; i < piece.length; ++i) {
                words += wordsFor(piece.format.toImageFormat());
            }
            QTextCharFormat plain;
            plain.setFontItalic(true);
            cursor.insertText(timeline::visibleText(words), plain);
            continue;
        }
        // Markdown has decoded entities since: what they hid is shown now.
        const QString text = cursor.selectedText();
        const QString visible = timeline::visibleText(text);
        if (visible == text) {
            cursor.setCharFormat(harmless(piece.format));
        } else {
            cursor.insertText(visible, harmless(piece.format));
        }
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) {
            cursor.setPosition(block.position());
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat bold;
            bold.setFontWeight(QFont::DemiBold);
            cursor.mergeCharFormat(bold);
        }
    }
}

} // namespace

QTextDocumentFragment safeMarkdown(const QString &markdown) {
    QString text = timeline::visibleText(markdown);
    if (text.size() > longestText) {
        text = text.left(longestText) + QStringLiteral("…");
    }
    ClosedDocument document;
    document.setUndoRedoEnabled(false);
    document.setMarkdown(text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                   QTextDocument::MarkdownNoHTML);
    clean(document);
    return QTextDocumentFragment(&document);
}

} // namespace timeloom
