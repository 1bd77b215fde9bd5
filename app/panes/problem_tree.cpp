// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problem_tree.h"

#include "widgets/lists/finding_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

namespace timeloom {

using namespace timeline;

ProblemTree::ProblemTree(FindingModel *findings, QWidget *parent) : QTreeView(parent), m_findings(findings) {
    setModel(findings);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(false); // that is what is activated, and Return does the same
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Problems"));
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(FindingModel::MessageColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(FindingModel::LineColumn, QHeaderView::Fixed);
    header()->setSectionResizeMode(FindingModel::PlaceColumn, QHeaderView::Fixed);
    const int character = fontMetrics().averageCharWidth();
    header()->resizeSection(FindingModel::LineColumn, 12 * character);
    header()->resizeSection(FindingModel::PlaceColumn, 10 * character);
    connect(findings, &QAbstractItemModel::modelAboutToBeReset, this, &ProblemTree::note);
    connect(findings, &QAbstractItemModel::modelReset, this, &ProblemTree::restore);
}

void ProblemTree::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Asterisk) { // all below may be a million
        expand(currentIndex());
        event->accept();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

/// A pane that is narrow needs its room for the sentences.
void ProblemTree::resizeEvent(QResizeEvent *event) {
    constexpr int fewest = 80; // characters
    setColumnHidden(FindingModel::PlaceColumn, width() < fewest * fontMetrics().averageCharWidth());
    QTreeView::resizeEvent(event);
}

void ProblemTree::note() {
    const auto pathOf = [](QModelIndex index) {
        Path path;
        for (; index.parent().isValid(); index = index.parent()) {
            path.insert(path.begin(), index.row());
        }
        return path;
    };
    const auto kindOf = [this](const QModelIndex &index) {
        return m_findings->shown()->groups[FindingModel::kindAt(index)].kind;
    };
    m_open.clear();
    const int kinds = m_findings->rowCount();
    for (int row = 0; row < kinds; ++row) {
        const QModelIndex kind = m_findings->index(row, 0);
        if (!isExpanded(kind)) {
            continue;
        }
        m_open.push_back({kindOf(kind), {}});
        const QModelIndex first = m_findings->index(0, 0, kind);
        const int stretches = m_findings->hasChildren(first) ? m_findings->rowCount(kind) : 0;
        for (int stretch = 0; stretch < stretches; ++stretch) {
            if (isExpanded(m_findings->index(stretch, 0, kind))) {
                m_open.push_back({kindOf(kind), {stretch}});
            }
        }
    }
    const QModelIndex current = currentIndex();
    m_current = current.isValid() ? std::optional(Open{kindOf(current), pathOf(current)}) : std::nullopt;
    m_currentKind = current.isValid() ? static_cast<int>(FindingModel::kindAt(current)) : 0;
    m_scrolled = verticalScrollBar()->value();
}

QModelIndex ProblemTree::indexOf(const FindingKind &kind, const Path &path) const {
    const auto shown = m_findings->shown();
    const auto group = std::ranges::find(shown->groups, kind, &FindingGroup::kind);
    if (group == shown->groups.end()) {
        return {};
    }
    QModelIndex index = m_findings->index(static_cast<int>(group - shown->groups.begin()), 0);
    for (const int row : path) {
        const int rows = m_findings->rowCount(index);
        if (rows == 0) {
            break;
        }
        index = m_findings->index(std::min(row, rows - 1), 0, index);
    }
    return index;
}

void ProblemTree::restore() {
    for (const Open &open : m_open) {
        if (const QModelIndex index = indexOf(open.kind, open.path); index.isValid()) {
            expand(index);
        }
    }
    if (const int kinds = m_findings->rowCount(); kinds > 0) { // the first says what can be done
        const QModelIndex same = m_current ? indexOf(m_current->kind, m_current->path) : QModelIndex();
        setCurrentIndex(same.isValid() ? same : m_findings->index(std::min(m_currentKind, kinds - 1), 0));
        verticalScrollBar()->setValue(m_scrolled);
    }
}

} // namespace timeloom
