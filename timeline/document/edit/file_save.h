// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/file_bytes.h"
#include "document/bytes/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <vector>

namespace timeline {

class FileLock;

/// How saving went: the stamp of the file as it is now, see stampOf(). ProblemCode::ChangedMeanwhile says
/// that others had written the file, and it was left alone.
using SaveResult = Result<QByteArray>;

/// Writes a file atomically and durably: beside the old one, flushed to the disk, put in its place by a
/// rename that is flushed, too. Killed at any moment, or out of room, it leaves the old file or the new one.
/// A symlink stays one and its file is written; permissions, access lists and the user's extended attributes
/// stay. What is no regular file is refused. The pieces are written one after the other. `origin`: the bytes
/// that some are parts of; of a mapped file they come from it as it is now, which is much quicker than by way
/// of the map. Where it was cut off meanwhile, ProblemCode::WasCut.
///
/// The old file is locked meanwhile, so that of several Timelooms one writes after the other; who holds its
/// lock already gives it. `expected` is the stamp of the state that the pieces were made from: where the file
/// has another right before the rename, it is left alone. Without one, whatever is there is replaced.
SaveResult saveFile(const QString &fileName, const std::vector<QByteArrayView> &pieces,
                    const QByteArray &expected = {}, const FileLock *held = nullptr,
                    const FileBytes &origin = {});

/// How many other names a file has (hard links). Saving gives the text to this one alone.
int otherNamesOf(const QString &fileName);

} // namespace timeline
