// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <optional>

namespace timeline {

/// The word that stands behind the date of what is not confirmed; nothing for what is. `own`: the file's.
QString statusInWords(Status status, const QString &own);

/// When an event is, as exactly as the file says it, and its status' word: "23 Jan. 2025 · claimed". Decoded
/// at each call. `toldYear`: one that is read beside it, and not said again.
QString dateInWords(const Document &document, EventIndex event,
                    std::optional<std::int64_t> toldYear = std::nullopt);

} // namespace timeline
