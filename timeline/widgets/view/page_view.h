// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/event_dragging.h"
#include "widgets/view/view_painter.h"
#include "widgets/workspace/background.h"

#include <QImage>

namespace timeline {

/// The events that the filter shows as a composed page, as large as the widget: what a picture of that size
/// would be. It is made anew beside the window's thread when something changes while it is seen; till then it
/// stays as it was.
///
/// Click: select (Ctrl: also). Double click: edit, or make an event on an empty place. A selected event is
/// moved by dragging it within its column, its ends by their edges; an arrow is drawn from the handle at its
/// side. Keys: arrows from event to event in the order of time, Home End, Return tells more
/// about it; see EventKeys.
class PageView : public SceneWidget {
    Q_OBJECT

public:
    PageView(Workspace &workspace, const Fonts &fonts, QWidget *parent = nullptr);

    const Scene &scene() const override { return m_scene; }
    bool goesOn() const override { return false; }
    void startLink() override;
    QSize minimumSizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    void composed(); ///< what is seen is what the workspace has

protected:
    void dropDrag() override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Made {
        Scene scene;
        QImage image;
        std::size_t tooMany = 0; ///< events; then there is no page
    };
    void compose();
    void take(Made made);
    void forget(); ///< another file: what stands here has no event any more
    void hover(QPointF at);
    void goTo(std::ptrdiff_t place);                               ///< in the order of its events
    std::ptrdiff_t placeOf(std::optional<EventIndex> event) const; ///< -1 where it is not there

    ViewPainter m_painter;
    Background<Made> m_work;
    Scene m_scene;
    QImage m_image;
    std::vector<EventIndex> m_order; ///< its events as one reads them
    QString m_note;                  ///< why there is no page
    bool m_isStale = true;           ///< composed when it is seen
    std::optional<QPointF> m_pressed;
    bool m_isMoving = false; ///< what was pressed, further than a hand trembles
};

} // namespace timeline
