// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/signs.h"
#include "paint/theme.h"

#include <QPalette>
#include <QTextCursor>
#include <QUrl>

namespace timeloom {

/// Writes a page to be read into an empty text document: headings, paragraphs, chips and rows with signs. All
/// text is inserted as plain characters or as safeMarkdown(), so that nothing of a file is ever taken for
/// markup. A DetailsBrowser draws what is no text.
class PageWriter {
public:
    // What a format says beside what Qt knows; each stands for something that a DetailsBrowser draws.
    static constexpr int signObject = QTextFormat::UserObject + 1;
    static constexpr int signKind =
        QTextFormat::UserProperty + 1; ///< of an object: 0 status, 1 exactness, 2 swatch
    static constexpr int signValue = QTextFormat::UserProperty + 2;  ///< its number, or its colour
    static constexpr int chipBlock = QTextFormat::UserProperty + 3;  ///< of a block: it is a chip
    static constexpr int rowAddress = QTextFormat::UserProperty + 4; ///< of a block: where its row leads

    static Sign signOf(const QTextFormat &format);

protected:
    PageWriter(QTextDocument &target, const QPalette &palette);

    struct Row {
        Sign sign;
        QString text;
        QUrl address = {};     ///< of the text
        bool isQuiet = false;  ///< the text looks like no link
        QString note = {};     ///< below it
        QUrl noteAddress = {}; ///< of the words of the note that come last
        QString noteLink = {}; ///< these words
        QString count = {};    ///< at the right
        QUrl rowAddress = {};  ///< of a click beside the text
    };
    static constexpr double lineGap = 4;
    static constexpr double sectionGap = 16;

    /// A heading with a count or a word at the right, and rows below it.
    void section(const QString &title, const QString &count, const std::vector<Row> &rows);
    void paragraph(double above, double indent = 0);
    void heading(const QString &text);
    void title(const QString &text);
    void text(const QString &text) { m_cursor.insertText(text, m_plain); }
    void muted(const QString &text) { m_cursor.insertText(text, m_muted); }
    void aside(const QString &text);
    void labelled(const QString &label, const QString &words);
    void link(const QString &text, const QUrl &url, bool isQuiet = false);
    void sign(const Sign &sign);
    void chip(const Sign &sign, const QString &text);
    void markdown(const QString &source, double above = sectionGap - lineGap);
    void facts(const std::vector<std::pair<QString, QString>> &rows);

    timeline::Theme m_theme;
    QTextCursor m_cursor;
    QTextCharFormat m_plain;
    QTextCharFormat m_muted; ///< 12 where others have 13
    QTextCharFormat m_strong;
    QTextCharFormat m_link;

private:
    void fillRow(class QTextTable &table, int number, const Row &row);
};

} // namespace timeloom
