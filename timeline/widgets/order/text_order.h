// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event_fields.h"
#include "document/store/document.h"
#include "widgets/order/sort_items.h"

#include <stop_token>

namespace timeline {

/// Sorts events by one of their texts as the user's language does, upper and lower case alike, equal ones as
/// they are: exactly in the order of QCollator, by their first 65,536 units of UTF-16 or bytes of their keys,
/// whichever ends first. `items` are in the file's order; their
/// keys are overwritten. Gives up once `cancel` asks for it.
void sortByText(const Document &document, EventField field, std::span<SortItem> items,
                Qt::SortOrder direction, const std::stop_token &cancel);

} // namespace timeline
