// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace timeloom {

/// Fills a box with the statuses of the format; each has its word as data.
void addStatuses(QComboBox &box);
/// Where in such a box a status stands. A word of the file's own comes to the end, in the place of another.
int indexOfStatus(QComboBox &box, const QString &word);

} // namespace timeloom
