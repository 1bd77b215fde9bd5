// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/frame_times.h"
#include "widgets/view/lane_headings.h"
#include "widgets/view/pointer_input.h"
#include "widgets/view/view_painter.h"

#include <QTimer>

class QGestureEvent;
class QNativeGestureEvent;

namespace timeline {

/// The timeline itself: shows the workspace's viewport and lets people move about in it.
///
/// Wheel: zoom around the pointer (with Shift or sideways: pan). Drag: pan. Shift+drag: frame a span.
/// Ctrl+drag: measure a span. Click: select (Ctrl: also), open a cluster. Double click: frame an event or an
/// era. Keys: + - arrows W A S D Home End; 0 everything, F the selection, Esc drops what is being done;
/// Ctrl+arrows to the next event of the lane, or of the next lane (with Shift without selecting it, Space
/// does that), Return tells more about it or opens its cluster, F8 follows its links, Alt+Shift+arrows move
/// it in time. Tab leads to the corner, eras and folds, see FrameKeys, and on to the headings of lanes,
/// see LaneHeadings, which have clicks, drags and keys of their own.
///
/// With an editor: a double click on an empty place makes an event there; a selected event is moved by
/// dragging it, its ends by their edges (with Ctrl as exactly as one can point), and an arrow to another
/// event is drawn from the handle at its side; events without a date can be dropped.
class TimelineView : public SceneWidget {
    Q_OBJECT

public:
    TimelineView(Workspace &workspace, const Fonts &fonts, QWidget *parent = nullptr);

    void setEditor(Editor *editor) override;
    const Scene &scene() const override;
    QSize minimumSizeHint() const override { return {320, 200}; }

    void zoomBy(double factor) { m_navigation.zoomBy(factor); } ///< see ViewNavigation
    void showEverything() { m_workspace.fitAll(); }
    void frameSelection() { m_navigation.frameSelection(); } ///< everything where nothing is selected
    void setFrameTimesShown(bool shown);

    void startLink() override { m_pointer.beginLink(); }
    void lookAtEra(std::optional<std::size_t> era) override;
    void focusEra(std::optional<std::size_t> era) override;
    bool openClusterOf(EventIndex event) override { return m_pointer.openClusterOf(event); }
    LaneHeadings *headings() override { return &m_headings; }

Q_SIGNALS:
    /// Once what is seen stays for a moment: how many events are in view, and how many of them have a title;
    /// none once nothing is seen.
    void titlesCounted(qint64 titled, qint64 inView);

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool isForward) override; ///< around the lanes and to their headings, then on
    void dropDrag() override;
    void wentTo(const SceneItem &item) override { m_navigation.wentTo(item); }
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void invalidate();
    void refreshScrollBar();
    void refreshLinks();
    std::vector<EventIndex> linkedEvents() const;
    std::optional<EventIndex> dimmedBut() const; ///< but for what hangs together with it
    void undimSelected() const;
    void bringLaneIntoView(EventIndex event);
    bool pinch(const QGestureEvent &event);
    bool pinch(const QNativeGestureEvent &event);
    void lookAgain();
    std::optional<std::size_t> tintedEra() const;
    void retint();
    bool escape();                      ///< whether something was being done
    SceneStates statesOfEvents() const; ///< but for the focus, while headings have it
    bool pressArrow(const QKeyEvent &event);

    ViewPainter m_painter;
    ViewportAnimator m_animator;
    ViewNavigation m_navigation;
    PointerInput m_pointer;
    LaneHeadings m_headings;
    std::optional<QPointF> m_pointed; ///< where the pointer is
    mutable std::optional<Scene> m_scene;
    std::optional<std::size_t> m_hoveredEra, m_focusedEra; ///< under the pointer; that keys go to
    mutable FrameTimes m_frameTimes;
    bool m_showsFrameTimes = false;
    QTimer m_counting;        ///< until titles are counted
    bool m_isNewScene = true; ///< it has not been painted yet
    bool m_isWarm = false;    ///< what takes longest the first time is done
};

} // namespace timeline
