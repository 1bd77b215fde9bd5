// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/event_columns.h"

namespace timeline {

void EventColumns::reserve(std::size_t count) {
    forEachColumn([count](auto &column) { column.reserve(count); });
}

void EventColumns::append(const EventRow &row) {
    m_beginSeconds.push_back(row.span.begin.seconds);
    m_endSeconds.push_back(row.span.end.seconds);
    m_beginMillis.push_back(static_cast<std::uint16_t>(row.span.begin.millis));
    m_endMillis.push_back(static_cast<std::uint16_t>(row.span.end.millis));
    m_flags.push_back(static_cast<std::uint16_t>(row.span.flags.toInt()));
    m_offset.push_back(row.offset);
    m_length.push_back(static_cast<std::uint32_t>(row.length));
    m_idOffset.push_back(row.idOffset);
    m_category.push_back(row.category);
    m_status.push_back(row.status);
    m_importance.push_back(row.importance);
}

void EventColumns::set(std::size_t index, const EventRow &row) {
    m_beginSeconds[index] = row.span.begin.seconds;
    m_endSeconds[index] = row.span.end.seconds;
    m_beginMillis[index] = static_cast<std::uint16_t>(row.span.begin.millis);
    m_endMillis[index] = static_cast<std::uint16_t>(row.span.end.millis);
    m_flags[index] = static_cast<std::uint16_t>(row.span.flags.toInt());
    m_offset[index] = row.offset;
    m_length[index] = static_cast<std::uint32_t>(row.length);
    m_idOffset[index] = row.idOffset;
    m_category[index] = row.category;
    m_status[index] = row.status;
    m_importance[index] = row.importance;
}

void EventColumns::drop(const std::vector<bool> &dropped) {
    forEachColumn([&dropped](auto &column) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (!dropped[i]) {
                column[kept++] = column[i];
            }
        }
        column.resize(kept);
    });
}

} // namespace timeline
