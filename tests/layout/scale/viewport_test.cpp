// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scale/viewport.h"

#include <QRandomGenerator>
#include <QTest>
#include <cmath>
#include <limits>

using namespace timeline;

namespace {

constexpr double yearMilliseconds = 31556952e3;
constexpr double farthest = 6.4e20;
constexpr int rounds = 20000;

double logarithmic(QRandomGenerator &random, double from, double to) {
    return from * std::pow(to / from, random.bounded(1.0));
}

/// A viewport of some random breaks, in or out of view.
Viewport withBreaks(const Viewport &view, QRandomGenerator &random) {
    auto breaks = std::make_shared<std::vector<AxisSpan>>();
    const double ulp = std::abs(view.left()) * 1e-15 + view.scale() * view.width() * 1e-14;
    double at = view.left() - view.scale() * view.width() * random.bounded(1.0);
    for (int i = random.bounded(1, 6); i > 0; --i) {
        at += view.scale() * view.width() * (0.02 + random.bounded(0.8));
        breaks->push_back({at, at + 300 * ulp});
        at = breaks->back().end;
    }
    return {view.left(), view.scale(), view.size(), breaks};
}

/// From a millisecond in view to all 13.8 billion years, near 1970 and far from it.
Viewport randomViewport(QRandomGenerator &random) {
    const double magnitudes[] = {0, 1.7e12, 6e13, 66e6 * yearMilliseconds, 13.8e9 * yearMilliseconds};
    const double left =
        (random.bounded(2) == 0 ? -1 : 1) * magnitudes[random.bounded(5)] * random.bounded(1.0);
    return {left, logarithmic(random, 0.01, 1e18), QSizeF(random.bounded(1, 4000), random.bounded(1, 2000))};
}

} // namespace

class ViewportTest : public QObject {
    Q_OBJECT

private slots:
    void mapsBackAndForth() {
        QRandomGenerator random(1);
        for (int i = 0; i < rounds; ++i) {
            const Viewport view = randomViewport(random);
            const double x = random.bounded(view.width());
            QVERIFY2(std::abs(view.x(view.axis(x)) - x) < 0.05, qPrintable(QString::number(view.left())));
            QCOMPARE(view.x(view.left()), 0.0);
        }
    }

    void zoomKeepsThePointUnderThePointer() {
        QRandomGenerator random(2);
        for (int i = 0; i < rounds; ++i) {
            const Viewport view = randomViewport(random);
            const double x = random.bounded(view.width());
            const double factor = logarithmic(random, 0.2, 5);
            const double point = view.axis(x);
            if (std::abs(point) + 2 * view.width() * view.scale() / factor > farthest) {
                continue; // where the clamp of the axis' ends takes part
            }
            const Viewport zoomed = view.zoomedAt(x, factor);
            QVERIFY2(std::abs(zoomed.x(point) - x) < 0.1,
                     qPrintable(QStringLiteral("left %1 scale %2 x %3 factor %4 gives x %5")
                                    .arg(view.left())
                                    .arg(view.scale())
                                    .arg(x)
                                    .arg(factor)
                                    .arg(zoomed.x(point))));
            QCOMPARE(zoomed.size(), view.size());
        }
    }

    void breaksTakePixelsOfTheirOwn() {
        QRandomGenerator random(11);
        for (int i = 0; i < rounds; ++i) {
            const Viewport plain = randomViewport(random);
            if (std::abs(plain.left()) + 8 * plain.width() * plain.scale() > farthest) {
                continue;
            }
            const Viewport view = withBreaks(plain, random);
            const double wide = view.breakWidth();
            QVERIFY(wide > 0 &&
                    wide * static_cast<double>(view.breaks()->size()) <= 0.3 * view.width() + 1e-9);
            for (const AxisSpan &gap : *view.breaks()) {
                QVERIFY(std::abs(view.x(gap.end) - view.x(gap.begin) - wide) < 0.3);
            }
            const double x = random.bounded(3.0) * view.width() - view.width();
            QVERIFY2(std::abs(view.x(view.axis(x)) - x) < 0.3,
                     qPrintable(QString::number(view.x(view.axis(x)) - x)));
            const Viewport panned = view.pannedBy(x);
            QVERIFY(std::abs(view.x(panned.left()) - x) < 0.3);
            // A place in a break is known to a part of a pixel only: zoom at one beside it.
            const double place = view.breaks()->front().begin - view.scale();
            const double at = view.x(place);
            const Viewport zoomed = view.zoomedAt(at, 3);
            QVERIFY(std::abs(zoomed.x(place) - at) < 0.5);
            QCOMPARE(zoomed.breakWidth(), wide);
            const Viewport shown = Viewport::showing(view.left(), view.right(), view.size(), view.breaks());
            QVERIFY(std::abs(shown.x(view.right()) - view.width()) < 0.5);
            QVERIFY(std::abs(shown.x(view.left())) < 0.5);
        }
    }

    void allOfTimeFitsAtAnyWidth() {
        for (double width = 90; width < 4000; width *= 1.3) {
            const Viewport all = Viewport::showing(-farthest, farthest, QSizeF(width, 100), {}, 28, 28);
            QVERIFY(std::abs(all.x(-farthest) - 28) < 0.01);
            QVERIFY(std::abs(all.x(farthest) - (width - 28)) < 0.01);
        }
    }

    void zoomChangesTheScaleByTheFactor() {
        const Viewport view(0, 1000, {800, 600});
        QCOMPARE(view.zoomedAt(400, 2).scale(), 500.0);
        QCOMPARE(view.zoomedAt(400, 0.5).scale(), 2000.0);
        const Viewport back = view.zoomedAt(123, 3).zoomedAt(123, 1.0 / 3);
        QVERIFY(std::abs(back.left() - view.left()) < 1e-6);
        QVERIFY(std::abs(back.scale() - view.scale()) < 1e-6);
    }

    void pans() {
        QRandomGenerator random(3);
        for (int i = 0; i < rounds; ++i) {
            const Viewport view = randomViewport(random);
            const double pixels = random.bounded(4000.0) - 2000;
            if (std::abs(view.left()) + 4000 * view.scale() > farthest / 8) {
                continue;
            }
            const Viewport panned = view.pannedBy(pixels);
            QVERIFY(std::abs(panned.scale() / view.scale() - 1) < 1e-6 ||
                    panned.scale() == std::abs(panned.left()) * 1e-14);
            QVERIFY(std::abs(view.x(panned.left()) - pixels) < 0.1);
        }
    }

    void resizeKeepsLeftEdgeAndScale() {
        const Viewport view(5000, 3, {800, 600});
        const Viewport wide = view.resized({1600, 100});
        QCOMPARE(wide.left(), 5000.0);
        QCOMPARE(wide.scale(), 3.0);
        QCOMPARE(wide.right(), 5000 + 3 * 1600.0);
        QCOMPARE(wide.size(), QSizeF(1600, 100));
    }

    void showsWhatItIsAskedFor() {
        const Viewport view = Viewport::showing(1000, 5000, {800, 600});
        QCOMPARE(view.left(), 1000.0);
        QCOMPARE(view.right(), 5000.0);
        // Less than the finest scale shows: it stays in the middle.
        const Viewport instant = Viewport::showing(1e12, 1e12, {800, 600});
        QVERIFY(instant.scale() > 0);
        QVERIFY(std::abs(instant.x(1e12) - 400) < 0.1);
        const Viewport all = Viewport::showing(-13.8e9 * yearMilliseconds, 0, {1000, 600});
        QVERIFY(std::abs(all.x(0) - 1000) < 0.1);
    }

    void isAlwaysWithinTheLimits_data() {
        const double infinity = std::numeric_limits<double>::infinity();
        const double nothing = std::numeric_limits<double>::quiet_NaN();
        QTest::addColumn<Viewport>("view");
        QTest::newRow("scale 0") << Viewport(0, 0, {800, 600});
        QTest::newRow("negative scale") << Viewport(0, -5, {800, 600});
        QTest::newRow("not a number") << Viewport(nothing, nothing, {800, 600});
        QTest::newRow("infinite") << Viewport(infinity, infinity, {800, 600});
        QTest::newRow("minus infinite") << Viewport(-infinity, 1, {800, 600});
        QTest::newRow("no size") << Viewport(0, 1, {0, 0});
        QTest::newRow("negative size") << Viewport(0, 1, {-800, -600});
        QTest::newRow("shows backwards") << Viewport::showing(500, -500, {800, 600});
        QTest::newRow("shows without end") << Viewport::showing(-infinity, infinity, {800, 600});
        QTest::newRow("shows nothing") << Viewport::showing(nothing, nothing, {800, 600});
        QTest::newRow("zooms without end") << Viewport(0, 1, {800, 600}).zoomedAt(100, infinity);
        QTest::newRow("zooms to nothing") << Viewport(0, 1, {800, 600}).zoomedAt(100, 0);
        QTest::newRow("pans without end") << Viewport(0, 1, {800, 600}).pannedBy(infinity);
    }
    void isAlwaysWithinTheLimits() {
        QFETCH(Viewport, view);
        QVERIFY(std::isfinite(view.left()));
        QVERIFY(view.left() <= farthest);
        QVERIFY(view.right() >= -farthest * (1 + 1e-9));
        QVERIFY(view.scale() >= 0.01);
        QVERIFY(view.scale() <= 1e20);
        QVERIFY(view.width() >= 1);
        QVERIFY(view.size().height() >= 1);
        QVERIFY(view.right() > view.left());
    }

    void zoomsInToMillisecondsAndOutToTheUniverse() {
        Viewport view(1.7e12, 1, {1000, 600});
        for (int i = 0; i < 200; ++i) {
            view = view.zoomedAt(500, 2);
        }
        QVERIFY(view.right() - view.left() < 100);
        for (int i = 0; i < 400; ++i) {
            view = view.zoomedAt(500, 0.5);
        }
        QVERIFY(view.right() - view.left() > 2 * 13.8e9 * yearMilliseconds);
    }

    void betweenBeginsHereAndEndsExactlyThere() {
        QRandomGenerator random(4);
        for (int i = 0; i < rounds; ++i) {
            const Viewport from = randomViewport(random);
            const Viewport to = randomViewport(random).resized(from.size());
            QCOMPARE(from.between(to, 1), to);
            QCOMPARE(from.between(to, 1.5), to);
            const Viewport begin = from.between(to, 0);
            QVERIFY(std::abs(begin.left() - from.left()) <= std::abs(to.left()) * 1e-14 + from.scale());
            QVERIFY(std::abs(begin.scale() / from.scale() - 1) < 1e-9);
        }
    }

    void betweenIsMonotone() {
        QRandomGenerator random(5);
        for (int i = 0; i < 2000; ++i) {
            const Viewport from = randomViewport(random);
            const Viewport to = randomViewport(random).resized(from.size());
            const double zoom = to.scale() > from.scale() ? 1 : -1;
            const double way = to.left() > from.left() ? 1 : -1;
            Viewport before = from;
            for (int step = 1; step <= 20; ++step) {
                const Viewport now = from.between(to, step / 20.0);
                // The scale may be held up by the clamp, where the left edge is far from 1970.
                const double held = std::abs(now.left()) * 1e-14;
                QVERIFY(zoom * (now.scale() - before.scale()) >= -before.scale() * 1e-9 ||
                        now.scale() <= held * 1.000001);
                const double back = way * (before.left() - now.left());
                QVERIFY(back <= std::abs(to.left()) * 1e-12 + before.scale() * 1e-6);
                before = now;
            }
        }
    }

    void betweenKeepsTheFixedPoint() {
        const Viewport from(0, 1000, {800, 600});
        const Viewport to = from.zoomedAt(200, 8);
        for (double part = 0.1; part < 1; part += 0.1) {
            QVERIFY(std::abs(from.between(to, part).x(from.axis(200)) - 200) < 0.01);
        }
        // Also on the way from all of time to a millisecond, where doubles are coarse.
        const Viewport universe(-13.8e9 * yearMilliseconds, 5e17, {800, 600});
        const Viewport near = Viewport::showing(1.7e12, 1.7e12 + 1000, {800, 600});
        for (const double part : {0.9, 0.99, 0.999}) {
            const Viewport now = universe.between(near, part);
            QVERIFY(std::abs(now.x(1.7e12)) < 1000);
            QVERIFY(std::abs(near.between(universe, 1 - part).x(1.7e12)) < 1000);
        }
        // A pan at one scale runs evenly.
        QVERIFY(std::abs(from.between(from.pannedBy(100), 0.25).left() - 25000) < 1e-6);
    }

    void levelsHoldTheirScale() {
        QRandomGenerator random(6);
        const auto check = [](double scale) {
            const Viewport view(0, scale, {800, 600});
            return view.scale() <= Viewport::scaleOfLevel(view.level()) &&
                   view.scale() > Viewport::scaleOfLevel(view.level() - 2);
        };
        for (int i = 0; i < rounds; ++i) {
            QVERIFY(check(logarithmic(random, 0.01, 1e18)));
        }
        for (int half = -12; half <= 118; ++half) { // the very borders
            const double border = std::exp2(half / 2.0);
            QVERIFY(check(border));
            QVERIFY(check(std::nextafter(border, 0)));
            QVERIFY(check(std::nextafter(border, HUGE_VAL)));
        }
        QVERIFY(Viewport::scaleOfLevel(3) > Viewport::scaleOfLevel(2));
        QCOMPARE(Viewport::scaleOfLevel(5), Viewport::scaleOfLevel(3) * 2);
    }

    void panningKeepsTheLevel() {
        const Viewport view(1.7e12, 12345, {800, 600});
        QCOMPARE(view.pannedBy(300).level(), view.level());
        QVERIFY(view.zoomedAt(0, 2).level() == view.level() - 2);
    }
};

QTEST_APPLESS_MAIN(ViewportTest)
#include "viewport_test.moc"
