// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/tokens.h"

#include <QPalette>
#include <algorithm>
#include <cmath>

namespace timeline {

const Tokens &Tokens::light() {
    static const Tokens tokens = [] {
        Tokens light;
        light.canvas = QColor(0xFCFBF8);
        light.canvas2 = QColor(0xF6F4EE);
        light.surface = QColor(0xF3F1EC);
        light.raised = QColor(0xFFFFFF);
        light.hover = QColor(0xE9E6DE);
        light.ink = QColor(0x17202B);
        light.ink2 = QColor(0x4A5462);
        light.ink3 = QColor(0x5E6672);
        light.accent = QColor(0x3F3BB8);
        light.accentSoft = QColor(0xE6E5F8);
        light.onAccent = QColor(0xFFFFFF);
        light.control = QColor(0x85827A);
        light.line = QColor(0xDDD9D0);
        light.grid = QColor(0xECE9E1);
        light.error = QColor(0xB3261E);
        light.errorSoft = QColor(0xFBE6E4);
        light.warn = QColor(0x8A5200);
        light.warnSoft = QColor(0xFBEFD9);
        light.ok = QColor(0x1C6B3C);
        light.okSoft = QColor(0xE0F0E4);
        light.match = QColor(0xFFE08A);
        return light;
    }();
    return tokens;
}

const Tokens &Tokens::night() {
    static const Tokens tokens = [] {
        Tokens night;
        night.dark = true;
        night.canvas = QColor(0x15181D);
        night.canvas2 = QColor(0x1A1E24);
        night.surface = QColor(0x1D2127);
        night.raised = QColor(0x272C34);
        night.hover = QColor(0x2E343D);
        night.ink = QColor(0xE9ECF0);
        night.ink2 = QColor(0xB3BBC6);
        night.ink3 = QColor(0x969FAC);
        night.accent = QColor(0xAEABFF);
        night.accentSoft = QColor(0x2F2F5C);
        night.onAccent = QColor(0x15181D);
        night.control = QColor(0x7B8491);
        night.line = QColor(0x333A44);
        night.grid = QColor(0x232830);
        night.error = QColor(0xFF9D8F);
        night.errorSoft = QColor(0x432421);
        night.warn = QColor(0xF0B45A);
        night.warnSoft = QColor(0x3A2D15);
        night.ok = QColor(0x7FD3A0);
        night.okSoft = QColor(0x1C3527);
        night.match = QColor(0x6B5410);
        return night;
    }();
    return tokens;
}

const Tokens &Tokens::forPalette(const QPalette &palette) {
    return luminance(palette.color(QPalette::Window)) < 0.3 ? night() : light();
}

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

} // namespace timeline
