// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_panel.h"

#include "layout/scale/metrics.h"

namespace timeline {

double ScenePanel::millisecondsPerPixel(QPointF at) const {
    const double axis = axisAt(along(at));
    return viewport.scaleAt(axis) / scale.rateAt(axis);
}

QRectF ScenePanel::stretch(double from, double to, const QRectF &breadth) const {
    return {point(from, across(breadth.topLeft())), point(to, across(breadth.bottomRight()))};
}

double ScenePanel::tierBreadth() const {
    return runsRight() ? metrics::tierHeight : axisRect.width() / 2;
}

QLineF ScenePanel::lineAcross(double along) const {
    return {point(along, across(rect.topLeft())), point(along, across(rect.bottomRight()))};
}

} // namespace timeline
