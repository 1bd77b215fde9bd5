// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"
#include "text/glyphs.h"

#include <deque>

namespace timeline {

/// How large texts are, and their glyphs, in the faces that are compiled in. What it remembers is for one
/// thread; it needs no application.
class Fonts : public TextMeasure {
public:
    double width(const QString &text, const TextStyle &style) const override;
    QString elided(const QString &text, const TextStyle &style, double width) const override;
    double ascent(const TextStyle &style) const override;
    double descent(const TextStyle &style) const override;
    /// From the middle of a line, which layout gives, down to its baseline.
    static double baselineOffset(const TextStyle &style);

    const Glyphs &glyphs(const TextStyle &style) const;

private:
    struct Styled {
        explicit Styled(const TextStyle &itsStyle) : style(itsStyle), glyphs(itsStyle) {}
        TextStyle style;
        Glyphs glyphs;
    };
    mutable std::deque<Styled> m_styles; ///< those asked for; not to be moved about
};

} // namespace timeline
