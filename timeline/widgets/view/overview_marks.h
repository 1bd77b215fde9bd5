// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/histogram.h"
#include "layout/scene/scene_panel.h"
#include "layout/scene/timeline_layout.h"
#include "paint/theme.h"

class QPainter;

namespace timeline {

/// What the overview shows of the events: a square for each where these fit, else bars stacked by lane. What
/// the filter hides is outlined.
class OverviewMarks {
public:
    OverviewMarks() = default;
    /// Those of a strip, in so many pixels of its height. Costs no more than squares have room.
    OverviewMarks(const TimelineLayout &layout, const ScenePanel &whole, double room, const QBitArray &shown);

    bool areSquares() const { return m_pitch > 0; }
    /// From one square to the next, both ways, in pixels, one of which parts them; 0 of bars.
    double pitch() const { return m_pitch; }
    /// The middle of the square of an event that begins there.
    double squareAt(double along, const ScenePanel &whole) const;
    std::size_t squareCount() const { return m_squares.size(); }
    const Histogram &bins() const { return m_bins; } ///< of bars

    /// How many events begin in each bin and are not shown; may be called from any thread.
    static std::vector<EventIndex> hiddenIn(const Document &document, const TimeScale &scale,
                                            const QBitArray &shown, const Histogram &bins,
                                            const std::stop_token &stop = {});
    void setHidden(std::vector<EventIndex> hidden) { m_hidden = std::move(hidden); } ///< of bars

    void draw(QPainter &painter, const ScenePanel &whole, const TimelineLayout &layout, const Theme &theme,
              const Tokens &tokens) const;

private:
    struct Square {
        double left = 0;
        int level = 0;
        std::optional<std::size_t> lane; ///< none of an event that the filter hides
    };
    bool placeSquares(const TimelineLayout &layout, const ScenePanel &whole, int mostHigh,
                      const QBitArray &shown); ///< false where they do not fit
    void drawBars(QPainter &painter, const ScenePanel &whole, const TimelineLayout &layout,
                  const Theme &theme, const Tokens &tokens) const;

    double m_pitch = 0;
    std::vector<Square> m_squares;
    Histogram m_bins;
    std::vector<EventIndex> m_hidden; ///< by bin; empty where none is, or nobody has counted
};

} // namespace timeline
