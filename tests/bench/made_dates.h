// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/dice.h"

#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Makes the dates of events up, each kind of file after its own fashion.
class MadeDates {
public:
    MadeDates(std::string_view kind, std::uint64_t count, Dice &dice);
    /// Appends the date of an event, as EDTF.
    void append(std::string &text, std::uint64_t event);
    /// As JSON: in quotes, unless years are to be numbers.
    void appendJson(std::string &text, std::uint64_t event);

private:
    void anyNotation(std::string &text);
    void deepTime(std::string &text);
    void likePeopleWrite(std::string &text);
    std::int64_t moment();

    std::string_view m_kind;
    std::uint64_t m_count;
    Dice &m_dice;
    std::vector<std::int64_t> m_bursts; ///< when much happens at once; seconds since 1970
};

} // namespace bench
