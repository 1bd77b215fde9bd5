// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/value_scale.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace timeloom {

namespace {

constexpr double largest = 8e307; // so that the length of a scale is a number, too
constexpr double smallest = 1e-300;
constexpr double airShare = 0.05;       // of all numbers, above and below them
constexpr double tremble = 1e-9;        // of a step: what is as good as round
constexpr std::size_t mostValues = 100; // never reached, but a bound on whatever happens

/// The smallest of 1, 2, 5 times a power of ten that is no less.
double roundStep(double least) {
    const double decade = std::pow(10, std::floor(std::log10(std::clamp(least, smallest, largest))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * decade >= least) {
            return step * decade;
        }
    }
    return 10 * decade;
}

} // namespace

ValueScale ValueScale::over(double lowest, double highest, int mostSteps) {
    lowest = std::clamp(lowest, -largest, largest);
    highest = std::clamp(highest, lowest, largest);
    // One number has some room around it; so have those that a double hardly tells apart.
    const double size = std::max(std::abs(lowest), std::abs(highest));
    if (highest - lowest <= std::max(size * 1e-9, smallest)) {
        const double room = size <= smallest ? 1 : size / 10;
        highest = std::min(highest + room, largest);
        lowest = std::max(lowest - room, -largest);
    }
    ValueScale scale;
    const double air = (highest / 2 - lowest / 2) * 2 * airShare;
    scale.low = lowest >= 0 ? std::max(0.0, lowest - air) : std::max(lowest - air, -largest);
    scale.high = highest <= 0 ? std::min(0.0, highest + air) : std::min(highest + air, largest);
    // As coarse as asked for, but two values tell of a scale, and one does not.
    scale.step = roundStep(highest / mostSteps - lowest / mostSteps);
    for (int i = 0; i < 3 && scale.roundValues().size() < 2; ++i) {
        scale.step = roundStep(scale.step * 0.3);
    }
    return scale;
}

ValueScale ValueScale::logarithmicOver(double lowest, double highest) {
    ValueScale scale;
    scale.isLogarithmic = true;
    scale.low = std::pow(10, std::floor(std::log10(std::max(lowest, smallest))));
    scale.high = std::pow(10, std::ceil(std::log10(std::clamp(highest, smallest, largest))));
    if (!(scale.high > scale.low)) {
        scale.high = scale.low * 10;
    }
    return scale;
}

double ValueScale::part(double value) const {
    const double found = isLogarithmic ? (std::log10(std::max(value, smallest)) - std::log10(low)) /
                                             (std::log10(high) - std::log10(low))
                                       : (value / 2 - low / 2) / (high / 2 - low / 2);
    return std::isfinite(found) ? std::clamp(found, 0.0, 1.0) : 0;
}

std::vector<double> ValueScale::roundValues() const {
    std::vector<double> values;
    if (isLogarithmic) {
        const double decades = std::round(std::log10(high) - std::log10(low));
        const double every = std::max(1.0, std::ceil(decades / 4));
        for (double at = 0; at <= decades + 0.5; at += every) {
            values.push_back(low * std::pow(10, at));
        }
        return values;
    }
    const double last = std::floor(high / step + tremble);
    for (double i = std::ceil(low / step - tremble); i <= last && values.size() < mostValues; ++i) {
        values.push_back(i * step);
    }
    return values;
}

QString numberText(double number) {
    const QLocale locale;
    const double size = std::abs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e15)) {
        return locale.toString(number, 'g', 4);
    }
    // All digits of whole numbers, six of others.
    if (number == std::floor(number)) {
        return locale.toString(number, 'f', 0);
    }
    const int before = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    int decimals = std::clamp(6 - before, 1, 6);
    const QString all = QString::number(number, 'f', decimals);
    for (qsizetype i = all.size() - 1; decimals > 1 && all[i] == u'0'; --i) {
        --decimals;
    }
    return locale.toString(number, 'f', decimals);
}

} // namespace timeloom
