// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/scene_painter.h"
#include "widgets/view/event_drag.h"
#include "widgets/view/frame_times.h"
#include "widgets/view/viewport_animator.h"
#include "widgets/workspace/workspace.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPixmap>

namespace timeline {

/// The timeline itself: shows the workspace's viewport and lets people move about in it.
///
/// Wheel: zoom around the pointer (with Shift or sideways: pan). Drag: pan. Shift+drag: frame a span.
/// Ctrl+drag: measure a span. Click: select (Ctrl: also), open a cluster. Double click: frame an event or an
/// era. Keys: + - arrows W A S D Home End; 0 everything, F the selection, Esc drops what is being done.
///
/// With an editor: a double click on an empty place makes an event there; a selected event is moved by
/// dragging it, its ends by their edges (with Ctrl as exactly as one can point), and an arrow to another
/// event is drawn from the handle at its side.
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

    void setEditor(Editor *editor); ///< must outlive the view
    void addEvent(QPointF at);      ///< in the lane there, at the time there
    void addEvent();                ///< where the current event stands, or in the middle
    void startLink();               ///< from the current event to the one that is clicked next
    void selectAt(QPointF at);      ///< what a menu at this place is about

Q_SIGNALS:
    void editRequested(timeline::EventIndex event); ///< of its fields; it may be a new one that needs a name

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
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Drag { None, Pan, Frame, Measure, Edit };
    struct Gesture {
        Drag kind = Drag::None;
        bool moved = false; ///< further than a click trembles
        QPointF start;
        QPointF last;
        int scrollStart = 0;
        Viewport viewportStart;
        std::vector<std::pair<qint64, double>> trail; ///< milliseconds and x, the newest last
    };

    struct Held {
        const SceneItem *item;
        Grip grip;
    };

    std::optional<Held> heldAt(QPointF at) const;
    std::optional<Qt::CursorShape> gripCursorAt(QPointF at) const;
    double edgeDistance(QPointF at) const;
    void dragTo(QPointF at, bool isExact);
    void finishEdit();
    void dropEdit();
    void paintEditing(QPainter &painter) const;
    void paintDrag(QPainter &painter, const EventDrag &drag) const;
    void paintBadge(QPainter &painter, const QString &text, double middle, double top) const;
    void invalidate();
    void refreshScrollBar();
    void zoomAt(QPointF at, double factor, bool animated);
    void panBy(double pixels);
    void beginRun();
    void bringLaneIntoView(EventIndex event);
    std::vector<EventIndex> linkedEvents() const;
    void refreshLinks();
    void click(QPointF at, Qt::KeyboardModifiers modifiers);
    void openCluster(const SceneItem &cluster, QPoint globalPos);
    void stepSelection(int direction);
    QString laneKey(const SceneItem &item) const;
    std::size_t travelLane(EventIndex event) const;
    void finishFrame();
    double flingVelocity() const;
    bool showToolTip(const QPoint &globalPos, QPointF at) const;
    QString toolTipAt(QPointF at) const;
    void tellPointer(QPointF at);
    const QPixmap &picture();
    void paintFrameTimes(QPainter &painter) const;
    void paintGesture(QPainter &painter) const;
    /// Pixels of the viewport.
    double alongPanel(QPointF at) const {
        return scene().panelAt(at).along(at) - scene().panelAt(at).first();
    }

    Workspace &m_workspace;
    const Fonts &m_fonts;
    Theme m_theme;
    ScenePainter m_painter; ///< in m_theme, with m_fonts
    ViewportAnimator m_animator;
    Gesture m_gesture;
    Editor *m_editor = nullptr;
    std::optional<EventDrag> m_drag; ///< while something is taken hold of
    bool m_isExact = false;          ///< as the last key beside the mouse said
    QBasicTimer m_edgePan;
    bool m_measured = false;             ///< a finished measure is still shown
    std::optional<QString> m_travelLane; ///< the key of that in which one selected last
    mutable std::optional<Scene> m_scene;
    mutable FrameTimes m_frameTimes;
    bool m_showsFrameTimes = false;
    bool m_isNewScene = true; ///< it has not been painted yet
    bool m_isWarm = false;    ///< what takes longest the first time is done
    QPixmap m_picture;
    bool m_pictureIsStale = true;
    QElapsedTimer m_sinceStep; ///< of wheel or key: after a rest a new run begins
};

} // namespace timeline
