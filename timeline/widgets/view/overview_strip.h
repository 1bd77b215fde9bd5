// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/overview_marks.h"
#include "widgets/workspace/background.h"
#include "widgets/workspace/workspace.h"

#include <QPixmap>
#include <QWidget>

namespace timeline {

/// The whole time line in one narrow strip: the events, and in a frame what the timeline shows of it. The
/// frame is dragged, its handles too; a press beside it brings it there; a double click shows everything.
/// With the keys Left and Right move it, Up and Down zoom, Home and End go to the ends.
class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    explicit OverviewStrip(Workspace &workspace, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {400, m_height}; }
    QSize minimumSizeHint() const override { return {100, m_height}; }
    /// 48, 40 or 32 pixels, as the window has room.
    void setStripHeight(int height);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Grip { None, Window, LeftEdge, RightEdge };
    ScenePanel whole() const; ///< everything, in this strip
    QRectF window() const;    ///< the timeline's viewport in it
    Grip gripAt(QPointF at) const;
    void makeMarks();
    void paintMarks();
    void paintHeading(QPainter &painter) const;
    void paintSelected(QPainter &painter) const;
    void paintFrame(QPainter &painter) const;
    void refresh();
    void describe();
    QString extentName(bool isBrief) const;

    Workspace &m_workspace;
    Theme m_theme;
    const Tokens *m_tokens;
    int m_height = 48;
    std::optional<OverviewMarks> m_marks;
    QPixmap m_picture; ///< of the marks
    QSize m_pictureSize;
    Background<std::vector<EventIndex>> m_counting; ///< what the filter hides of very many
    Grip m_grip = Grip::None;
    double m_grabbedAt =
        0; ///< where the pointer holds it: of the window a share, of an edge pixels beyond it
};

} // namespace timeline
