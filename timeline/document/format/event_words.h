// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

#include <cmath>
#include <string>
#include <string_view>

namespace timeline {

/// The words of the file format, as UTF-8; nothing for others.
std::optional<Status> statusFromWord(std::string_view word);
std::optional<LinkKind> linkKindFromWord(std::string_view word);

/// The EDTF year that a JSON number means where a date stands: integers from -9999 to 9999, "0033" for 33.
/// Nothing for other numbers.
std::optional<std::string> yearFromNumber(std::string_view number);

/// An importance of 0 to 1 as the columns keep it.
inline std::uint8_t importanceByte(float importance) {
    return static_cast<std::uint8_t>(std::lround(importance * 255.0F));
}

} // namespace timeline
