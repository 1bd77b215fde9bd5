// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf_date.h"
#include "time/edtf_shift.h"

namespace timeline::edtf {

/// What a date can be moved by and by multiples of it: whole months; where these are 0, milliseconds.
struct Grain {
    std::int64_t months = 0;
    std::int64_t milliseconds = 1;

    /// What both can be moved by.
    Grain with(const Grain &other) const;
    TickUnit unit() const;
};

/// One date of an expression, which moves by having other digits put into its text.
class MovableDate {
public:
    /// `text` is what `date` was read from, and has to stay.
    MovableDate(const DatePart &date, std::string_view text);

    std::string_view text() const { return m_text; }
    const Grain &grain() const { return m_grain; }
    /// The amount nearest to `shift` that it can be moved by in steps of `grain`, which is its own or one of
    /// several.
    Shift snapped(const Shift &shift, const Grain &grain) const;
    /// Moved by what is a multiple of its grain; nothing where no date of its kind lies there.
    std::optional<std::string> moved(const Shift &shift) const;

private:
    std::int64_t year() const;
    std::int64_t month() const;
    std::optional<std::string> movedMonth(std::int64_t months) const;
    std::optional<std::string> movedDay(const Shift &shift) const;
    std::optional<std::string> withYear(std::string text, std::int64_t year) const;
    std::optional<std::string> yearText(std::int64_t year) const;
    std::pair<std::size_t, std::size_t> digitsAt(int part) const;
    void put(std::string &text, int part, const std::string &digits) const;

    DatePart m_date;
    std::string_view m_text;
    std::int64_t m_writtenUnit = 1; ///< 100 for "Y3388E2"
    std::int64_t m_yearUnit = 1;    ///< so many years apart are those that it can be moved to
    Grain m_grain;
};

} // namespace timeline::edtf
