// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"

#include <map>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// Events with up to ten of twelve tags each, every third of which links to the one before.
std::shared_ptr<const Document> tagged(int events) {
    QRandomGenerator random(61);
    QByteArray json = "[";
    for (int i = 0; i < events; ++i) {
        QByteArrayList tags;
        for (int tag = random.bounded(11); tag > 0; --tag) {
            tags += "\"t" + QByteArray::number(random.bounded(12)) + '"';
        }
        json += (i > 0 ? ",\n{\"id\": \"" : "{\"id\": \"") + QByteArray::number(i) +
                "\", \"title\": \"event\", \"date\": \"" + hardDate(Hard::Anything, 9, random) +
                "\", \"tags\": [" + tags.join(',') + ']' +
                (i % 3 == 2 ? ", \"links\": [{\"to\": \"" + QByteArray::number(i - 1) + "\"}]}" : "}");
    }
    return documentOf(json + ']');
}

QByteArray taggedEvent(const char *id, const char *date, const QByteArray &tags, const char *rest = "") {
    return QByteArray("{\"id\": \"") + id + "\", \"title\": \"" + id + "\", \"date\": \"" + date +
           "\", \"tags\": [" + tags + ']' + rest + '}';
}

} // namespace

class SeveralLanesTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;
    static constexpr LayoutOptions byTag{.grouping = LaneGrouping::Tag, .folded = false};

private slots:
    /// Lanes count placements.
    void eachLaneHasAllItsEvents_data() {
        QTest::addColumn<int>("events");
        for (const int events : {1, 3, 40, 600, 5000}) {
            QTest::addRow("%d", events) << events;
        }
    }
    void eachLaneHasAllItsEvents() {
        QFETCH(int, events);
        const auto document = tagged(events);
        const TimelineLayout layout(document, {}, byTag, m_measure);
        QCOMPARE(layout.lanes().eventCount, static_cast<EventIndex>(events));
        const QSizeF size(1200, 2000);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        std::map<std::size_t, EventIndex> counted;
        for (const SceneItem &item : scene.items) {
            counted[item.lane] += item.count;
            if (item.shape != ItemShape::Cluster) {
                QCOMPARE(scene.itemOf(item.event, item.lane), &item);
                QCOMPARE(scene.itemNear(item.event, item.rect.center()), &item);
                const Lanes::OfEvent lanes = layout.lanes().lanesOf(layout.axis(), item.event);
                QVERIFY(lanes.contains(std::size_t{item.lane}));
            }
        }
        for (const SceneLane &lane : scene.lanes) {
            QCOMPARE(counted[lane.lane], lane.events);
        }
    }

    void aLinkLeadsFromTheNearestPair_data() {
        QTest::addColumn<QByteArray>("tags");   // of the first of two
        QTest::addColumn<QByteArray>("others"); // of the second
        QTest::addColumn<QString>("from");      // the lanes of the ends
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const char *tags, const char *others, const QString &from,
                            const QString &to) {
            QTest::newRow(name) << QByteArray(tags) << QByteArray(others) << from << to;
        };
        row("one each", "\"a\"", "\"c\"", u"a"_s, u"c"_s);
        row("in one lane together", "\"a\", \"c\"", "\"d\", \"c\"", u"c"_s, u"c"_s);
        row("in neighbours", "\"a\", \"b\", \"c\"", "\"d\"", u"c"_s, u"d"_s);
        row("the other way", "\"d\"", "\"a\", \"c\"", u"d"_s, u"c"_s);
        row("none", "", "\"a\", \"d\"", QString(), u"d"_s);
    }
    void aLinkLeadsFromTheNearestPair() {
        QFETCH(QByteArray, tags);
        QFETCH(QByteArray, others);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QByteArrayList events{taggedEvent("from", "2000", tags, ", \"links\": [{\"to\": \"to\"}]"),
                              taggedEvent("to", "2010", others)};
        int number = 6; // lanes stand in the order of their tags, that without tags last
        for (const char *tag : {"\"a\"", "\"b\"", "\"c\"", "\"d\""}) {
            for (int i = 0; i < number; ++i) {
                events += taggedEvent("x", "2005", tag);
            }
            --number;
        }
        const TimelineLayout layout(documentOf('[' + events.join(',') + ']'), {}, byTag, m_measure);
        const QSizeF size(1200, 1600);
        const Scene scene = layout.scene(layout.fitAll(size), size, 0, {0});
        QCOMPARE(scene.links.size(), std::size_t{1});
        const auto laneOf = [&](QPointF at) { return scene.laneAt({at.x(), at.y()})->key; };
        QCOMPARE(laneOf(scene.links.front().way.front()), from);
        QCOMPARE(laneOf(scene.links.front().way.back()), to);
    }

    /// Each link is drawn once, and none is lost, in however many lanes its ends stand.
    void linksAreNotMultiplied() {
        const auto document = tagged(60);
        const TimelineLayout layout(document, {}, {.grouping = LaneGrouping::Tag, .allRows = true},
                                    m_measure);
        const QSizeF size(1200, 6000);
        for (EventIndex event = 0; event < document->eventCount(); ++event) {
            const Scene scene = layout.scene(layout.fitAll(size), size, 0, {event});
            EventIndex links = 0;
            for (const SceneLink &link : scene.links) {
                links += link.count;
                QVERIFY(link.fromEnd == SceneLink::End::Mark && link.toEnd == SceneLink::End::Mark);
            }
            QCOMPARE(std::size_t{links}, document->relations().of(event).size());
        }
    }
};

QTEST_APPLESS_MAIN(SeveralLanesTest)
#include "several_lanes_test.moc"
