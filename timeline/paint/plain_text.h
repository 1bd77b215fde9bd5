// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace timeline {

/// What a text of the file says without its Markdown.
QString plainTextOf(const QString &markdown);

} // namespace timeline
