// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene/scene_frame.h"

#include "layout/layout_fixture.h"

using namespace timeline;

namespace {

QString plain(const QString &markdown) {
    return markdown;
}

/// All texts around the lanes, each with where it stands.
std::vector<std::pair<QString, QRectF>> textsOf(const Scene &scene) {
    std::vector<std::pair<QString, QRectF>> texts;
    const auto take = [&texts](const SceneText &text) { texts.emplace_back(text.text, text.rect()); };
    const auto takeIf = [&take](const auto &text) {
        if (text) {
            take(*text);
        }
    };
    takeIf(scene.title);
    takeIf(scene.standfirst);
    takeIf(scene.eraWord);
    for (const ScenePanel &panel : scene.panels) {
        takeIf(panel.zone);
        if (panel.asOfLabel) {
            texts.emplace_back(panel.asOfLabel->text, panel.asOfFrame());
        }
        std::ranges::for_each(panel.tickLabels, take);
        std::ranges::for_each(panel.contextLabels, take);
        for (const SceneColumn &column : panel.columns) {
            takeIf(column.head);
            takeIf(column.change);
        }
        for (const ScaleMark &mark : panel.scaleMarks) {
            takeIf(mark.label);
        }
    }
    for (const SceneEra &era : scene.eras) {
        takeIf(era.label);
    }
    for (const SceneLane &lane : scene.lanes) {
        std::ranges::for_each(lane.heading, take);
        takeIf(lane.count);
    }
    return texts;
}

} // namespace

class SceneFrameTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    Scene sceneOf(const std::shared_ptr<const Document> &document, QSizeF size, bool inWindow = true) {
        const TimelineLayout layout(document, {}, {.inWindow = inWindow, .plainText = plain}, m_measure);
        return layout.scene(layout.fitAll(size), size);
    }

private Q_SLOTS:
    void nothingLiesOverAnything_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("wide") << QSizeF(1560, 940);
        QTest::newRow("broad") << QSizeF(3000, 1500);
        QTest::newRow("middle") << QSizeF(1320, 640);
        QTest::newRow("narrow") << QSizeF(1030, 640);
        QTest::newRow("small") << QSizeF(984, 526);
    }
    void nothingLiesOverAnything() {
        QFETCH(QSizeF, size);
        const Scene scene = sceneOf(story(), size);
        const auto texts = textsOf(scene);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(texts[i].second.right() <= size.width() + 0.1, qPrintable(texts[i].first));
            for (std::size_t j = 0; j < i; ++j) {
                const QRectF both = texts[i].second.intersected(texts[j].second);
                QVERIFY2(both.width() < 1 || both.height() < 3,
                         qPrintable(texts[i].first + QStringLiteral(" over ") + texts[j].first));
            }
        }
    }

    void everyChangeOfScaleSaysIts() {
        for (const QSizeF size : {QSizeF(1560, 940), QSizeF(1320, 640)}) {
            const ScenePanel panel = sceneOf(story(), size).panels.front();
            QCOMPARE(panel.columns.size(), std::size_t{4});
            QCOMPARE(panel.scaleMarks.size(), std::size_t{3});
            for (std::size_t i = 0; i < panel.columns.size(); ++i) {
                const SceneColumn &column = panel.columns[i];
                QVERIFY(column.head && column.head->x > column.from);
                QCOMPARE(column.isSecond, i % 2 == 1);
                if (i > 0) {
                    QVERIFY(column.change && column.change->text.contains(u'='));
                    QCOMPARE(panel.scaleMarks[i - 1].length, 16.0);
                    QVERIFY(std::abs(panel.scaleMarks[i - 1].at + 16 - column.from) < 0.5);
                }
                if (column.unit) {
                    QVERIFY(column.unit->length() >= 8 && column.unit->length() <= 100);
                }
            }
            QVERIFY(panel.columns.back().isAhead);
            QVERIFY(panel.asOf && panel.scaleMarks.back().at < *panel.asOf &&
                    *panel.asOf < panel.columns.back().from);
        }
    }

    void titleAndHeadingsBySize() {
        const Scene wide = sceneOf(story(), {1560, 940});
        QCOMPARE(wide.title->style, TextStyle(30, 700, true));
        QCOMPARE(wide.plot.left(), 168.0);
        QVERIFY(wide.corner && wide.corner->rect.height() >= 24 &&
                wide.isAtCorner(wide.corner->rect.center()));
        QCOMPARE(wide.lanes.front().heading.front().text, QStringLiteral("People and voices"));
        QVERIFY(wide.lanes.front().count.has_value());
        const Scene small = sceneOf(story(), {984, 526});
        QCOMPARE(small.plot.left(), 44.0);
        QCOMPARE(small.lanes.front().heading.front().text, QStringLiteral("P"));
        QCOMPARE(small.lanes.front().title, QStringLiteral("People and voices"));
        QCOMPARE(small.lanes.front().count->text, QStringLiteral("8"));
        // A picture has a title of its own, and no tips.
        const Scene picture = sceneOf(story(), {984, 526}, false);
        QVERIFY(!picture.title && !picture.corner);
        QVERIFY(picture.plot.left() >= 100);
        const Scene untitled = sceneOf(documentOf(R"([{"title": "a", "date": "2024"}])"), {1560, 940});
        QVERIFY(!untitled.title);
        QCOMPARE(untitled.axisZone.top(), 0.0);
    }

    void headingsStayWithTheirLanes() {
        const auto document = manyLanes(60, [](int) { return 3; });
        const TimelineLayout layout(document, {}, {.inWindow = true}, m_measure);
        const QSizeF size(1300, 720);
        for (const double scroll : {0.0, 100.0, 333.0}) {
            const Scene scene = layout.scene(layout.fitAll(size), size, scroll);
            QVERIFY(scene.lanes.size() > 10);
            for (const SceneLane &lane : scene.lanes) {
                if (lane.rect.bottom() - scene.plot.top() < 20) {
                    continue; // nearly out of view
                }
                QVERIFY(!lane.heading.empty());
                for (const SceneText &line : lane.heading) {
                    QVERIFY(line.y - 8 >= std::max(lane.rect.top(), scene.plot.top()) - 1);
                    QVERIFY(line.y + 8 <= lane.rect.bottom() + 1);
                    QVERIFY(line.x + line.width <= scene.plot.left());
                }
            }
        }
    }

    /// At every width in a unit that one can see: years and months have tenfold and twelvefold steps.
    void aChangeOfScaleIsToldInAUnitThatIsSeen() {
        const auto document = documentOf(R"({"eras": [{"title": "Early", "date": "1900/1905"},
              {"title": "Late", "date": "2000/2004"}],
            "events": [{"title": "a", "date": "1901"}, {"title": "b", "date": "1902-05"},
              {"title": "c", "date": "1903"}, {"title": "d", "date": "1904"}, {"title": "e", "date": "2001"},
              {"title": "f", "date": "2002"}, {"title": "g", "date": "2002-07"},
              {"title": "h", "date": "2003"}]})");
        std::size_t told = 0;
        for (int width = 700; width <= 3000; width += 50) {
            const Scene scene = sceneOf(document, QSizeF(width, 700));
            for (const SceneColumn &column : scene.panels.front().columns) {
                if (column.change) {
                    ++told;
                    QVERIFY2(!column.change->text.contains(QStringLiteral("ms")),
                             qPrintable(column.change->text));
                }
                QVERIFY(!column.unit || column.unit->length() >= 4);
            }
        }
        QVERIFY(told > 20);
    }

    void erasGoOnInLaterColumns() {
        const Scene scene = sceneOf(story(), {1560, 940});
        int again = 0;
        for (const SceneEra &era : scene.eras) {
            again +=
                era.isContinued && era.label && era.label->text.contains(QStringLiteral("since")) ? 1 : 0;
            const auto column =
                std::ranges::find_if(scene.panels.front().columns, [&](const SceneColumn &one) {
                    return one.from - 0.1 <= era.bar.left() && era.bar.right() <= one.to + 0.1;
                });
            QVERIFY(column != scene.panels.front().columns.end()); // within one
        }
        QVERIFY(again >= 2);
        QVERIFY(!scene.tintedEra);
    }
};

QTEST_GUILESS_MAIN(SceneFrameTest)
#include "scene_frame_test.moc"
