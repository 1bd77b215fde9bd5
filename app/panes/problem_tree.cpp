// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problem_tree.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "paint/tokens.h"
#include "widgets/lists/finding_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

using namespace Qt::StringLiterals;

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
    setHeaderHidden(true); // each row says its line itself
    setColumnHidden(FindingModel::LineColumn, true);
    setColumnHidden(FindingModel::PlaceColumn, true);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setIndentation(px(24));
    header()->setStretchLastSection(true);
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

/// Rows lie on the canvas, heads and bars around them do not.
void ProblemTree::paintEvent(QPaintEvent *event) {
    QPainter(viewport()).fillRect(viewport()->rect(), Tokens::forPalette(palette()).canvas);
    QTreeView::paintEvent(event);
}

void ProblemTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const {
    if (!index.parent().isValid() && m_findings->hasChildren(index)) {
        painter->fillRect(option.rect, Tokens::forPalette(palette()).surface);
    }
    QTreeView::drawRow(painter, option, index);
}

/// An arrow where a kind opens, on the ground of its row.
void ProblemTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const {
    const Tokens &tokens = Tokens::forPalette(palette());
    if (selectionModel()->isSelected(index)) {
        constexpr int barWidth = 3;
        painter->fillRect(rect, tokens.accentSoft);
        painter->fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height()), tokens.accent);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.grid);
    if (m_findings->hasChildren(index)) {
        constexpr int size = 14;
        const QRectF arrow(rect.right() - size - 2, rect.center().y() - size / 2.0 + 0.5, size, size);
        paintIcon(*painter, arrow, isExpanded(index) ? u"down"_s : u"right"_s, tokens.ink2);
    }
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
        const QModelIndex same =
            m_current && !m_findings->isByLine() ? indexOf(m_current->kind, m_current->path) : QModelIndex();
        setCurrentIndex(same.isValid() ? same : m_findings->index(std::min(m_currentKind, kinds - 1), 0));
        verticalScrollBar()->setValue(m_scrolled);
    }
}

} // namespace timeloom
