// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeView;

namespace timeline {
class LaneModel;
class Workspace;
} // namespace timeline

namespace timeloom {

/// Which categories are shown, each with how many of its events are.
class FilterPane : public QWidget {
    Q_OBJECT

public:
    explicit FilterPane(timeline::Workspace &workspace, QWidget *parent = nullptr);

private:
    QTreeView *makeList();
    void showMenu(const QPoint &at);
    void showState();

    timeline::Workspace &m_workspace;
    timeline::LaneModel *m_lanes;
    QLabel *m_count, *m_nothing;
    QToolButton *m_showAll;
    QTreeView *m_list;
};

} // namespace timeloom
