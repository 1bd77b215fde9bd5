// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/theme.h"

#include <QPalette>
#include <array>
#include <cmath>

namespace timeline {

namespace {

/// Relative luminance, 0 to 1 (WCAG 2.1).
double luminance(const QColor &color) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double partOfA) {
    const auto mix = [partOfA](int x, int y) {
        return static_cast<int>(std::lround(x * partOfA + y * (1 - partOfA)));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

constexpr std::array<Rgb, 8> okabeIto = {0x0072B2, 0xD55E00, 0x009E73, 0xE69F00,
                                         0xCC79A7, 0x56B4E9, 0x7A6C00, 0x666666};

} // namespace

Theme Theme::light() {
    Theme theme;
    theme.background = QColor(0xFFFFFF);
    theme.laneShade = QColor(0xF6F7F9);
    theme.line = QColor(0xC9CED6);
    theme.grid = QColor(0xECEEF1);
    theme.text = QColor(0x1B2330);
    theme.mutedText = QColor(0x5A6575);
    theme.axisBackground = QColor(0xFFFFFF);
    theme.accent = QColor(0x1A6FD4);
    theme.asOf = QColor(0xB3261E);
    theme.page = QColor(0xF4F3EE);
    theme.card = QColor(0xFBFAF8);
    theme.pageGrid = QColor(0xEAE8E1);
    return theme;
}

Theme Theme::night() {
    Theme theme;
    theme.dark = true;
    theme.background = QColor(0x171A1F);
    theme.laneShade = QColor(0x1C2027);
    theme.line = QColor(0x3C434E);
    theme.grid = QColor(0x262B33);
    theme.text = QColor(0xE8EBF0);
    theme.mutedText = QColor(0x9AA4B2);
    theme.axisBackground = QColor(0x171A1F);
    theme.accent = QColor(0x6CB0FF);
    theme.asOf = QColor(0xFF8A80);
    theme.page = QColor(0x13161A);
    theme.card = QColor(0x1B1F25);
    theme.pageGrid = QColor(0x292E36);
    return theme;
}

Theme Theme::forPalette(const QPalette &palette) {
    return luminance(palette.color(QPalette::Window)) < 0.3 ? night() : light();
}

QColor Theme::categoryColor(ColorRole role, std::optional<Rgb> own) const {
    QColor color = QColor::fromRgb(own ? *own : okabeIto[role % okabeIto.size()]);
    constexpr double enough = 3; // for a mark (WCAG 2.1, 1.4.11); text stands on it or beside it, never in it
    const QColor away = dark ? QColor(Qt::white) : QColor(Qt::black);
    for (int i = 0; i < 12 && contrast(color, background) < enough; ++i) {
        color = mixed(color, away, 0.85);
    }
    return color;
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
    const QColor ink(0x10141A);
    return contrast(fill, ink) > contrast(fill, Qt::white) * 1.3 ? ink : QColor(Qt::white);
}

} // namespace timeline
