// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/viewport.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double finestScale = 0.01;   // a millisecond is 100 pixels wide
constexpr double coarsestScale = 1e18; // 40 billion years are 1260 pixels wide
constexpr double farthest = 6.4e20;    // the range of Instant
constexpr double levelsPerOctave = 2;

} // namespace

Viewport Viewport::showing(double begin, double end, QSizeF size) {
    const double width = std::max(1.0, size.width());
    Viewport shown(begin, std::max(end - begin, 0.0) / width, size);
    // Where the clamp made it wider than asked for, what was asked for stays in the middle.
    shown.m_left = (begin + end) / 2 - shown.m_scale * shown.width() / 2;
    shown.clamp();
    return shown;
}

void Viewport::clamp() {
    m_size = m_size.expandedTo(QSizeF(1, 1));
    m_left = std::isfinite(m_left) ? std::clamp(m_left, -farthest, farthest) : 0;
    m_scale = std::isfinite(m_scale) ? std::clamp(m_scale, finestScale, coarsestScale) : coarsestScale;
    // Far from 1970 a double resolves less than a millisecond of axis; a pixel must stay well above that.
    m_scale = std::max(m_scale, std::abs(m_left) * 1e-14);
}

Viewport Viewport::pannedBy(double pixels) const {
    return {m_left + pixels * m_scale, m_scale, m_size};
}

Viewport Viewport::zoomedAt(double x, double factor) const {
    const double fixedPoint = axis(x);
    const Viewport clamped(m_left, m_scale / factor, m_size);
    return {fixedPoint - x * clamped.m_scale, clamped.m_scale, m_size};
}

Viewport Viewport::resized(QSizeF size) const {
    return {m_left, m_scale, size};
}

Viewport Viewport::between(const Viewport &target, double part) const {
    if (part >= 1) {
        return target;
    }
    // Scale runs evenly in octaves. While it does, the point that has the same place in both views stays
    // still.
    const double scaleNow = m_scale * std::pow(target.m_scale / m_scale, part);
    const double change = target.m_scale - m_scale;
    const bool onlyPans = std::abs(change) < m_scale * 1e-9;
    if (change < 0 && !onlyPans) { // reckoned from the finer end, where a pixel is least time
        const double remaining = (target.m_scale - scaleNow) / change;
        return {target.m_left + (m_left - target.m_left) * remaining, scaleNow, target.m_size};
    }
    const double done = onlyPans ? part : (scaleNow - m_scale) / change;
    return {m_left + (target.m_left - m_left) * done, scaleNow, target.m_size};
}

int Viewport::level(double phase) const {
    return static_cast<int>(std::floor(std::log2(m_scale) * levelsPerOctave + phase));
}

double Viewport::scaleOfLevel(int level, double phase) {
    return std::exp2((level + 1 - phase) / levelsPerOctave);
}

} // namespace timeline
