// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/page_writer.h"

#include "app/panes/field_texts.h"
#include "app/signs/measures.h"
#include "app/text/safe_markdown.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr double rowPadding = 5;     // above and below the text of a row
constexpr double noteRowPadding = 4; // where it has two lines
constexpr double chipPadding = 10;   // left and right of a chip's text
constexpr double chipGap = 14;       // between two chips' texts, of which each needs some
constexpr double signGap = 9;        // between a sign and its words
constexpr double paragraphGap = 8;
constexpr int lineHeight = 130; // hundredths, of reading text

} // namespace

PageWriter::PageWriter(QTextDocument &target, const QPalette &palette)
    : m_theme(Theme::forPalette(palette)), m_cursor(&target) {
    m_plain.setForeground(m_theme.text);
    m_plain.setFont(textFont(13));
    m_muted.setForeground(m_theme.mutedText);
    m_muted.setFont(textFont(12));
    m_strong.setForeground(m_theme.text);
    m_strong.setFont(textFont(13, QFont::DemiBold));
    m_link = m_plain;
    m_link.setForeground(palette.color(QPalette::Link));
    m_link.setFontUnderline(true);
}

void PageWriter::paragraph(double above, double indent) {
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setLeftMargin(indent);
    if (m_cursor.atStart()) {
        m_cursor.setBlockFormat(format);
    } else {
        m_cursor.insertBlock(format, m_plain);
    }
}

void PageWriter::heading(const QString &text) {
    paragraph(sectionGap);
    m_cursor.insertText(text, m_strong);
}

void PageWriter::title(const QString &text) {
    paragraph(0);
    QTextCharFormat format = m_plain;
    format.setFont(textFont(20, QFont::DemiBold));
    m_cursor.insertText(lineText(text), format);
}

void PageWriter::link(const QString &text, const QUrl &url, bool isQuiet) {
    QTextCharFormat format = isQuiet ? m_plain : m_link;
    format.setAnchor(true);
    format.setAnchorHref(QString::fromLatin1(url.toEncoded()));
    m_cursor.insertText(lineText(text), format);
}

/// What else there is to say in a line.
void PageWriter::aside(const QString &text) {
    muted(text.isEmpty() ? QString() : u"  "_s + text);
}

/// A line that says what it is about.
void PageWriter::labelled(const QString &label, const QString &words) {
    if (!words.isEmpty()) {
        paragraph(lineGap);
        muted(label + QChar(u' '));
        text(words);
    }
}

void PageWriter::markdown(const QString &source, double above) {
    if (source.trimmed().isEmpty()) {
        return;
    }
    paragraph(above);
    const int from = m_cursor.position();
    m_cursor.insertFragment(safeMarkdown(source));
    for (QTextBlock block = m_cursor.block(); block.isValid() && block.position() + block.length() > from;
         block = block.previous()) {
        QTextCursor lines(block);
        QTextBlockFormat format;
        format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        if (block.position() > from && block.textList() == nullptr) {
            format.setTopMargin(paragraphGap);
        }
        lines.mergeBlockFormat(format);
    }
}

Sign PageWriter::signOf(const QTextFormat &format) {
    const QVariant value = format.property(signValue);
    switch (format.intProperty(signKind)) {
    case 0:
        return static_cast<Status>(value.toInt());
    case 1:
        return static_cast<Exactness>(value.toInt());
    default:
        return value.value<QColor>();
    }
}

void PageWriter::sign(const Sign &sign) {
    QTextCharFormat format = m_plain;
    format.setObjectType(signObject);
    if (const auto *status = std::get_if<Status>(&sign)) {
        format.setProperty(signKind, 0);
        format.setProperty(signValue, static_cast<int>(*status));
    } else if (const auto *exactness = std::get_if<Exactness>(&sign)) {
        format.setProperty(signKind, 1);
        format.setProperty(signValue, static_cast<int>(*exactness));
    } else if (const auto *color = std::get_if<QColor>(&sign)) {
        format.setProperty(signKind, 2);
        format.setProperty(signValue, *color);
    } else {
        return;
    }
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

void PageWriter::chip(const Sign &sign, const QString &text) {
    QTextBlockFormat format;
    format.setTopMargin(chipGap);
    format.setLeftMargin(chipPadding);
    format.setRightMargin(chipPadding);
    format.setProperty(chipBlock, true);
    m_cursor.insertBlock(format, m_plain);
    this->sign(sign);
    QTextCharFormat words = m_plain;
    words.setFont(textFont(12));
    m_cursor.insertText(u" \u2009"_s + text, words);
}

void PageWriter::fillRow(QTextTable &table, int number, const Row &row) {
    const int words = table.columns() - 2; // before them stand signs, where there are any
    const double padding = row.note.isEmpty() && row.noteLink.isEmpty() ? rowPadding : noteRowPadding;
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(number, column);
        QTextTableCellFormat format;
        format.setTopPadding(padding);
        format.setBottomPadding(padding);
        cell.setFormat(format);
        m_cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setProperty(rowAddress, row.rowAddress);
        if (column > words) {
            block.setAlignment(Qt::AlignRight);
        }
        m_cursor.setBlockFormat(block);
        if (column < words) {
            sign(row.sign);
        } else if (column == words) {
            row.address.isEmpty() ? text(lineText(row.text)) : link(row.text, row.address, row.isQuiet);
            if (padding == noteRowPadding) {
                m_cursor.insertBlock(block);
                muted(row.note);
            }
            if (!row.noteLink.isEmpty()) {
                QTextCharFormat last = m_muted;
                last.setAnchor(true);
                last.setAnchorHref(QString::fromLatin1(row.noteAddress.toEncoded()));
                m_cursor.insertText((row.note.isEmpty() ? QString() : u" · "_s) + row.noteLink, last);
            }
        } else {
            muted(row.count);
        }
    }
}

void PageWriter::section(const QString &title, const QString &count, const std::vector<Row> &rows) {
    const bool hasSigns = std::ranges::any_of(
        rows, [](const Row &row) { return !std::holds_alternative<std::monostate>(row.sign); });
    const bool areWide =
        std::ranges::any_of(rows, [](const Row &row) { return std::holds_alternative<Exactness>(row.sign); });
    const QFontMetricsF metrics(m_muted.font());
    double counts = metrics.horizontalAdvance(count);
    for (const Row &row : rows) {
        counts = std::max(counts, metrics.horizontalAdvance(row.count));
    }
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setTopMargin(sectionGap - rowPadding);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QVector<QTextLength> widths{QTextLength(QTextLength::VariableLength, 0),
                                QTextLength(QTextLength::FixedLength, counts + 8)};
    if (hasSigns) {
        const Sign widest = areWide ? Sign(Exactness::Lasts) : Sign(Status::Confirmed);
        widths.prepend(QTextLength(QTextLength::FixedLength, signSize(widest).width() + signGap));
    }
    format.setColumnWidthConstraints(widths);
    const int columns = static_cast<int>(widths.size());
    QTextTable *table = m_cursor.insertTable(static_cast<int>(rows.size()) + 1, columns, format);
    fillRow(*table, 0, {{}, {}, {}, false, {}, {}, {}, count, {}});
    table->mergeCells(0, 0, 1, columns - 1);
    table->cellAt(0, 0).firstCursorPosition().insertText(title, m_strong);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        fillRow(*table, static_cast<int>(i) + 1, rows[i]);
    }
    m_cursor.movePosition(QTextCursor::End);
}

/// A table of two columns without lines.
void PageWriter::facts(const std::vector<std::pair<QString, QString>> &rows) {
    if (rows.empty()) {
        return;
    }
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(2);
    QTextTable *table = m_cursor.insertTable(static_cast<int>(rows.size()), 2, format);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int at = static_cast<int>(row);
        QTextCursor name = table->cellAt(at, 0).firstCursorPosition();
        name.insertText(rows[row].first + u"   "_s, m_muted);
        QTextCursor value = table->cellAt(at, 1).firstCursorPosition();
        value.insertText(rows[row].second, m_plain);
    }
    m_cursor.movePosition(QTextCursor::End);
}

} // namespace timeloom
