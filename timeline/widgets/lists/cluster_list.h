// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <QListView>

namespace timeline {

class ClusterModel;

/// A list that pops up over what no zoom parts: choosing an event selects it. It goes when one chooses,
/// leaves it, or what the timeline shows changes.
class ClusterList : public QListView {
    Q_OBJECT

public:
    /// Shows the events, at least one, of the document that is laid out.
    ClusterList(Workspace &workspace, std::vector<EventIndex> events, QWidget *parent);
    void popUp(QPoint globalPos); ///< as near as the screen has room

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QSize wantedSize() const;

    ClusterModel *m_model;
};

} // namespace timeline
