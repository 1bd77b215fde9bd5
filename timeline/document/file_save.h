// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <vector>

namespace timeline {

/// Writes a file atomically and durably: beside the old one, flushed to the disk, put in its place by a
/// rename that is flushed, too. Killed at any moment, or out of room, it leaves the old file or the new one.
/// A symlink stays one and its file is written; permissions stay. What is no regular file is refused. The
/// pieces are written one after the other and may be parts of the old file's mapped bytes.
/// Gives what went wrong (translated, with the file's name), or nothing.
QString saveFile(const QString &fileName, const std::vector<QByteArrayView> &pieces);

} // namespace timeline
