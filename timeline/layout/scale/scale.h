// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QBitArray>

namespace timeline {

/// How time runs along the axis. The axis has a length of its own, measured in *axis milliseconds*: on a
/// linear scale these are milliseconds since 1970. On a folded scale, stretches where little happens are
/// pressed together and long empty ones become breaks. This is the only map from time to the axis; a Viewport
/// maps the axis to pixels.
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
        double rate = 1;      ///< axis milliseconds in a millisecond
        bool isBreak = false; ///< nothing happens in it; drawn as a break
    };

    TimeScale() = default; ///< linear

    /// A scale that gives crowded stretches room and folds empty ones, for the events that are
    /// shown: one bit an event, or none at all for every event. Evenly spread events give the linear scale.
    static TimeScale folded(const Document &document, const QBitArray &shown);

    bool isLinear() const { return m_pieces.size() < 2; }
    const std::vector<Piece> &pieces() const { return m_pieces; } ///< empty when linear

    double axis(Instant instant) const { // asked for millions of events: the pieces are few
        if (m_pieces.empty()) {
            return toEpochMilliseconds(instant);
        }
        const Piece *piece = m_pieces.data();
        for (const Piece *last = &m_pieces.back(); piece != last && piece->end <= instant; ++piece) {
        }
        return piece->axisBegin + millisecondsBetween(piece->begin, instant) * piece->rate;
    }
    Instant instant(double axis) const;
    double rateAt(double axis) const; ///< axis milliseconds in a millisecond there

private:
    std::vector<Piece> m_pieces;
};

} // namespace timeline
