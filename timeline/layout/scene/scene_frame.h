// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"
#include "layout/scene/scene.h"

#include <QSizeF>

namespace timeline {

/// How much room what stands around the lanes has in a scene of a size, in logical pixels.
struct FrameSize {
    double title = 32; ///< with the line of the file's description below it, where that is told
    double titleAlone = 32;
    TextStyle titleStyle{14, 600};
    bool hasStandfirst = false;
    double columnHead = 24; ///< with two lines from 40 on
    double eraRow = 18;
    int eraRows = 2; ///< at most
    double side = 16;

    static FrameSize of(QSizeF scene);
    /// Of the lanes' headings. In a window they may be so slim that only tips tell the names.
    static double headingWidth(double sceneWidth, bool inWindow);
};

inline constexpr TextStyle standfirstStyle{14, 400};

/// Gives a lane its heading: its name in up to three lines, and how many events it has; or, where that is
/// slim, a letter, or some where all begin alike, and a number. It stays in view for as long as the lane
/// does. `plot`: right of it. `sharedBegin`: so many characters tell no lane from another.
void setHeading(SceneLane &lane, const QRectF &plot, qsizetype sharedBegin, const TextMeasure &measure);

/// What stands below the last lane where some are hidden, `top` pixels from the top; nothing where none is.
std::optional<SceneHiddenLanes> hiddenLanesOf(const Lanes &lanes, double top, double width,
                                              const TextMeasure &measure);

QString groupingName(LaneGrouping grouping); ///< "Category", "Who says so"

/// The text in the corner above the headings that says what lanes are: "Lanes by Category".
SceneCorner cornerOf(LaneGrouping grouping, const QRectF &area, const TextMeasure &measure);

/// The sentences of a text that have room in a line: all, the first ones or none.
QString sentencesWithin(const QString &text, const TextStyle &style, double width,
                        const TextMeasure &measure);

} // namespace timeline
