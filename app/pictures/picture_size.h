// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <optional>

namespace timeloom {

/// How large a picture shall be, as people say it.
struct PictureSize {
    QSizeF pixels;        ///< logical ones, of which an inch has 96
    bool isPaper = false; ///< given in the units of paper
};

/// "1920x1080", "210x297mm", "8.5x11in", "595x842pt", "1080x1350px", or a paper: "A5" to "A0", "Letter",
/// "Tabloid", which may end in "-landscape" or "-portrait". Nothing where it is neither, or has no extent.
std::optional<PictureSize> pictureSizeFrom(const QString &text);

} // namespace timeloom
