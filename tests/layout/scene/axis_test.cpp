// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/axis_reading.h"

class AxisTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    /// The dates of both tiers, and what the breaks say.
    QString axisOf(const QByteArray &json, double width, LayoutOptions options = {}) {
        const TimelineLayout layout(documentOf(json), {}, options, m_measure);
        const QSizeF size(width, 300);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QStringList texts;
        for (const Read &read : readingOf(scene.panels.front())) {
            texts << (read.isContext ? u'<' + read.label.text + u'>' : read.label.text);
        }
        for (const SceneColumn &column : scene.panels.front().columns) {
            for (const auto *text : {&column.head, &column.change}) {
                texts << (*text ? u'[' + (*text)->text + u']' : u"[]"_s);
            }
        }
        for (const ScaleMark &mark : scene.panels.front().scaleMarks) {
            if (mark.label) {
                texts << u'(' + mark.label->text + u')';
            }
        }
        return texts.join(u' ');
    }

private Q_SLOTS:
    void nothingIsFalse_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 150; ++seed) {
            QTest::addRow("%d", seed) << seed;
        }
    }
    void nothingIsFalse() {
        QFETCH(int, seed);
        QRandomGenerator random(static_cast<quint32>(seed));
        const QByteArray json = randomFile(random);
        for (const bool folded : {true, false}) {
            const TimelineLayout layout(documentOf(json), {}, {.folded = folded}, m_measure);
            for (double width = 200; width <= 4000; width *= 1.17) {
                const QSizeF size(width, 300);
                const bool isAll = random.bounded(2) == 0;
                const Viewport view = isAll ? layout.fitAll(size) : randomViewport(layout, size, random);
                const Scene scene = layout.scene(view, size);
                const ScenePanel &panel = scene.panels.front();
                const QByteArray where =
                    json + " at " + QByteArray::number(width) + ", " + scene.toText().toUtf8();
                const QString misread = misreadOf(panel);
                QVERIFY2(misread.isEmpty(), misread.toUtf8() + "\n" + where);
                const QString undated = undatedPlaceOf(panel);
                QVERIFY2(undated.isEmpty(), undated.toUtf8() + "\n" + where);
                const double silence = longestSilence(panel);
                QVERIFY2(silence <= 160, QByteArray::number(silence) + "\n" + where);
            }
        }
    }

    void tellsNoDateBeforeAFileIsRead() {
        const TimelineLayout layout(std::make_shared<const Document>(), {}, {}, m_measure);
        const QSizeF size(1000, 300);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QVERIFY(readingOf(scene.panels.front()).empty());
        QVERIFY(scene.panels.front().ticks.empty());
        QVERIFY(!axisOf("[]", 1000).isEmpty()); // where events can be put
    }

    void everythingIsSeenAtAnyWidth_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("the universe") << QByteArray(R"([{"title": "a", "date": "Y-13800000000"},
            {"title": "b", "date": "2000"}, {"title": "c", "date": "Y5000000000"}])");
        QTest::newRow("to the ends") << QByteArray(R"([{"title": "a", "date": "Y-19000000000"},
            {"title": "b", "date": "Y19000000000"}])");
        QTest::newRow("one event") << QByteArray(R"([{"title": "a", "date": "Y-20000000000/Y20000000000"}])");
    }
    void everythingIsSeenAtAnyWidth() {
        QFETCH(QByteArray, json);
        const auto document = documentOf(json);
        for (const bool folded : {false, true}) {
            const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
            for (double width = 200; width < 4000; width *= 1.4) {
                const QSizeF size(width, 300);
                const Scene scene = layout.scene(layout.fitAll(size), size);
                const ScenePanel &panel = scene.panels.front();
                for (EventIndex event = 0; event < document->eventCount(); ++event) {
                    const Span span = document->span(event);
                    QVERIFY(panel.at(span.begin) >= panel.first());
                    QVERIFY2(panel.at(span.end) <= panel.last(), qPrintable(scene.toText()));
                }
            }
        }
    }

    void everyPieceBetweenBreaksHasADate() {
        const QByteArray json = R"([{"title": "a", "date": "1824-05-03"}, {"title": "b", "date": "184X"},
            {"title": "c", "date": "1899-12-31"}, {"title": "d", "date": "1900-01-01/.."},
            {"title": "e", "date": "1900-10"}, {"title": "f", "date": "1900-10-02"}])";
        for (double width = 500; width < 2000; width += 50) {
            const QString axis = axisOf(json, width);
            QVERIFY2(axis.contains(u"Dec 1899"), qPrintable(axis));
            QVERIFY2(axis.contains(u"1900") || width < 800, qPrintable(axis));
            QVERIFY2(axis.contains(u"(50 years") && axis.contains(u"(9 months"), qPrintable(axis));
        }
    }

    /// A moment between two breaks, and pieces that are narrow beside room.
    void narrowPiecesHaveTheirDate_data() {
        QTest::addColumn<QStringList>("dates");
        QTest::addColumn<double>("width");
        QTest::addColumn<QString>("expected");
        const QStringList moment = {u"1999-12-31T23:40:35.527Z"_s, u"1990-02-10T00:00:00.000Z"_s,
                                    u"1999-12-31T22:48:52.107Z"_s, u"1990-06-17T00:00:00.000Z"_s,
                                    u"2000-01-01T00:35:40.296Z"_s, u"1990-04-13T00:00:00.000Z"_s,
                                    u"1998-08-22T00:00:00.000Z"_s, u"1999-12-31T23:18:55.839Z"_s};
        QTest::newRow("a moment") << moment << 1600.0 << u"22 Aug 1998"_s;
        const QStringList deep =
            u"Y-152307099 Y-6372379 1995-03-03T08:00:00.040Z Y-27588 Y-810281 1995-03-03T08:00:00.025Z "
            "Y-1623736234 1995-03-03T08:00:00.004Z Y-14534071 Y-827837 1995-03-03T08:00:00.016Z "
            "1995-03-03T08:00:00.022Z Y423176391 1995-03-03T08:00:00.020Z Y638106"_s.split(u' ');
        QTest::newRow("the first") << deep << 555.0 << u"1.62"_s;
        QTest::newRow("the last") << deep << 1300.0 << u"+423."_s;
    }
    void narrowPiecesHaveTheirDate() {
        QFETCH(QStringList, dates);
        QFETCH(double, width);
        QFETCH(QString, expected);
        QByteArray json;
        for (const QString &date : dates) {
            json += (json.isEmpty() ? "[" : ", ") + QByteArray(R"({"title": "x", "date": ")") +
                    date.toUtf8() + "\"}";
        }
        const QString axis = axisOf(json + ']', width);
        QVERIFY2(axis.contains(expected), qPrintable(axis));
    }

    void namesLeaveRoomForTheNextStretch() {
        const QString axis = axisOf(R"([{"title": "a", "date": "2024"}, {"title": "b", "date": "9999-12-31"},
            {"title": "c", "date": "Y12000"}, {"title": "d", "date": "Y80000"}])",
                                    700);
        QVERIFY2(axis.contains(u"80,000"), qPrintable(axis));
    }

    void breaksAreAsWideAtEveryZoom() {
        const auto document = hardDocument(Hard::BirthAndBurst, 60, 7);
        const TimelineLayout layout(document, {}, {}, m_measure);
        const QSizeF size(1200, 500);
        QVERIFY(layout.scale().breaks());
        const AxisSpan gap = layout.scale().breaks()->front();
        Viewport view = layout.fitAll(size);
        for (int i = 0; i < 40; ++i) {
            QVERIFY(std::abs(view.x(gap.end) - view.x(gap.begin) - view.breakWidth()) < 0.5);
            view = view.zoomedAt(view.x(gap.begin) - 10, 1.6);
        }
    }

    void saysItsZoneWhereDatesHaveOne_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("says");
        const auto event = [](const char *date) {
            return QByteArray("{\"title\": \"a\", \"date\": \"") + date + "\"}";
        };
        QTest::newRow("none") << QByteArray("[]") << false;
        QTest::newRow("days") << '[' + event("2024-02-03") + ']' << false;
        QTest::newRow("times") << '[' + event("2024-02-03T09:14") + ']' << false;
        QTest::newRow("Z") << '[' + event("2024") + ',' + event("2024-02-03T09:14Z") + ']' << true;
        QTest::newRow("offset") << '[' + event("2024-02-03T09:14:07+02:00/..") + ']' << true;
        QTest::newRow("start and end")
            << QByteArray(R"([{"title": "a", "start": "2024", "end": "2024-02-03T09:14:07-02"}])") << true;
        QTest::newRow("era")
            << "{\"eras\": [{\"title\": \"b\", \"date\": \"../2024-02-03T09:14Z\"}], \"events\": [" +
                   event("2023") + "]}"
            << true;
        QTest::newRow("as of") << "{\"asOf\": \"2024-02-03T09:14Z\", \"events\": [" + event("2023") + "]}"
                               << true;
    }
    void saysItsZoneWhereDatesHaveOne() {
        QFETCH(QByteArray, json);
        QFETCH(bool, says);
        for (const LaneGrouping grouping : {LaneGrouping::Category, LaneGrouping::None}) {
            const TimelineLayout layout(documentOf(json), {}, {.grouping = grouping}, m_measure);
            for (const QSizeF size : {QSizeF(60, 80), QSizeF(1200, 500)}) {
                const Scene scene = layout.scene(layout.fitAll(size), size);
                const ScenePanel &panel = scene.panels.front();
                QCOMPARE(panel.zone.has_value(), says);
                if (says) {
                    QCOMPARE(panel.zone->text, u"UTC"_s);
                    QVERIFY(panel.zone->rect().left() >= 0);
                    QVERIFY(panel.zone->rect().right() < panel.axisRect.left());
                    QVERIFY(panel.zone->rect().bottom() <= panel.axisRect.bottom());
                }
            }
        }
    }

    void anAxisCountsInOneWay_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("hasNot");
        QTest::newRow("BCE") << u"Y-20000"_s << u"2000"_s << u"BCE"_s << u"ka"_s;
        QTest::newRow("ka") << u"Y-200000"_s << u"2000"_s << u"ka"_s << u"BCE"_s;
        QTest::newRow("Ma") << u"Y-66000000"_s << u"2000"_s << u"Ma"_s << u"BCE"_s;
    }
    void anAxisCountsInOneWay() {
        QFETCH(QString, first);
        QFETCH(QString, last);
        QFETCH(QString, has);
        QFETCH(QString, hasNot);
        const QByteArray json =
            (u"[{\"title\": \"a\", \"date\": \"%1\"}, {\"title\": \"b\", \"date\": \"%2\"}]"_s)
                .arg(first, last)
                .toUtf8();
        const QString axis = axisOf(json, 1200, {.folded = false});
        QVERIFY2(axis.contains(has), qPrintable(axis));
        QVERIFY2(!axis.contains(hasNot), qPrintable(axis));
    }
};

QTEST_GUILESS_MAIN(AxisTest)
#include "axis_test.moc"
