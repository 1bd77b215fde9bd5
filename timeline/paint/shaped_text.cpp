// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/shaped_text.h"

#include <QGlyphRun>
#include <QTextBoundaryFinder>
#include <QTextLayout>
#include <algorithm>

namespace timeline {

namespace {

std::vector<DrawnText::Glyph> glyphsOf(const QGlyphRun &part, double baseline) {
    std::vector<DrawnText::Glyph> glyphs;
    const QList<quint32> indexes = part.glyphIndexes();
    const QList<QPointF> positions = part.positions();
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        glyphs.push_back({indexes[i], positions[i] - QPointF(0, baseline)});
    }
    return glyphs;
}

/// Where no font has a character, Qt has one of boxes alone, which has no name to ask for.
QString familyOf(const QRawFont &font) {
    return font.fontTable("name").isEmpty() ? QString() : font.familyName();
}

/// Adds what comes next in the text, a few characters and their glyphs.
void addCluster(std::vector<DrawnText::Run> &runs, QString text, QList<QGlyphRun> parts, double baseline) {
    parts.removeIf([](const QGlyphRun &part) { return part.positions().isEmpty(); });
    // They come in the order of a hash table.
    std::ranges::sort(parts, {}, [](const QGlyphRun &part) {
        return std::pair(part.positions().constFirst().x(), familyOf(part.rawFont()));
    });
    for (const QGlyphRun &part : parts) {
        std::vector<DrawnText::Glyph> glyphs = glyphsOf(part, baseline);
        if (runs.empty() || !(runs.back().font == part.rawFont())) {
            runs.push_back({part.rawFont(), familyOf(part.rawFont()), {}});
        }
        std::vector<DrawnText::Cluster> &clusters = runs.back().clusters;
        if (!clusters.empty() && clusters.back().glyphs == glyphs) {
            clusters.back().text += text; // a further part of a ligature has its glyph again
        } else {
            clusters.push_back({text, std::move(glyphs)});
        }
        text.clear();
    }
    if (!runs.empty()) { // what cannot be seen goes with what is before it
        runs.back().clusters.back().text += text;
    }
}

} // namespace

DrawnText shapedText(const QString &text, const QFont &font) {
    DrawnText drawn;
    drawn.text = text;
    drawn.pixelSize = font.pixelSize();
    drawn.weight = font.weight();
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    drawn.width = line.isValid() ? line.horizontalAdvance() : 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype begin = 0, end = finder.toNextBoundary(); end > begin; end = finder.toNextBoundary()) {
        addCluster(drawn.runs, text.mid(begin, end - begin),
                   layout.glyphRuns(static_cast<int>(begin), static_cast<int>(end - begin)), line.ascent());
        begin = end;
    }
    return drawn;
}

} // namespace timeline
