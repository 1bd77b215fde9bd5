// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene/scene.h"
#include "test_paths.h"

#include "layout/layout_fixture.h"
#include "layout/scale/metrics.h"

#include "time/edtf.h"

#include <map>

using namespace timeline;
using namespace timeline::metrics;

namespace {

constexpr double touch = 0.01; // pixels by which rounding may let two things touch

Span spanOf(const char *date) {
    return std::get<ParsedDate>(parseDate(date)).span;
}

/// Two texts of one tier that overlap; empty where none do.
QString overlapOf(const std::vector<SceneText> &texts) {
    for (std::size_t i = 1; i < texts.size(); ++i) {
        if (texts[i - 1].x + texts[i - 1].width > texts[i].x + touch) {
            return texts[i - 1].text + QStringLiteral(" | ") + texts[i].text;
        }
    }
    return {};
}

QString nameOf(const SceneItem &item) {
    return QStringLiteral("#%1 x%2 %3..%4 \"%5\"")
        .arg(item.event)
        .arg(item.count)
        .arg(item.rect.left())
        .arg(item.reach().right())
        .arg(item.label ? item.label->text : QString());
}

/// Two items of one lane that overlap, label or mark.
QString overlapOf(const std::vector<SceneItem> &items) {
    std::vector<const SceneItem *> sorted;
    for (const SceneItem &item : items) {
        sorted.push_back(&item);
    }
    std::ranges::sort(sorted, {}, [](const SceneItem *item) { return item->reach().left(); });
    for (std::size_t a = 0; a < sorted.size(); ++a) {
        const QRectF first = sorted[a]->reach();
        for (std::size_t b = a + 1; b < sorted.size(); ++b) {
            const QRectF second = sorted[b]->reach();
            if (second.left() >= first.right() - touch) {
                break;
            }
            // Texts of neighbouring rows may share a pixel of height; their marks are apart.
            if (sorted[a]->lane == sorted[b]->lane &&
                first.adjusted(0, 2, 0, -2).intersects(second.adjusted(0, 2, 0, -2))) {
                return nameOf(*sorted[a]) + QStringLiteral(" | ") + nameOf(*sorted[b]);
            }
        }
    }
    return {};
}

/// Whatever stands where it should not; empty where all is well.
QString misplaced(const Scene &scene) {
    const auto isWithin = [](const SceneText &text, double left, double right) {
        return text.x >= left - touch && text.x + text.width <= right + touch;
    };
    const ScenePanel &panel = scene.panels.front();
    for (const auto *tier : {&panel.tickLabels, &panel.contextLabels}) {
        for (const SceneText &text : *tier) {
            if (!isWithin(text, scene.plot.left(), scene.plot.right())) {
                return QStringLiteral("date ") + text.text;
            }
        }
    }
    for (const SceneTick &tick : panel.ticks) {
        if (tick.at < scene.plot.left() - touch || tick.at > scene.plot.right() + touch) {
            return QStringLiteral("tick at %1").arg(tick.at);
        }
    }
    for (const SceneEra &era : scene.eras) {
        if (era.label && !isWithin(*era.label, scene.plot.left(), scene.plot.right())) {
            return QStringLiteral("era ") + era.label->text;
        }
    }
    for (const SceneItem &item : scene.items) {
        if (item.label && !isWithin(*item.label, scene.plot.left(), scene.plot.right())) {
            return QStringLiteral("label of ") + nameOf(item);
        }
        const QRectF lane = scene.laneOf(item.lane)->rect;
        if (item.rect.top() < lane.top() || item.rect.bottom() > lane.bottom()) {
            return QStringLiteral("out of its lane: ") + nameOf(item);
        }
        if (item.rect.right() < scene.plot.left() || item.rect.left() > scene.plot.right()) {
            return QStringLiteral("out of view: ") + nameOf(item);
        }
    }
    return {};
}

/// How many events of each lane are in the viewport, against what is drawn and counted there; empty where
/// both are the same.
QString missing(const Scene &scene, const TimelineLayout &layout, const Viewport &view) {
    std::map<std::size_t, EventIndex> counted;
    for (const SceneItem &item : scene.items) {
        const bool isInView = item.axisBegin < view.right() && item.axisEnd >= view.left();
        counted[item.lane] += item.shape == ItemShape::Cluster || isInView ? item.count : 0;
    }
    for (const SceneLane &sceneLane : scene.lanes) {
        const std::size_t lane = sceneLane.lane;
        const auto expected =
            std::ranges::count_if(eventsOf(layout.lanes().lanes[lane]), [&](EventIndex event) {
                const AxisSpan span = layout.axis().span(event);
                return span.begin < view.right() && span.end >= view.left();
            });
        if (expected != counted[lane]) {
            return QStringLiteral("lane %1: %2 of %3").arg(lane).arg(counted[lane]).arg(expected);
        }
    }
    return {};
}

} // namespace

class SceneTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("folded");
        for (const bool folded : {false, true}) {
            const char *how = folded ? ", folded" : "";
            for (const auto &[kind, name] : hardDocuments) {
                QTest::addRow("%s, few%s", name, how) << static_cast<int>(kind) << 12 << folded;
                QTest::addRow("%s, many%s", name, how) << static_cast<int>(kind) << 250 << folded;
                QTest::addRow("%s, very many%s", name, how) << static_cast<int>(kind) << 4000 << folded;
            }
            QTest::addRow("the story%s", how) << -1 << 0 << folded;
        }
    }

    /// Calls `check` for scenes of many viewports and sizes.
    template <typename Check>
    void forEachScene(Check check, int rounds = 25) {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 51);
        QRandomGenerator random(52);
        for (const QSizeF size : {QSizeF(1200, 700), QSizeF(500, 260), QSizeF(2500, 1400)}) {
            const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
            for (int round = 0; round < rounds; ++round) {
                const Viewport view = round == 0 ? layout.fitAll(size) : randomViewport(layout, size, random);
                check(layout.scene(view, size), layout, view);
                if (QTest::currentTestFailed()) {
                    qInfo("size %gx%g, round %d, left %g, scale %g", size.width(), size.height(), round,
                          view.left(), view.scale());
                    return;
                }
            }
        }
    }

private slots:
    void storyIsAsItWas_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("grouping");
        QTest::addColumn<bool>("folded");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("linked");
        const int category = static_cast<int>(LaneGrouping::Category);
        const QStringList none;
        QTest::newRow("folded") << QSizeF(1200, 700) << category << true << QByteArray() << QByteArray()
                                << none;
        QTest::newRow("linear") << QSizeF(1200, 700) << category << false << QByteArray() << QByteArray()
                                << none;
        QTest::newRow("small") << QSizeF(600, 300) << category << true << QByteArray() << QByteArray()
                               << none;
        QTest::newRow("january") << QSizeF(1200, 700) << category << true << QByteArray("2025-01-10")
                                 << QByteArray("2025-02-10") << none;
        QTest::newRow("status") << QSizeF(1200, 700) << static_cast<int>(LaneGrouping::Status) << true
                                << QByteArray() << QByteArray() << none;
        QTest::newRow("links") << QSizeF(600, 300) << category << true << QByteArray("2024-12-01")
                               << QByteArray("2025-02-10") << QStringLiteral("r1 export-ban").split(u' ');
    }
    void storyIsAsItWas() {
        QFETCH(QSizeF, size);
        QFETCH(int, grouping);
        QFETCH(bool, folded);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QStringList, linked);
        const auto document = story();
        std::vector<EventIndex> events;
        for (const QString &id : linked) {
            events.push_back(*document->findEvent(id));
        }
        const TimelineLayout layout(
            document, {}, {.grouping = static_cast<LaneGrouping>(grouping), .folded = folded}, m_measure);
        const auto instantOf = [](const QByteArray &date) {
            return date.isEmpty() ? std::nullopt : std::optional(spanOf(date.constData()).begin);
        };
        const QByteArray text =
            layout.scene(layout.fitFrom(instantOf(from), instantOf(to), size), size, 0, events)
                .toText()
                .toUtf8();
        QFile golden(
            QStringLiteral(TEST_GOLDEN "/story-scene-%1.txt").arg(QLatin1String(QTest::currentDataTag())));
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(text) == text.size());
        } else {
            QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
            const QList<QByteArray> expected = golden.readAll().split('\n');
            const QList<QByteArray> actual = text.split('\n');
            for (qsizetype line = 0; line < std::min(actual.size(), expected.size()); ++line) {
                QCOMPARE(actual[line], expected[line]);
            }
            QCOMPARE(actual.size(), expected.size());
        }
    }

    void datesDoNotOverlap_data() { addDocuments(); }
    void datesDoNotOverlap() {
        forEachScene([](const Scene &scene, const TimelineLayout &, const Viewport &) {
            QCOMPARE(overlapOf(scene.panels.front().tickLabels), QString());
            QCOMPARE(overlapOf(scene.panels.front().contextLabels), QString());
        });
    }

    void itemsDoNotOverlap_data() { addDocuments(); }
    void itemsDoNotOverlap() {
        forEachScene([](const Scene &scene, const TimelineLayout &, const Viewport &) {
            QCOMPARE(overlapOf(scene.items), QString());
        });
    }

    void everythingIsInItsPlace_data() { addDocuments(); }
    void everythingIsInItsPlace() {
        forEachScene([](const Scene &scene, const TimelineLayout &, const Viewport &) {
            QCOMPARE(misplaced(scene), QString());
        });
    }

    void nothingIsMissing_data() { addDocuments(); }
    void nothingIsMissing() {
        constexpr int rounds = 100; // what is amiss shows at few places
        const auto isComplete = [](const Scene &scene, const TimelineLayout &layout, const Viewport &view) {
            // Lanes that scroll out of sight below are not laid out.
            if (scene.contentHeight <= scene.plot.height()) {
                QCOMPARE(missing(scene, layout, view), QString());
            }
        };
        forEachScene(isComplete, rounds);
    }

    void countsAddUpWhereAllIsShown_data() { addDocuments(); }
    void countsAddUpWhereAllIsShown() {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 53);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        const QSizeF size(1600, 2000);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        EventIndex sum = 0;
        for (const SceneItem &item : scene.items) {
            sum += item.count;
        }
        QCOMPARE(sum, document->eventCount());
    }

    /// What a layout tells of a scene without making one.
    void theLayoutKnowsWhatTheSceneShows_data() { addDocuments(); }
    void theLayoutKnowsWhatTheSceneShows() {
        const auto agrees = [](const Scene &scene, const TimelineLayout &layout, const Viewport &view) {
            QCOMPARE(layout.contentHeight(scene.size), scene.contentHeight);
            if (scene.contentHeight > scene.plot.height()) {
                return; // lanes that are scrolled out are not in the scene
            }
            for (EventIndex event = 0; event < layout.document().eventCount(); event += 7) {
                const auto lane = layout.lanes().laneOf(layout.axis(), event);
                const double begin = layout.axis().begin(event);
                if (begin < view.left() || begin >= view.right()) {
                    continue; // its mark may just not reach into the view
                }
                const auto there = std::ranges::find_if(scene.items, [&](const SceneItem &item) {
                    return item.shape == ItemShape::Cluster && item.lane == lane && item.axisBegin <= begin &&
                           begin <= item.axisEnd;
                });
                const auto cluster = layout.clusterOf(event, view, scene.size);
                const bool isExpected = scene.itemOf(event) == nullptr && there != scene.items.end();
                QCOMPARE(cluster.has_value(), isExpected);
                if (isExpected) {
                    QCOMPARE(cluster->begin, there->axisBegin);
                    QCOMPARE(cluster->end, there->axisEnd);
                }
            }
        };
        forEachScene(agrees, 8);
    }

    void rowsStayWhilePanning_data() { addDocuments(); }
    void rowsStayWhilePanning() {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 54);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        const QSizeF size(1200, 700);
        for (const double zoom : {1.0, 3.0, 40.0}) {
            const Viewport all = layout.fitAll(size);
            const double x = all.x(layout.axisOf(document->span(document->eventCount() / 2)).first);
            const Viewport start = all.zoomedAt(x, zoom);
            std::map<std::pair<bool, EventIndex>, double> tops; // of an event, or of a lane's clusters
            for (int step = -20; step <= 20; ++step) {
                const Viewport view = start.pannedBy(step * 31.3);
                if (view.level() != start.level()) {
                    continue; // the clamp far from 1970
                }
                const Scene scene = layout.scene(view, size);
                for (const SceneItem &item : scene.items) {
                    const bool isCluster = item.shape == ItemShape::Cluster;
                    const auto [place, isNew] = tops.try_emplace(
                        {isCluster, isCluster ? item.lane : item.event}, item.rect.center().y());
                    QVERIFY2(isNew || std::abs(place->second - item.rect.center().y()) < touch,
                             qPrintable(nameOf(item)));
                }
            }
            QVERIFY(!tops.empty());
        }
    }

    void findsWhatIsAtAPoint() {
        const TimelineLayout layout(story(), {}, {}, m_measure);
        const QSizeF size(1200, 700);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        for (const SceneItem &item : scene.items) {
            const QPointF middle(
                std::clamp(item.rect.center().x(), scene.plot.left() + 1, scene.plot.right() - 1),
                item.rect.center().y());
            const SceneItem *found = scene.itemAt(middle);
            QVERIFY(found != nullptr);
            QCOMPARE(found->event, item.event);
            if (item.shape != ItemShape::Cluster) {
                QCOMPARE(scene.itemOf(item.event)->event, item.event);
            }
            if (item.label) {
                QCOMPARE(scene.itemAt({item.label->x + item.label->width / 2, item.label->y})->event,
                         item.event);
            }
            QCOMPARE(scene.laneAt(middle)->lane, std::size_t{item.lane});
        }
        QVERIFY(scene.itemAt({5, 5}) == nullptr);
        QVERIFY(scene.laneAt({5, 5}) == nullptr);
        QVERIFY(scene.eraAt({5, 5}) == nullptr);
        QVERIFY(scene.eraAt(scene.eras.front().bar.center()) != nullptr);
    }

    void wheelOfSmallZoomsKeepsRowsWithinALevel() {
        const TimelineLayout layout(story(), {}, {}, m_measure);
        const QSizeF size(1200, 700);
        const int level = layout.fitAll(size).level() - 2;
        std::map<EventIndex, double> tops;
        for (double part = 0.01; part < 1; part += 0.07) {
            const double scale = Viewport::scaleOfLevel(level) * std::exp2(-0.5 * part);
            const Viewport view(layout.fitAll(size).left(), scale, layout.plotSize(size));
            QCOMPARE(view.level(), level);
            const Scene scene = layout.scene(view, size);
            for (const SceneItem &item : scene.items) {
                const auto [place, isNew] = tops.try_emplace(item.event, item.rect.center().y());
                QVERIFY(isNew || std::abs(place->second - item.rect.center().y()) < touch);
            }
        }
    }

    void emptyDocumentIsAnEmptyScene() {
        const TimelineLayout layout(documentOf("[]"), {}, {}, m_measure);
        const Scene scene = layout.scene(layout.fitAll({800, 400}), {800, 400});
        QVERIFY(scene.items.empty());
        QVERIFY(scene.lanes.empty());
        QVERIFY(!scene.panels.front().ticks.empty());
    }

    void tinySizesAreHarmless() {
        const TimelineLayout layout(story(), {}, {}, m_measure);
        for (const QSizeF size : {QSizeF(0, 0), QSizeF(1, 1), QSizeF(30, 2000), QSizeF(2000, 30)}) {
            const Scene scene = layout.scene(layout.fitAll(size), size);
            QVERIFY(scene.plot.width() >= 1);
            QCOMPARE(overlapOf(scene.panels.front().tickLabels), QString());
        }
    }

    void asOfStandsWhereItsDayEnds() {
        const TimelineLayout layout(story(), {}, {}, m_measure);
        const QSizeF size(1200, 700);
        const Viewport all = layout.fitAll(size);
        const Scene scene = layout.scene(all, size);
        QVERIFY(scene.panels.front().asOf.has_value());
        QVERIFY(std::abs(*scene.panels.front().asOf - scene.plot.left() -
                         all.x(layout.scale().axis(spanOf("2025-02-25").end))) < touch);
        QVERIFY(!layout.scene(all.pannedBy(-3000), size).panels.front().asOf.has_value());
    }

    void allRowsGiveEveryEventItsMark() {
        const auto document = hardDocument(Hard::AllOverlapping, 60, 55);
        const TimelineLayout layout(document, {}, {.allRows = true}, m_measure);
        const QSizeF size(1200, 300);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QVERIFY(scene.contentHeight > scene.plot.height());
        for (const SceneItem &item : scene.items) {
            QVERIFY(item.shape != ItemShape::Cluster);
        }
    }
};

QTEST_APPLESS_MAIN(SceneTest)
#include "scene_test.moc"
