// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <QCoreApplication>

namespace timeloom {

/// What a picture has room for, counted from what is drawn.
struct PictureCheck {
    std::size_t events = 0;      ///< that it is about
    std::size_t titled = 0;      ///< with title and date
    std::size_t untitled = 0;    ///< a mark alone
    std::size_t gathered = 0;    ///< in clusters
    std::size_t withoutRoom = 0; ///< not there at all
    std::size_t lanesLeftOut = 0;
    std::size_t overlaps = 0; ///< texts over others, or over marks of others

    static PictureCheck of(const timeline::Scene &scene, std::size_t lanesLeftOut);
    bool isFine() const {
        return events > 0 && titled == events && overlaps == 0 && withoutRoom == 0 && lanesLeftOut == 0;
    }
    QString toText() const; ///< "29 of 29 events with title and date, nothing overlaps"

private:
    Q_DECLARE_TR_FUNCTIONS(timeloom::PictureCheck)
};

} // namespace timeloom
