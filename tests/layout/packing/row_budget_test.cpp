// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/packing/row_budget.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace timeline;

class RowBudgetTest : public QObject {
    Q_OBJECT

    /// The same row by row.
    static int takenOneByOne(std::vector<int> &rows, int wanted, int fewest) {
        int taken = 0;
        for (auto most = std::ranges::max_element(rows); taken<wanted && * most> fewest;
             most = std::ranges::max_element(rows)) {
            --*most;
            ++taken;
        }
        return taken;
    }

    /// All ways to give rows are tried.
    static double mostWorth(const std::vector<RowWorth> &lanes, std::size_t lane, int budget) {
        if (lane == lanes.size()) {
            return 0;
        }
        double most = -1;
        for (std::size_t more = 0; more < lanes[lane].worth.size(); ++more) {
            const int left = budget - lanes[lane].fewest - static_cast<int>(more);
            if (const double others = left >= 0 ? mostWorth(lanes, lane + 1, left) : -1; others >= 0) {
                most = std::max(most, others + lanes[lane].worth[more]);
            }
        }
        return most;
    }

private slots:
    void rowsGoWhereMostIsToldWithThem() {
        QRandomGenerator random(6);
        for (int round = 0; round < 300; ++round) {
            std::vector<RowWorth> lanes(random.bounded(1U, 5U));
            int budget = random.bounded(8);
            for (RowWorth &lane : lanes) {
                lane.fewest = random.bounded(4);
                budget += lane.fewest;
                lane.worth.resize(random.bounded(1U, 6U));
                std::ranges::generate(lane.worth, [&random] { return random.bounded(10); });
            }
            const std::vector<int> rows = bestRows(lanes, budget);
            QCOMPARE(rows.size(), lanes.size());
            int given = 0;
            double worth = 0;
            for (std::size_t i = 0; i < lanes.size(); ++i) {
                const int more = rows[i] - lanes[i].fewest;
                QVERIFY(more >= 0 && more < static_cast<int>(lanes[i].worth.size()));
                given += rows[i];
                worth += lanes[i].worth[static_cast<std::size_t>(more)];
            }
            QVERIFY(given <= budget);
            QCOMPARE(worth, mostWorth(lanes, 0, budget));
        }
    }

    void oneLaneOrNone() {
        QVERIFY(bestRows({}, 5).empty());
        QCOMPARE(bestRows({{3, {0, 1, 1, 1}}}, 9), std::vector<int>{4}); // and no more than tells something
    }

    void takesFromTheLaneWithTheMostFirst() {
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            std::vector<int> rows(random.bounded(1U, 20U));
            std::ranges::generate(rows, [&random] { return random.bounded(1, 25); });
            std::vector<int> expected = rows;
            const int wanted = random.bounded(150);
            QCOMPARE(giveUpRows(rows, wanted, 2), takenOneByOne(expected, wanted, 2));
            QCOMPARE(rows, expected);
        }
    }
};

QTEST_APPLESS_MAIN(RowBudgetTest)
#include "row_budget_test.moc"
