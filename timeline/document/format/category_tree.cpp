// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/category_tree.h"

namespace timeline {

std::vector<CategoryIndex> ancestorsOf(const std::vector<Category> &categories, CategoryIndex category,
                                       std::size_t most) {
    std::vector<CategoryIndex> ancestors;
    for (CategoryIndex above = categories[category].parentAt; above != noCategory && ancestors.size() < most;
         above = categories[above].parentAt) {
        ancestors.push_back(above);
    }
    return ancestors;
}

CategoryIndex topCategory(const std::vector<Category> &categories, CategoryIndex category) {
    while (categories[category].parentAt != noCategory) {
        category = categories[category].parentAt;
    }
    return category;
}

std::vector<CategoryIndex> topCategories(const std::vector<Category> &categories) {
    std::vector<CategoryIndex> tops(categories.size(), noCategory);
    for (std::size_t i = 0; i < categories.size(); ++i) {
        // Up to one whose top is known, then all on the way get it.
        auto top = static_cast<CategoryIndex>(i);
        while (tops[top] == noCategory && categories[top].parentAt != noCategory) {
            top = categories[top].parentAt;
        }
        const CategoryIndex found = tops[top] == noCategory ? top : tops[top];
        for (auto at = static_cast<CategoryIndex>(i); tops[at] == noCategory; at = categories[at].parentAt) {
            tops[at] = found;
            if (at == top) {
                break;
            }
        }
    }
    return tops;
}

} // namespace timeline
