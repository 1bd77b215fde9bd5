// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/safe_markdown.h"

#include "app/text/safe_link.h"
#include "document/bytes/visible_text.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <algorithm>

namespace timeloom {

namespace {

/// What showing a text may take, in characters of plain text: some fifty milliseconds.
constexpr int mostWork = 30'000;
constexpr int lineWork = 60;  ///< a paragraph or an item of a list
constexpr int cellWork = 100; ///< of a table
constexpr int markWork = 10;  ///< each begins or ends a stretch with a format of its own
/// Beyond these a word that cannot be broken costs as much as formats do.
constexpr int longestWord = 500;

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

qsizetype shownLength(const QString &markdown) {
    const QStringView marks = u"[]()<>*_~`#!@:&\\";
    qsizetype length = 0;
    int wordLength = 0;
    for (int work = 0; length < markdown.size(); ++length) {
        const QChar c = markdown[length];
        wordLength = c.isSpace() ? 0 : wordLength + 1;
        work += c == u'\n'  ? lineWork
                : c == u'|' ? cellWork
                : marks.contains(c) || c.unicode() < u' ' || wordLength > longestWord ||
                        (c >= QChar(0x2000) && c < QChar(0x2070)) // may be written out
                    ? markWork
                    : 1;
        if (work > mostWork) {
            return length - (c.isLowSurrogate() ? 1 : 0);
        }
    }
    return length;
}

QTextDocumentFragment safeMarkdown(const QString &markdown) {
    const qsizetype length = shownLength(markdown);
    const QString text = timeline::visibleText(markdown.left(length));
    ClosedDocument document;
    document.setUndoRedoEnabled(false);
    // Outside of one edit each step would lay out its paragraph to find the cursor's place in it.
    QTextCursor edit(&document);
    edit.beginEditBlock();
    document.setMarkdown(text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                   QTextDocument::MarkdownNoHTML);
    clean(document);
    if (length < markdown.size()) {
        edit.movePosition(QTextCursor::End);
        edit.insertBlock({}, {});
        edit.insertText(QCoreApplication::translate(
                            "timeloom::SafeMarkdown",
                            "… cut here: %L1 more characters are not shown, since it would take too long")
                            .arg(markdown.size() - length));
    }
    edit.endEditBlock();
    return QTextDocumentFragment(&document);
}

} // namespace timeloom
