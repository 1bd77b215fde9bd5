// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/scale.h"

#include <QSizeF>

namespace timeline {

/// What part of the axis is seen, and how large: a value. Pixels are logical and count from the plot's left
/// edge (right of the lane headings). Every change gives a new value, kept within the limits by the one
/// clamp. The breaks and gutters of a folded scale are as wide at every
/// zoom.
class Viewport {
public:
    Viewport() = default;
    /// `left`: axis position at pixel 0; `scale`: axis milliseconds in a pixel, outside of breaks; `size`: of
    /// the plot, in pixels; `breaks`: those of the TimeScale.
    Viewport(double left, double scale, QSizeF size, TimeScale::Breaks breaks = {})
        : m_left(left), m_scale(scale), m_size(size), m_breaks(std::move(breaks)) {
        clamp();
    }

    /// Shows the axis from `begin` to `end` over the whole width, but for margins in pixels.
    static Viewport showing(double begin, double end, QSizeF size, const TimeScale::Breaks &breaks = {},
                            double leftMargin = 0, double rightMargin = 0);
    Viewport showing(double begin, double end) const { return showing(begin, end, m_size, m_breaks); }

    double left() const { return m_left; }
    double right() const { return axis(width()); }
    double scale() const { return m_scale; }
    QSizeF size() const { return m_size; }
    double width() const { return m_size.width(); }
    const TimeScale::Breaks &breaks() const { return m_breaks; }
    double breakWidth() const;         ///< of each break, in pixels; 0 where there is none
    double scaleAt(double axis) const; ///< axis milliseconds in a pixel there, be it in a break

    double x(double axis) const {
        const double x = (axis - m_left) / m_scale;
        return m_breaks ? x + pixelsOfBreaks(axis) : x;
    }
    double axis(double x) const { return m_breaks ? axisBesideBreaks(x) : m_left + x * m_scale; }

    Viewport pannedBy(double pixels) const;           ///< positive: what is seen moves to the right
    Viewport zoomedAt(double x, double factor) const; ///< factor 2: twice as large; x stays where it is
    Viewport resized(QSizeF size) const;              ///< keeps the left edge and the scale
    Viewport between(const Viewport &target, double part) const; ///< on the way to it, 0 to 1, zooming evenly

    /// The step of zoom that rows and labels are laid out for: half an octave of scale. Within one, nothing
    /// changes its row. With a phase, 0 to 1, levels begin that part of one earlier when zooming out.
    int level(double phase = 0) const;
    static constexpr double levelsPerOctave = 2;
    /// The coarsest scale of a level, for which its rows are packed.
    static double scaleOfLevel(int level, double phase = 0);

    friend bool operator==(const Viewport &a, const Viewport &b) {
        const bool isSameScale =
            a.m_breaks == b.m_breaks || (a.m_breaks && b.m_breaks && *a.m_breaks == *b.m_breaks);
        return isSameScale && a.m_left == b.m_left && a.m_scale == b.m_scale && a.m_size == b.m_size;
    }

private:
    void clamp();
    /// How many pixels more than their axis the breaks between the left edge and a place take.
    double pixelsOfBreaks(double axis) const;
    double axisBesideBreaks(double pixel) const;

    double m_left = 0;
    double m_scale = 1;
    QSizeF m_size{1, 1};
    TimeScale::Breaks m_breaks;
};

} // namespace timeline
