// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene/scene_links.h"
#include "test_paths.h"

#include "layout/layout_fixture.h"
#include "layout/scene/link_way.h"

#include <set>

using namespace timeline;

namespace {

using End = SceneLink::End;

/// An event in the year 2000 that leads to so many others, of which those with odd numbers contradict it.
/// Each of these stands in one of `lanes` lanes and one of ten years.
std::shared_ptr<const Document> hub(int others, int lanes = 3) {
    QByteArrayList links, events;
    for (int i = 0; i < others; ++i) {
        const QByteArray number = QByteArray::number(i);
        const bool isOdd = i % 2 == 1;
        events.append("{\"id\": \"" + number + "\", \"title\": \"e" + number +
                      "\", \"importance\": 0.2, \"date\": \"" + QByteArray::number(2001 + i % 10) +
                      "\", \"category\": \"c" + QByteArray::number(i % lanes) + '"' +
                      (isOdd ? ", \"links\": [{\"to\": \"hub\", \"kind\": \"contradicts\"}]}" : "}"));
        if (!isOdd) {
            links.append("{\"to\": \"" + number + "\", \"kind\": \"leads-to\"}");
        }
    }
    events.prepend(
        "{\"id\": \"hub\", \"title\": \"hub\", \"date\": \"2000-06\", \"category\": \"c0\", \"importance\": "
        "1, \"links\": [" +
        links.join(',') + "]}");
    return documentOf('[' + events.join(',') + ']');
}

/// Links that are told: by a line each, by the number at a line, and by the one that counts the others.
EventIndex countOf(const Scene &scene) {
    EventIndex sum = 0;
    for (const SceneLink &link : scene.links) {
        sum += link.word ? link.count : 1;
    }
    if (scene.moreLinks) {
        sum += scene.moreLinks->text.section(u' ', 1, 1).remove(u',').toUInt();
    }
    return sum;
}

} // namespace

class SceneLinksTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;
    const QSizeF m_size{1200, 700};

private slots:
    void noneIsMissing_data() {
        QTest::addColumn<int>("others");
        QTest::addColumn<int>("lanes");
        for (const int lanes : {1, 3, 400}) {
            for (const int others : {0, 1, 12, 700, 20'000}) {
                QTest::addRow("%d in %d lanes", others, lanes) << others << lanes;
            }
        }
    }
    void noneIsMissing() {
        QFETCH(int, others);
        QFETCH(int, lanes);
        const auto document = hub(others, lanes);
        const TimelineLayout layout(document, {}, {.folded = false}, m_measure);
        for (const double zoom : {1.0, 1.7, 8.0, 60.0}) {
            const Viewport all = layout.fitAll(m_size);
            const Viewport view = all.zoomedAt(all.x(layout.axis().begin(0)), zoom);
            const Scene scene = layout.scene(view, m_size, 0, {0});
            QVERIFY(scene.itemOf(0) != nullptr);
            QCOMPARE(countOf(scene), static_cast<EventIndex>(others));
            QVERIFY(scene.links.size() <= 200);
            QVERIFY(scene.moreLinks || scene.links.size() < 200);
            QVERIFY(!scene.moreLinks || scene.plot.contains(scene.moreLinks->rect()));
            for (const SceneLink &link : scene.links) {
                QVERIFY(!link.word || link.count == 1 ||
                        link.word->text.split(u' ').contains(QLocale(QLocale::English).toString(link.count)));
                QVERIFY((link.kind == LinkKind::LeadsTo ? link.from : link.to) == 0);
            }
        }
    }

    void whatTheFilterHidesHasNone() {
        const auto document = hub(6);
        QBitArray shown(7, true);
        shown.clearBit(3);
        shown.clearBit(4);
        const TimelineLayout layout(document, shown, {}, m_measure);
        QCOMPARE(countOf(layout.scene(layout.fitAll(m_size), m_size, 0, {0})), 4U);
        QVERIFY(layout.scene(layout.fitAll(m_size), m_size, 0, {3}).links.empty());
    }

    void aLinkOfTwoThatShowTheirsIsOne() {
        const TimelineLayout layout(hub(6), {}, {}, m_measure);
        QCOMPARE(countOf(layout.scene(layout.fitAll(m_size), m_size, 0, {0, 1})), 6U);
        QCOMPARE(countOf(layout.scene(layout.fitAll(m_size), m_size, 0, {1, 2})), 2U);
    }

    void anEndOutOfViewIsAtTheEdge_data() {
        QTest::addColumn<int>("pan"); // in widths of the plot
        QTest::addColumn<int>("hubEnd");
        QTest::addColumn<int>("links");
        QTest::newRow("in view") << 0 << int(End::Mark) << 1;
        QTest::newRow("other right") << -1 << int(End::Mark) << 1;
        QTest::newRow("hub left") << 1 << int(End::Beyond) << 1;
        QTest::newRow("both right") << -3 << int(End::Beyond) << 0;
    }
    void anEndOutOfViewIsAtTheEdge() {
        QFETCH(int, pan);
        QFETCH(int, hubEnd);
        QFETCH(int, links);
        const TimelineLayout layout(hub(1, 1), {}, {.folded = false}, m_measure);
        const QSizeF size(600, 200);
        const Viewport all = layout.fitAll(size);
        const Scene scene = layout.scene(all.pannedBy(0.7 * pan * all.width()), size, 0, {0});
        QCOMPARE(scene.links.size(), static_cast<std::size_t>(links));
        if (links > 0) {
            const SceneLink &link = scene.links.front();
            QCOMPARE(int(link.fromEnd), hubEnd);
            QCOMPARE(link.toEnd, pan < 0 ? End::Beyond : End::Mark);
            if (pan != 0) {
                QCOMPARE((pan < 0 ? link.way.back() : link.way.front()).x(),
                         pan < 0 ? scene.plot.right() : scene.plot.left());
            }
        }
    }

    void whatIsScrolledAwayIsBeyondTheTop() {
        const TimelineLayout layout(hub(400, 400), {}, {.folded = false}, m_measure);
        const Scene scene = layout.scene(layout.fitAll(m_size), m_size, 3000, {0});
        QVERIFY(scene.itemOf(0) == nullptr);
        QCOMPARE(scene.links.size(), scene.items.size());
        for (const SceneLink &link : scene.links) {
            const bool isFrom = link.from == 0;
            QCOMPARE(isFrom ? link.fromEnd : link.toEnd, End::Beyond);
            QCOMPARE((isFrom ? link.way.front() : link.way.back()).y(), scene.plot.top());
        }
    }

    void anEndInAClusterIsAtTheCluster() {
        const TimelineLayout layout(hub(20'000), {}, {.folded = false}, m_measure);
        const Scene scene = layout.scene(layout.fitAll(m_size), m_size, 0, {0});
        const auto link = std::ranges::find(scene.links, End::Cluster, &SceneLink::toEnd);
        QVERIFY(link != scene.links.end());
        const SceneItem *cluster = scene.itemAt(link->way.back() + QPointF(4, 0));
        QVERIFY(cluster != nullptr && cluster->shape == ItemShape::Cluster);
        QVERIFY(link->count <= cluster->count);
    }

    void noLineMeetsAText_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("small") << QSizeF(600, 300);
        QTest::newRow("middle") << QSizeF(1200, 700);
        QTest::newRow("large") << QSizeF(1920, 1080);
    }
    void noLineMeetsAText() {
        QFETCH(QSizeF, size);
        const TimelineLayout layout(story(), {}, {}, m_measure);
        for (EventIndex event = 0; event < layout.document().eventCount(); ++event) {
            const Scene scene = layout.scene(layout.fitAll(size), size, 0, {event});
            if (scene.itemOf(event) != nullptr) { // else it may be in one cluster with the others
                QCOMPARE(scene.links.empty(), layout.document().relations().of(event).empty());
            }
            std::vector<QRectF> marks, texts;
            for (const SceneItem &item : scene.items) {
                marks.push_back(item.rect);
                forEachText(item, [&](const SceneText &text) { texts.push_back(text.rect()); });
            }
            const auto isCrossed = [](const Polyline &line, const std::vector<QRectF> &places) {
                const auto isThrough = [&](const QRectF &place) {
                    for (std::size_t i = 1; i < line.size(); ++i) {
                        const QRectF piece = QRectF(line[i - 1], line[i]).normalized();
                        if (piece.left() < place.right() && piece.right() > place.left() &&
                            piece.top() < place.bottom() && piece.bottom() > place.top()) {
                            return true;
                        }
                    }
                    return false;
                };
                return std::ranges::any_of(places, isThrough);
            };
            for (const SceneLink &link : scene.links) {
                for (std::size_t i = 1; i < link.way.size(); ++i) { // along x or y
                    QVERIFY(link.way[i].x() == link.way[i - 1].x() || link.way[i].y() == link.way[i - 1].y());
                }
                QVERIFY(size.height() < 1000 || !isCrossed(link.way, texts)); // all of it
                QVERIFY(!link.word || scene.itemAt(link.word->rect().center()) == nullptr);
                for (const Polyline &line : link.strokes) {
                    QVERIFY(!isCrossed(line, texts));
                    QVERIFY(size.height() < 700 || !isCrossed(line, marks)); // else there may be no way round
                    for (const QPointF &at : pointsOn(line, 1)) {
                        QVERIFY(scene.plot.adjusted(0, 0, 1e-6, 1e-6).contains(at));
                        QVERIFY(scene.linkAt(at) != nullptr);
                    }
                    for (const SceneLink &other : scene.links) {
                        QVERIFY(!other.word || !isCrossed(line, {other.word->rect()}));
                    }
                }
            }
        }
    }

    void anotherChoiceLeavesTheRestAsItIs() {
        const TimelineLayout layout(story(), {}, {}, m_measure);
        const Viewport view = layout.fitAll(m_size);
        const EventIndex event = *layout.document().findEvent(QStringLiteral("r1"));
        const QString without = layout.scene(view, m_size).toText();
        const QString with = layout.scene(view, m_size, 0, {event}).toText();
        QVERIFY(with != without);
        Scene scene = layout.scene(view, m_size);
        layout.relink(scene, {event});
        QCOMPARE(scene.toText(), with);
        layout.relink(scene, {});
        QCOMPARE(scene.toText(), without);
        QVERIFY(scene.linkAt(scene.plot.center()) == nullptr);
    }

    void linksBetweenTheSameTwoDoNotRunOnEachOther_data() {
        QTest::addColumn<QByteArray>("first"); // date of one
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("isOneLane");
        for (const auto &[name, first, second] :
             {std::tuple("far", "2000", "2010"), std::tuple("near", "2005", "2005-06"),
              std::tuple("backwards", "2010", "2000"), std::tuple("at once", "2005", "2005"),
              std::tuple("bars", "2000/2003", "2004/2010"),
              std::tuple("one within the other", "2000/2010", "2005")}) {
            for (const bool isOneLane : {true, false}) {
                QTest::addRow("%s, %s", name, isOneLane ? "one lane" : "two lanes")
                    << QByteArray(first) << QByteArray(second) << isOneLane;
            }
        }
    }
    void linksBetweenTheSameTwoDoNotRunOnEachOther() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(bool, isOneLane);
        const auto links = [](const char *to) {
            QByteArrayList list;
            for (const char *kind : {"leads-to", "part-of", "contradicts", "related"}) {
                list += QByteArray("{\"to\": \"") + to + "\", \"kind\": \"" + kind + "\"}";
            }
            return list.join(',');
        };
        const TimelineLayout layout(
            documentOf("[{\"id\": \"a\", \"title\": \"a\", \"date\": \"" + first +
                       "\", \"category\": \"x\", \"links\": [" + links("b") +
                       "]}, {\"id\": \"b\", \"title\": \"b\", \"date\": \"" + second +
                       "\", \"category\": \"" + (isOneLane ? "x" : "y") + "\", \"links\": [" + links("a") +
                       "]}, {\"title\": \"c\", \"date\": \"1995\", \"category\": \"x\"}]"),
            {}, {.folded = false}, m_measure);
        const Scene scene = layout.scene(layout.fitAll(m_size), m_size, 0, {0});
        QCOMPARE(scene.links.size(), std::size_t{8});
        const QRectF one = scene.itemOf(0)->rect;
        const QRectF other = scene.itemOf(1)->rect;
        const double between = std::max(one.left(), other.left()) - std::min(one.right(), other.right());
        const std::size_t compared = between < 120 && isOneLane ? 0 : 8; // there is no room for more
        for (std::size_t i = 0; i < compared; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                // They may cross, and come together where they end.
                const std::vector<QPointF> points = pointsOn(scene.links[i].way, 2);
                const std::vector<QPointF> others = pointsOn(scene.links[j].way, 2);
                const auto onOther = std::ranges::count_if(points, [&](QPointF at) {
                    return std::ranges::any_of(
                        others, [at](QPointF o) { return std::hypot(o.x() - at.x(), o.y() - at.y()) < 2.5; });
                });
                QVERIFY2(static_cast<double>(onOther) < 0.1 * static_cast<double>(points.size()) + 8,
                         qPrintable(QStringLiteral("%1 and %2: %3 of %4")
                                        .arg(QString::number(i), QString::number(j), QString::number(onOther),
                                             QString::number(points.size()))));
            }
        }
    }

    /// All links at once are those of each event.
    void allLinksAreThoseOfAll() {
        for (const auto &document : {hub(20), hub(700), story(), documentOf("[]")}) {
            const TimelineLayout layout(document, {}, {}, m_measure);
            const Scene all = layout.scene(layout.fitAll(m_size), m_size, 0, allWithLinks(layout.document()));
            std::set<std::tuple<EventIndex, EventIndex, int>> expected, found;
            for (const Relation &relation : document->relations().all()) {
                expected.insert({relation.from, relation.to, static_cast<int>(relation.kind)});
            }
            for (const SceneLink &link : all.links) {
                found.insert({link.from, link.to, static_cast<int>(link.kind)});
                QVERIFY(expected.contains({link.from, link.to, static_cast<int>(link.kind)}));
            }
            QCOMPARE(std::size_t{countOf(all)}, document->relations().size());
            QCOMPARE(found.size(), all.links.size());
        }
    }

    void aLinkThatIsDrawnLooksLikeOthers() {
        LinkPlace from, to;
        from.rect = QRectF(100, 100, 12, 12);
        to.rect = QRectF(300, 200, 0, 0);
        const SceneLink link = freeLink(from, to, LinkKind::LeadsTo);
        QVERIFY(link.strokes == std::vector<Polyline>{link.way});
        QCOMPARE(link.way.front(), QPointF(115, 106));
        QCOMPARE(link.way.back(), QPointF(300, 200));
        QVERIFY(link.isNear({297, 203}) && !link.isNear({115, 200}));
    }
};

QTEST_APPLESS_MAIN(SceneLinksTest)
#include "scene_links_test.moc"
