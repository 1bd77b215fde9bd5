// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace timeline {

/// How many bytes this process can have without others or itself being killed for it: what is free, the limit
/// of its group, and that of its addresses. Where the system does not tell, more than there is. To ask before
/// taking much at once: the system lends what it does not have, and kills who uses it.
qint64 availableMemory();

/// "3.1 GB", for a message about what there is no memory for.
QString memoryText(qint64 bytes);

} // namespace timeline
