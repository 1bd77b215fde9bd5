// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/scene_painter.h"
#include "widgets/frame_times.h"
#include "widgets/viewport_animator.h"
#include "widgets/workspace.h"

#include <QAbstractScrollArea>
#include <QPixmap>

namespace timeline {

/// The timeline itself: shows the workspace's viewport and lets people move about in it.
///
/// Wheel: zoom around the pointer (with Shift or sideways: pan). Drag: pan. Shift+drag: frame a span.
/// Ctrl+drag: measure a span. Click: select (Ctrl: also), open a cluster. Double click: frame an event or an
/// era. Keys: + - arrows W A S D Home End; 0 everything, F the selection, Esc drops what is being done.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    TimelineView(Workspace &workspace, const Fonts &fonts, QWidget *parent = nullptr);

    const Scene &scene() const;
    QSize minimumSizeHint() const override { return {320, 200}; }

    void zoomBy(double factor); ///< around the middle, animated
    void showEverything();
    void frameSelection(); ///< everything where nothing is selected
    void setFrameTimesShown(bool shown);

Q_SIGNALS:
    /// What is under the pointer, for a status bar: the time, and its distance from "as of". Empty when it
    /// has left.
    void pointedAt(const QString &text);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Drag { None, Pan, Frame, Measure };
    struct Gesture {
        Drag kind = Drag::None;
        bool moved = false; ///< further than a click trembles
        QPointF start;
        QPointF last;
        int scrollStart = 0;
        Viewport viewportStart;
        std::vector<std::pair<qint64, double>> trail; ///< milliseconds and x, the newest last
    };

    void invalidate();
    void zoomAt(double sceneX, double factor, bool animated);
    void panBy(double pixels);
    void beginRun();
    void bringLaneIntoView(EventIndex event);
    void refreshSelection();
    void click(QPointF at, Qt::KeyboardModifiers modifiers);
    void openCluster(const SceneItem &cluster, QPoint globalPos);
    void stepSelection(int direction);
    void finishFrame();
    double flingVelocity() const;
    bool showToolTip(const QPoint &globalPos, QPointF at) const;
    QString toolTipAt(QPointF at) const;
    void tellPointer(QPointF at);
    const QPixmap &picture();
    void paintFrameTimes(QPainter &painter) const;
    void paintGesture(QPainter &painter) const;
    double plotX(double sceneX) const { return sceneX - scene().plot.left(); }

    Workspace &m_workspace;
    const Fonts &m_fonts;
    Theme m_theme;
    ScenePainter m_painter; ///< in m_theme, with m_fonts
    ViewportAnimator m_animator;
    Gesture m_gesture;
    bool m_measured = false; ///< a finished measure is still shown
    mutable std::optional<Scene> m_scene;
    mutable FrameTimes m_frameTimes;
    bool m_showsFrameTimes = false;
    bool m_isNewScene = true; ///< it has not been painted yet
    QPixmap m_picture;
    bool m_pictureIsStale = true;
    QElapsedTimer m_sinceStep;               ///< of wheel or key: after a rest a new run begins
    std::vector<Document::Relation> m_links; ///< of the current event
};

} // namespace timeline
