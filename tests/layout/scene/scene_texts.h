// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

inline constexpr double touch = 0.01; // pixels by which rounding may let two things touch

/// Two texts of one tier that overlap; empty where none do.
inline QString overlapOf(const std::vector<timeline::AxisLabel> &texts) {
    for (std::size_t i = 1; i < texts.size(); ++i) {
        if (texts[i - 1].x + texts[i - 1].width > texts[i].x + touch) {
            return texts[i - 1].text + QStringLiteral(" | ") + texts[i].text;
        }
    }
    return {};
}
