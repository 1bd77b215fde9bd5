// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_panel.h"

namespace timeline {

double ScenePanel::millisecondsPerPixel(QPointF at) const {
    return viewport.scale() / scale.rateAt(axisAt(along(at)));
}

QRectF ScenePanel::stretch(double from, double to, const QRectF &breadth) const {
    return {point(from, across(breadth.topLeft())), point(to, across(breadth.bottomRight()))};
}

QLineF ScenePanel::lineAcross(double along) const {
    return {point(along, across(rect.topLeft())), point(along, across(rect.bottomRight()))};
}

} // namespace timeline
