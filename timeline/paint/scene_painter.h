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

/// What people are about to do with a scene's events.
struct SceneStates {
    std::function<bool(EventIndex)> isSelected;
    std::optional<EventIndex> hovered;
    std::optional<EventIndex> held; ///< the only one that is selected
    bool canMove = false;           ///< that one, and its ends
    bool isFocusSeen = false;       ///< where keys go: to an event, or to the scene where that is not in view
    std::optional<EventIndex> focused;       ///< that event
    std::function<double(EventIndex)> flash; ///< how much it is to be noticed, 0 to 1; empty: none is
};
/// Where one takes hold of the ends of a bar: 8 x 18 pixels. None of what is cut there, or too short.
std::vector<QRectF> endHandles(const SceneItem &item);

/// Draws a Scene in a window, many times a second: marks and texts as kept images. Files are made by Picture.
class ScenePainter {
public:
    ScenePainter(const Theme &theme, const Fonts &fonts) : m_theme(theme), m_labels(fonts) {}

    void paint(QPainter &painter, const Scene &scene) const;      ///< see drawScene()
    void paintLinks(QPainter &painter, const Scene &scene) const; ///< see drawLinks()
    void paintLegend(QPainter &painter, const Legend &legend) const;

    /// Plates that seem to lie under marks and texts of a picture that is there already: those of what is
    /// selected, of which there may be many, and all that changes more often.
    void paintSelected(QPainter &painter, const Scene &scene, const SceneStates &states) const;
    void paintStates(QPainter &painter, const Scene &scene, const SceneStates &states) const;

    void paintText(QPainter &painter, const SceneText &text, const QColor &color) const;

    /// Gets ready for what many different texts take. To be called when nobody waits for a frame.
    void warmUp() const { m_labels.warmUp(); }

private:
    friend class WindowCanvas;
    void beginPlates(QPainter &painter, const Scene &scene) const;

    const Theme &m_theme;
    mutable MarkImages m_marks;
    mutable LabelImages m_labels;
};

} // namespace timeline
