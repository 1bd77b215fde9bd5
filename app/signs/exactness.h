// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/span.h"

#include <QCoreApplication>
#include <array>

namespace timeloom {

/// How exact a date is, as its mark in the timeline tells it.
enum class Exactness : std::uint8_t {
    Moment, ///< a time of a day
    Day,
    Within,     ///< once, some time within a stretch that is longer than a day
    About,      ///< about then
    Lasts,      ///< a stretch
    LastsAbout, ///< one whose begin and end are about then
    PartlyAbout,
    GoesOn,
    FromBefore,
    Unknown, ///< its begin or its end is
};
inline constexpr std::size_t exactnessCount = 10;

/// Of what has a date.
Exactness exactnessOf(const timeline::Span &span);

struct ExactnessWords {
    Q_DECLARE_TR_FUNCTIONS(timeloom::ExactnessWords)

public:
    static QString of(Exactness exactness); ///< "Some time within"
};

} // namespace timeloom
