// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/view/timeline_view.h"

namespace timeloom {

/// What frames cost, in milliseconds.
struct FrameCosts {
    std::vector<double> zoom;                                   ///< from everything down to single events
    std::vector<double> pan;                                    ///< over the whole span, at several depths
    std::vector<std::pair<timeline::Viewport, double>> samples; ///< some of them, and where they were
};

/// Steps through the timeline of a workspace as someone would who zooms and pans, and paints each step as the
/// window does, once, into a raster.
FrameCosts measureFrames(timeline::Workspace &workspace, timeline::TimelineView &view);

/// The costs of the sampled frames, each divided by what painting the same ink bare takes. Takes memory that
/// no window takes.
std::vector<double> inkRatios(const FrameCosts &costs, timeline::Workspace &workspace,
                              timeline::TimelineView &view, const timeline::Fonts &fonts);

/// Paints the view as it is now.
void paintFrame(timeline::TimelineView &view);

/// Filling a raster of this size: the least that a frame can cost.
double measureFill(QSize size);

/// The value of which `part` (0 to 1) of the others are no greater (nearest rank); of none: nothing.
std::optional<double> percentile(std::vector<double> values, double part);

} // namespace timeloom
