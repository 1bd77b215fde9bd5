// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

namespace timeline {

/// What people read for a category and those that it belongs to, the topmost first: "Technology › Chips". Of
/// many those nearest to it.
QString categoryPath(const Document &document, CategoryIndex category);

} // namespace timeline
