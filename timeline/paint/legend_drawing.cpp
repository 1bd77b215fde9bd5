// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/canvas.h"
#include "paint/scene_drawing.h"
#include "paint/theme.h"

namespace timeline {

void drawLegend(Canvas &canvas, const Legend &legend, const Theme &theme) {
    canvas.begin(DrawnKind::Legend);
    for (const LegendEntry &entry : legend.entries) {
        if (entry.sample) {
            canvas.mark(*entry.sample, theme.mutedText);
            if (entry.sample->label) {
                canvas.text(*entry.sample->label, theme.text);
            }
        }
        canvas.text(entry.text, theme.mutedText);
    }
    canvas.end();
}

} // namespace timeline
