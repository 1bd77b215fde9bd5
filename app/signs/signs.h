// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/exactness.h"
#include "document/format/event.h"
#include "document/format/finding.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <variant>

class QIcon;
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

/// Icons of one line in the colour of the text beside them.
enum class LineIcon : std::uint8_t {
    Back,
    Forward,
    Pencil,
    Cross,
    Plus,
    Calendar,
    Warning,
    Note,
    Right,
    Up,
    Down
};
QIcon lineIcon(LineIcon icon);
void paintLineIcon(QPainter &painter, const QRectF &rect, LineIcon icon, const QColor &color);

/// A font of so many pixels where the text of controls has 13, with a weight.
QFont scaledFont(const QFont &base, double of13, int weight = QFont::Normal);
/// So many pixels at a text of 13, and more where that is larger.
int scaled(const QFont &base, double pixels);

} // namespace timeloom
