// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/charts/measure_groups.h"
#include "widgets/workspace_fixture.h"

#include <QTest>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class MeasureGroupsTest : public QObject {
    Q_OBJECT

    static QByteArray event(const QByteArray &date, const QByteArray &measures) {
        return "{\"title\": \"e\", \"date\": \"" + date + "\", \"measures\": [" + measures + "]}";
    }
    static QByteArray measure(const QByteArray &name, const QByteArray &rest) {
        return "{\"name\": \"" + name + "\", " + rest + "}";
    }
    /// Each group as "name/unit: value value …", a range as "2-3", with "~" where it is about that.
    static QStringList textOf(const MeasureGroups &found) {
        QStringList texts;
        for (const MeasureGroup &group : found.groups) {
            QStringList values;
            for (const MeasureGroup::Point &point : group.points) {
                values += (point.isApproximate ? QStringLiteral("~") : QString()) +
                          QString::number(point.value) +
                          (point.max != point.value ? QStringLiteral("-%1").arg(point.max) : QString());
            }
            texts += group.name + u'/' + group.unit + QStringLiteral(": ") + values.join(u' ');
        }
        return texts;
    }

private Q_SLOTS:
    void whatIsOneMeasureIsOneGroup() {
        const auto document = documentOf(
            '[' + event("2003", measure("a", R"("value": 3, "unit": "u")")) + ',' +
            event("2001", measure("a", R"("value": 1, "unit": "u")") + ',' + measure("b", R"("value": 7)")) +
            ',' +
            event("2002", measure("a", R"("value": 2, "max": 5, "unit": "u", "approximate": true)") + ',' +
                              measure("a", R"("value": 9, "unit": "v")")) +
            ',' + event("2004", measure("b", R"("value": 8)")) + ',' +
            event("../..", measure("a", R"("value": 99, "unit": "u")")) + ']');
        const MeasureGroups found = measureGroupsOf(*document);
        QCOMPARE(textOf(found), (QStringList{u"a/u: 1 ~2-5 3"_s, u"b/: 7 8"_s}));
        QCOMPARE(found.measureCount, 7U);
    }

    void editsAndUndatedEventsCount() {
        Document document = *documentOf("{\"events\": [" + event("2001", measure("a", R"("value": 1)")) +
                                        ',' + event("2002", measure("a", R"("value": 2)")) + ',' +
                                        event("2003", measure("a", R"("value": 3)")) + "], \"undated\": [" +
                                        R"({"title": "u", "measures": [{"name": "a", "value": 9}]})" + "]}");
        document.apply({{{0, event("2009", measure("a", R"("value": 6)"))}, {1, {}}}, {}});
        QCOMPARE(textOf(measureGroupsOf(document)), QStringList{u"a/: 3 6"_s});
    }

    /// Over the windows of many events.
    void manyEvents() {
        QByteArrayList events;
        for (int i = 0; i < 10'000; ++i) {
            events += i % 2500 == 7 ? event(QByteArray::number(1000 + i / 10), measure("a", R"("value": 1)"))
                                    : QByteArray(R"({"title": "e", "date": "2001"})");
        }
        const auto document = documentOf('[' + events.join(',') + ']');
        QCOMPARE(textOf(measureGroupsOf(*document)), QStringList{u"a/: 1 1 1 1"_s});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(measureGroupsOf(*document, stop.get_token()).groups.empty());
    }

    void whatIsTooMuchIsCounted() {
        constexpr int more = 3;
        QByteArrayList events;
        for (int i = 0; i < static_cast<int>(MeasureGroups::mostPoints) + more; ++i) {
            events += event(QByteArray::number(1000 + i), measure("a", R"("value": 1)"));
        }
        for (int i = 0; i < 2 * static_cast<int>(MeasureGroups::mostGroups); ++i) {
            events += event(QByteArray::number(1000 + i / 2),
                            measure('b' + QByteArray::number(i % 60), R"("value": 1)"));
        }
        const MeasureGroups found = measureGroupsOf(*documentOf('[' + events.join(',') + ']'));
        QCOMPARE(found.groups[0].points.size(), MeasureGroups::mostPoints);
        QCOMPARE(found.groups[0].leftOut, std::size_t{more});
        QCOMPARE(found.groups.size() + found.groupsLeftOut, 1 + 40U); // of sixty, forty occur twice
    }

    void onlyManyTimesAsMuchIsLogarithmic_data() {
        QTest::addColumn<double>("other"); // beside 1
        QTest::addColumn<bool>("isLogarithmic");
        QTest::newRow("twice") << 2.0 << false;
        QTest::newRow("sixty times") << 60.0 << true;
        QTest::newRow("nothing") << 0.0 << false;
        QTest::newRow("below") << -60.0 << false;
    }
    void onlyManyTimesAsMuchIsLogarithmic() {
        QFETCH(double, other);
        MeasureGroup group;
        group.points = {{0, {}, 1, 1, false}, {1, {}, other, other, false}};
        QTEST(group.isLogarithmic(), "isLogarithmic");
    }
};

QTEST_MAIN(MeasureGroupsTest)
#include "measure_groups_test.moc"
