// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/changed_texts.h"
#include "time/edtf_shift.h"

#include <array>
#include <memory>
#include <stop_token>

namespace timeline {

/// Those of the moved ones that are known to one unit and cannot move by all of the amount.
struct RoundedShifts {
    std::size_t count = 0;
    Shift by;             ///< of the first
    bool differs = false; ///< not all of them move by that

    void add(const RoundedShifts &other);
};

/// How many of some events can be moved by an amount of time, and why the others cannot.
struct ShiftCount {
    std::size_t moved = 0;
    std::size_t undated = 0;
    std::size_t placeless = 0;              ///< no date of their kind lies where they would be
    std::size_t seasons = 0;                ///< of which no more is known
    std::size_t vague = 0;                  ///< years of which not all digits are known
    std::array<std::size_t, 7> coarse = {}; ///< the others, by the TickUnit that they are known to
    std::array<RoundedShifts, 7> rounded;   ///< by that, too
    std::size_t shortened = 0;              ///< moved ones whose month there has no such day

    void add(std::string_view date, const Shift &shift); ///< counts it
    void add(const ShiftCount &other);
    std::size_t staying() const;
    /// "1 of 7 stays: its year is all that is known", for each reason; empty where all move. Translated.
    QString whatStays() const;
    /// "3 of 7 are known to the day and come 2 days later, rounded"; empty where none is. Translated.
    QString whatIsRounded() const;
};

/// Looks at the dates of all, on all cores; of no meaning where it was asked to stop.
ShiftCount countShift(const Document &document, const std::vector<EventIndex> &events, const Shift &shift,
                      const std::stop_token &stop = {});

/// Moves the date of each of these events; those that cannot be moved so stay as they are. The document is
/// the version that is edited.
TextChange shiftOf(std::shared_ptr<const Document> document, std::vector<EventIndex> events, Shift shift);

} // namespace timeline
