// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace timeloom {

/// One of resources/icons by its name; none where that is empty. Pale where it is disabled: the style would
/// make grey icons grey, which shows no difference.
QIcon icon(const QString &name);

} // namespace timeloom
