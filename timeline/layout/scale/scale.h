// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QBitArray>
#include <memory>

namespace timeline {

/// A stretch of the axis, in axis milliseconds.
struct AxisSpan {
    double begin = 0;
    double end = 0;
    double length() const { return end - begin; }
    friend bool operator==(const AxisSpan &, const AxisSpan &) = default;
};

/// How time runs along the axis. The axis has a length of its own, measured in *axis milliseconds*: on a
/// linear scale these are milliseconds since 1970. A folded scale has up to five *columns*, each of one
/// speed, with gutters between them, and long empty stretches become breaks. Gutters and breaks have next to
/// no length on the axis: a Viewport, which maps the axis to pixels, gives them theirs. This is the only map
/// from time to the axis.
///
/// Axis positions are doubles. That suffices: dates finer than a year exist in EDTF only within 10,000 years
/// of year 0, where a double still resolves a thirtieth of a millisecond.
class TimeScale {
public:
    /// A stretch of constant speed. The first reaches back, and the last on, without an end.
    struct Piece {
        Instant begin;
        Instant end;
        double axisBegin = 0;
        double axisEnd = 0;
        double rate = 1;       ///< axis milliseconds in a millisecond
        bool isBreak = false;  ///< nothing happens in it; drawn as a break
        bool isGutter = false; ///< no time at all, between two columns that have no break between them
        friend bool operator==(const Piece &, const Piece &) = default;
    };

    /// A stretch with a head of its own: its pieces have one speed. Of those that are folded away, and those
    /// without events, its head says nothing.
    struct Column {
        Instant begin; ///< as its head says it
        Instant end;   ///< not included
        double axisBegin = 0;
        double axisEnd = 0;
        double rate = 1;
        bool isAhead = false; ///< what is planned, after "as of"
        friend bool operator==(const Column &, const Column &) = default;
    };
    static constexpr std::size_t mostColumns = 5;

    TimeScale() = default; ///< linear

    /// A scale that gives crowded stretches room and folds empty ones, for the events that are
    /// shown: one bit an event, or none at all for every event. Evenly spread events give the linear scale.
    /// What begins or ends an era, and "as of", is never within a break.
    ///
    /// A break in which an instant of `opened` lies is none: somebody wants to see it.
    static TimeScale folded(const Document &document, const QBitArray &shown,
                            const std::vector<Instant> &opened = {});

    friend bool operator==(const TimeScale &a, const TimeScale &b) { return a.m_pieces == b.m_pieces; }
    bool isLinear() const { return m_pieces.size() < 2; }
    const std::vector<Piece> &pieces() const { return m_pieces; } ///< empty when linear
    /// Those of a scale with several speeds; else none.
    const std::vector<Column> &columns() const { return m_columns; }

    double axis(Instant instant) const { // asked for millions of events: the pieces are few
        if (m_pieces.empty()) {
            return toEpochMilliseconds(instant);
        }
        const Piece *piece = m_pieces.data();
        for (const Piece *last = &m_pieces.back(); piece != last && piece->end <= instant; ++piece) {
        }
        return piece->axisBegin + millisecondsBetween(piece->begin, instant) * piece->rate;
    }
    /// The same of what ends there, before the gutter that may be at that instant.
    double axisOfEnd(Instant instant) const {
        if (m_pieces.empty()) {
            return toEpochMilliseconds(instant);
        }
        const Piece *piece = m_pieces.data();
        for (const Piece *last = &m_pieces.back(); piece != last && piece->end < instant; ++piece) {
        }
        return piece->axisBegin + millisecondsBetween(piece->begin, instant) * piece->rate;
    }
    /// Plans for the last day before the column of what lies ahead stand at its beginning.
    bool isOnTheEveOfAhead(Instant instant) const { return m_eve <= instant && instant < m_ahead; }
    Instant ahead() const { return m_ahead; } ///< where that column begins
    Instant instant(double axis) const;
    double rateAt(double axis) const; ///< axis milliseconds in a millisecond there

    /// Whether what an event covers lies in a break, in which nothing is said to happen: it was not there
    /// when the scale was made.
    bool hidesInBreak(const Span &span) const;

    /// Where its breaks and gutters lie on the axis, in order; null where there is none.
    using Breaks = std::shared_ptr<const std::vector<AxisSpan>>;
    const Breaks &breaks() const { return m_breaks; }
    /// What would be breaks and was opened, in order.
    struct Opened {
        Instant begin;
        Instant end;
    };
    const std::vector<Opened> &opened() const { return m_opened; }

private:
    std::vector<Piece> m_pieces;
    std::vector<Column> m_columns;
    Instant m_eve = Instant::distantFuture();
    Instant m_ahead = Instant::distantFuture();
    Breaks m_breaks;
    std::vector<Opened> m_opened;
};

} // namespace timeline
