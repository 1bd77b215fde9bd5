// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <functional>
#include <span>

namespace timeline {

struct CodePoint {
    char32_t code = 0; ///< 0 beyond the text
    qsizetype at = 0;
    qsizetype length = 1;
};

/// Calls `visit` with each letter of a word that pretends to be of the word's other alphabet: Cyrillic or
/// Greek ones of which all look like Latin ones, or Latin ones in a word of those.
void forEachPretender(std::span<const CodePoint> word, const std::function<void(const CodePoint &)> &visit);

} // namespace timeline
