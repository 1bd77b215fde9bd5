// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/drawing.h"
#include "paint/theme.h"

class QPainter;

namespace timeline {

/// An event's mark, from below to above, without its sign; `color` is that of its category's fill. Its status
/// is told by how it is filled: confirmed is solid, reported light or hollow, claimed hatched, disputed half
/// full, planned dashed, cancelled struck through. Its date is told by its shape: approximate edges fade,
/// open ends point on, a date "somewhere within" is a thin line between two stops.
std::vector<DrawnPath> itemLook(const SceneItem &item, const QColor &color, const Theme &theme);
void paintItem(QPainter &painter, const SceneItem &item, const QColor &color, const Theme &theme);

/// The point that tells the status of a thin line, in its middle.
std::optional<SceneItem> signOf(const SceneItem &item);

/// A symbol that looks as large as a disc within `rect`, a little beyond which its corners may reach.
QPainterPath symbolPath(MarkSymbol symbol, const QRectF &rect);

/// The colours in which an item's title and date read well where they stand.
QColor labelColor(const SceneItem &item, const QColor &color, const Theme &theme);
QColor dateColor(const SceneItem &item, const QColor &color, const Theme &theme);

} // namespace timeline
