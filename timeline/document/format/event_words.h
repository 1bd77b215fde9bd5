// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

#include <cmath>
#include <string_view>

namespace timeline {

/// The words of the file format, as UTF-8.
std::optional<Status> statusFromWord(std::string_view word);
std::optional<LinkKind> linkKindFromWord(std::string_view word);

/// An importance of 0 to 1 as the columns keep it.
inline std::uint8_t importanceByte(float importance) {
    return static_cast<std::uint8_t>(std::lround(importance * 255.0F));
}

} // namespace timeline
