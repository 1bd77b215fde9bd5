// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <vector>

class QFile;

namespace timeline {

/// What tells one state of a file from another: compared with one of before, it says whether anybody wrote
/// the file since. Of a small file it is made of all its bytes, so that a mere touch is no change. A large
/// one is not read through: its place on the disk, its size and times tell (among them the one that no
/// program can set back), and some blocks of it. Empty for what is no regular file, or cannot be read.
QByteArray stampOf(const QString &fileName);
QByteArray stampOf(const QFile &open); ///< wherever it is being read

/// The same, of a file that was just written with these bytes and is open still.
QByteArray stampOf(const QFile &open, const std::vector<QByteArrayView> &content);
/// The same, of a file with these bytes; empty where these are not enough to tell.
QByteArray stampOfContent(const std::vector<QByteArrayView> &content);

} // namespace timeline
