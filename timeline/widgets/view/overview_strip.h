// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene_panel.h"
#include "paint/theme.h"
#include "widgets/workspace/workspace.h"

#include <QPixmap>
#include <QWidget>

namespace timeline {

/// The whole time line in one narrow strip: how many events there are where, and the window of the timeline
/// on it. The window is dragged, its edges too; a press beside it brings it there; a double click shows
/// everything.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    explicit OverviewStrip(Workspace &workspace, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {400, 46}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    enum class Grip { None, Window, LeftEdge, RightEdge };
    ScenePanel whole() const; ///< everything, in this strip
    QRectF window() const;    ///< the timeline's viewport in it
    Grip gripAt(QPointF at) const;
    void paintDensity();
    void refresh();

    Workspace &m_workspace;
    Theme m_theme;
    QPixmap m_density;
    Grip m_grip = Grip::None;
    double m_grabbedAt =
        0; ///< where the pointer holds it: of the window a share, of an edge pixels beyond it
};

} // namespace timeline
