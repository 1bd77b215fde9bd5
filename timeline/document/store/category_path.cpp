// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/category_path.h"

#include "document/format/category_tree.h"

namespace timeline {

QString categoryPath(const Document &document, CategoryIndex category) {
    constexpr std::size_t most = 6;
    QStringList titles{categoryTitle(document, category)};
    for (const CategoryIndex ancestor : ancestorsOf(document.categories(), category, most + 1)) {
        titles.prepend(titles.size() > static_cast<qsizetype>(most) ? QStringLiteral("…")
                                                                    : categoryTitle(document, ancestor));
    }
    return titles.join(QStringLiteral(" › "));
}

} // namespace timeline
