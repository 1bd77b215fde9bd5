// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"
#include "layout/scene/scene_text.h"
#include "time/ticks.h"

#include <QLineF>
#include <algorithm>

namespace timeline {

struct SceneTick {
    enum Kind : std::uint8_t {
        Minor,
        Named,
        Context
    };             ///< without a name, with one, begins a stretch of the upper tier
    double at = 0; ///< along its panel
    Kind kind = Minor;
};

/// A date of the axis: the name of a tick, or of the stretch that a context names.
struct AxisLabel : SceneText {
    Instant instant; ///< that of its tick
    TickStep step;   ///< whose tick that is
};

/// A gutter: a place where the scale changes its speed, or a break with nothing in it, or both.
struct ScaleMark {
    double at = 0; ///< where it begins, along its panel
    double length = 0;
    Instant begin; ///< of what a break leaves out; both the same where nothing is
    Instant end;
    std::optional<SceneText> label; ///< says how long that is; on the axis
    bool isBreak() const { return begin < end; }
};

/// A column of a scale of several speeds, as far as it is in view.
struct SceneColumn {
    double from = 0; ///< along its panel, gutters not included
    double to = 0;
    bool isSecond = false; ///< every second one has another ground
    bool isAhead = false;  ///< what is planned, after "as of"
    double rate = 1;       ///< of the scale
    std::optional<SceneText> head;
    std::optional<QLineF> unit;      ///< as long as one unit of time
    std::optional<SceneText> change; ///< "1 year here = 11 years before"
};

/// A part of a scene in which time runs in one direction on one scale, with its own axis: lanes have one, a
/// page of columns has one for each. It is the one map between dates and pixels; whoever draws, points or
/// drags asks it.
///
/// Places *along* a panel are x in the scene where time runs right, and y where it runs down; those *across*
/// it are the other ones.
struct ScenePanel {
    enum class Direction : std::uint8_t { Right, Down };

    Direction direction = Direction::Right;
    QRectF rect; ///< where its events stand
    /// Where its dates stand, in two tiers: above it, and below them what breaks leave out, or left of it
    /// where time runs down.
    QRectF axisRect;
    /// Its piece of time, `end` not included: of a date beyond it another panel knows the place. Lanes have
    /// all of time, whatever is seen of it.
    Instant begin = Instant::distantPast();
    Instant end = Instant::distantFuture();
    TimeScale scale;
    Viewport viewport; ///< of the scale, as wide as the panel is long

    std::vector<SceneTick> ticks;
    std::vector<AxisLabel> tickLabels;
    std::vector<AxisLabel> contextLabels;
    std::optional<SceneText> zone; ///< of its dates, beside them; only where a date has one
    std::vector<ScaleMark> scaleMarks;
    std::vector<SceneColumn> columns;   ///< none where there is one speed
    std::optional<double> asOf;         ///< where "as of" is, along it; only where it is in view
    std::optional<SceneText> asOfLabel; ///< in a frame
    QRectF asOfFrame() const { return asOfLabel ? asOfLabel->rect().marginsAdded({6, 2, 6, 2}) : QRectF(); }

    bool runsRight() const { return direction == Direction::Right; }
    double along(QPointF point) const { return runsRight() ? point.x() : point.y(); }
    double across(QPointF point) const { return runsRight() ? point.y() : point.x(); }
    QPointF point(double along, double across) const {
        return runsRight() ? QPointF(along, across) : QPointF(across, along);
    }
    double first() const { return along(rect.topLeft()); } ///< along it: where it begins
    double last() const { return along(rect.bottomRight()); }

    /// Where a date or a place of the axis is, along the panel; it may be far out of view.
    double at(double axis) const { return first() + viewport.x(axis); }
    double at(Instant instant) const { return at(scale.axis(instant)); }
    double atEnd(Instant instant) const { return at(scale.axisOfEnd(instant)); } ///< of what ends there
    double axisAt(double along) const { return viewport.axis(along - first()); }
    Instant instantAt(QPointF point) const { return scale.instant(axisAt(along(point))); }
    double millisecondsPerPixel(QPointF at) const; ///< there

    /// From one place along it to another, over its whole breadth, or over that of a rectangle.
    QRectF stretch(double from, double to) const { return stretch(from, to, rect); }
    QRectF stretch(double from, double to, const QRectF &across) const;
    QLineF lineAcross(double along) const; ///< over its whole breadth
    double tierBreadth() const;            ///< of each of the two tiers of dates, across the panel

    /// Calls `use(from, to)` for the pieces of a line across it, between two places across it, that strike
    /// none of some rectangles, which come in the order of where they begin across it.
    template <typename Use>
    void forEachClear(double at, double from, double to, const std::vector<QRectF> &struck, Use use) const {
        for (const QRectF &one : struck) {
            if (along(one.topLeft()) < at && at < along(one.bottomRight())) {
                if (const double until = std::min(to, across(one.topLeft())); from < until) {
                    use(from, until);
                }
                from = std::max(from, across(one.bottomRight()));
            }
        }
        if (from < to) {
            use(from, to);
        }
    }

    bool contains(Instant instant) const { return begin <= instant && instant < end; }
};

} // namespace timeline
