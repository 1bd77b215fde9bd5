// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problems_pane.h"

#include "app/forms/mend_dialog.h"
#include "widgets/lists/finding_model.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace timeloom {

using namespace timeline;

ProblemsPane::ProblemsPane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_editor(editor),
      m_findings(new FindingModel(workspace.document(), this)), m_list(new QTableView),
      m_mend(new QPushButton(tr("&Mend the event…"))), m_pages(new QStackedLayout(this)) {
    auto *nothing = new QLabel(tr("No problems found in this file."));
    nothing->setTextFormat(Qt::PlainText);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(nothing);
    m_pages->addWidget(makeList());
    connect(&workspace, &Workspace::documentChanged, this, [this] {
        m_findings->setDocument(m_workspace.document());
        showCount();
    });
    connect(&workspace, &Workspace::documentEdited, this, [this] {
        m_findings->noteEdit(m_workspace.document());
        showCount();
    });
    showCount();
}

QWidget *ProblemsPane::makeList() {
    // A table, since a tree view makes an item of its own for each row, and there may be a million.
    QTableView *list = m_list;
    list->setModel(m_findings);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setWordWrap(false);
    list->setShowGrid(false);
    list->setTabKeyNavigation(false);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(tr("Problems"));
    list->verticalHeader()->hide();
    list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    list->verticalHeader()->setDefaultSectionSize(list->fontMetrics().height() + 8);
    list->horizontalHeader()->setHighlightSections(false);
    list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    list->horizontalHeader()->setStretchLastSection(true);
    const int character = list->fontMetrics().averageCharWidth();
    list->horizontalHeader()->resizeSection(FindingModel::SeverityColumn, 16 * character);
    list->horizontalHeader()->resizeSection(FindingModel::LineColumn, 10 * character);
    list->horizontalHeader()->resizeSection(FindingModel::PlaceColumn, 10 * character);
    connect(list, &QTableView::clicked, this, &ProblemsPane::reveal);
    connect(list, &QTableView::activated, this, [this](const QModelIndex &finding) {
        reveal(finding);
        mend();
    });
    m_mend->setToolTip(tr("Shows what stands in the file, to be edited"));
    m_mend->hide();
    connect(m_mend, &QPushButton::clicked, this, &ProblemsPane::mend);
    const auto isUnread = [this](const QModelIndex &index) {
        const QVariant offset = index.data(FindingModel::UnreadRole);
        return offset.isValid() && m_workspace.document()->unreadAt(offset.toLongLong());
    };
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, isUnread](const QModelIndex &current) { m_mend->setVisible(isUnread(current)); });
    connect(m_findings, &QAbstractItemModel::modelReset, m_mend, &QWidget::hide);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(list);
    column->addWidget(m_mend, 0, Qt::AlignLeft);
    return page;
}

void ProblemsPane::reveal(const QModelIndex &finding) {
    const QVariant event = finding.data(FindingModel::EventRole);
    if (event.isValid()) {
        m_workspace.reveal(event.toUInt());
    }
}

void ProblemsPane::mend() {
    const QVariant offset = m_list->currentIndex().data(FindingModel::UnreadRole);
    const auto document = m_workspace.document();
    const auto unread = offset.isValid() ? document->unreadAt(offset.toLongLong()) : std::nullopt;
    const auto isIn = [](const Document &of, ByteRange range) { // and not mended
        const std::vector<ByteRange> all = of.unread();
        return std::ranges::find(all, range) != all.end();
    };
    if (!unread || !isIn(*document, *unread) || m_editor.isRefused()) {
        return;
    }
    const QByteArray text = document->bytes().sliced(unread->begin, unread->size()).toByteArray();
    MendDialog dialog(*document, text, this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    // Another program may have written the file meanwhile.
    const auto now = m_workspace.document();
    const std::vector<ByteRange> all = now == document ? std::vector{*unread} : now->unread();
    const auto same = std::ranges::find_if(
        all, [&](ByteRange range) { return now->bytes().sliced(range.begin, range.size()) == text; });
    if (same != all.end()) {
        m_editor.mend(*same, dialog.text());
    } else {
        Q_EMIT m_editor.refused(
            tr("The file was changed meanwhile, and this does not stand in it any more."));
    }
}

int ProblemsPane::count() const {
    return m_findings->rowCount();
}

void ProblemsPane::showCount() {
    m_pages->setCurrentIndex(count() > 0 ? 1 : 0);
    Q_EMIT countChanged(count());
}

} // namespace timeloom
