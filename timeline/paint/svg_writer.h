// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/drawing.h"

namespace timeline {

/// A drawing as SVG 1.1, in UTF-8. Each event is a group that says which, so that a page can style and script
/// it; texts are texts, in fonts that it brings along.
QByteArray toSvg(const Drawing &drawing);

} // namespace timeline
