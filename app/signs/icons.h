// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace timeloom {

/// One of resources/icons by its name, drawn in the colour of the palette's text, of that of what is disabled
/// where it is, and in the accent where it is on; none where the name is empty.
QIcon icon(const QString &name);

/// The same in a colour, for who paints rows himself.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace timeloom
