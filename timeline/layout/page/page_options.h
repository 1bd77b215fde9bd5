// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lanes.h"

#include <QSizeF>

namespace timeline {

/// How a whole picture is laid out: in columns of time, each with its own scale, as lists beside their axes,
/// or in the lanes of the window. Auto: composed, where it is not too many events for that.
enum class PageLayout : std::uint8_t { Auto, Columns, Lanes, List };

std::optional<PageLayout> pageLayoutFromString(QStringView text); ///< "auto", "columns", "lanes", "list"

/// What stands on a page around its events.
struct PageParts {
    bool title = true;
    bool standfirst = true; ///< the first paragraph of the file's description
    bool notes = true;      ///< the first sentence of an event's description
    bool eras = true;
    bool legend = true; ///< what colours and marks mean
    bool source = true; ///< whom the file quotes
    bool count = true;  ///< how many events there are, and what is left out
};

struct PageOptions {
    QSizeF size{1920, 1080}; ///< in logical pixels
    bool isPaper = false;    ///< of which printers leave some millimetres blank
    PageLayout layout = PageLayout::Auto;
    bool linear = false;                            ///< one column
    LaneGrouping grouping = LaneGrouping::Category; ///< what the colours mean
    PageParts parts;
    std::optional<Instant> from; ///< without: where everything begins
    std::optional<Instant> to;   ///< without: where everything ends
    QString leftOut;             ///< what a filter leaves out, in words
};

/// So many events a page of columns or lists is made of when nothing else is asked for.
inline constexpr std::size_t mostComposed = 300;
/// And so many at most: of these the most important have titles.
inline constexpr std::size_t mostOnPage = 3000;

} // namespace timeline
