// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problems_pane.h"

#include "app/forms/mend_dialog.h"
#include "app/forms/mend_kind_dialog.h"
#include "app/panes/problem_tree.h"
#include "widgets/lists/finding_model.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace timeloom {

using namespace timeline;

ProblemsPane::ProblemsPane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_editor(editor), m_findings(new FindingModel(this)),
      m_tree(new ProblemTree(m_findings)), m_nothing(new QLabel), m_totals(new QLabel),
      m_mend(new QPushButton(tr("&Mend the event…"))), m_mendKind(new QPushButton),
      m_pages(new QStackedLayout(this)) {
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(makePage());
    connect(&workspace, &Workspace::documentChanged, this, [this] { follow(true); });
    connect(&workspace, &Workspace::documentEdited, this, [this] { follow(false); });
    connect(&editor, &Editor::obstacleChanged, this, &ProblemsPane::showTotals);
    follow(true);
}

QWidget *ProblemsPane::makePage() {
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    m_totals->setAccessibleName(tr("What the problems mean"));
    m_mend->setToolTip(tr("Shows what stands in the file, to be edited"));
    m_mendKind->setToolTip(
        tr("Says what can be done about all problems of this kind, and does it in one step"));
    connect(m_mend, &QPushButton::clicked, this, &ProblemsPane::mend);
    connect(m_mendKind, &QPushButton::clicked, this, &ProblemsPane::mendKind);
    connect(m_tree, &QTreeView::clicked, this, &ProblemsPane::reveal);
    connect(m_tree, &QTreeView::activated, this, &ProblemsPane::activate);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemsPane::allowMending);
    connect(m_findings, &QAbstractItemModel::modelReset, this, &ProblemsPane::showTotals);
    connect(m_findings, &FindingModel::busyChanged, this, &ProblemsPane::showTotals);
    auto *page = new QWidget;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(6, 2, 6, 2);
    line->addWidget(m_totals, 1);
    line->addWidget(m_mend);
    line->addWidget(m_mendKind);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_tree, 1);
    setTabOrder(m_tree, m_mend);
    setTabOrder(m_mend, m_mendKind);
    return page;
}

void ProblemsPane::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_isBehind) {
        follow(false);
    }
}

/// Grouping and counting lines is not for nobody.
void ProblemsPane::follow(bool isOther) {
    m_isOther = m_isOther || isOther;
    m_isBehind = !isVisible();
    if (m_isBehind && m_isOther) {
        m_findings->setDocument(std::make_shared<const Document>());
    } else if (!m_isBehind) {
        std::exchange(m_isOther, false) ? m_findings->setDocument(m_workspace.document())
                                        : m_findings->noteEdit(m_workspace.document());
    }
    m_pages->setCurrentIndex(count() > 0 ? 1 : 0);
    showTotals();
    Q_EMIT countChanged(count());
}

void ProblemsPane::showTotals() {
    m_nothing->setText(m_editor.isReading() ? tr("The file is still being read; then its problems are told.")
                                            : tr("No problems found in this file."));
    const auto shown = m_findings->shown();
    if (m_findings->isBusy()) {
        m_totals->setText(tr("%Ln problems, being sorted by kind…", nullptr, count()));
    } else {
        QString text = tr("%1 of %2", "problems, kinds")
                           .arg(tr("%Ln problems", nullptr, count()),
                                tr("%Ln kinds", "of problems", static_cast<int>(shown->groups.size())));
        const QString notShown =
            shown->notShown == 0 ? QString()
                                 : tr("%Ln events are not shown", nullptr, static_cast<int>(shown->notShown));
        const QString leftOut =
            shown->leftOut == 0 ? QString()
                                : tr("%Ln values are left out", nullptr, static_cast<int>(shown->leftOut));
        const QString undated = shown->undated == 0 ? QString()
                                                    : tr("%Ln events have no date that can be read", nullptr,
                                                         static_cast<int>(shown->undated));
        for (const QString &more : {notShown, undated, leftOut}) {
            text += more.isEmpty() ? QString() : tr("; %1", "one more thing that is said").arg(more);
        }
        m_totals->setText(text);
    }
    allowMending();
}

/// Says on the buttons what they would mend.
void ProblemsPane::allowMending() {
    const QModelIndex current = m_tree->currentIndex();
    const QVariant offset = current.data(FindingModel::UnreadRole);
    const bool isUnread = offset.isValid() && m_workspace.document()->unreadAt(offset.toLongLong());
    m_mend->setVisible(isUnread);
    const auto shown = m_findings->shown();
    const FindingGroup *group = current.isValid() ? &shown->groups[FindingModel::kindAt(current)] : nullptr;
    const std::size_t count = group != nullptr ? group->findings.size() : 0;
    m_mendKind->setVisible(group != nullptr && mayBeMended(group->kind) && !(isUnread && count == 1));
    m_mendKind->setText(count > 1 ? tr("Mend &all %L1…").arg(count) : tr("Mend &it…"));
}

void ProblemsPane::activate(const QModelIndex &row) {
    const QModelIndex first = row.siblingAtColumn(0);
    if (m_findings->hasChildren(first)) {
        m_tree->setExpanded(first, !m_tree->isExpanded(first));
    } else {
        reveal(row);
        mend();
    }
}

void ProblemsPane::reveal(const QModelIndex &finding) {
    const QVariant event = finding.data(FindingModel::EventRole);
    if (event.isValid()) {
        m_workspace.reveal(event.toUInt());
    }
}

void ProblemsPane::mend() {
    const QVariant offset = m_tree->currentIndex().data(FindingModel::UnreadRole);
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

void ProblemsPane::mendKind() {
    const QModelIndex current = m_tree->currentIndex();
    const auto shown = m_findings->shown();
    if (!current.isValid() || m_editor.isRefused()) {
        return;
    }
    // What is shown may be behind, and what an edit of then would say as well.
    const auto document = m_workspace.document();
    if (m_findings->isBusy() || shown->document != document) {
        Q_EMIT m_editor.refused(tr("The problems are still being sorted."));
        return;
    }
    MendKindDialog dialog(document, shown->groups[FindingModel::kindAt(current)], this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    if (m_workspace.document() != document) {
        Q_EMIT m_editor.refused(tr("The file was changed meanwhile; nothing was mended."));
        return;
    }
    m_editor.mend(dialog.takeEdit(), dialog.stepName());
}

int ProblemsPane::count() const {
    return static_cast<int>(m_workspace.document()->findings().size());
}

} // namespace timeloom
