// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace timeline {

bool isBlankCharacter(char32_t code); ///< one that takes room and shows nothing

/// Characters that take no room and show nothing, but those that findHiddenCharacter() knows and the number
/// signs of Arabic, Syriac and Kaithi, which are seen.
bool isWithoutWidth(char32_t code);

/// Whether a character without width has a use between these two; 0 where there is none. `runsLeft`: letters
/// of the text run from right to left.
bool hasUse(char32_t code, char32_t before, char32_t after, bool runsLeft);

} // namespace timeline
