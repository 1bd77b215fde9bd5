// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/layout_fixture.h"
#include "layout/page/occupancy.h"

using namespace timeline;

class OccupancyTest : public QObject {
    Q_OBJECT

private slots:
    void takesWhatARectangleTouches();
    void findsTheFirstFreeRow();
    void agreesWithLookingAtEachCell();
};

void OccupancyTest::takesWhatARectangleTouches() {
    const Occupancy::Cells cells = Occupancy::cellsOf(QRectF(3, 4, 6, 8));
    QCOMPARE(cells.left, 0);
    QCOMPARE(cells.right, 3);
    QCOMPARE(cells.top, 1);
    QCOMPARE(cells.bottom, 3);
    Occupancy taken(400);
    taken.take(cells);
    QVERIFY(!taken.isFree({2, 2, 5, 9}));
    QVERIFY(taken.isFree({3, 0, 90, 9}));
    QVERIFY(taken.isFree({0, 3, 90, 9}));
    QVERIFY(!taken.isFree({-1, 20, 1, 21})); // beyond its sides
    QVERIFY(!taken.isFree({99, 20, 101, 21}));
}

void OccupancyTest::findsTheFirstFreeRow() {
    Occupancy taken(400);
    taken.take({0, 0, 100, 4});
    taken.take({50, 6, 60, 8});
    const std::vector<Occupancy::Cells> parts = {{10, 0, 20, 2}, {50, 0, 55, 2}};
    QCOMPARE(taken.firstFree(parts, 0, 100), std::optional<int>(4));
    QCOMPARE(taken.firstFree(parts, 5, 100), std::optional<int>(8));
    QCOMPARE(taken.firstFree(parts, 5, 7), std::optional<int>());
    const std::vector<Occupancy::Cells> tooWide = {{10, 0, 200, 2}};
    QCOMPARE(taken.firstFree(tooWide, 0, 100), std::optional<int>());
}

void OccupancyTest::agreesWithLookingAtEachCell() {
    QRandomGenerator random(3);
    constexpr int columns = 150;
    constexpr int rows = 40;
    for (int round = 0; round < 200; ++round) {
        Occupancy taken(columns * Occupancy::cell);
        std::vector<std::vector<bool>> cells(rows + 20, std::vector<bool>(columns));
        const auto any = [&random](int height) {
            const int left = random.bounded(columns - 1);
            const int top = random.bounded(height);
            return Occupancy::Cells{left, top, random.bounded(left + 1, columns + 1),
                                    random.bounded(top + 1, height + 1)};
        };
        for (int i = 0; i < 8; ++i) {
            const Occupancy::Cells some = any(rows);
            taken.take(some);
            for (int y = some.top; y < some.bottom; ++y) {
                std::fill(cells[static_cast<std::size_t>(y)].begin() + some.left,
                          cells[static_cast<std::size_t>(y)].begin() + some.right, true);
            }
        }
        const std::vector<Occupancy::Cells> parts = {any(8), any(8)};
        std::optional<int> expected;
        for (int down = 0; down < rows && !expected; ++down) {
            bool isFree = true;
            for (const Occupancy::Cells &part : parts) {
                for (int y = part.top + down; y < part.bottom + down; ++y) {
                    for (int x = part.left; x < part.right; ++x) {
                        isFree = isFree && !cells[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
                    }
                }
            }
            expected = isFree ? std::optional(down) : expected;
        }
        QCOMPARE(taken.firstFree(parts, 0, rows - 1), expected);
    }
}

QTEST_MAIN(OccupancyTest)
#include "occupancy_test.moc"
