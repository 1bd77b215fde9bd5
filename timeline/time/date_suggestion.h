// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace timeline {

/// The EDTF date that a person means by a text that is none: "12.03.2024", "March 2024", "Q3 2024",
/// "c. 1850", "1850s", "44 BC", "before 1900", "2024-05-01 10:30", "March – May 2024". Nothing where that is
/// not sure, as with the day and the month of "03/04/2024". Month names in English and in the user's
/// language.
std::optional<QString> suggestedDate(const QString &text);

} // namespace timeline
