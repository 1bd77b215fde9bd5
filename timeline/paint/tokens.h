// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace timeline {

/// The colours of everything: of windows and their controls, of the canvas and of pictures. Nothing else
/// names one, but the palette of categories.
struct Tokens {
    bool dark = false;
    QColor canvas;     ///< the ground of what is drawn
    QColor canvas2;    ///< every second column
    QColor surface;    ///< bars
    QColor raised;     ///< fields and popups
    QColor hover;      ///< under the pointer
    QColor ink;        ///< text
    QColor ink2;       ///< dates and notes
    QColor ink3;       ///< placeholders and what is dimmed
    QColor accent;     ///< the only one: focus, selection, main button, links
    QColor accentSoft; ///< the ground of what is selected
    QColor onAccent;
    QColor control; ///< borders of fields, ticks, tracks
    QColor line;    ///< hairlines; never the only sign of anything
    QColor grid;
    QColor error; ///< and the line of "as of"
    QColor errorSoft;
    QColor warn;
    QColor warnSoft;
    QColor ok;
    QColor okSoft;
    QColor match; ///< the ground of words that were looked for

    static const Tokens &light();
    static const Tokens &night(); ///< dark
    /// Those that suit a widget's palette.
    static const Tokens &forPalette(const QPalette &palette);
};

/// Relative luminance, 0 to 1, and the contrast of two colours, 1 to 21 (WCAG 2.1).
double luminance(const QColor &color);
double contrast(const QColor &a, const QColor &b);

} // namespace timeline
