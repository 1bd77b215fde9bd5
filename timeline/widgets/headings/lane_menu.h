// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/headings/lane_actions.h"

#include <QMenu>
#include <functional>

namespace timeline {

/// The menu of a lane, or of the lanes that are hidden. It deletes itself.
class LaneMenu : public QMenu {
    Q_OBJECT

public:
    /// Both must outlive it. `rename`: asks for another title.
    LaneMenu(const LaneActions &actions, std::function<void(const QString &key)> rename, QWidget *parent);
    void addLane(const QString &key, bool isNamed); ///< named where no heading tells of which it is
    void addHiddenLanes();

private:
    QAction *add(const QString &text, const QKeySequence &keys, const std::function<void()> &f);
    void chooseColor(const QString &key);

    const LaneActions &m_actions;
    std::function<void(const QString &)> m_rename;
};

} // namespace timeline
