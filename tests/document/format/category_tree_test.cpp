// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/category_tree.h"

#include <QTest>
#include <algorithm>
#include <numeric>

using namespace timeline;

namespace {

/// Categories whose parents stand at these places; -1 where there is none.
std::vector<Category> categoriesOf(const std::vector<int> &parents) {
    std::vector<Category> categories(parents.size());
    for (std::size_t i = 0; i < parents.size(); ++i) {
        categories[i].parentAt = parents[i] < 0 ? noCategory : static_cast<CategoryIndex>(parents[i]);
    }
    return categories;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<int>)

class CategoryTreeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void topmostAreFound_data() {
        QTest::addColumn<std::vector<int>>("parents");
        QTest::addColumn<std::vector<int>>("tops");
        using Places = std::vector<int>;
        QTest::newRow("none") << Places{} << Places{};
        QTest::newRow("alone") << Places{-1, -1} << Places{0, 1};
        QTest::newRow("up") << Places{-1, 0, 1, 2} << Places{0, 0, 0, 0};
        QTest::newRow("down") << Places{1, 2, 3, -1} << Places{3, 3, 3, 3};
        QTest::newRow("branches") << Places{2, 2, 4, -1, -1, 3} << Places{4, 4, 4, 3, 4, 3};
        constexpr int most = noCategory;
        Places chain(most);
        std::iota(chain.begin(), chain.end(), 1);
        chain.back() = -1;
        QTest::newRow("a long chain") << chain << Places(most, most - 1);
    }
    void topmostAreFound() {
        QFETCH(std::vector<int>, parents);
        QFETCH(std::vector<int>, tops);
        const std::vector<Category> categories = categoriesOf(parents);
        const std::vector<CategoryIndex> found = topCategories(categories);
        QVERIFY(std::ranges::equal(found, tops));
        for (std::size_t i = 0; i < tops.size(); i += 1 + tops.size() / 100) {
            const auto category = static_cast<CategoryIndex>(i);
            QCOMPARE(topCategory(categories, category), found[i]);
            const std::vector<CategoryIndex> ancestors = ancestorsOf(categories, category);
            QCOMPARE(ancestors.empty() ? category : ancestors.back(), found[i]);
            QVERIFY(ancestorsOf(categories, category, 2).size() ==
                    std::min<std::size_t>(2, ancestors.size()));
        }
    }
};

QTEST_APPLESS_MAIN(CategoryTreeTest)
#include "category_tree_test.moc"
