// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene_panel.h"

namespace timeline {

/// Gives the columns of a panel, whose time runs right, their heads: what stretch of time each is, and how
/// much faster time runs in it than before: "1 year here = 11 years before", beside a bar that is as long as
/// that year. Each says as much as it has room for. `area`: where they stand, above the dates; of 40 pixels
/// and more it has two lines. `kept`: where nothing may stand.
void addColumnHeads(ScenePanel &panel, const QRectF &area, const QRectF &kept, const TextMeasure &measure);

/// Below a head that tells a year the first date of a stretch need not: what is taken as read before that
/// tick, a date of its year, of another month. Nothing where the head tells no year, or may have no room.
/// `from`: where the stretch begins, along the panel.
std::optional<Instant> readInHead(const ScenePanel &panel, double from, Instant tick, TickStep step,
                                  const TextMeasure &measure);

} // namespace timeline
