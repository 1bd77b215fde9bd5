// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/charts/point_series.h"
#include "app/charts/value_scale.h"
#include "time/edtf.h"

#include <QLocale>
#include <QTest>
#include <cmath>
#include <limits>

using namespace timeline;
using namespace timeloom;

class PointSeriesTest : public QObject {
    Q_OBJECT

    static constexpr double dayLength = 86'400'000;

    static Span spanOf(const char *date) {
        const auto parsed = parseDate(date);
        return std::holds_alternative<ParsedDate>(parsed) ? std::get<ParsedDate>(parsed).span : Span::never();
    }
    static Instant day(double number) { return fromEpochMilliseconds(number * dayLength); }
    static SeriesPoint point(double number, double value) { return {{day(number), day(number), {}}, value}; }
    /// 100 days of 10 pixels each, from the day 0 on.
    static ScenePanel panel(double from = 0, double days = 100) {
        ScenePanel panel;
        panel.rect = QRectF(50, 0, 1000, 100);
        panel.viewport = Viewport::showing(from * dayLength, (from + days) * dayLength, {1000, 100});
        return panel;
    }

private Q_SLOTS:
    void aDateIsDrawnInItsMiddle_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("middle"); // earliest of a date; empty: nowhere
        const auto row = [](const char *date, const char *middle) {
            QTest::newRow(date) << QString::fromLatin1(date) << QString::fromLatin1(middle);
        };
        row("2025-01-27", "2025-01-27T12:00:00");
        row("2025", "2025-07-02T12:00:00");
        row("2024-02-28/2024-03-01", "2024-02-29T12:00:00");
        row("2025-01-01/..", "2025-01-01");
        row("../2024-12-31", "2025-01-01");
        row("../..", "");
        row("no date", "");
    }
    void aDateIsDrawnInItsMiddle() {
        QFETCH(QString, date);
        QFETCH(QString, middle);
        const auto expected =
            middle.isEmpty() ? std::nullopt : std::optional(spanOf(middle.toUtf8().constData()).begin);
        QCOMPARE(middleOf(spanOf(date.toUtf8().constData())), expected);
    }

    void whatHasNoPlaceIsLeftOut() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const PointSeries series({point(3, 1),
                                  point(1, 2),
                                  point(2, infinity),
                                  point(2, -infinity),
                                  point(2, NAN),
                                  {spanOf("../.."), 1},
                                  {Span::never(), 1},
                                  point(1, 3)});
        QCOMPARE(series.size(), 3U);
        QCOMPARE(series.leftOut(), 5U);
        QCOMPARE(series[0].value, 2.0); // as in the file where dates are the same
        QCOMPARE(series[1].value, 3.0);
        QCOMPARE(series[2].value, 1.0);
        QCOMPARE(series.lowest(), 1.0);
        QCOMPARE(series.highest(), 3.0);
        QCOMPARE(PointSeries(std::vector<SeriesPoint>()).nearest(day(0)), std::nullopt);
    }

    void gapsAreMoreThanThreeMedians() {
        const PointSeries series(
            {point(0, 1), point(1, 1), point(2, 1), point(5, 1), point(8.1, 1), point(9, 1)});
        std::vector<std::size_t> gaps;
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (series.isGapBefore(i)) {
                gaps.push_back(i);
            }
        }
        QCOMPARE(gaps, std::vector<std::size_t>{4}); // the median is one day
        QVERIFY(!PointSeries({point(0, 1), point(9000, 1)}).isGapBefore(1));
        QVERIFY(!PointSeries({point(0, 1), point(0, 2), point(0, 3)}).isGapBefore(2));
    }

    void theNearestIsFound() {
        const PointSeries series({point(0, 1), point(10, 2), point(20, 3)});
        for (const auto &[at, nearest] : std::vector<std::pair<double, std::size_t>>{
                 {-5, 0}, {4, 0}, {6, 1}, {10, 1}, {14, 1}, {16, 2}, {9000, 2}}) {
            QCOMPARE(series.nearest(day(at)), std::optional(nearest));
        }
    }

    void linesLeadToWhatIsNotSeen() {
        const PointSeries series({point(-100, 0), point(50, 150), point(200, 300)});
        const SeriesLines seen = linesOf(series, panel());
        QCOMPARE(seen.lines.size(), 1U);
        QVERIFY(seen.arePointsSeen && seen.gaps.empty());
        const std::vector<QPointF> &line = seen.lines.front();
        QCOMPARE(line.size(), 3U);
        QCOMPARE(line[1], QPointF(550, 150));
        QVERIFY(line[0].x() < 50 && line[0].x() > -100 && line[2].x() > 1050 && line[2].x() < 1200);
        for (const QPointF &at : line) { // they are straight
            QVERIFY(std::abs(at.y() - (at.x() - 50) / 10 - 100) < 0.01);
        }
    }

    void aLineIsCutAtGaps() {
        const PointSeries series({point(10, 1), point(11, 2), point(12, 3), point(60, 4), point(61, 5)});
        const SeriesLines seen = linesOf(series, panel());
        QCOMPARE(seen.lines.size(), 2U);
        QCOMPARE(seen.lines[0].size(), 3U);
        QCOMPARE(seen.lines[1].size(), 2U);
        QCOMPARE(seen.gaps.size(), 1U);
        QCOMPARE(seen.gaps[0].from, 170);
        QCOMPARE(seen.gaps[0].to, 650);
        QCOMPARE(seen.gaps[0].value, 3.5);
        QVERIFY(linesOf(series, panel(20, 30)).lines.empty()); // within the gap
        QCOMPARE(linesOf(series, panel(20, 30)).gaps.size(), 1U);
    }

    /// No more is drawn than there are pixels for, and nothing that stands out is lost.
    void manyPointsAreDrawnByColumns_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("days");
        QTest::newRow("all") << 0.0 << 100.0;
        QTest::newRow("some") << 40.0 << 10.0;
        QTest::newRow("few") << 49.9 << 0.5;
        QTest::newRow("none") << 500.0 << 10.0;
    }
    void manyPointsAreDrawnByColumns() {
        QFETCH(double, from);
        QFETCH(double, days);
        constexpr int count = 300'000;
        std::vector<SeriesPoint> points;
        for (int i = 0; i < count; ++i) {
            points.push_back(point(100.0 * i / count, i == count / 2 ? 1e6 : std::sin(i)));
        }
        const PointSeries series(std::move(points));
        const SeriesLines seen = linesOf(series, panel(from, days));
        std::size_t drawn = 0;
        double highest = 0;
        for (const std::vector<QPointF> &line : seen.lines) {
            drawn += line.size();
            QVERIFY(std::ranges::is_sorted(line, {}, &QPointF::x));
            for (const QPointF &at : line) {
                highest = std::max(highest, at.y());
            }
        }
        QVERIFY(drawn <= 4 * 1000 + 4);
        QCOMPARE(highest, days < 200 && from < 100 ? 1e6 : 0);
        QCOMPARE(seen.arePointsSeen, days < 1 || from > 100);
    }

    void scalesHaveRoundValues_data() {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<QString>("values");
        const auto row = [](double lowest, double highest, const char *values) {
            QTest::newRow(values) << lowest << highest << QString::fromLatin1(values);
        };
        row(112, 143, "120 140");
        row(0, 3, "0 1 2 3");
        row(0, 1, "0 0.5 1");
        row(-7, 12, "0 10");
        row(5, 5, "4.5 5 5.5");
        row(0, 0, "-1 0 1");
        row(101, 149, "100 120 140");
        row(1e12, 1e12 + 1, "900,000,000,000 1,000,000,000,000 1,100,000,000,000");
        row(0, 1.2e9, "0 500,000,000 1,000,000,000");
        row(0.00001, 0.00003, "1E-05 2E-05 3E-05");
    }
    void scalesHaveRoundValues() {
        QFETCH(double, lowest);
        QFETCH(double, highest);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QStringList texts;
        for (const double value : ValueScale::over(lowest, highest, 3).roundValues()) {
            texts += numberText(value);
        }
        QTEST(texts.join(u' '), "values");
    }

    void anyNumbersHaveAScale_data() {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        constexpr double most = std::numeric_limits<double>::max();
        constexpr double least = std::numeric_limits<double>::denorm_min();
        QTest::newRow("largest") << -most << most;
        QTest::newRow("one that is largest") << most << most;
        QTest::newRow("least") << 0.0 << least;
        QTest::newRow("neighbours") << 1.0 << std::nextafter(1.0, 2.0);
        QTest::newRow("below 0") << -1e300 << -1e-300;
    }
    void anyNumbersHaveAScale() {
        QFETCH(double, lowest);
        QFETCH(double, highest);
        const ValueScale scale = ValueScale::over(lowest, highest, 3);
        QVERIFY(scale.low < scale.high && std::isfinite(scale.low) && std::isfinite(scale.high));
        QVERIFY(scale.roundValues().size() >= 2 && scale.roundValues().size() <= 5);
        QVERIFY(scale.part(lowest) >= 0 && scale.part(highest) <= 1 &&
                scale.part(lowest) <= scale.part(highest));
    }

    void powersOfTen() {
        const ValueScale scale = ValueScale::logarithmicOver(0.4, 60);
        QCOMPARE(scale.roundValues(), (std::vector<double>{0.1, 1, 10, 100}));
        QCOMPARE(scale.part(0.1), 0.0);
        QCOMPARE(scale.part(100), 1.0);
        QVERIFY(std::abs(scale.part(10) - 2 / 3.0) < 1e-9);
        QCOMPARE(ValueScale::logarithmicOver(10, 10).roundValues(), (std::vector<double>{10, 100}));
        QVERIFY(ValueScale::logarithmicOver(1e-300, 1e300).roundValues().size() <= 6);
    }

    void numbersAreReadable_data() {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("118.4") << 118.4 << "118.4";
        QTest::newRow("2.19") << 2.19 << "2.19";
        QTest::newRow("0") << 0.0 << "0";
        QTest::newRow("-1") << -1.0 << "-1";
        QTest::newRow("a third") << 1 / 3.0 << "0.33333";
        QTest::newRow("large") << 1234567.891 << "1,234,567.9";
        QTest::newRow("whole") << 1e12 << "1,000,000,000,000";
        QTest::newRow("very large") << 1.5e21 << "1.5E+21";
    }
    void numbersAreReadable() {
        QFETCH(double, number);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QTEST(numberText(number), "text");
    }
};

QTEST_MAIN(PointSeriesTest)
#include "point_series_test.moc"
