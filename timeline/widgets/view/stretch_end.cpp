// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/stretch_end.h"

#include "document/store/document.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double reachAlong = 6;   // pixels
constexpr double reachAcross = 24; // pixels from the mark: what lies farther is not meant

} // namespace

double StretchEnd::along(const ScenePanel &panel) const {
    return std::clamp(caught ? panel.at(*caught) : panel.along(at), panel.first(), panel.last());
}

Instant StretchEnd::instant(const ScenePanel &panel) const {
    return caught.value_or(panel.instantAt(panel.point(along(panel), panel.across(at))));
}

std::optional<Instant> edgeNear(const Scene &scene, const Document &document, QPointF at) {
    const ScenePanel &panel = scene.panelAt(at);
    std::optional<Instant> caught;
    std::pair<double, double> nearest(reachAcross, reachAlong); // across and along
    const auto look = [&](Instant instant, double across) {
        const std::pair<double, double> distance(across, std::abs(panel.at(instant) - panel.along(at)));
        if (distance.first <= reachAcross && distance.second <= reachAlong && distance <= nearest) {
            caught = instant;
            nearest = distance;
        }
    };
    for (const SceneItem &item : scene.items) {
        if (item.shape == ItemShape::Cluster || &scene.panelOf(item) != &panel) {
            continue;
        }
        const Span span = document.span(item.event);
        const auto [first, last] =
            std::minmax<double>({panel.across(item.rect.topLeft()), panel.across(item.rect.bottomRight())});
        const double across = std::max({first - panel.across(at), panel.across(at) - last, 0.0});
        if (!span.isOpenAtEnd() && item.shape != ItemShape::Point) {
            look(span.end, across);
        }
        if (!span.isOpenAtStart()) {
            look(span.begin, across); // after the end: where both are as near it is this one
        }
    }
    return caught;
}

} // namespace timeline
