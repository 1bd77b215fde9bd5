// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace timeline {

/// The kinds of text in a picture; each has one font, which `paint` chooses.
enum class TextRole : std::uint8_t { Label, LaneTitle, Tick, Context, Era, Count, Note, Title };

/// How wide texts are, in logical pixels. Injected, so that layout needs no GUI and tests need no font.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    virtual double width(const QString &text, TextRole role) const = 0;
    /// `text` cut at its end with an ellipsis so that it fits; empty where not even that fits.
    virtual QString elided(const QString &text, TextRole role, double width) const = 0;
};

} // namespace timeline
