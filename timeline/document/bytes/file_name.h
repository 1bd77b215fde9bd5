// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace timeline {

/// A file's name is bytes, and need not be UTF-8; QString has room for characters alone, and QFile loses the
/// others. So a byte that is no UTF-8 stands in our strings as the lone surrogate U+DC00 + byte, which no
/// text has otherwise (as in Python's PEP 383). Whoever opens, looks at or writes a file by a name that a
/// user gave turns it back by fileNameBytes().
QString fileNameFromBytes(QByteArrayView bytes);
QByteArray fileNameBytes(const QString &fileName); ///< for the system's functions

/// A name, or a line with names in it, to be read by people: such bytes as \xFF, what commands a terminal,
/// breaks the line or turns the direction of writing as its code point.
QString shownFileName(const QString &fileName);

/// The file that a name leads to when it is a symlink, to one that is not there perhaps; otherwise the name
/// itself. Nothing where links lead in a circle.
std::optional<QString> withoutLinks(const QString &fileName);

bool isThere(const QString &fileName);       ///< symlinks are followed
bool isRegularFile(const QString &fileName); ///< symlinks are followed
/// Whether both name one file, by whatever ways.
bool isSameFile(const QString &a, const QString &b);

} // namespace timeline
