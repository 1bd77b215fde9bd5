// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace timeloom {

/// The yardsticks of reading, in milliseconds. Nothing where there is no such figure: the file cannot be
/// mapped, or is too large for the parser, or no JSON.
struct ParseYardstick {
    std::optional<double> readMilliseconds;  ///< mapping the file and touching every page
    std::optional<double> parseMilliseconds; ///< that, and a walk by simdjson On-Demand over every field
};
ParseYardstick measureParse(const QString &fileName);

} // namespace timeloom
