// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"
#include "layout/scale/metrics.h"
#include "layout/scene/scene_texts.h"
#include "test_paths.h"
#include "time/edtf.h"

#include <map>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

Span spanOf(const char *date) {
    return std::get<ParsedDate>(parseDate(date)).span;
}

} // namespace

class SceneTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

private Q_SLOTS:
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
        // Levels are half an octave, counted from where everything is shown.
        const double coarsest = layout.fitAll(size).scale() / 2;
        std::map<EventIndex, double> tops;
        for (double part = 0.01; part < 1; part += 0.07) {
            const double scale = coarsest * std::exp2(-0.5 * part);
            const Viewport view(layout.fitAll(size).left(), scale, layout.plotSize(size));
            const Scene scene = layout.scene(view, size);
            for (const SceneItem &item : scene.items) {
                const auto [place, isNew] = tops.try_emplace(item.event, item.rect.center().y());
                QVERIFY(isNew || std::abs(place->second - item.rect.center().y()) < touch);
            }
        }
    }

    void labelsAndLanesTellLookAlikesApart() {
        const QByteArray long301 = QByteArray(299, 'x') + " y";
        const auto document =
            documentOf("[{\"title\": \"svchost.exe\", \"date\": \"2021\", \"tags\": [\"a b\"]},"
                       "{\"title\": \"svchost.exe \", \"date\": \"2023\", \"tags\": [\"a\\u00a0b\"]},"
                       "{\"title\": \"svc\\u200bhost.exe\", \"date\": \"2025\"},"
                       "{\"title\": \"" +
                       long301 + "\", \"date\": \"2027\"}]");
        const TimelineLayout layout(document, {}, {.grouping = LaneGrouping::Tag}, m_measure);
        const QSizeF size(8000, 500);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QStringList labels;
        for (EventIndex event = 0; event < 4; ++event) {
            QVERIFY(scene.itemOf(event) != nullptr && scene.itemOf(event)->label);
            labels += scene.itemOf(event)->label->text;
        }
        QCOMPARE(labels.first(3),
                 (QStringList{u"svchost.exe"_s, u"svchost.exe‹U+0020›"_s, u"svc‹U+200B›host.exe"_s}));
        QVERIFY(!labels[3].contains(u'‹'));
        QStringList lanes;
        for (const Lane &lane : layout.lanes().lanes) {
            lanes += lane.title;
        }
        QVERIFY2(lanes.contains(u"a b"_s) && lanes.contains(u"a‹U+00A0›b"_s), qPrintable(lanes.join(u'|')));
    }

    void emptyDocumentIsAnEmptyScene() {
        const TimelineLayout layout(documentOf("[]"), {}, {}, m_measure);
        const Scene scene = layout.scene(layout.fitAll({800, 400}), {800, 400});
        QVERIFY(scene.items.empty());
        QVERIFY(scene.lanes.empty());
        QVERIFY(!scene.panels.front().ticks.empty());
    }

    void whatAFilterHidesKeepsItsStretchOfTime() {
        const auto document = story();
        const QBitArray none(static_cast<qsizetype>(document->eventCount()), false);
        const TimelineLayout layout(document, none, {}, m_measure);
        QVERIFY(layout.lanes().lanes.empty());
        const auto [begin, end] = layout.axisExtent();
        QCOMPARE(begin, layout.scale().axis(document->extent()->begin));
        QVERIFY(end >= layout.scale().axis(document->extent()->end));
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
        const ScenePanel &panel = scene.panels.front();
        const Instant end = spanOf("2025-02-25").end;
        QVERIFY(panel.asOf.has_value());
        // Before the column of what lies ahead it stands in the gutter.
        QVERIFY(panel.atEnd(end) < panel.at(end));
        QVERIFY(*panel.asOf > panel.atEnd(end) && *panel.asOf < panel.at(end));
        QVERIFY(!layout.scene(all.pannedBy(-3000), size).panels.front().asOf.has_value());
    }

    void linesStopAtTitles() {
        const TimelineLayout layout(story(), {}, {}, m_measure);
        int stops = 0;
        for (const double width : {300.0, 500.0, 800.0, 1400.0, 3000.0}) {
            const QSizeF size(width, 700);
            const Scene scene = layout.scene(layout.fitAll(size), size);
            const ScenePanel &panel = scene.panels.front();
            QVERIFY(panel.asOf);
            const auto lines = scene.besideTitles(panel, *panel.asOf, 0, size.height());
            stops += static_cast<int>(lines.size()) - 1;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const auto &[top, bottom] = lines[i];
                QVERIFY(top < bottom && (i == 0 || lines[i - 1].second < top));
                const QRectF line(*panel.asOf - 1, top, 2, bottom - top);
                for (const SceneItem &item : scene.items) {
                    QVERIFY(!item.label || !item.label->rect().intersects(line));
                }
                for (const SceneEra &era : scene.eras) {
                    QVERIFY(!era.label || !era.label->rect().intersects(line));
                }
            }
        }
        QVERIFY(stops > 10);
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
