// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/phrases/phrase_part.h"
#include "time/phrases/phrase_tokens.h"

namespace timeline::phrases {

/// A part that was read, and what comes behind it.
struct Read {
    Part part;
    TokenCursor rest;
};
using Reads = std::vector<Read>;

// Each adds all that the tokens from the cursor on may mean in its way.

/// Days and months in numbers: 2024-3-5, 5.3.2024, 3/2024, 20240305, 2024-W03, 2024-045, 1966年5月3日.
void readNumeric(TokenCursor cursor, Reads &reads);
/// Days and months with the month's name: 5 March 1850, March 5, 1850, 5.III.1850.
void readNamed(TokenCursor cursor, Reads &reads);
/// Parts of a year that are no months: spring 1968, Q3 2020, KW 3 2021.
void readSeasons(TokenCursor cursor, Reads &reads);
/// Years and what is longer: 44 BC, 1850s, late 19th century, 66 Ma, 10,000 BP.
void readYears(TokenCursor cursor, Reads &reads);
/// Early, mid and late in one of these.
void readPartsOf(TokenCursor cursor, Reads &reads);

/// A year of three or four digits, or one with its era; a date may end with it.
void readYear(TokenCursor cursor, Reads &reads);
/// "20:00:05 UTC", "8 PM", "20h30", and "200005" where it may be compact; nothing where there is none.
std::optional<Part> takeTime(TokenCursor &cursor, bool mayBeCompact);

/// What tells of a date that it is not known well.
struct Qualifiers {
    bool isAbout = false;
    bool isUncertain = false;
};
bool takeQualifier(TokenCursor &cursor, Qualifiers &found);
/// The tokens without those at the end: "?", "(?)", "circa".
Tokens withoutQualifiersAtEnd(Tokens tokens, Qualifiers &found);

/// All that one date may be, told by all of the tokens. Some may not be whole.
Parts pointsIn(Tokens tokens);
/// Those alone that are whole and that EDTF has.
Parts wholePointsIn(Tokens tokens);

} // namespace timeline::phrases
