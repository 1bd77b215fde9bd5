// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/viewport_animator.h"

#include <QSignalSpy>
#include <QTest>

using namespace timeline;

class ViewportAnimatorTest : public QObject {
    Q_OBJECT

    const Viewport m_here{0, 1000, {800, 400}};

    static std::vector<Viewport> placesOf(const QSignalSpy &spy) {
        std::vector<Viewport> places;
        for (const QList<QVariant> &signal : spy) {
            places.push_back(signal.first().value<Viewport>());
        }
        return places;
    }
    static bool isThere(const QSignalSpy &spy, const Viewport &target) {
        return !spy.isEmpty() && spy.last().first().value<Viewport>() == target;
    }

private Q_SLOTS:
    void endsExactlyAtItsTarget() {
        ViewportAnimator animator;
        QSignalSpy moved(&animator, &ViewportAnimator::moved);
        const Viewport there = m_here.zoomedAt(300, 7.3).pannedBy(11.7);
        animator.animate(m_here, there);
        QTRY_VERIFY(isThere(moved, there));
        double before = m_here.scale();
        for (const Viewport &place : placesOf(moved)) {
            QVERIFY(place.scale() <= before * (1 + 1e-9));
            before = place.scale();
        }
    }

    void aNewWayInterruptsTheOld() {
        ViewportAnimator animator;
        QSignalSpy moved(&animator, &ViewportAnimator::moved);
        const Viewport left = m_here.pannedBy(-500);
        const Viewport right = m_here.pannedBy(500);
        animator.animate(m_here, left);
        animator.animate(m_here, right);
        QTRY_VERIFY(isThere(moved, right));
        const std::vector<Viewport> places = placesOf(moved);
        QCOMPARE(std::ranges::count(places, left), 0);
    }

    void stopsWhereItIs() {
        ViewportAnimator animator;
        ViewportAnimator clock; // of the same duration: when it has ended, the other would have too
        QSignalSpy moved(&animator, &ViewportAnimator::moved);
        QSignalSpy ticked(&clock, &ViewportAnimator::moved);
        const Viewport there = m_here.pannedBy(500);
        animator.animate(m_here, there);
        animator.stop();
        moved.clear();
        clock.animate(m_here, there);
        QTRY_VERIFY(isThere(ticked, there));
        QVERIFY(moved.isEmpty());
    }

    void momentumSlowsDownAndEnds() {
        ViewportAnimator animator;
        QSignalSpy moved(&animator, &ViewportAnimator::moved);
        animator.fling(m_here, 1000);
        // A third of a second's way, less what is left when it is too slow to be seen.
        QTRY_VERIFY(!moved.isEmpty() && m_here.x(moved.last().first().value<Viewport>().left()) > 300);
        double before = 0;
        for (const Viewport &place : placesOf(moved)) {
            const double way = m_here.x(place.left());
            QVERIFY(way >= before && way < 321);
            QCOMPARE(place.scale(), m_here.scale());
            before = way;
        }
    }

    void momentumGoesBothWays() {
        ViewportAnimator animator;
        QSignalSpy moved(&animator, &ViewportAnimator::moved);
        animator.fling(m_here, -400);
        QTRY_VERIFY(!moved.isEmpty() && moved.last().first().value<Viewport>().left() < m_here.left());
    }

    void atRestNothingIsThrown() {
        ViewportAnimator animator;
        ViewportAnimator clock;
        QSignalSpy moved(&animator, &ViewportAnimator::moved);
        QSignalSpy ticked(&clock, &ViewportAnimator::moved);
        animator.fling(m_here, 5);
        clock.animate(m_here, m_here.pannedBy(9));
        QTRY_VERIFY(isThere(ticked, m_here.pannedBy(9)));
        QVERIFY(moved.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ViewportAnimatorTest)
#include "viewport_animator_test.moc"
