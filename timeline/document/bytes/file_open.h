// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"

#include <QString>

class QFile;

namespace timeline {

/// Opens for reading what a name means: a file, "-" for standard input, ":story" for the bundled one. The
/// problem is none of a file yet: see Problem::of().
Result<> openToRead(QFile &file, const QString &fileName);

} // namespace timeline
