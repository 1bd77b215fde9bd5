// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFile;

namespace timeline {

/// Opens for reading what a name means: a file, "-" for standard input, ":story" for the bundled one. Gives
/// what stands in the way, in words, or nothing.
QString openToRead(QFile &file, const QString &fileName);

} // namespace timeline
