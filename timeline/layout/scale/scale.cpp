// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/scale.h"

#include "layout/scale/scale_pieces.h"

#include <algorithm>

namespace timeline {

TimeScale TimeScale::folded(const Document &document, const QBitArray &shown,
                            const std::vector<Instant> &opened) {
    TimeScale scale;
    FoldedPieces folded = foldedPieces(document, shown, opened);
    scale.m_opened = std::move(folded.opened);
    scale.m_pieces = std::move(folded.pieces);
    scale.m_columns = std::move(folded.columns);
    if (!scale.m_columns.empty() && scale.m_columns.back().isAhead) {
        constexpr double day = 86'400'000;
        scale.m_ahead = scale.m_columns.back().begin;
        scale.m_eve = plusMilliseconds(scale.m_ahead, -day);
    }
    std::vector<AxisSpan> breaks;
    for (const Piece &piece : scale.m_pieces) {
        if (piece.isBreak || piece.isGutter) {
            breaks.push_back({piece.axisBegin, piece.axisEnd});
        }
    }
    if (!breaks.empty()) {
        scale.m_breaks = std::make_shared<const std::vector<AxisSpan>>(std::move(breaks));
    }
    return scale;
}

namespace {

/// The piece in which `value` lies, by one of its ends.
template <typename Value>
const TimeScale::Piece &pieceAt(const std::vector<TimeScale::Piece> &pieces, Value value,
                                Value TimeScale::Piece::*end) {
    const auto piece = std::ranges::upper_bound(pieces, value, {}, end);
    return piece == pieces.end() ? pieces.back() : *piece;
}

} // namespace

Instant TimeScale::instant(double axis) const {
    if (m_pieces.empty()) {
        return fromEpochMilliseconds(axis);
    }
    const Piece &piece = pieceAt(m_pieces, axis, &Piece::axisEnd);
    return piece.isGutter ? piece.begin
                          : plusMilliseconds(piece.begin, (axis - piece.axisBegin) / piece.rate);
}

bool TimeScale::hidesInBreak(const Span &span) const {
    const std::optional<Span> covered = span.isNever() ? std::nullopt : span.covered();
    return covered && std::ranges::any_of(m_pieces, [&covered](const Piece &piece) {
               return piece.isBreak && covered->begin < piece.end && piece.begin < covered->end;
           });
}

double TimeScale::rateAt(double axis) const {
    return m_pieces.empty() ? 1 : pieceAt(m_pieces, axis, &Piece::axisEnd).rate;
}

} // namespace timeline
