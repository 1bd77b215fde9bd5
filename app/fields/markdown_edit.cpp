// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/markdown_edit.h"

#include "app/signs/trough.h"
#include "app/text/safe_markdown.h"

#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace timeloom {

namespace {
constexpr qsizetype longestText = 100'000; // characters
}

QString exactText(const QPlainTextEdit &editor) {
    return editor.document()
        ->toRawText()
        .replace(QChar::ParagraphSeparator, u'\n')
        .replace(QChar::LineSeparator, u'\n');
}

MarkdownEdit::MarkdownEdit(QWidget *parent)
    : QWidget(parent), m_pages(new QStackedLayout), m_choice(new Trough({tr("&Write"), tr("&Preview")})),
      m_source(new QPlainTextEdit), m_preview(new QTextBrowser) {
    m_source->setAccessibleName(tr("Description"));
    m_source->setTabChangesFocus(true);
    m_source->setUndoRedoEnabled(false); // the document's undo has these steps
    m_source->setPlaceholderText(tr("Markdown: **bold**, *italic*, [a link](https://…), - a list"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setOpenLinks(false);
    m_preview->setUndoRedoEnabled(false);
    m_choice->setAccessibleName(tr("Write, or see it as it will be read"));
    setFocusProxy(m_source);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(m_pages, 1);
    m_pages->addWidget(m_source); // now, as a part of this: alone it would be shown as a window
    m_pages->addWidget(m_preview);
    column->addWidget(m_choice, 0, Qt::AlignRight);
    connect(m_source, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSetting) {
            const QString text = m_marks.text(exactText(*m_source));
            Q_EMIT edited(m_hasCrLf ? QString(text).replace(u'\n', QLatin1String("\r\n")) : text);
        }
    });
    connect(m_choice, &Trough::chosen, this, [this](int choice) { setPreview(choice == 1); });
}

void MarkdownEdit::setPreview(bool isRead) {
    m_choice->setCurrent(isRead ? 1 : 0);
    m_pages->setCurrentIndex(isRead ? 1 : 0);
    setFocusProxy(isRead ? static_cast<QWidget *>(m_preview) : m_source);
    showPreview();
}

void MarkdownEdit::setText(const QString &whole) {
    // An editor that is given more stops the window. What is cut is not edited: the rest would be lost.
    const bool isCut = whole.size() > longestText;
    m_source->setReadOnly(isCut);
    const QString given = isCut ? tr("Too long to be edited here (%L1 characters). It begins:\n\n%2")
                                      .arg(whole.size())
                                      .arg(whole.left(longestText))
                                : whole;
    m_hasCrLf = given.contains(QLatin1String("\r\n"));
    const QString text = m_marks.shown(QString(given).replace(QLatin1String("\r\n"), QLatin1String("\n")));
    if (exactText(*m_source) != text) {
        m_isSetting = true;
        m_source->setPlainText(text);
        m_isSetting = false;
    }
    showPreview();
}

void MarkdownEdit::showPreview() {
    if (m_pages->currentWidget() == m_preview) {
        m_preview->clear();
        m_preview->textCursor().insertFragment(safeMarkdown(m_marks.text(exactText(*m_source))));
        m_preview->moveCursor(QTextCursor::Start);
    }
}

} // namespace timeloom
