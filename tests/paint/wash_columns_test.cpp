// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/wash_columns.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace timeline;

class WashColumnsTest : public QObject {
    Q_OBJECT

private slots:
    /// The same, but for rounding, as washes that are painted one over the other.
    void looksLikeWashesAboveEachOther_data() {
        QTest::addColumn<int>("washes");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("some") << 12;
        QTest::newRow("so many that nothing shines through") << 600;
    }
    void looksLikeWashesAboveEachOther() {
        QFETCH(int, washes);
        constexpr int width = 90;
        QRandomGenerator random(8);
        QImage expected(width, 1, QImage::Format_RGBA64_Premultiplied); // so that rounding does not add up
        QImage found = expected;
        expected.fill(Qt::white);
        found.fill(Qt::white);
        struct Wash {
            double left, right;
            QColor color;
        };
        std::vector<Wash> all;
        QPainter painter(&expected);
        for (int i = 0; i < washes; ++i) {
            const double left = random.bounded(120.0) - 20;
            QColor color = QColor::fromRgb(random.generate() & 0xFFFFFF);
            color.setAlphaF(0.05F);
            all.push_back({left, left + random.bounded(80.0), color});
            painter.fillRect(QRectF(left, 0, all.back().right - left, 1), color);
        }
        painter.end();
        WashColumns columns(width);
        for (auto wash = all.rbegin(); wash != all.rend(); ++wash) {
            columns.addBelow(wash->left, wash->right, wash->color);
        }
        QPainter other(&found);
        columns.forEachRun([&](int begin, int end, const QColor &color) {
            other.fillRect(QRect(begin, 0, end - begin, 1), color);
        });
        other.end();
        for (int x = 0; x < width; ++x) {
            const QColor a = expected.pixelColor(x, 0);
            const QColor b = found.pixelColor(x, 0);
            QVERIFY2(std::abs(a.red() - b.red()) <= 4 && std::abs(a.green() - b.green()) <= 4 &&
                         std::abs(a.blue() - b.blue()) <= 4,
                     qPrintable(a.name() + b.name()));
        }
    }

    void isFullWhereNothingShinesThrough() {
        WashColumns columns(2);
        columns.addBelow(0, 1, Qt::red);
        QVERIFY(!columns.areFull());
        columns.addBelow(-5, 9, Qt::blue);
        QVERIFY(columns.areFull());
        QList<QColor> colors;
        columns.forEachRun([&colors](int, int, const QColor &color) { colors += color; });
        QCOMPARE(colors, (QList<QColor>{QColor(Qt::red), QColor(Qt::blue)}));
        QVERIFY(WashColumns(0).areFull());
    }
};

QTEST_APPLESS_MAIN(WashColumnsTest)
#include "wash_columns_test.moc"
