// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/theme.h"

#include <array>
#include <cmath>

namespace timeline {

namespace {

QColor mixed(const QColor &a, const QColor &b, double partOfA) {
    const auto mix = [partOfA](int x, int y) {
        return static_cast<int>(std::lround(x * partOfA + y * (1 - partOfA)));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

constexpr std::array<Rgb, 8> okabeIto = {0x0072B2, 0xD55E00, 0x009E73, 0xE69F00,
                                         0xCC79A7, 0x56B4E9, 0x7A6C00, 0x666666};

} // namespace

Theme::Theme(const Tokens &tokens)
    : dark(tokens.dark), background(tokens.canvas), laneShade(tokens.canvas2), gutter(tokens.surface),
      control(tokens.control), line(tokens.line), grid(tokens.grid), text(tokens.ink), mutedText(tokens.ink2),
      axisBackground(tokens.canvas), accent(tokens.accent), hover(tokens.hover), selected(tokens.accentSoft),
      dimmed(tokens.ink3), asOf(tokens.error), page(tokens.surface), card(tokens.canvas),
      pageGrid(tokens.grid) {}

Theme Theme::light() {
    return Theme(Tokens::light());
}

Theme Theme::night() {
    return Theme(Tokens::night());
}

Theme Theme::forPalette(const QPalette &palette) {
    return Theme(Tokens::forPalette(palette));
}

QColor Theme::categoryFill(ColorRole role, std::optional<Rgb> own) const {
    const QColor color = QColor::fromRgb(own ? *own : okabeIto[role % okabeIto.size()]);
    constexpr double enough = 4.2;
    return dark ? untilSeen(color, Qt::white, enough) : color;
}

QColor Theme::categoryColor(ColorRole role, std::optional<Rgb> own) const {
    return outlineOf(categoryFill(role, own));
}

QColor Theme::outlineOf(const QColor &fill) const {
    constexpr double enough = 3.6; // for a mark 3 are asked for (WCAG 2.1, 1.4.11), on any ground
    return dark ? fill : untilSeen(fill, text, enough);
}

/// Mixed with another colour until it has such a contrast to the background.
QColor Theme::untilSeen(const QColor &color, const QColor &with, double enough) const {
    constexpr int steps = 50;
    QColor seen = color;
    for (int i = 1; i <= steps && contrast(seen, background) < enough; ++i) {
        seen = mixed(color, with, 1 - static_cast<double>(i) / steps);
    }
    return seen;
}

QColor Theme::laneColor(const Document &document, const Lane &lane) const {
    const std::vector<Category> &categories = document.categories();
    return categoryColor(lane.color,
                         lane.color < categories.size() ? categories[lane.color].color : std::nullopt);
}

QColor Theme::tint(const QColor &color, double strength) const {
    return mixed(color, background, strength);
}

QColor Theme::textOn(const QColor &fill) {
    constexpr double enough = 4.5;
    const QColor ink(0x10141A);
    return contrast(fill, Qt::white) >= enough ? QColor(Qt::white)
           : contrast(fill, ink) >= enough     ? ink
                                               : QColor(Qt::black);
}

} // namespace timeline
