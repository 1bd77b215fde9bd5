// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/break_words.h"

#include "layout/scale/metrics.h"
#include "layout/scene/page_words.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double textGap = 5; // pixels around a text

} // namespace

void addBreakWords(ScenePanel &panel, const TextMeasure &measure) {
    std::vector<ScaleMark *> breaks;
    for (ScaleMark &mark : panel.scaleMarks) {
        if (mark.isBreak()) {
            breaks.push_back(&mark);
        }
    }
    const auto middle = [&](std::size_t i) { return breaks[i]->at + breaks[i]->length / 2; };
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const double first = i == 0 ? panel.first() : (middle(i - 1) + middle(i)) / 2 + textGap;
        const double last = i + 1 == breaks.size() ? panel.last() : (middle(i) + middle(i + 1)) / 2 - textGap;
        ScaleMark &mark = *breaks[i];
        const double room = panel.runsRight() ? last - first : panel.axisRect.width() - 2 * textGap;
        QString text;
        double width = HUGE_VAL;
        const QString length = roundDurationName(mark.begin, mark.end);
        for (const QString &one : {PageWords::tr("%1 folded", "a length of time").arg(length), length,
                                   briefDurationName(mark.begin, mark.end)}) {
            if (width > room) {
                text = one;
                width = measure.width(one, TextRole::Note);
            }
        }
        if (width > room) {
            continue;
        }
        if (panel.runsRight()) {
            const double x = std::clamp(middle(i) - width / 2, first, last - width);
            mark.label = SceneText{text, x, panel.axisRect.bottom() - metrics::breakRowHeight / 2 - 1, width,
                                   TextRole::Note};
        } else {
            mark.label = SceneText{text, panel.axisRect.left() + textGap, middle(i), width, TextRole::Note};
        }
    }
}

} // namespace timeline
