// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/scene_tips.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace timeline {

/// Where something of a size stands beside a place of a scene, so that it covers as little as may be, and if
/// it can nothing. Within `bounds`.
QRectF placeBeside(const Scene &scene, const QRectF &place, QSizeF size, const QRectF &bounds);

/// Says about an event what its label has no room for, beside it, once the pointer has rested on it.
class EventTip : public QWidget {
    Q_OBJECT

public:
    static constexpr int restMilliseconds = 400;

    /// `canvas`: in whose coordinates scenes are.
    explicit EventTip(QWidget *canvas);

    /// What is to be told when the pointer has rested; asked then.
    using Ask = std::function<void(EventTip &)>;
    void waitFor(EventIndex event, Ask ask); ///< anew where it is another event than before
    void show(const EventTipText &text, const Scene &scene, const SceneItem &item);
    void leave();         ///< hides it, and waits no more
    QString text() const; ///< its lines, while it is seen

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_canvas;
    QLabel *m_title;
    QLabel *m_date;
    QLabel *m_more;
    QTimer m_rest;
    std::optional<EventIndex> m_event; ///< it waits for, or tells about
    Ask m_ask;
};

} // namespace timeline
