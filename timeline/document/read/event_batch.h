// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/large_memory.h"
#include "document/bytes/name_table.h"
#include "document/format/event_reader.h"
#include "document/format/finding_list.h"
#include "document/json/json_value.h"
#include "document/store/event_columns.h"

namespace timeline {

/// A link or a source that an event names; `at` is where the name stands, a string or a number.
struct Reference {
    std::uint32_t row = 0;
    LinkKind kind = LinkKind::Related; ///< for links
    qint64 at = 0;
};

/// A value of an event that is not plainly fine, to be read with care. It costs only itself. Of the unknown
/// field it is the event: one of its keys may be repeated.
struct DoubtfulValue {
    std::uint32_t row = 0;
    EventField field = EventField::Unknown;
    qint64 keyAt = 0; ///< where its key stands; -1 where it lacks
};

/// What a stretch of the events array gives: a row for each element that is shown, and what its rows name.
struct EventBatch {
    EventColumns columns;
    /// Rows of which something is not plainly fine: these hold only the place, until readDoubtful().
    std::vector<std::uint32_t> doubtful;
    std::vector<DoubtfulValue> doubtfulValues;    ///< of other rows, in their order
    LargeVector<std::uint32_t> idHashes;          ///< idHash() for each row, for the table of ids
    NameTable categories = NameTable(noCategory); ///< numbers as the columns have them
    std::vector<Reference> links;
    NameList linkNames;             ///< what they name, once readDoubtful() has been called
    std::vector<Reference> sources; ///< those not declared before the events
    FindingList findings;
    EventIndex undated = 0;     ///< rows without a place in time
    EventIndex seasons = 0;     ///< plain rows whose date is one, and looks like nothing else
    std::optional<Span> extent; ///< earliest begin and latest end, leaving open ends out

    /// Reads the doubtful rows and values with care, reports what is wrong with them and leaves out rows that
    /// cannot be shown; then reads what links name and measures the extent. `text` is what the rows were read
    /// from.
    void readDoubtful(const JsonText &text, EventList list = EventList::Events);
    /// Appends what stands after it in the file, of which nothing is doubtful any more.
    void append(EventBatch &&next);
    void clear(); ///< keeps the memory
};

} // namespace timeline
