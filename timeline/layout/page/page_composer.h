// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/scene/scene.h"

namespace timeline {

/// Composes a whole page by the rules of print: columns of time or lists, each event with its mark, date and
/// title, none over another, what matters more larger; then what has no room is left out in a fixed order and
/// counted in the foot. The same content, options and measure give the same scene. Its panels run right in
/// columns and down in lists. `options.layout` must not be Lanes.
Scene composedPage(const PageContent &content, const PageOptions &options, const TextMeasure &measure);

} // namespace timeline
