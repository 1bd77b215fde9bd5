// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace timeline {
struct Histogram;
class TimelineLayout;
} // namespace timeline

namespace timeloom {

/// What the tooltip of the chart says of a bin.
class ChartText {
    Q_DECLARE_TR_FUNCTIONS(timeloom::ChartPane)

public:
    /// A line for each lane that has events there, in the order of the lanes. Of many these are the lanes
    /// that have colours of their own and those with the most events, and one line counts the others.
    static QStringList lanesInBin(const timeline::TimelineLayout &layout,
                                  const timeline::Histogram &histogram, std::size_t bin);
};

} // namespace timeloom
