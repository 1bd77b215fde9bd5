// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/page/page_options.h"

namespace timeline {

/// The columns of a page: those of its events, as long as its eras and the options ask for. `first` and
/// `last` count in PageContent::events. At least one, if only to hold what has no date; its begin and end are
/// the same then.
std::vector<TimeColumn> pageColumns(const PageContent &content, const PageOptions &options, std::size_t most);

/// The same with the column of the most events cut in two; unchanged where none can be.
std::vector<TimeColumn> withOneMore(const std::vector<TimeColumn> &columns, const PageContent &content,
                                    std::size_t column);

} // namespace timeline
