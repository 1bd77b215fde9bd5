// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/drawing.h"

namespace timeline {

/// A line of text as glyphs, with its origin at 0,0 and without a colour. What the font lacks comes from
/// others, and is glyph 0 where no font has it.
DrawnText shapedText(const QString &text, const QFont &font);

} // namespace timeline
