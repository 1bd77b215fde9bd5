// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/dice.h"

#include <string>

namespace bench {

/// Appends a title: few words, seldom many, of one of several scripts; `isLong`: forty words and more. Ready
/// to stand in JSON.
void appendTitle(std::string &text, Dice &dice, bool isLong);

/// Appends some words of Markdown. Ready to stand in JSON.
void appendDescription(std::string &text, Dice &dice);

} // namespace bench
