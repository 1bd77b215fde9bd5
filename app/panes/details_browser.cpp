// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_browser.h"

#include "app/panes/page_writer.h"
#include "app/panes/sign_painter.h"
#include "paint/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double topMargin = 4;
constexpr double rowPadding = 5; // around a row's text
constexpr double chipX = 10, chipY = 4;
constexpr double chipRadius = 12;
constexpr double rowOutset = 8; // the row under the pointer reaches so far beyond its words

} // namespace

DetailsBrowser::DetailsBrowser(QWidget *parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false); // it lies on what is below
    document()->setDocumentMargin(16);
    document()->documentLayout()->registerHandler(PageWriter::signObject, new SignPainter(this));
}

void DetailsBrowser::beginPage() {
    clear();
    m_row.reset();
    m_pressed.reset();
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    format.setTopMargin(topMargin); // below a head, which has room of its own
    document()->rootFrame()->setFrameFormat(format);
}

QPointF DetailsBrowser::scrolled() const {
    return {static_cast<double>(horizontalScrollBar()->value()),
            static_cast<double>(verticalScrollBar()->value())};
}

/// The row of a table that leads somewhere.
std::optional<DetailsBrowser::PageRow> DetailsBrowser::rowAt(QPoint pos) const {
    QTextCursor cursor = cursorForPosition(pos);
    const QUrl address = cursor.block().blockFormat().property(PageWriter::rowAddress).toUrl();
    const QTextTable *table = cursor.currentTable();
    if (address.isEmpty() || table == nullptr) {
        return std::nullopt;
    }
    const QTextTableCell cell = table->cellAt(cursor);
    QRectF rect;
    const QTextTableCell words = table->cellAt(cell.row(), table->columns() - 2);
    for (auto it = words.begin(); !it.atEnd(); ++it) {
        rect |= document()->documentLayout()->blockBoundingRect(it.currentBlock());
    }
    const QRectF whole = document()->documentLayout()->frameBoundingRect(const_cast<QTextTable *>(table));
    rect = QRectF(whole.left() - rowOutset, rect.top() - rowPadding, whole.width() + 2 * rowOutset,
                  rect.height() + 2 * rowPadding);
    return rect.contains(QPointF(pos) + scrolled()) ? std::optional(PageRow{address, rect}) : std::nullopt;
}

void DetailsBrowser::paintEvent(QPaintEvent *event) {
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Tokens::forPalette(palette()).hover);
        painter.translate(-scrolled());
        if (m_row) {
            painter.drawRoundedRect(m_row->rect, 6, 6);
        }
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            if (!block.blockFormat().boolProperty(PageWriter::chipBlock)) {
                continue;
            }
            const QPointF at = document()->documentLayout()->blockBoundingRect(block).topLeft();
            QRectF words;
            for (int line = 0; line < block.layout()->lineCount(); ++line) {
                words |= block.layout()->lineAt(line).naturalTextRect();
            }
            painter.drawRoundedRect(words.translated(at).adjusted(-chipX, -chipY, chipX, chipY), chipRadius,
                                    chipRadius);
        }
    }
    QTextBrowser::paintEvent(event);
}

void DetailsBrowser::mouseMoveEvent(QMouseEvent *event) {
    QTextBrowser::mouseMoveEvent(event);
    const std::optional<PageRow> row = rowAt(event->pos());
    if (row != m_row) {
        m_row = row;
        viewport()->update();
    }
    if (m_row && anchorAt(event->pos()).isEmpty()) {
        viewport()->setCursor(Qt::PointingHandCursor);
    }
}

void DetailsBrowser::mousePressEvent(QMouseEvent *event) {
    const std::optional<PageRow> row = rowAt(event->pos());
    const bool isBeside = row && anchorAt(event->pos()).isEmpty() && event->button() == Qt::LeftButton;
    m_pressed = isBeside ? std::optional(row->address) : std::nullopt;
    QTextBrowser::mousePressEvent(event);
}

void DetailsBrowser::mouseReleaseEvent(QMouseEvent *event) {
    const std::optional<QUrl> pressed = std::exchange(m_pressed, std::nullopt);
    const std::optional<PageRow> row = rowAt(event->pos());
    const bool isClick = pressed && row && row->address == *pressed && !textCursor().hasSelection();
    QTextBrowser::mouseReleaseEvent(event);
    if (isClick) {
        Q_EMIT anchorClicked(*pressed);
    }
}

void DetailsBrowser::leaveEvent(QEvent *event) {
    if (m_row) {
        m_row.reset();
        viewport()->update();
    }
    QTextBrowser::leaveEvent(event);
}

} // namespace timeloom
