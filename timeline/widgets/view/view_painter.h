// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/heading_look.h"
#include "widgets/view/event_drag.h"
#include "widgets/view/scene_widget.h"
#include "widgets/view/stretch_end.h"

#include <QPixmap>

namespace timeline {

/// Paints a timeline onto a widget, and over it what one is about to do there. While only that changes, a
/// kept picture of the scene is used.
class ViewPainter {
    Q_DISABLE_COPY_MOVE(ViewPainter)

public:
    /// Both must outlive it.
    ViewPainter(const SceneWidget &view, const Fonts &fonts);
    void setPalette(const QPalette &palette);

    /// A scene that was not painted yet, with what is selected.
    void paintNew(QPainter &painter, const SceneStates &states);
    void paintKept(QPainter &painter, const SceneStates &states); ///< as long as neither changes
    void forgetPicture() { m_isPictureStale = true; }             ///< the same scene looks otherwise
    void paintSelected(QPainter &painter, const SceneStates &states) const {
        m_painter.paintSelected(painter, m_view.scene(), states);
    }
    void warmUp() { m_painter.warmUp(); } ///< when nobody waits for a frame

    /// Links, and what shows what is pointed at, held or keys go to.
    void paintStates(QPainter &painter, const SceneStates &states) const;
    /// A stretch that is framed or measured, with its length.
    void paintStretch(QPainter &painter, const StretchEnd &from, const StretchEnd &to) const;
    void paintLinkHandles(QPainter &painter, EventIndex event) const; ///< an arrow can be drawn from them
    void paintDrag(QPainter &painter, const EventDrag &drag) const;
    void paintFocus(QPainter &painter, const QRectF &place) const; ///< what stands around the lanes
    void paintHeadings(QPainter &painter, const HeadingStates &states) const;
    void paintNote(QPainter &painter, const QString &text) const; ///< in the corner of the plot

private:
    void paintLinkDrag(QPainter &painter, const EventDrag &drag) const;
    void paintBadge(QPainter &painter, const QString &text, double middle, double top) const;
    QColor wash(float alpha) const;

    const SceneWidget &m_view;
    const Fonts &m_fonts;
    Theme m_theme;
    ScenePainter m_painter; ///< in m_theme, with m_fonts
    QPixmap m_picture;
    bool m_isPictureStale = true;
};

} // namespace timeline
