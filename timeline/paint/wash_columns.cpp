// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/wash_columns.h"

#include <algorithm>
#include <cmath>

namespace timeline {

WashColumns::WashColumns(double width)
    : m_columns(static_cast<std::size_t>(std::ceil(std::max(width, 0.0)))), m_open(m_columns.size()) {}

void WashColumns::addBelow(double left, double right, const QColor &wash) {
    constexpr float clear = 1.0F / 512; // no colour changes by it
    const auto columnAt = [this](double x) {
        return static_cast<std::size_t>(
            std::clamp(std::round(x), 0.0, static_cast<double>(m_columns.size())));
    };
    const std::size_t end = columnAt(right);
    for (std::size_t i = columnAt(left); i < end; ++i) {
        Column &column = m_columns[i];
        if (column.through < clear) {
            continue;
        }
        const float part = column.through * wash.alphaF();
        column.red += part * wash.redF();
        column.green += part * wash.greenF();
        column.blue += part * wash.blueF();
        column.through -= part;
        m_open -= column.through < clear ? 1 : 0;
    }
}

QRgb WashColumns::colorOf(std::size_t number) const {
    const Column &column = m_columns[number];
    const float covered = 1 - column.through;
    if (covered <= 0) {
        return 0;
    }
    const auto byte = [](float part) { return static_cast<int>(std::lround(part * 255)); };
    return qRgba(byte(column.red / covered), byte(column.green / covered), byte(column.blue / covered),
                 byte(covered));
}

} // namespace timeline
