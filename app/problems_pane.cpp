// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/problems_pane.h"

#include "widgets/finding_model.h"
#include "widgets/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTreeView>

namespace timeloom {

using namespace timeline;

ProblemsPane::ProblemsPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_findings(new FindingModel(workspace.document(), this)),
      m_pages(new QStackedLayout(this)) {
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
        m_findings->readAgain();
        showCount();
    });
    showCount();
}

QWidget *ProblemsPane::makeList() {
    auto *list = new QTreeView;
    list->setModel(m_findings);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(tr("Problems"));
    list->header()->setStretchLastSection(true);
    const int character = list->fontMetrics().averageCharWidth();
    list->header()->resizeSection(FindingModel::SeverityColumn, 16 * character);
    list->header()->resizeSection(FindingModel::LineColumn, 10 * character);
    list->header()->resizeSection(FindingModel::PlaceColumn, 10 * character);
    const auto reveal = [this](const QModelIndex &index) {
        const QVariant event = index.data(FindingModel::EventRole);
        if (event.isValid()) {
            m_workspace.reveal(event.toUInt());
        }
    };
    connect(list, &QTreeView::clicked, this, reveal);
    connect(list, &QTreeView::activated, this, reveal);
    return list;
}

void ProblemsPane::showCount() {
    m_pages->setCurrentIndex(m_findings->rowCount() > 0 ? 1 : 0);
    Q_EMIT countChanged(m_findings->rowCount());
}

} // namespace timeloom
