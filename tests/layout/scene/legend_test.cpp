// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene/legend.h"

#include "document/search/filter.h"
#include "layout/layout_fixture.h"

using namespace timeline;

namespace {

QStringList textsOf(const Legend &legend) {
    QStringList texts;
    for (const LegendEntry &entry : legend.entries) {
        texts << entry.text.text;
    }
    return texts;
}

QStringList legendOfOne(const QByteArray &fields) {
    const FakeMeasure measure;
    const auto document = documentOf("[{\"title\": \"x\", " + fields + "}]");
    const TimelineLayout layout(document, {}, {}, measure);
    const Scene scene = layout.scene(layout.fitAll({800, 400}), {800, 400});
    return textsOf(
        legendOf(scene.items, 2000, measure, {.ownStatuses = ownStatusesOf(*document, scene.items)}));
}

} // namespace

class LegendTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

private slots:
    void explainsWhatIsThere_data() {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, const char *event, const QStringList &texts) {
            QTest::newRow(name) << QByteArray(event).replace('\'', '"') << texts;
        };
        row("plain", "'date': '2020/2021'", {QStringLiteral("confirmed")});
        row("claimed", "'date': '2020/2021', 'status': 'claimed'", {QStringLiteral("claimed")});
        row("planned", "'date': '2020/2021', 'status': 'planned'", {QStringLiteral("planned")});
        row("in a word of the file's own", "'date': '2020/2021', 'status': 'benign'",
            {QStringLiteral("benign")});
        row("in four of them, one long",
            "'date': '2020/2021', 'status': 'a'}, {'title': 'b', 'date': '2020/2021', 'status': 'as long as "
            "no word should be, ever'},"
            "{'title': 'c', 'date': '2020/2021', 'status': 'a'}, {'title': 'd', 'date': '2020/2021', "
            "'status': 'Confirmed'},"
            "{'title': 'e', 'date': '2020/2021', 'status': 'e'",
            {QStringLiteral("a, as long as no word shoul…, Confirmed, …")});
        row("within", "'date': '2020'", {QStringLiteral("confirmed"), QStringLiteral("some time within")});
        row("about", "'date': '2020~/2021~'", {QStringLiteral("confirmed"), QStringLiteral("about then")});
        row("goes on", "'date': '2020/..'", {QStringLiteral("confirmed"), QStringLiteral("goes on")});
        row("end unknown", "'date': '2020/'", {QStringLiteral("confirmed"), QStringLiteral("end unknown")});
    }
    void explainsWhatIsThere() {
        QFETCH(QByteArray, event);
        QFETCH(QStringList, texts);
        QCOMPARE(legendOfOne(event), texts);
    }

    void explainsClusters() {
        SceneItem cluster;
        cluster.shape = ItemShape::Cluster;
        cluster.status = Status::Disputed; // of its first event: says nothing of the others
        QCOMPARE(textsOf(legendOf({cluster}, 2000, m_measure)),
                 QStringList{QStringLiteral("so many more events")});
    }

    void saysHowManyHaveNoDate() {
        QCOMPARE(textsOf(legendOf({}, 2000, m_measure, {.undated = 2})),
                 QStringList{QStringLiteral("2 without a date")});
    }

    void saysHowManyLanesHaveNoRoom() {
        QCOMPARE(
            textsOf(legendOf({}, 2000, m_measure,
                             {.undated = 1, .lanesLeftOut = 9957, .heightOfAllLanes = 50'000})),
            QStringList({QStringLiteral("1 without a date"),
                         QStringLiteral("9,957 lanes have no room: all have it in 50000 pixels of height")}));
        QCOMPARE(textsOf(legendOf({}, 2000, m_measure, {.lanesLeftOut = 1, .heightOfAllLanes = 900})),
                 QStringList{QStringLiteral("1 lane has no room: all have it in 900 pixels of height")});
        QCOMPARE(textsOf(legendOf({}, 2000, m_measure, {.unnamedEras = 1})),
                 QStringList{QStringLiteral("1 era has no room for its name")});
        QCOMPARE(textsOf(legendOf({}, 2000, m_measure, {.unnamedEras = 3})),
                 QStringList{QStringLiteral("3 eras have no room for their names")});
        QCOMPARE(textsOf(legendOf({}, 2000, m_measure, {.lanesOfEventsLeftOut = 1})),
                 QStringList{QStringLiteral("Events stand in at most 8 lanes each: 1 more is left out")});
        QCOMPARE(textsOf(legendOf({}, 2000, m_measure, {.lanesOfEventsLeftOut = 2})),
                 QStringList{QStringLiteral("Events stand in at most 8 lanes each: 2 more are left out")});
    }

    void saysWhatAFilterLeavesOut_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("hidden");
        QTest::addColumn<int>("shown");
        QTest::addColumn<QString>("text");
        const QStringList none;
        QTest::newRow("nothing") << QString() << none << 6 << QString();
        QTest::newRow("nothing that is there") << QStringLiteral("category:feed") << none << 6 << QString();
        QTest::newRow("a query") << QStringLiteral("  category:feed \t x ") << none << 3
                                 << QStringLiteral("3 of 6 events: category:feed x");
        QTest::newRow("all") << QStringLiteral("%1") << none << 0 << QStringLiteral("0 of 6 events: %1");
        QTest::newRow("a category") << QString() << QStringList{QStringLiteral("b")} << 5
                                    << QStringLiteral("5 of 6 events: without Bees");
        QTest::newRow("both") << QStringLiteral("x")
                              << QStringList{QStringLiteral("e"), QStringLiteral("d"), QStringLiteral("b"),
                                             QStringLiteral("a")}
                              << 2 << QStringLiteral("2 of 6 events: x, without a, Bees, d, …");
        QTest::newRow("right to left")
            << QStringLiteral("\u202egnp") << none << 1 << QStringLiteral("1 of 6 events: ‹U+202E›gnp");
    }
    void saysWhatAFilterLeavesOut() {
        QFETCH(QString, query);
        QFETCH(QStringList, hidden);
        QFETCH(int, shown);
        QByteArray events;
        for (const char *category : {"a", "b", "c", "d", "e", "f"}) {
            events += QByteArray(events.isEmpty() ? "" : ",") +
                      "{\"title\": \"t\", \"date\": \"2000\", \"category\": \"" + category + "\"}";
        }
        const auto document = documentOf(
            "{\"categories\": [{\"id\": \"a\"}, {\"id\": \"b\", \"title\": \"Bees\"}], \"events\": [" +
            events + "]}");
        Filter filter(query);
        for (const QString &id : hidden) {
            filter.setCategoryHidden(id, true);
        }
        QTEST(leftOutBy(filter, *document, static_cast<EventIndex>(shown)), "text");
    }

    void cutsWhatIsTooLong() {
        const Legend legend = legendOf({}, 200, m_measure, {.leftOut = QString(500, u'x')});
        QCOMPARE(legend.entries.size(), std::size_t{1});
        QVERIFY(legend.entries.front().text.width <= 200);
    }

    void nothingNeedsNoRoom() {
        const Legend legend = legendOf({}, 800, m_measure);
        QVERIFY(legend.entries.empty());
        QCOMPARE(legend.height, 0.0);
    }

    void standsInRowsWithoutOverlap_data() {
        QTest::addColumn<int>("width");
        for (const int width : {230, 400, 800, 3000}) {
            QTest::addRow("%d", width) << width;
        }
    }
    void standsInRowsWithoutOverlap() {
        QFETCH(int, width);
        const Legend legend = completeLegend(width, m_measure);
        QCOMPARE(legend.entries.size(), std::size_t{12});
        std::vector<QRectF> rects;
        for (const LegendEntry &entry : legend.entries) {
            const QRectF text(entry.text.x, entry.text.y - 8, entry.text.width, 16);
            QVERIFY(entry.sample);
            QVERIFY(!text.intersects(entry.sample->rect));
            rects.push_back(text.united(entry.sample->rect));
            QVERIFY(QRectF(0, 0, width, legend.height).contains(rects.back()));
            QCOMPARE(entry.text.width, m_measure.width(entry.text.text, entry.text.style));
        }
        for (std::size_t a = 0; a < rects.size(); ++a) {
            for (std::size_t b = a + 1; b < rects.size(); ++b) {
                QVERIFY(!rects[a].intersects(rects[b]));
            }
        }
    }
};

QTEST_GUILESS_MAIN(LegendTest)
#include "legend_test.moc"
