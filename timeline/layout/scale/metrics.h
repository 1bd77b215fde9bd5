// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace timeline::metrics {

// The measures of a timeline, in logical pixels. Layout and paint share them.
inline constexpr double rowUnit = 13;   ///< of a lane's height: what an event takes of it is whole units
inline constexpr double barHeight = 10; ///< of what lasts
inline constexpr double labelledBarHeight = 20; ///< of that with its label inside
inline constexpr double withinHeight = 8;       ///< of the stops of a line that says "somewhere within"
inline constexpr double clusterHeight = 24;
inline constexpr double pointSize = 14;         ///< of what matters most: no other is larger
inline constexpr double leastLength = 14;       ///< of what is no point
inline constexpr double dateLine = 16;          ///< height of a label's line that is a date
inline constexpr double dateGap = 6;            ///< between a date and the title that stands behind it
inline constexpr double widestFade = 28;        ///< of a bar's edge that is not known exactly
inline constexpr double mostFadeShare = 0.33;   ///< of the bar
inline constexpr double labelGap = 6;           ///< between a mark and its label
inline constexpr double itemGap = 10;           ///< between a label and the next mark of the row
inline constexpr double lanePadding = 7;        ///< above and below a lane's rows
inline constexpr double foldedLaneHeight = 28;  ///< of a lane that is folded to one line: room to click at
inline constexpr double hiddenLanesHeight = 28; ///< of the line that says how many lanes are hidden
inline constexpr double tierHeight = 22;        ///< of each of the axis's two tiers
inline constexpr double breakRowHeight = 16;    ///< of the axis's row that says what breaks leave out
inline constexpr int mostEraRows = 3;           ///< eras of further rows are counted
inline constexpr double clusterCell = 64;       ///< a cluster's stretch of the axis
inline constexpr double clusterWidth = 30;      ///< at least, for its number
inline constexpr double zoneGap = 6;            ///< left and right of the axis's zone

} // namespace timeline::metrics
