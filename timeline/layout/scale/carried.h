// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"

namespace timeline {

/// A place of one scale's axis on that of another: the same instant, with what it has below a millisecond.
double carriedAxis(double axis, const TimeScale &from, const TimeScale &to);

/// The same stretch of time on another scale, over the same width. Nothing changes where the two are the
/// same.
Viewport carried(const Viewport &viewport, const TimeScale &from, const TimeScale &to);

} // namespace timeline
