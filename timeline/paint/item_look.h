// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/drawing.h"
#include "paint/theme.h"

class QPainter;

namespace timeline {

/// An event's mark, from below to above. Its status is told by how it is filled: confirmed is solid, reported
/// lighter, claimed hatched, disputed split, planned dashed, cancelled struck through. Its date is told by
/// its shape: approximate edges fade, open ends point on, a date "somewhere within" is slim between two
/// stops.
std::vector<DrawnPath> itemLook(const SceneItem &item, const QColor &color, const Theme &theme);
void paintItem(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme);

/// A symbol that looks as large as a disc within `rect`, a little beyond which its corners may reach.
QPainterPath symbolPath(MarkSymbol symbol, const QRectF &rect);

/// The colour in which an item's label reads well where it stands.
QColor labelColor(const SceneItem &item, const QColor &color, const Theme &theme);

} // namespace timeline
