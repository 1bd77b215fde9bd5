// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"
#include "paint/glyphs.h"

#include <QFont>
#include <QFontMetricsF>
#include <deque>

namespace timeline {

/// The fonts of a picture: the bundled Inter, without hinting and with grey antialiasing, so that a picture
/// is the same everywhere. Scripts that it lacks come from the system's fonts. Needs a QGuiApplication, and
/// one thread.
class Fonts : public TextMeasure {
public:
    Fonts();
    double width(const QString &text, const TextStyle &style) const override;
    QString elided(const QString &text, const TextStyle &style, double width) const override;
    double ascent(const TextStyle &style) const override { return metrics(style).ascent(); }
    double descent(const TextStyle &style) const override { return metrics(style).descent(); }
    /// From the middle of a line, which layout gives, down to its baseline.
    double baselineOffset(const TextStyle &style) const { return metrics(style).capHeight() / 2; }

    const QFont &font(const TextStyle &style) const { return of(style).font; }
    const QFontMetricsF &metrics(const TextStyle &style) const { return of(style).metrics; }
    const Glyphs &glyphs(const TextStyle &style) const { return of(style).glyphs; }

private:
    struct Styled {
        explicit Styled(const TextStyle &style);
        TextStyle style;
        QFont font;
        QFontMetricsF metrics;
        Glyphs glyphs;
    };
    const Styled &of(const TextStyle &style) const;

    mutable std::deque<Styled> m_styles; ///< those asked for; not to be moved about
};

} // namespace timeline
