// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "paint/tokens.h"

namespace timeline {

/// The colours of a picture. Layout speaks of roles; only here do they become colours.
struct Theme {
    bool dark = false;
    QColor background;
    QColor laneShade; ///< of every second column
    QColor gutter;    ///< between columns
    QColor control;   ///< of edges that say something
    QColor line;      ///< between lanes, and the axis's ticks
    QColor grid;      ///< down through the lanes
    QColor text;
    QColor mutedText;
    QColor axisBackground;
    QColor accent;   ///< selection, rubber band
    QColor hover;    ///< the plate of what is under the pointer
    QColor selected; ///< the plate of what is selected
    QColor dimmed;   ///< texts, while others are looked at
    QColor asOf;
    QColor page;     ///< the ground of a composed page
    QColor card;     ///< and of its columns
    QColor pageGrid; ///< down through these

    Theme() = default;
    explicit Theme(const Tokens &tokens);
    static Theme light();
    static Theme night(); ///< dark
    /// The same with a page's columns as the background.
    Theme onPage() const {
        Theme theme = *this;
        theme.background = card;
        return theme;
    }
    /// The theme that suits a widget's palette.
    static Theme forPalette(const QPalette &palette);

    /// The colour of a category: the file's own, or one of a palette that colour-blind people can tell apart
    /// (Okabe and Ito, 2008); in the dark as light as it must be to be seen.
    QColor categoryFill(ColorRole role, std::optional<Rgb> own) const;
    /// The same where it stands alone, in lines and outlines: visible on this background.
    QColor categoryColor(ColorRole role, std::optional<Rgb> own) const;
    QColor outlineOf(const QColor &fill) const; ///< of a mark that is filled so
    QColor laneColor(const Document &document, const Lane &lane) const;
    QColor othersColor() const {
        return tint(mutedText, 0.45);
    } ///< of lanes that have no colour of their own
    /// `color` thinned towards the background: 1 keeps it, 0 is the background.
    QColor tint(const QColor &color, double strength) const;
    /// Black or white, whichever reads better on `fill`.
    static QColor textOn(const QColor &fill);

private:
    QColor untilSeen(const QColor &color, const QColor &with, double enough) const;
};

} // namespace timeline
