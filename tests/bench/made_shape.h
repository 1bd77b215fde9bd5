// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/dice.h"
#include "bench/made_event.h"

namespace bench {

/// Writes the same events in another way, as other programs and people do; or wrongly.
class MadeShape {
public:
    MadeShape(std::string_view kind, std::uint64_t count, Dice &dice)
        : m_kind(kind), m_count(count), m_dice(dice) {}

    /// How many records the head has; categories without a name of their own are numbered.
    std::uint64_t categories() const;
    std::uint64_t sources() const;
    std::uint64_t eras() const;

    void apply(MadeEvent &event, std::uint64_t number);
    /// An id as this kind of file writes it: `letter` and the number, or the number alone.
    void appendId(std::string &json, char letter, std::uint64_t number) const;

private:
    bool is(std::string_view kind) const { return m_kind == kind; }
    void number(MadeEvent &event);
    void fillUp(MadeEvent &event, std::string_view value);
    void spoil(MadeEvent &event);

    std::string_view m_kind;
    std::uint64_t m_count;
    Dice &m_dice;
};

} // namespace bench
