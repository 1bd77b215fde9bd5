// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace timeline {
class Editor;
class FindingModel;
class Workspace;
} // namespace timeline

namespace timeloom {

class ProblemTree;

/// The problems that were found in the file, by their kinds; each leads to its event, or to the text of what
/// is none, and of many kinds all can be mended at once.
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
    void allowMending();
    void activate(const QModelIndex &row);
    void reveal(const QModelIndex &finding);
    void mend();
    void mendKind();

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    timeline::FindingModel *m_findings;
    ProblemTree *m_tree;
    QLabel *m_nothing, *m_totals;
    QPushButton *m_mend, *m_mendKind;
    QStackedLayout *m_pages;
    bool m_isBehind = false; ///< nobody saw it since the document changed
    bool m_isOther = false;  ///< and that is another file's
};

} // namespace timeloom
