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
constexpr double widestFold = 28;
constexpr double mostFoldShare = 0.3; // of the width, for all breaks together

} // namespace

double Viewport::foldWidth() const {
    return m_folds ? std::min(widestFold, mostFoldShare * width() / static_cast<double>(m_folds->size())) : 0;
}

double Viewport::scaleAt(double axis) const {
    if (m_folds) {
        for (const AxisSpan &fold : *m_folds) {
            if (fold.begin <= axis && axis < fold.end) {
                return fold.length() / foldWidth();
            }
        }
    }
    return m_scale;
}

double Viewport::foldedBefore(double axis) const {
    const double wide = foldWidth();
    double pixels = 0;
    for (const AxisSpan &fold : *m_folds) {
        const auto part = [&fold](double at) {
            return std::clamp((at - fold.begin) / fold.length(), 0.0, 1.0);
        };
        pixels += (part(axis) - part(m_left)) * (wide - fold.length() / m_scale);
    }
    return pixels;
}

double Viewport::axisPastFolds(double x) const {
    const double wide = foldWidth();
    // From the left edge from stretch to stretch, to the right or to the left, until so many pixels are used
    // up.
    const bool rightwards = x >= 0;
    double left = std::abs(x); // pixels to go
    double at = m_left;
    const auto go = [&](double to, double milliseconds) { // in a pixel; whether it ends before `to`
        const double pixels = std::abs(to - at) / milliseconds;
        const bool ends = left <= pixels;
        at = ends ? at + (rightwards ? left : -left) * milliseconds : to;
        left -= ends ? 0 : pixels;
        return ends;
    };
    const auto pass = [&](double near, double far, double length) {
        const bool isAhead = rightwards ? at < far : at > far;
        const bool isBefore = rightwards ? at < near : at > near;
        return isAhead && ((isBefore && go(near, m_scale)) || go(far, length / wide));
    };
    const std::vector<AxisSpan> &folds = *m_folds;
    if (rightwards) {
        if (std::any_of(folds.begin(), folds.end(),
                        [&](const AxisSpan &fold) { return pass(fold.begin, fold.end, fold.length()); })) {
            return at;
        }
    } else if (std::any_of(folds.rbegin(), folds.rend(),
                           [&](const AxisSpan &fold) { return pass(fold.end, fold.begin, fold.length()); })) {
        return at;
    }
    return at + (rightwards ? left : -left) * m_scale;
}

Viewport Viewport::showing(double begin, double end, QSizeF size, const TimeScale::Folds &folds,
                           double leftMargin, double rightMargin) {
    const Viewport measured(begin, 1, size, folds);
    double length = std::max(end - begin, 0.0);
    double width = measured.width() - leftMargin - rightMargin;
    if (folds) {
        for (const AxisSpan &fold : *folds) {
            const double shown = std::min(end, fold.end) - std::max(begin, fold.begin);
            if (shown > 0) {
                length -= shown;
                width -= measured.foldWidth() * shown / fold.length();
            }
        }
    }
    const Viewport shown(begin, length / std::max(width, 1.0), size, folds);
    // Where the clamp made it wider than asked for, what was asked for stays in the middle.
    const double spare = shown.width() - leftMargin - rightMargin - shown.x(end);
    return shown.pannedBy(-leftMargin - spare / 2);
}

void Viewport::clamp() {
    m_size = m_size.expandedTo(QSizeF(1, 1));
    m_left = std::isfinite(m_left) ? std::clamp(m_left, -farthest, farthest) : 0;
    m_scale = std::isfinite(m_scale) ? std::clamp(m_scale, finestScale, coarsestScale) : coarsestScale;
    // Far from 1970 a double resolves less than a millisecond of axis; a pixel must stay well above that.
    m_scale = std::max(m_scale, std::abs(m_left) * 1e-14);
}

Viewport Viewport::pannedBy(double pixels) const {
    return {axis(pixels), m_scale, m_size, m_folds};
}

Viewport Viewport::zoomedAt(double x, double factor) const {
    return Viewport(axis(x), m_scale / factor, m_size, m_folds).pannedBy(-x);
}

Viewport Viewport::resized(QSizeF size) const {
    return {m_left, m_scale, size, m_folds};
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
    if (!m_folds) { // reckoned from the finer end, where a pixel is least time
        return change < 0
                   ? Viewport(target.m_left + (m_left - target.m_left) * (target.m_scale - scaleNow) / change,
                              scaleNow, target.m_size)
                   : Viewport(m_left + (target.m_left - m_left) * (scaleNow - m_scale) / change, scaleNow,
                              target.m_size);
    }
    const double still = m_left + (m_left - target.m_left) * m_scale / change;
    const double from = x(still);
    const double at = from + (target.x(still) - from) * (scaleNow - m_scale) / change;
    return Viewport(still, scaleNow, target.m_size, target.m_folds).pannedBy(-at);
}

int Viewport::level(double phase) const {
    return static_cast<int>(std::floor(std::log2(m_scale) * levelsPerOctave + phase));
}

double Viewport::scaleOfLevel(int level, double phase) {
    return std::exp2((level + 1 - phase) / levelsPerOctave);
}

} // namespace timeline
