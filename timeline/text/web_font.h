// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/faces.h"

#include <set>

namespace timeline {

/// A face cut down to some characters, for a page: WOFF 2.0. The same bytes for the same characters; empty
/// where it cannot be made.
QByteArray webFont(const Face &face, const std::set<char32_t> &characters);

} // namespace timeline
