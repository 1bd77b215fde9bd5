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

private slots:
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
