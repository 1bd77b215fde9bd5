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

/// Says about an event, or another thing of a scene, what there is no room for, beside it, once the pointer
/// has rested on it.
class EventTip : public QWidget {
    Q_OBJECT

public:
    static constexpr int restMilliseconds = 400;

    /// `canvas`: in whose coordinates scenes are.
    explicit EventTip(QWidget *canvas);

    /// What is to be told when the pointer has rested; asked then.
    using Ask = std::function<void(EventTip &)>;
    void waitFor(quint64 key, Ask ask); ///< anew where it is another thing than before
    void show(const PlaceTip &tip, const Scene &scene);
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
    std::optional<quint64> m_key; ///< of what it waits for, or tells about
    Ask m_ask;
};

} // namespace timeline
