// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/lanes.h"

namespace timeline {

struct LayoutOptions {
    LaneGrouping grouping = LaneGrouping::Category;
    bool folded = true; ///< press stretches together where little happens
    /// Where somebody has opened what is folded: an instant in each.
    std::vector<Instant> openedFolds{};
    bool allRows = false; ///< give every lane the rows it wants, even if the plot must scroll
    /// Time runs as for all events, whatever is shown of them: what one looks for moves nothing.
    bool steady = false;
    /// With title and corner; slim headings tell names by tips alone.
    bool inWindow = false;
    QString (*plainText)(const QString &markdown) =
        nullptr; ///< to tell the file's description below the title
    friend bool operator==(const LayoutOptions &, const LayoutOptions &) = default;
    /// Whether both make the same scale of the same events.
    bool foldsAs(const LayoutOptions &other) const {
        return folded == other.folded && openedFolds == other.openedFolds;
    }
};

/// How the events of a document are arranged: in lanes, along a scale, and indexed. All that takes long with
/// many events, and nothing that needs a window or a font: it can be made on any thread. Those without a date
/// have no place in it.
struct Arrangement {
    Document document; ///< as it was arranged, and as what follows it since
    LayoutOptions options;
    TimeScale scale;
    Lanes lanes;
    /// From the earliest begin to the latest end of all that is shown, on the axis, or of all events where
    /// none of them is, or where it is to be steady; without events both are where "as of" is, or 0.
    std::pair<double, double> extent{0, 0};
    bool isDated = false; ///< anything of that has an instant

    /// `shown` has one bit an event, or none at all where every event is shown. Of no use where it was asked
    /// to stop on the way.
    Arrangement(const Document &document, const QBitArray &shown, const LayoutOptions &options,
                const std::stop_token &stop = {});

    EventAxis axis() const { return {document, scale}; }
    /// The document has events with a date, and none of them is shown.
    bool isFilteredAway() const { return lanes.eventCount == 0 && document.placedCount() > 0; }
    void measureExtent(); ///< anew, after events came or went
};

} // namespace timeline
