// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/scale.h"

#include <QSizeF>

namespace timeline {

/// What part of the axis is seen, and how large: a value. Pixels are logical and count from the plot's left
/// edge (right of the lane headings). Every change gives a new value, kept within the limits by the one
/// clamp.
class Viewport {
public:
    Viewport() = default;
    /// `left`: axis position at pixel 0; `scale`: axis milliseconds in a pixel; `size`: of the plot, in
    /// pixels.
    Viewport(double left, double scale, QSizeF size) : m_left(left), m_scale(scale), m_size(size) { clamp(); }

    /// Shows the axis from `begin` to `end` over the whole width.
    static Viewport showing(double begin, double end, QSizeF size);

    double left() const { return m_left; }
    double right() const { return m_left + m_scale * m_size.width(); }
    double scale() const { return m_scale; }
    QSizeF size() const { return m_size; }
    double width() const { return m_size.width(); }

    double x(double axis) const { return (axis - m_left) / m_scale; }
    double axis(double x) const { return m_left + x * m_scale; }

    Viewport pannedBy(double pixels) const;           ///< positive: what is seen moves to the right
    Viewport zoomedAt(double x, double factor) const; ///< factor 2: twice as large; x stays where it is
    Viewport resized(QSizeF size) const;              ///< keeps the left edge and the scale
    Viewport between(const Viewport &target, double part) const; ///< on the way to it, 0 to 1, zooming evenly

    /// The step of zoom that rows and labels are laid out for: half an octave of scale. Within one, nothing
    /// changes its row. With a phase, 0 to 1, levels begin that part of one earlier when zooming out.
    int level(double phase = 0) const;
    /// The coarsest scale of a level, for which its rows are packed.
    static double scaleOfLevel(int level, double phase = 0);

    friend bool operator==(const Viewport &, const Viewport &) = default;

private:
    void clamp();
    double m_left = 0;
    double m_scale = 1;
    QSizeF m_size{1, 1};
};

} // namespace timeline
