// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/document_rows.h"

#include "document/store/events_extent.h"

namespace timeline {

std::optional<Span> DocumentRows::extent(const QBitArray &shown) const {
    return extentOf(m_events, shown);
}

} // namespace timeline
