// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/parallel.h"

#include <QTest>
#include <new>

using namespace timeline;

class ParallelFailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What runs out of memory in another thread must not end the program.
    void failuresComeToTheCaller() {
        std::atomic<int> calls = 0;
        const auto failing = [&calls](std::size_t i) {
            ++calls;
            if (i % 3 == 2) {
                throw std::bad_alloc();
            }
        };
        for (int i = 0; i < 100; ++i) {
            QVERIFY_THROWS_EXCEPTION(std::bad_alloc, forEachParallel(1000, failing));
        }
        QVERIFY(calls < 100 * 1000);
        calls = 0;
        forEachParallel(2, failing);
        QCOMPARE(calls.load(), 2);
    }
};

QTEST_GUILESS_MAIN(ParallelFailureTest)
#include "parallel_failure_test.moc"
