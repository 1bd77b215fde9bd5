// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/scene/scene.h"

namespace timeline {

/// Lets what lasts beyond its column run on in the next ones: a thin bar in the same row, from the column's
/// edge to where it ends, beside all that stands there. Adds them to the marks of a page whose columns are
/// placed.
void addCarriedBars(Scene &scene, const PageContent &content);

} // namespace timeline
