// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"
#include "text/shaped_text.h"

#include <QBrush>
#include <QPainterPath>
#include <QPen>
#include <QSizeF>
#include <QTransform>
#include <optional>
#include <variant>
#include <vector>

namespace timeline {

/// A shape, filled and then stroked. Both are of one colour or of a linear or radial gradient between points
/// of the drawing; either may be missing. A hatch is a path of many lines, so that no format has a pattern of
/// its own.
struct DrawnPath {
    QPainterPath path;
    QPen stroke = QPen(Qt::NoPen);
    QBrush fill = QBrush(Qt::NoBrush);

    static DrawnPath line(QPointF from, QPointF to, const QPen &pen);
};

/// What a part of a drawing shows.
enum class DrawnKind : std::uint8_t {
    Ground,
    Grid,
    Eras,
    Scale, ///< breaks, and where the scale changes its speed
    AsOf,
    Event,
    Cluster,
    Note,
    Headings,
    Axis,
    Links,
    Title,
    Legend,
    Place, ///< only puts somewhere what is in it
};
QLatin1StringView toString(DrawnKind kind);

/// Of an event, as its file names it. Texts are safe to show.
struct DrawnEvent {
    EventIndex index = 0;
    QString id; ///< "#N", counted from 1, where it has none
    QString category;
    QString status;
    QString title;
};

/// What follows up to its GroupEnd.
struct GroupBegin {
    DrawnKind kind = DrawnKind::Place;
    QTransform place;                ///< of all that is in it
    std::optional<QRectF> clip;      ///< after placing
    std::optional<DrawnEvent> event; ///< whose mark and title are in it
    EventIndex count = 0;            ///< of a cluster's events
};
struct GroupEnd {};

/// A finished picture as plain data, in logical pixels (1/96 inch) from the top left: what PNG, SVG and PDF
/// play. All have the same geometry, and no format another one. What is later in it lies above.
struct Drawing {
    using Element = std::variant<DrawnPath, DrawnText, GroupBegin, GroupEnd>;

    QSizeF size;
    QColor ground;
    QString title;
    QString description;
    std::vector<Element> elements; ///< groups are nested

    /// Those of its texts that no face has, so that their codes stand in their places.
    struct Missing {
        char32_t character = 0;
        QString text; ///< the first that has it
    };
    std::vector<Missing> missingCharacters() const; ///< in their order
    /// A line each element, for tests.
    QString toText() const;
};

} // namespace timeline
