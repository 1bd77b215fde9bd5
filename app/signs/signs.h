// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/exactness.h"
#include "document/format/event.h"
#include "document/format/finding.h"

#include <QColor>
#include <QRectF>
#include <variant>

class QPainter;
class QPalette;

namespace timeloom {

/// A small mark that stands before a word, drawn as in the timeline: how sure, how exact, or the colour of a
/// category; or how bad a problem is.
using Sign = std::variant<std::monostate, timeline::Status, Exactness, QColor, timeline::Severity>;

/// Draws it in the middle of a rectangle.
void paintSign(QPainter &painter, const QRectF &rect, const Sign &sign, const QPalette &palette);
/// As large as it is drawn: more where the system's text is larger than 13 pixels.
QSizeF signSize(const Sign &sign);

} // namespace timeloom
