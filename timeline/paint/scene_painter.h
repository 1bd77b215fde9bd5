// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/legend.h"
#include "paint/label_images.h"
#include "paint/mark_images.h"
#include "paint/theme.h"
#include "text/fonts.h"

#include <functional>

class QPainter;

namespace timeline {

/// Draws a Scene in a window, many times a second: marks and texts as kept images. Files are made by Picture.
class ScenePainter {
public:
    ScenePainter(const Theme &theme, const Fonts &fonts) : m_theme(theme), m_labels(fonts) {}

    void paint(QPainter &painter, const Scene &scene) const;      ///< see drawScene()
    void paintLinks(QPainter &painter, const Scene &scene) const; ///< see drawLinks()
    void paintLegend(QPainter &painter, const Legend &legend) const;

    /// What is laid over it while someone works: the selected events and the one under the pointer.
    void paintHighlights(QPainter &painter, const Scene &scene,
                         const std::function<bool(EventIndex)> &isSelected,
                         std::optional<EventIndex> hovered) const;

    void paintText(QPainter &painter, const SceneText &text, const QColor &color) const;

    /// Gets ready for what many different texts take. To be called when nobody waits for a frame.
    void warmUp() const { m_labels.warmUp(); }

private:
    friend class WindowCanvas;

    const Theme &m_theme;
    mutable MarkImages m_marks;
    mutable LabelImages m_labels;
};

} // namespace timeline
