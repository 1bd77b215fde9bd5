// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

namespace timeline {

/// A category's parent, that one's parent and so on, the topmost last; at most `most` of them.
std::vector<CategoryIndex> ancestorsOf(const std::vector<Category> &categories, CategoryIndex category,
                                       std::size_t most = noCategory);
/// The topmost of them; the category itself where it has no parent.
CategoryIndex topCategory(const std::vector<Category> &categories, CategoryIndex category);
/// That of each category, however long their chains are.
std::vector<CategoryIndex> topCategories(const std::vector<Category> &categories);

} // namespace timeline
