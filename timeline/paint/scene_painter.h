// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/fonts.h"
#include "paint/label_images.h"
#include "paint/mark_images.h"
#include "paint/theme.h"

#include <functional>

class QPainter;

namespace timeline {

/// Draws a Scene, on a screen, into an image, an SVG or a PDF alike.
class ScenePainter {
public:
    ScenePainter(const Theme &theme, const Fonts &fonts) : m_theme(theme), m_fonts(fonts), m_labels(fonts) {}

    /// Everything that belongs to the document.
    void paint(QPainter &painter, const Scene &scene) const;

    /// The links that the scene was asked for, over all else of it. Apart, so that others need no new
    /// picture.
    void paintLinks(QPainter &painter, const Scene &scene) const;

    /// What is laid over it while someone works: the selected events and the one under the pointer.
    void paintHighlights(QPainter &painter, const Scene &scene,
                         const std::function<bool(EventIndex)> &isSelected,
                         std::optional<EventIndex> hovered) const;

    void paintText(QPainter &painter, const SceneText &text, const QColor &color) const;
    QColor colorOf(const Scene &scene, ColorRole role) const;

    /// Gets ready for what many different texts take. To be called when nobody waits for a frame.
    void warmUp() const { m_labels.warmUp(); }

private:
    void drawText(QPainter &painter, const SceneText &text, const QColor &color) const;
    QColor washOf(const SceneEra &era) const;
    void paintEras(QPainter &painter, const Scene &scene) const;
    void paintLanes(QPainter &painter, const Scene &scene) const;
    void paintScaleMarks(QPainter &painter, const ScenePanel &panel) const;
    void paintAxis(QPainter &painter, const Scene &scene) const;
    void paintDates(QPainter &painter, const Scene &scene, const ScenePanel &panel) const;
    void paintHeadings(QPainter &painter, const Scene &scene) const;
    void paintItems(QPainter &painter, const Scene &scene) const;
    void paintAsOf(QPainter &painter, const ScenePanel &panel) const;

    const Theme &m_theme;
    const Fonts &m_fonts;
    mutable MarkImages m_marks;
    mutable LabelImages m_labels;
};

} // namespace timeline
