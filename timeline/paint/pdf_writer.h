// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/drawing.h"

namespace timeline {

/// A drawing as a PDF (ISO 32000) of one page of its size, 96 pixels to the inch. Fonts are embedded as far
/// as they are needed, and texts can be searched and copied. Empty where there is no memory for it.
QByteArray toPdf(const Drawing &drawing);

} // namespace timeline
