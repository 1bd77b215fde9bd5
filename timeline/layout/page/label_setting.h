// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_texts.h"
#include "layout/scene/scene_text.h"

#include <QRectF>
#include <span>

namespace timeline {

/// A way to set what a page says of an event, or of several as a list: its lines from the top left, and its
/// size.
struct LabelSetting {
    std::vector<SceneLine> lines;
    std::vector<std::size_t> lineEvents; ///< whose each line is
    /// Small marks: in a list one before each title, in its order, else perhaps one before the date.
    std::vector<QRectF> dots;
    bool isList = false;
    double width = 0;
    double height = 0;
    double firstLine = 0;   ///< the middle of the first line
    int lineCount = 0;      ///< of the title
    bool lacksNote = false; ///< it is asked for and has no room

    void alignRight(); ///< not of a list
};

struct LabelRoom {
    int lines = 1; ///< of the title
    double width = 0;
    bool hasNote = false;
    bool hasSymbol = false; ///< before its date, that tells its group
};

LabelSetting labelSetting(PageTexts &texts, std::size_t event, const LabelRoom &room);
/// Of events that have one date: it stands above their titles, which stand beside each other where they would
/// be too high for `height` otherwise.
LabelSetting listSetting(PageTexts &texts, std::span<const std::size_t> events, double mostWidth,
                         double height);

} // namespace timeline
