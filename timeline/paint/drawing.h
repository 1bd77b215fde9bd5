// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QBrush>
#include <QPainterPath>
#include <QPen>
#include <QRawFont>
#include <QSizeF>
#include <QTransform>
#include <optional>
#include <set>
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

/// A line of text, shaped: the text, for formats that keep it, and the glyphs that it is drawn with, for
/// those that do not.
struct DrawnText {
    struct Glyph {
        quint32 index = 0;
        QPointF offset; ///< of its origin from that of the text
        friend bool operator==(const Glyph &, const Glyph &) = default;
    };
    /// Characters and the glyphs that stand for them, which cannot be taken apart.
    struct Cluster {
        QString text;
        std::vector<Glyph> glyphs;
    };
    /// Of one font, which has its size in pixels.
    struct Run {
        QRawFont font;
        QString family; ///< empty where the font is none, and draws boxes only
        std::vector<Cluster>
            clusters; ///< in the order of the text, from right to left where that is written so
        QString text() const;
    };
    QString text;
    std::vector<Run> runs; ///< in the order of the text
    QPointF origin;        ///< the left end of its baseline
    double width = 0;
    double pixelSize = 0;
    int weight = QFont::Normal; ///< 100 to 900
    QColor color;

    QPainterPath outline(const Run &run) const; ///< at its place
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

    /// Those of its texts that no font has, so that boxes stand in their places.
    std::set<char32_t> missingCharacters() const;
    /// A line each element, for tests.
    QString toText() const;
};

} // namespace timeline
