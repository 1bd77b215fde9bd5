// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/fonts.h"

#include "text/shaped_text.h"

#include <algorithm>

namespace timeline {

/// A picture has some ten styles.
const Glyphs &Fonts::glyphs(const TextStyle &style) const {
    const auto known = std::ranges::find(m_styles, style, &Styled::style);
    return known != m_styles.end() ? known->glyphs : m_styles.emplace_back(style).glyphs;
}

double Fonts::width(const QString &text, const TextStyle &style) const {
    const std::optional<Glyphs::Fit> fit = glyphs(style).measure(text, 0);
    return fit ? fit->width : shapedText(text, style).width;
}

QString Fonts::elided(const QString &text, const TextStyle &style, double room) const {
    static const QString ellipsis(QChar(0x2026));
    const double cutRoom = room - width(ellipsis, style);
    if (const std::optional<Glyphs::Fit> fit = glyphs(style).measure(text, cutRoom)) {
        return fit->width <= room ? text : cutRoom < 0 ? QString() : text.left(fit->characters) + ellipsis;
    }
    if (width(text, style) <= room) {
        return text;
    }
    // A letter changes with what follows: each cut is measured as it would stand.
    const std::vector<qsizetype> edges = clusterEdges(text);
    const auto fits = [&](qsizetype end) { return width(text.left(end) + ellipsis, style) <= room; };
    const auto over = std::ranges::partition_point(edges, fits);
    return over == edges.begin() ? QString() : text.left(*std::prev(over)) + ellipsis;
}

double Fonts::ascent(const TextStyle &style) const {
    return mainFace(style).ascent() * style.pixelSize;
}

double Fonts::descent(const TextStyle &style) const {
    return mainFace(style).descent() * style.pixelSize;
}

double Fonts::baselineOffset(const TextStyle &style) {
    return mainFace(style).capHeight() * style.pixelSize / 2;
}

} // namespace timeline
