// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"

namespace timeloom {

/// Whether a name stands for a file on disk, and not for standard input or the bundled story.
bool isFileName(const QString &name);
/// Whether a file is read before one could look up.
bool isSmall(const QString &fileName);
/// A file's name as it is shown, without its folder.
QString shownName(const QString &fileName);
/// Whether it may be opened: it stands for a file on disk that is one or is not there, or for none on disk.
timeline::Result<> checkFileName(const QString &name);

} // namespace timeloom
