// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeloom {

/// What saving costs, in milliseconds. Nothing where there is no event to edit or no room for two copies.
struct SaveCosts {
    std::optional<double> save; ///< the file with another title for its middle event, atomic and flushed
    std::optional<double> copy; ///< the yardstick: writing the same bytes and flushing them
};

/// Measures both in turn, `rounds` times, and gives the best of each. The files stand in a folder of their
/// own beside `fileName`, because another disk may have another speed, or, where that cannot be written,
/// among the temporary files; they are removed.
SaveCosts measureSave(const timeline::Document &document, const QString &fileName, int rounds);

} // namespace timeloom
