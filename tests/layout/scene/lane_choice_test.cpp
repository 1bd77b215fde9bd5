// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"
#include "layout/scale/metrics.h"

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// Lanes a (3 events), b (2), c (1), d (1), as the file declares them.
const QByteArray sample =
    R"({"title": "t", "categories": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}], "events": [
  {"title": "a1", "date": "2001", "category": "a"}, {"title": "a2", "date": "2003-05", "category": "a"},
  {"title": "a3", "date": "2009/2010", "category": "a"}, {"title": "b1", "date": "2002", "category": "b"},
  {"title": "b2", "date": "2002-03-04", "category": "b"}, {"title": "c1", "date": "2005", "category": "c"},
  {"title": "d1", "date": "2007", "category": "d"}]})";

QByteArray manyLanes(int count) {
    QByteArrayList events;
    for (int i = 0; i < count; ++i) {
        events += "{\"title\": \"e\", \"date\": \"200" + QByteArray::number(i % 10) +
                  "\", \"category\": \"c" + QByteArray::number(i) + "\"}";
    }
    return '[' + events.join(',') + ']';
}

} // namespace

class LaneChoiceTest : public QObject {
    Q_OBJECT

    static constexpr QSizeF size{1300, 800};
    FakeMeasure m_measure;

    std::unique_ptr<TimelineLayout> layoutOf(const QByteArray &json,
                                             LayoutOptions options = {.inWindow = true}) {
        return std::make_unique<TimelineLayout>(documentOf(json), QBitArray(), options, m_measure);
    }
    static Scene sceneOf(const TimelineLayout &layout, double scrollY = 0) {
        return layout.scene(layout.fitAll(size), size, scrollY);
    }
    /// "a b | c" where c is hidden; what is folded in brackets.
    static QString told(const Lanes &lanes) {
        QString text;
        for (std::size_t i = 0; i < lanes.lanes.size(); ++i) {
            text += i == lanes.openCount ? u"| "_s : QString();
            text += (lanes.lanes[i].isFolded ? u"[%1] "_s : u"%1 "_s).arg(lanes.lanes[i].key);
        }
        return text.trimmed();
    }

private Q_SLOTS:
    void lanesStandAsChosen_data() {
        QTest::addColumn<LaneChoice>("choice");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << LaneChoice{} << u"a b c d"_s;
        QTest::newRow("one first") << LaneChoice{{u"c"_s}, {}, {}} << u"c a b d"_s;
        QTest::newRow("all") << LaneChoice{{u"d"_s, u"c"_s, u"b"_s, u"a"_s}, {}, {}} << u"d c b a"_s;
        QTest::newRow("one that is not there")
            << LaneChoice{{u"x"_s, u"b"_s}, {u"y"_s}, {u"z"_s}} << u"b a c d"_s;
        QTest::newRow("hidden") << LaneChoice{{}, {u"a"_s, u"c"_s}, {}} << u"b d | a c"_s;
        QTest::newRow("hidden, ordered and folded")
            << LaneChoice{{u"d"_s, u"a"_s}, {u"d"_s}, {u"b"_s, u"d"_s}} << u"a [b] c | [d]"_s;
        QTest::newRow("all hidden") << LaneChoice{{}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}, {}} << u"| a b c d"_s;
    }
    void lanesStandAsChosen() {
        QFETCH(LaneChoice, choice);
        QFETCH(QString, expected);
        const auto layout = layoutOf(sample);
        layout->choose(choice);
        QString text = told(layout->lanes());
        if (layout->lanes().openCount == 0) {
            text = told(layout->lanes());
        }
        QCOMPARE(text, expected);
        for (std::size_t i = 0; i < layout->lanes().lanes.size(); ++i) {
            QCOMPARE(layout->lanes().placeOf(layout->lanes().lanes[i].key), std::optional(i));
        }
        layout->choose({});
        QCOMPARE(told(layout->lanes()), u"a b c d"_s);
    }

    void moves_data() {
        QTest::addColumn<LaneChoice>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("to"); // empty: behind all
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QStringList>("order"); // no more than it takes
        const LaneChoice none;
        QTest::newRow("up") << none << u"c"_s << u"a"_s << u"c a b d"_s << QStringList{u"c"_s};
        QTest::newRow("down") << none << u"a"_s << u"c"_s << u"b a c d"_s << QStringList{u"b"_s};
        QTest::newRow("to the end") << none << u"a"_s << QString() << u"b c d a"_s
                                    << QStringList{u"b"_s, u"c"_s, u"d"_s};
        QTest::newRow("where it is") << none << u"b"_s << u"c"_s << u"a b c d"_s << QStringList{};
        QTest::newRow("back") << LaneChoice{{u"c"_s}, {}, {}} << u"c"_s << u"d"_s << u"a b c d"_s
                              << QStringList{};
        QTest::newRow("one that is not there") << none << u"x"_s << u"a"_s << u"a b c d"_s << QStringList{};
        QTest::newRow("what is gone keeps its place")
            << LaneChoice{{u"x"_s, u"d"_s}, {}, {}} << u"c"_s << u"a"_s << u"d c a b"_s
            << QStringList{u"x"_s, u"d"_s, u"c"_s};
        QTest::newRow("behind those that are seen") << LaneChoice{{}, {u"d"_s}, {}} << u"a"_s << QString()
                                                    << u"b c a | d"_s << QStringList{u"b"_s, u"c"_s};
        QTest::newRow("over a hidden one")
            << LaneChoice{{}, {u"b"_s}, {}} << u"c"_s << u"a"_s << u"c a d | b"_s << QStringList{u"c"_s};
    }
    void moves() {
        QFETCH(LaneChoice, before);
        QFETCH(QString, key);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QFETCH(QStringList, order);
        const auto layout = layoutOf(sample);
        layout->choose(before);
        const LaneChoice after =
            to.isEmpty() ? movedLaneToEnd(layout->lanes(), key) : movedLane(layout->lanes(), key, to);
        layout->choose(after);
        QCOMPARE(told(layout->lanes()), expected);
        QCOMPARE(after.order, order);
        QCOMPARE(after.hidden, before.hidden);
    }

    void aloneHiddenAndAllAgain() {
        const auto layout = layoutOf(sample);
        layout->choose(withLaneAlone(layout->lanes(), u"b"_s));
        QCOMPARE(told(layout->lanes()), u"b | a c d"_s);
        layout->choose(withLaneHidden(layout->lanes(), u"d"_s, false));
        QCOMPARE(told(layout->lanes()), u"b d | a c"_s);
        layout->choose(withLaneFolded(layout->lanes(), u"d"_s, true));
        layout->choose(withAllLanes(layout->lanes()));
        QCOMPARE(told(layout->lanes()), u"a b c [d]"_s);
        QCOMPARE(withLaneHidden(layout->lanes(), u"x"_s, true), layout->lanes().choice());
        QCOMPARE(withLaneAlone(layout->lanes(), u"x"_s), layout->lanes().choice());
    }

    void hiddenLanesTakeNoRoomAndFoldedOnesLittle() {
        const auto layout = layoutOf(sample);
        const Viewport all = layout->fitAll(size);
        const Scene before = sceneOf(*layout);
        layout->choose({{u"d"_s}, {u"b"_s, u"c"_s}, {u"a"_s}});
        QCOMPARE(layout->fitAll(size), all); // time runs on
        const Scene scene = sceneOf(*layout);
        QCOMPARE(scene.lanes.size(), std::size_t(2));
        QCOMPARE(scene.lanes[0].key, u"d"_s);
        QCOMPARE(scene.lanes[1].key, u"a"_s);
        QVERIFY(scene.lanes[1].isFolded);
        QCOMPARE(scene.lanes[1].rect.height(), metrics::foldedLaneHeight);
        QCOMPARE(scene.lanes[1].rect.top(), scene.lanes[0].rect.bottom());
        QVERIFY(scene.hiddenLanes.has_value());
        QCOMPARE(scene.hiddenLanes->rect.top(), scene.lanes[1].rect.bottom());
        QCOMPARE(scene.hiddenLanes->lanes, std::size_t(2));
        QVERIFY(scene.hiddenLanes->rect.bottom() <= scene.plot.bottom() + 1);
        QVERIFY(scene.isAtHiddenLanes(scene.hiddenLanes->rect.center()));
        QCOMPARE(scene.items.size(), std::size_t(1)); // d1: what is folded has no items
        QCOMPARE(scene.items[0].rect.center().x(), before.itemOf(6)->rect.center().x());
        QVERIFY(!scene.note);
        const QString text = scene.toText();
        QVERIFY2(text.contains(u"\"a\" 3 events folded to 3 bars"_s), qPrintable(text));
        QVERIFY2(text.contains(u"\"2 lanes hidden\""_s) && text.contains(u"\"with 3 events\""_s),
                 qPrintable(text));
        layout->choose({});
        QCOMPARE(sceneOf(*layout).toText(), before.toText());
    }

    void headingsHaveTheirHandles_data() {
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("have");
        QTest::newRow("wide") << 1600.0 << true;
        QTest::newRow("middle") << 1100.0 << true;
        QTest::newRow("slim") << 800.0 << false;
    }
    void headingsHaveTheirHandles() {
        QFETCH(double, width);
        QFETCH(bool, have);
        const auto layout = layoutOf(sample);
        layout->choose({{}, {}, {u"b"_s}});
        const QSizeF sceneSize(width, 800);
        const Scene scene = layout->scene(layout->fitAll(sceneSize), sceneSize);
        for (const SceneLane &lane : scene.lanes) {
            QCOMPARE(scene.headingAt(lane.place.center()), &lane);
            for (const QRectF &handle : {lane.grip, lane.more}) {
                QCOMPARE(!handle.isEmpty(), have);
                QVERIFY(!have ||
                        (handle.width() >= 24 && handle.height() >= 24 && lane.place.contains(handle)));
            }
            QVERIFY(!have || !lane.grip.intersects(lane.more));
            QVERIFY(!have || !lane.count || !lane.count->rect().intersects(lane.grip) || lane.isFolded);
        }
    }

    /// Where an event is there is a bar, and where none is there is none.
    void barsAreWhereEventsAre_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(hardDocuments.size()); ++i) {
            QTest::addRow("%s", hardDocuments[static_cast<std::size_t>(i)].second) << i;
        }
    }
    void barsAreWhereEventsAre() {
        QFETCH(int, number);
        QRandomGenerator random(7);
        QByteArrayList events;
        for (int i = 0; i < 60; ++i) {
            events += "{\"title\": \"e\", \"date\": \"" +
                      hardDate(hardDocuments[static_cast<std::size_t>(number)].first, i, random) + "\"}";
        }
        const auto layout = layoutOf('[' + events.join(',') + ']', {.folded = false, .inWindow = true});
        layout->choose({{}, {}, {layout->lanes().lanes.front().key}});
        const Viewport all = layout->fitAll(size);
        for (const Viewport &view : {all, all.zoomedAt(300, 40), all.zoomedAt(900, 3)}) {
            const Scene scene = layout->scene(view, size);
            const std::vector<QRectF> &bars = scene.lanes.front().density;
            QVERIFY(bars.size() <= static_cast<std::size_t>(scene.plot.width()));
            const ScenePanel &panel = scene.panels.front();
            const EventAxis axis = layout->axis();
            double before = panel.first();
            const auto isNear = [&](double from, double to) { // an event lies there, or about
                constexpr double bin = 9;
                for (EventIndex event = 0; event < 60; ++event) {
                    const AxisSpan span = axis.span(event);
                    if (panel.at(span.begin) <= to + bin && panel.at(span.end) >= from - bin) {
                        return true;
                    }
                }
                return false;
            };
            for (const QRectF &bar : bars) {
                QVERIFY(bar.left() >= before - 0.01 && bar.right() <= panel.last() + 0.01);
                QVERIFY(bar.top() > scene.lanes.front().rect.top() &&
                        bar.bottom() < scene.lanes.front().rect.bottom());
                QVERIFY(isNear(bar.left(), bar.right()));
                before = bar.right();
            }
            for (EventIndex event = 0; event < 60; ++event) {
                const double at = panel.at(axis.begin(event));
                const bool isIn = at >= panel.first() && at < panel.last();
                QVERIFY(!isIn || std::ranges::any_of(bars, [at](const QRectF &bar) {
                    return bar.left() - 0.01 <= at && at <= bar.right() + 0.01;
                }));
            }
        }
    }

    void slimHeadingsTellLanesApart_data() {
        QTest::addColumn<QByteArrayList>("names");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("letters") << QByteArrayList{"Apples", "Pears"} << QStringList{u"A"_s, u"P"_s};
        QTest::newRow("one") << QByteArrayList{"Host 7"} << QStringList{u"H"_s};
        QTest::newRow("numbered") << QByteArrayList{"Host 07", "Host 08"} << QStringList{u"07"_s, u"08"_s};
        QTest::newRow("within a word") << QByteArrayList{"Hostel", "Hostile"} << QStringList{u"H"_s, u"H"_s};
        QTest::newRow("long") << QByteArrayList{"The first of all", "The second"}
                              << QStringList{u"first"_s, u"secon"_s};
        QTest::newRow("one is all of it") << QByteArrayList{"Host", "Host 7"} << QStringList{u"H"_s, u"H"_s};
    }
    void slimHeadingsTellLanesApart() {
        QFETCH(QByteArrayList, names);
        QFETCH(QStringList, expected);
        QByteArrayList events;
        for (const QByteArray &name : names) {
            events += "{\"title\": \"e\", \"date\": \"2001\", \"category\": \"" + name + "\"}";
        }
        const auto layout = layoutOf('[' + events.join(',') + ']');
        const QSizeF narrow(700, 500);
        const Scene scene = layout->scene(layout->fitAll(narrow), narrow);
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QCOMPARE(scene.lanes[static_cast<std::size_t>(i)].heading.front().text, expected[i]);
        }
    }

    /// Panning and coming back ask for nothing new.
    void barsStayWhileOnePans() {
        const auto layout = layoutOf(sample);
        layout->choose({{}, {}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}});
        const Viewport all = layout->fitAll(size).zoomedAt(400, 4);
        const QString before = layout->scene(all, size).toText();
        const Scene panned = layout->scene(all.pannedBy(37), size);
        QCOMPARE(layout->scene(all, size).toText(), before);
        layout->choose({});
        layout->choose({{}, {}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}});
        QCOMPARE(layout->scene(all.pannedBy(37), size).toText(), panned.toText());
    }

    void eventsComeAndGo() {
        const auto before = documentOf(sample);
        TimelineLayout layout(before, {}, {.inWindow = true}, m_measure);
        layout.choose({{u"d"_s}, {u"c"_s}, {u"b"_s}});
        QCOMPARE(told(layout.lanes()), u"d a [b] | c"_s);
        Document next = *before;
        const DocumentEdit back =
            next.apply({{{6, QByteArray()}, {5, QByteArray()}}, {}}); // the lanes d and c
        layout.follow(next, {5, 6});
        QCOMPARE(told(layout.lanes()), u"a [b]"_s);
        QVERIFY(!sceneOf(layout).hiddenLanes);
        next.apply(back);
        layout.follow(next, {5, 6});
        QCOMPARE(told(layout.lanes()), u"d a [b] | c"_s);
        QVERIFY(sceneOf(layout).hiddenLanes.has_value());
    }

    void allHiddenSaysSo() {
        const auto layout = layoutOf(sample);
        layout->choose({{}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}, {}});
        const Scene scene = sceneOf(*layout);
        QVERIFY(scene.lanes.empty() && scene.items.empty());
        QVERIFY(scene.note && scene.note->text.contains(u"hidden"_s));
        QCOMPARE(scene.hiddenLanes->lanes, std::size_t(4));
        QVERIFY(!scene.plot.isEmpty());
    }

    void noLaneAtAll() {
        const auto layout = layoutOf("[]");
        layout->choose({{u"a"_s}, {u"a"_s}, {u"a"_s}});
        const Scene scene = sceneOf(*layout);
        QVERIFY(!scene.hiddenLanes && scene.lanes.empty());
    }

    void clustersOfOtherLanesAreFoundAsEver() {
        const auto layout = layoutOf(sample);
        layout->choose({{}, {u"a"_s}, {u"b"_s}});
        for (EventIndex event = 0; event < 7; ++event) {
            QVERIFY(layout->clusteredWith(event, layout->fitAll(size), size).empty());
        }
    }

    /// What is out of view is neither measured nor packed.
    void tenThousandLanes() {
        CountingMeasure measure;
        TimelineLayout layout(documentOf(manyLanes(10'000)), {}, {.inWindow = true}, measure);
        LaneChoice choice{{u"c9999"_s}, {}, {}};
        for (int i = 0; i < 9'900; ++i) {
            (i % 2 == 0 ? choice.hidden : choice.folded).insert(u'c' + QString::number(i));
        }
        layout.choose(choice);
        const Scene first = sceneOf(layout);
        QCOMPARE(first.lanes.front().key, u"c9999"_s);
        QVERIFY(first.lanes.size() < 60);
        QVERIFY(!first.hiddenLanes); // far below
        measure.calls = 0;
        const double content = layout.contentHeight(size);
        const Scene last = sceneOf(layout, content - layout.plotSize(size).height());
        QVERIFY(measure.calls < 2000);
        QCOMPARE(last.hiddenLanes->lanes, std::size_t(4950));
        QVERIFY(std::abs(last.hiddenLanes->rect.bottom() - last.plot.bottom()) < 0.01);
        const LaneChoice moved = movedLane(layout.lanes(), u"c9997"_s, u"c1"_s);
        QCOMPARE(moved.order.size(), 3); // c9999, those that stood before c1, and itself
    }
};

QTEST_APPLESS_MAIN(LaneChoiceTest)
#include "lane_choice_test.moc"
