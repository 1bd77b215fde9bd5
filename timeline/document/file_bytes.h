// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace timeline {

/// The bytes of a file by name, "-" for standard input, ":story" for the bundled one. Nothing, and `error`
/// says why with the file's name, where it cannot be read. The one place that knows how bytes come into
/// memory.
std::optional<QByteArray> readBytes(const QString &fileName, QString *error);

} // namespace timeline
