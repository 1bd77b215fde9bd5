// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/parallel.h"

#include <QTest>
#include <numeric>

using namespace timeline;

class ParallelTest : public QObject {
    Q_OBJECT

    static qsizetype countOf(std::size_t count) {
        std::vector<int> calls(count); // each its own: no two threads write to one
        forEachParallel(count, [&](std::size_t i) { ++calls[i]; });
        return std::ranges::count(calls, 1);
    }

private Q_SLOTS:
    void callsEachOnce_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 3, 1000}) {
            QTest::addRow("%d", count) << count;
        }
    }
    void callsEachOnce() {
        QFETCH(int, count);
        QCOMPARE(countOf(static_cast<std::size_t>(count)), count);
    }

    void goesOnWhereNobodyMayHelp() {
        std::vector<qsizetype> counts(100);
        forEachParallel(counts.size(), [&](std::size_t i) { counts[i] = countOf(i); });
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), qsizetype{0}), 100 * 99 / 2);
        int taken = 0;
        while (freeHelpers().try_acquire()) {
            ++taken;
        }
        QCOMPARE(countOf(10), 10);
        freeHelpers().release(taken);
        QCOMPARE(taken, std::max(1, QThread::idealThreadCount())); // all that helped have come back
    }

    /// Who helps looks at what the caller has on its stack, so nobody may still be at it.
    void whatIsThrownComesWhenNobodyIsAtWork() {
        const std::thread::id caller = std::this_thread::get_id();
        std::atomic<bool> isThrown = false;
        std::atomic<int> atWork = 0;
        try {
            forEachParallel(1000, [&](std::size_t) {
                if (std::this_thread::get_id() == caller) {
                    isThrown = true;
                    isThrown.notify_all();
                    throw std::bad_alloc();
                }
                ++atWork;
                isThrown.wait(false); // or the helpers might do all
                --atWork;
            });
            QFAIL("it was thrown");
        } catch (const std::bad_alloc &) {
            QCOMPARE(atWork, 0);
        }
    }
};

QTEST_APPLESS_MAIN(ParallelTest)
#include "parallel_test.moc"
