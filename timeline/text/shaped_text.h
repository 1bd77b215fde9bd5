// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/faces.h"

#include <QColor>
#include <QPointF>
#include <vector>

namespace timeline {

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
    /// Of one face.
    struct Run {
        const Face *face = nullptr;
        double pixelSize = 0;
        bool isCode = false; ///< no face has its one character: the glyphs are those of "‹U+13000›"
        /// In the order of the text, from right to left where that is written so.
        std::vector<Cluster> clusters;
        QString text() const;
    };
    QString text;
    TextStyle style = TextRole::Label;
    std::vector<Run> runs; ///< in the order of the text
    QPointF origin;        ///< the left end of its baseline
    double width = 0;
    QColor color;

    QPainterPath outline(const Run &run) const; ///< at its place
    QPainterPath outline() const;               ///< of all runs
};

/// Where the grapheme clusters of a text begin, and its end.
std::vector<qsizetype> clusterEdges(const QString &text);

/// Whether letters of a script stand alone, whatever is beside them.
bool isSimple(hb_script_t script);

/// A line of text as glyphs, with its origin at 0,0 and without a colour: each grapheme cluster in the first
/// compiled-in face that has it, from right to left where that is written so. Any thread may ask.
DrawnText shapedText(const QString &text, const TextStyle &style);

} // namespace timeline
