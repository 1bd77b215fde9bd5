// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"
#include "paint/glyphs.h"

#include <QFont>
#include <QFontMetricsF>
#include <deque>
#include <vector>

namespace timeline {

/// The fonts of a picture: the bundled Inter, without hinting and with grey antialiasing, so that a picture
/// is the same everywhere. Scripts that it lacks come from the system's fonts. Needs a QGuiApplication, and
/// one thread.
class Fonts : public TextMeasure {
public:
    Fonts();
    const QFont &font(TextRole role) const { return m_fonts[static_cast<std::size_t>(role)]; }
    double width(const QString &text, TextRole role) const override;
    QString elided(const QString &text, TextRole role, double width) const override;
    double ascent(TextRole role) const { return metrics(role).ascent(); }
    /// From the middle of a line, which layout gives, down to its baseline.
    double baselineOffset(TextRole role) const;

    const QFontMetricsF &metrics(TextRole role) const { return m_metrics[static_cast<std::size_t>(role)]; }
    const Glyphs &glyphs(TextRole role) const { return m_glyphs[static_cast<std::size_t>(role)]; }

private:
    static constexpr std::size_t roleCount = static_cast<std::size_t>(TextRole::Title) + 1;
    std::vector<QFont> m_fonts;
    std::vector<QFontMetricsF> m_metrics;
    std::deque<Glyphs> m_glyphs; ///< not to be moved about
};

} // namespace timeline
