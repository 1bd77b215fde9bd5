// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"

#include <QAbstractScrollArea>

namespace timeline {

/// A widget that shows a scene of the workspace's events, as those know it who work on it for that widget.
class SceneWidget : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit SceneWidget(Workspace &workspace, QWidget *parent = nullptr); ///< which must outlive it

    virtual const Scene &scene() const = 0;      ///< of this moment; without a panel where there is none
    virtual bool goesOn() const { return true; } ///< beyond its edges: one can pan
    virtual void startLink() = 0;                ///< from the current event to the one that is clicked next

    void addEvent(QPointF at); ///< in the lane there, at the time there
    void addEvent();           ///< where the current event stands, or in the middle
    void selectAt(QPointF at); ///< what a menu at this place is about

Q_SIGNALS:
    void editRequested(timeline::EventIndex event); ///< of its fields; it may be a new one that needs a name

    /// What is under the pointer, for a status bar: the time. Empty when it has left.
    void pointedAt(const QString &text);

protected:
    virtual Editor *editor() const = 0; ///< null where nothing can be edited
    virtual void wentTo(const SceneItem &) {}
    void tellPointer(QPointF at);

    Workspace &m_workspace;
};

} // namespace timeline
