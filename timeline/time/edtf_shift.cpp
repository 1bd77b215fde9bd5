// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_shift.h"

#include "time/calendar.h"
#include "time/movable_date.h"

#include <vector>

namespace timeline {

namespace {

/// A text taken apart: its dates, and what stands around them.
struct Parts {
    std::vector<std::string_view> around; ///< before each date, and after the last
    std::vector<edtf::MovableDate> dates;

    /// Nothing where the text is no date or has none that is known.
    static std::optional<Parts> of(std::string_view text) {
        if (!std::holds_alternative<ParsedDate>(parseDate(text))) {
            return std::nullopt;
        }
        Parts parts;
        edtf::Cursor cursor(text);
        std::size_t end = 0;
        while (!cursor.atEnd()) {
            if (std::string_view("[]{},/.").find(cursor.next()) != std::string_view::npos) {
                cursor.skip();
                continue;
            }
            const std::size_t start = cursor.position();
            parts.around.push_back(text.substr(end, start - end));
            edtf::DatePart date;
            readDate(cursor, DateSyntax::EventsFile, date);
            parts.dates.emplace_back(date, cursor.from(start));
            end = cursor.position();
        }
        parts.around.push_back(text.substr(end));
        return parts.dates.empty() ? std::nullopt : std::optional(std::move(parts));
    }

    /// What all of them can be moved by.
    edtf::Grain grain() const {
        edtf::Grain all;
        for (const edtf::MovableDate &date : dates) {
            all = all.with(date.grain());
        }
        return all;
    }
    Shift snapped(const Shift &shift) const { return dates.front().snapped(shift, grain()); }
};

} // namespace

Instant shifted(Instant instant, const Shift &shift) {
    const Instant onTheDay = shift.months == 0 ? instant : plusMonths(instant, shift.months);
    constexpr double day = 86'400'000;
    return plusMilliseconds(plusMilliseconds(onTheDay, static_cast<double>(shift.days) * day),
                            static_cast<double>(shift.milliseconds));
}

std::optional<Shift> snappedShift(std::string_view text, const Shift &shift) {
    const auto parts = Parts::of(text);
    return parts ? std::optional(parts->snapped(shift)) : std::nullopt;
}

std::optional<std::string> shiftedDate(std::string_view text, const Shift &shift) {
    const auto parts = Parts::of(text);
    if (!parts) {
        return std::nullopt;
    }
    const Shift snapped = parts->snapped(shift);
    if (snapped.isNone()) {
        return shift.isNone() ? std::optional(std::string(text)) : std::nullopt;
    }
    std::string moved;
    std::string_view before;
    std::string last;
    for (std::size_t i = 0; i < parts->dates.size(); ++i) {
        const auto date = parts->dates[i].moved(snapped);
        const std::string_view written = parts->dates[i].text();
        // 30 and 31 January have no two days in February: what is different stays so.
        if (!date || (i > 0 && *date == last && written != before)) {
            return std::nullopt;
        }
        moved.append(parts->around[i]).append(*date);
        before = written;
        last = *date;
    }
    moved.append(parts->around.back());
    // A few lie beyond what EDTF can write so: "2004-01-3X" a month later.
    return std::holds_alternative<ParsedDate>(parseDate(moved)) ? std::optional(moved) : std::nullopt;
}

std::optional<TickUnit> knownTo(std::string_view text) {
    const auto parts = Parts::of(text);
    return parts ? std::optional(parts->grain().unit()) : std::nullopt;
}

} // namespace timeline
