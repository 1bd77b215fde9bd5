// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace timeline {
class Editor;
class FindingModel;
class Workspace;
} // namespace timeline

namespace timeloom {

/// The problems that were found in the file; each leads to its event, or to the text of what is none.
class ProblemsPane : public QWidget {
    Q_OBJECT

public:
    ProblemsPane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);
    int count() const; ///< of the problems

Q_SIGNALS:
    void countChanged(int count);

private:
    QWidget *makeList();
    void showCount();
    void reveal(const QModelIndex &finding);
    void mend();

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    timeline::FindingModel *m_findings;
    QTableView *m_list;
    QPushButton *m_mend;
    QStackedLayout *m_pages;
};

} // namespace timeloom
