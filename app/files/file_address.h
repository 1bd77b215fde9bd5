// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace timeloom {

/// The name of the file that an address leads to, "file:///home/me/mill.json" (RFC 8089), to be read by
/// timeline::fileNameBytes(); empty where it leads to none of this machine.
QString fileNameOf(const QUrl &address);
/// The same for a text that may be an address of a file; any other text is a name as it is.
QString fileNameFromArgument(const QString &argument);

} // namespace timeloom
