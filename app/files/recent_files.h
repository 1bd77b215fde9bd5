// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace timeloom {

/// The files that were opened last, kept in the settings, the latest first. Names may be no UTF-8: see
/// timeline::fileNameBytes().
QStringList recentFiles();
void rememberFile(const QString &fileName);

} // namespace timeloom
