// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/fonts.h"

#include <QWidget>

class QComboBox;
class QCheckBox;
class QLabel;
class QTreeView;

namespace timeline {
class LaneModel;
class Workspace;
} // namespace timeline

namespace timeloom {

/// What the timeline's colours and looks mean, which categories it shows, and by what it parts the events
/// into lanes.
class LegendPane : public QWidget {
    Q_OBJECT

public:
    /// `fonts` must outlive the pane.
    LegendPane(timeline::Workspace &workspace, const timeline::Fonts &fonts, QWidget *parent = nullptr);

private:
    QTreeView *makeList();
    QComboBox *makeGrouping();
    QCheckBox *makeFolding();
    void showMenu(const QPoint &at);
    void showOptions();

    timeline::Workspace &m_workspace;
    timeline::LaneModel *m_lanes;
    QTreeView *m_list;
    QComboBox *m_grouping;
    QCheckBox *m_folding;
    QLabel *m_others;
};

} // namespace timeloom
