// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/event_scan.h"
#include "time/edtf.h"
#include "time/phrases/date_phrases.h"

namespace timeline {

void EventScan::readDate(std::string_view text) {
    const auto parsed = parseDate(text);
    const auto *date = std::get_if<ParsedDate>(&parsed);
    if (date == nullptr || (date->level > 0 && isYearAndNext(text))) {
        doubt();
        return;
    }
    m_row.span = date->span;
    m_batch.seasons += date->level > 0 && isSeason(text) ? 1 : 0;
}

/// They say together when the event is: what is not plainly fine with them is not that of one value.
void EventScan::readStartAndEnd() {
    if ((m_doubtful |= (m_seen & bit(EventField::Date)) != 0 || !has(EventField::Start) ||
                       isYearAndNext(m_start) || (has(EventField::End) && isYearAndNext(m_end)))) {
        return;
    }
    if (has(EventField::End)) {
        m_start.append("/").append(m_end);
    }
    m_field = EventField::Start;
    readDate(m_start);
    const DateFlags several = DateFlags(DateFlag::Interval) | DateFlag::Set;
    m_doubtful |= !has(EventField::End) && (m_row.span.flags & several);
}

} // namespace timeline
