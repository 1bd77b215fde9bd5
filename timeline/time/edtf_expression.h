// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/edtf_date.h"

#include <vector>

namespace timeline::edtf {

/// What stands at one side of an interval or of a range in a set.
enum class Edge : std::uint8_t { Date, Open, Unknown };

/// A date, or the stretch between two: an interval, or one member of a set.
struct Stretch {
    DatePart first;
    DatePart last; ///< unused where one date stands alone
    Edge start = Edge::Date;
    Edge end = Edge::Date;
    bool isSingle = true;
};

enum class Form : std::uint8_t { Single, Interval, OneOf, AllOf };

/// A whole expression, part by part as it is written: what describing one needs.
struct Expression {
    Form form = Form::Single;
    std::vector<Stretch> members; ///< more than one only in a set
};

/// Reads a whole text; false where it is no date, told by the cursor. Fills `parts` where it is given;
/// without it nothing is allocated.
bool readExpression(Cursor &cursor, DateSyntax syntax, ParsedDate &parsed, Expression *parts = nullptr);

} // namespace timeline::edtf
