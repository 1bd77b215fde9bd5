// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/window/first_geometry.h"

#include <QScreen>
#include <QTest>
#include <QWidget>

using namespace timeloom;

class FirstGeometryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowFits_data() {
        QTest::addColumn<QRect>("available");
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x640") << QRect(0, 0, 1024, 640) << QSize(1016, 600);
        QTest::newRow("1366x768") << QRect(0, 0, 1366, 768) << QSize(1358, 728);
        QTest::newRow("with panels") << QRect(64, 27, 1302, 741) << QSize(1294, 701);
        QTest::newRow("1920x1080, and 3840x2160 at ratio 2") << QRect(0, 0, 1920, 1080) << QSize(1600, 1000);
        QTest::newRow("large") << QRect(0, 0, 2560, 1440) << QSize(2041, 1120);
        QTest::newRow("very large") << QRect(0, 0, 5120, 2880) << QSize(2400, 1500);
        QTest::newRow("right of another") << QRect(1920, 0, 1366, 768) << QSize(1358, 728);
    }
    void theFirstWindowFits() {
        QFETCH(QRect, available);
        const QRect first = firstGeometry(available);
        QTEST(first.size(), "size");
        QVERIFY(available.contains(first.marginsAdded(likelyFrame)));
    }

    void onATinyScreenItBeginsWithin() {
        const QRect first = firstGeometry({0, 0, 640, 480});
        QCOMPARE(first.size(), smallestWindow);
        QCOMPARE(first.topLeft(), QPoint(likelyFrame.left(), likelyFrame.top()));
    }

    void whatWasKeptIsBroughtIn_data() {
        QTest::addColumn<QRect>("kept");
        QTest::addColumn<QRect>("brought");
        QTest::newRow("fits") << QRect(100, 100, 900, 600) << QRect(100, 100, 900, 600);
        QTest::newRow("of a larger screen") << QRect(200, 100, 1800, 1000) << QRect(4, 36, 1358, 728);
        QTest::newRow("beyond the right") << QRect(1200, 100, 900, 600) << QRect(462, 100, 900, 600);
        QTest::newRow("on a screen that is gone") << QRect(4000, 3000, 900, 600) << QRect(462, 164, 900, 600);
        QTest::newRow("above") << QRect(100, -500, 900, 600) << QRect(100, 36, 900, 600);
        QTest::newRow("too small") << QRect(100, 100, 10, 10) << QRect(100, 100, 800, 500);
        QTest::newRow("on the second screen") << QRect(-900, 100, 850, 600) << QRect(-900, 100, 850, 600);
    }
    void whatWasKeptIsBroughtIn() {
        QFETCH(QRect, kept);
        const QList<QRect> screens{{0, 0, 1366, 768}, {-1920, 0, 1920, 1080}};
        QTEST(broughtInto(kept, screens), "brought");
    }

    void aWindowIsPlacedOnItsScreen() {
        const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
        QWidget before;
        before.setGeometry(available.adjusted(500, 500, 2500, 2500));
        for (const QByteArray &kept :
             {before.saveGeometry(), QByteArray(), QByteArray("of another program")}) {
            QWidget window;
            placeWindow(window, kept);
            QCOMPARE(window.minimumSize(), smallestWindow);
            QVERIFY(available.contains(window.geometry().topLeft()));
            QVERIFY(window.width() <= std::max(available.width(), smallestWindow.width()));
            QVERIFY(window.height() <= std::max(available.height(), smallestWindow.height()));
        }
    }
};

QTEST_MAIN(FirstGeometryTest)
#include "first_geometry_test.moc"
