// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_check.h"

#include <QHash>
#include <QWidget>
#include <memory>

class QAction;
class QLabel;
class QModelIndex;
class QStackedLayout;

namespace timeline {
class Editor;
class FindingModel;
class Workspace;
} // namespace timeline

namespace timeloom {

class ProblemTree;
class Trough;

/// The problems that were found in the file, by their kinds or their lines; each leads to its event, or to
/// the text of what is none. What corrects one, or all of a kind, is a button in its row, which Ctrl+.
/// presses, too.
class ProblemsPane : public QWidget {
    Q_OBJECT

public:
    ProblemsPane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);
    int count() const; ///< of the problems

Q_SIGNALS:
    void countChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makePage();
    void follow(bool isOther);
    void showTotals();
    void showSign();
    void allowMending();
    std::optional<timeline::EventFix> fixOf(const QModelIndex &row) const;
    std::optional<timeline::EventFix> foundFixOf(timeline::EventIndex event, std::size_t finding) const;
    bool isUnread(const QModelIndex &row) const;
    QString correctionOf(const QModelIndex &row) const;
    QString kindCorrectionOf(const QModelIndex &row) const;
    void correct(const QModelIndex &row);
    void showMenu(const QPoint &at);
    void activate(const QModelIndex &row);
    void reveal(const QModelIndex &finding);
    void mend();
    void mendKind(std::size_t kind);

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    timeline::FindingModel *m_findings;
    ProblemTree *m_tree;
    QLabel *m_nothing, *m_totals;
    QLabel *m_sign; ///< how bad the worst of them is
    Trough *m_order;
    QAction *m_correct, *m_correctAll;                                    ///< what is current
    mutable QHash<qulonglong, std::optional<timeline::EventFix>> m_fixes; ///< of findings that were looked at
    mutable std::shared_ptr<const timeline::Document> m_fixesOf;
    QStackedLayout *m_pages;
    bool m_isBehind = false; ///< nobody saw it since the document changed
    bool m_isOther = false;  ///< and that is another file's
};

} // namespace timeloom
