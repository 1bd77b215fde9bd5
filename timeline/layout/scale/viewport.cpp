// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/viewport.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double finestScale = 0.01;   // a millisecond is 100 pixels wide
constexpr double coarsestScale = 1e20; // 40 billion years are 13 pixels wide: they fit anywhere
constexpr double farthest = 6.4e20;    // the range of Instant
constexpr double widestBreak = 16;     // and gutter
constexpr double mostBreakShare = 0.3; // of the width, for all breaks together

} // namespace

double Viewport::breakWidth() const {
    return m_breaks ? std::min(widestBreak, mostBreakShare * width() / static_cast<double>(m_breaks->size()))
                    : 0;
}

double Viewport::scaleAt(double axis) const {
    if (m_breaks) {
        for (const AxisSpan &gap : *m_breaks) {
            if (gap.begin <= axis && axis < gap.end) {
                return gap.length() / breakWidth();
            }
        }
    }
    return m_scale;
}

double Viewport::pixelsOfBreaks(double axis) const {
    const double wide = breakWidth();
    double pixels = 0;
    for (const AxisSpan &gap : *m_breaks) {
        const auto part = [&gap](double at) { return std::clamp((at - gap.begin) / gap.length(), 0.0, 1.0); };
        pixels += (part(axis) - part(m_left)) * (wide - gap.length() / m_scale);
    }
    return pixels;
}

double Viewport::axisBesideBreaks(double pixel) const {
    // Reckoned from the left edge, or from the end of the last break on the way from there.
    double known = m_left;
    double knownX = 0;
    for (const AxisSpan &gap : *m_breaks) {
        const double begin = x(gap.begin);
        const double end = x(gap.end);
        if (begin <= pixel && pixel < end) {
            return gap.begin + (pixel - begin) * gap.length() / (end - begin);
        }
        if (pixel < begin) {
            if (begin <= 0) {
                known = gap.begin;
                knownX = begin;
            }
            break;
        }
        if (end > 0) {
            known = gap.end;
            knownX = end;
        }
    }
    return known + (pixel - knownX) * m_scale;
}

Viewport Viewport::showing(double begin, double end, QSizeF size, const TimeScale::Breaks &breaks,
                           double leftMargin, double rightMargin) {
    const Viewport measured(begin, 1, size, breaks);
    double length = std::max(end - begin, 0.0);
    double width = measured.width() - leftMargin - rightMargin;
    if (breaks) {
        for (const AxisSpan &gap : *breaks) {
            const double shown = std::min(end, gap.end) - std::max(begin, gap.begin);
            if (shown > 0) {
                length -= shown;
                width -= measured.breakWidth() * shown / gap.length();
            }
        }
    }
    const Viewport shown(begin, length / std::max(width, 1.0), size, breaks);
    // Where the clamp made it wider than asked for, what was asked for stays in the middle.
    const double spare = shown.width() - leftMargin - rightMargin - shown.x(end);
    return shown.pannedBy(-leftMargin - spare / 2);
}

void Viewport::clamp() {
    m_size = m_size.expandedTo(QSizeF(1, 1));
    m_scale = std::isfinite(m_scale) ? std::clamp(m_scale, finestScale, coarsestScale) : coarsestScale;
    // All of time may be wherever there is room for it, and may be left by as much as is seen at once.
    m_left = std::isfinite(m_left) ? std::clamp(m_left, -farthest - m_scale * m_size.width(), farthest) : 0;
    // Far from 1970 a double resolves less than a millisecond of axis; a pixel must stay well above that.
    m_scale = std::max(m_scale, std::abs(m_left) * 1e-14);
}

Viewport Viewport::pannedBy(double pixels) const {
    return {axis(pixels), m_scale, m_size, m_breaks};
}

Viewport Viewport::zoomedAt(double x, double factor) const {
    return Viewport(axis(x), m_scale / factor, m_size, m_breaks).pannedBy(-x);
}

Viewport Viewport::resized(QSizeF size) const {
    return {m_left, m_scale, size, m_breaks};
}

Viewport Viewport::between(const Viewport &target, double part) const {
    if (part >= 1) {
        return target;
    }
    const double change = target.m_scale - m_scale;
    if (std::abs(change) < m_scale * 1e-9) {
        return pannedBy(x(target.m_left) * part);
    }
    // Scale runs evenly in octaves. While it does, the point that has the same place in both views stays
    // still.
    const double scaleNow = m_scale * std::pow(target.m_scale / m_scale, part);
    if (!m_breaks) { // reckoned from the finer end, where a pixel is least time
        return change < 0
                   ? Viewport(target.m_left + (m_left - target.m_left) * (target.m_scale - scaleNow) / change,
                              scaleNow, target.m_size)
                   : Viewport(m_left + (target.m_left - m_left) * (scaleNow - m_scale) / change, scaleNow,
                              target.m_size);
    }
    const double still = m_left + (m_left - target.m_left) * m_scale / change;
    const double from = x(still);
    const double at = from + (target.x(still) - from) * (scaleNow - m_scale) / change;
    return Viewport(still, scaleNow, target.m_size, target.m_breaks).pannedBy(-at);
}

int Viewport::level(double phase) const {
    return static_cast<int>(std::floor(std::log2(m_scale) * levelsPerOctave + phase));
}

double Viewport::scaleOfLevel(int level, double phase) {
    return std::exp2((level + 1 - phase) / levelsPerOctave);
}

} // namespace timeline
