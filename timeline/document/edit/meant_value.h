// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

#include <QString>
#include <optional>

namespace timeline {

// What a value that cannot be used was meant to say; nothing where that is not sure.

/// A date as EDTF: one that is right already, "..", or what safeReading() makes of it.
std::optional<QString> meantDate(const QString &text);
/// An interval that ends before it begins, the other way round.
std::optional<QString> swappedDate(const QString &interval);
/// A finite number in a text: "0.7" and " 0,7 ".
std::optional<double> meantNumber(const QString &text);
/// A known status in another case, with blanks around it, or with one letter too many, too few or in its
/// neighbour's place: "Confirmed ", "canceled", "palnned". Another letter may make another word.
std::optional<Status> meantStatus(const QString &text);
/// A name without what people see no difference in: case, and blanks around and within.
QString foldedName(const QString &name);

} // namespace timeline
