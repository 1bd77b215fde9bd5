// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/picture_maker.h"
#include "widgets/workspace/workspace.h"

namespace timeloom {

/// What somebody chose for a picture. All of it can be said to `timeloom render`, too, which then draws the
/// same bytes.
struct PictureChoice {
    timeline::PageLayout layout = timeline::PageLayout::Columns; ///< not Auto
    bool isFiltered = true;                                      ///< only what the filter shows
    bool isInView = false;                                       ///< only the stretch that the window shows
    QString size = QStringLiteral("1920x1080");                  ///< as pictureSizeFrom() reads it
    double sharpness = 2;                                        ///< device pixels in a logical one, for PNG
    bool dark = false;
    bool hasLinks = false; ///< of lanes
    timeline::PageParts parts;
    timeline::PictureFormat format = timeline::PictureFormat::Png;

    /// A picture of the document that a workspace shows. Nothing where the size is none.
    std::optional<PictureOrder> order(const timeline::Workspace &workspace) const;
    /// The command that draws the same of a file into a file, word by word.
    QStringList command(const timeline::Workspace &workspace, const QString &fileName,
                        const QString &output) const;
};

/// A command for a shell: words that it would take for something else stand in quotes.
QString shellLine(const QStringList &words);

/// The stretch of time that a window shows, as exactly as a pixel: from the first date to the last one, both
/// included, as EDTF. Nothing where it shows all.
std::optional<std::pair<QString, QString>> stretchInView(const timeline::Workspace &workspace);

/// The name suggested for a picture of a timeline with this title, without an ending: as a person would name
/// a file, on any system.
QString pictureName(const QString &title);

} // namespace timeloom
