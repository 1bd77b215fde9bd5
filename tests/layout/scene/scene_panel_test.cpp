// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene/scene_panel.h"

#include "layout/layout_fixture.h"
#include "layout/two_panels.h"
#include "time/ticks.h"

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

using Direction = ScenePanel::Direction;

/// A panel of a layout's scale at a viewport, which lies in a scene somewhere.
ScenePanel panelOf(const TimelineLayout &layout, const Viewport &viewport, Direction direction) {
    ScenePanel panel;
    panel.direction = direction;
    const double length = viewport.width();
    panel.rect = direction == Direction::Right ? QRectF(130, 70, length, 200) : QRectF(130, 70, 200, length);
    panel.axisRect =
        direction == Direction::Right ? QRectF(130, 26, length, 44) : QRectF(10, 70, 120, length);
    panel.scale = layout.scale();
    panel.viewport = viewport;
    return panel;
}

/// What overlaps or stands out of its axis; empty where nothing does.
QString misplaced(const ScenePanel &panel) {
    for (const auto *tier : {&panel.tickLabels, &panel.contextLabels}) {
        for (std::size_t i = 0; i < tier->size(); ++i) {
            const QRectF rect = (*tier)[i].rect();
            if (i > 0 && (*tier)[i - 1].rect().adjusted(0, 0, -0.01, -0.01).intersects(rect)) {
                return (*tier)[i - 1].text + u" | "_s + (*tier)[i].text;
            }
            const double touch = 0.01;
            if (panel.along(rect.topLeft()) < panel.first() - touch ||
                panel.along(rect.bottomRight()) > panel.last() + touch ||
                panel.across(rect.center()) < panel.across(panel.axisRect.topLeft()) ||
                (panel.runsRight() && rect.bottom() > panel.axisRect.bottom())) {
                return u"out of the axis: "_s + (*tier)[i].text;
            }
        }
    }
    for (const SceneTick &tick : panel.ticks) {
        if (tick.at < panel.first() - 0.01 || tick.at > panel.last() + 0.01) {
            return u"tick at %1"_s.arg(tick.at);
        }
    }
    return {};
}

} // namespace

class ScenePanelTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("folded");
        QTest::addColumn<bool>("down");
        for (const bool folded : {false, true}) {
            for (const bool down : {false, true}) {
                for (const auto &[kind, name] : hardDocuments) {
                    QTest::addRow("%s%s%s", name, folded ? ", folded" : "", down ? ", down" : "")
                        << static_cast<int>(kind) << folded << down;
                }
            }
        }
    }
    /// Calls `check` for panels of many viewports.
    template <typename Check>
    void forEachPanel(Check check) {
        QFETCH(int, kind);
        QFETCH(bool, folded);
        QFETCH(bool, down);
        const TimelineLayout layout(hardDocument(static_cast<Hard>(kind), 250, 71), {}, {.folded = folded},
                                    m_measure);
        QRandomGenerator random(72);
        for (const QSizeF size : {QSizeF(1200, 700), QSizeF(300, 200), QSizeF(1, 1)}) {
            for (int round = 0; round < 30; ++round) {
                const Viewport view = round == 0 ? layout.fitAll(size) : randomViewport(layout, size, random);
                check(panelOf(layout, view, down ? Direction::Down : Direction::Right));
            }
        }
    }

private slots:
    void datesAndPlacesAreOneMap_data() { addDocuments(); }
    void datesAndPlacesAreOneMap() {
        forEachPanel([](const ScenePanel &panel) {
            for (const double part : {0.0, 0.1, 0.5, 0.99, 1.0}) {
                const double along = panel.first() + part * (panel.last() - panel.first());
                const QPointF point = panel.point(along, panel.across(panel.rect.center()));
                QVERIFY(panel.rect.contains(point));
                QCOMPARE(panel.along(point), along);
                // As near as a millisecond and a double's last digits let it.
                const double fine = 0.05 + 2 / panel.millisecondsPerPixel(point);
                const Instant instant = panel.instantAt(point);
                const bool isBeyond =
                    instant <= Instant::distantPast() || instant >= Instant::distantFuture();
                const double off = std::abs(panel.at(instant) - along);
                QVERIFY2(off < fine || isBeyond, qPrintable(QString::number(off)));
                QVERIFY(std::abs(panel.at(panel.axisAt(along)) - along) < 0.05);
            }
            const Instant middle = panel.instantAt(panel.rect.center());
            QVERIFY(panel.contains(middle) || middle >= Instant::distantFuture());
            QCOMPARE(panel.stretch(panel.first(), panel.last()), panel.rect);
            QCOMPARE(panel.lineAcross(panel.first()).length(), 200.0);
        });
    }

    void itsAxisIsReadable_data() { addDocuments(); }
    void itsAxisIsReadable() {
        forEachPanel([this](ScenePanel panel) {
            addAxis(panel, m_measure);
            QCOMPARE(misplaced(panel), QString());
            for (const ScaleMark &mark : panel.scaleMarks) {
                QVERIFY(mark.length == 0 || panel.stretch(mark.at, mark.at + mark.length).isValid());
            }
            if (panel.viewport.width() > 500 && panel.scaleMarks.empty()) {
                QVERIFY(!panel.tickLabels.empty());
            }
        });
    }

    /// The same dates stand along both, as far as their names find room.
    void timeRunsDownAsItRunsRight() {
        const TimelineLayout layout(story(), {}, {.folded = false}, m_measure);
        ScenePanel right = panelOf(layout, layout.fitAll({1000, 700}), Direction::Right);
        ScenePanel down = panelOf(layout, right.viewport, Direction::Down);
        addAxis(right, m_measure);
        addAxis(down, m_measure);
        QVERIFY(down.tickLabels.size() >= right.tickLabels.size()); // lines are lower than names are wide
        const double shift = down.first() - right.first();
        for (const SceneTick &tick : right.ticks) {
            QVERIFY(std::ranges::any_of(down.ticks, [&](const SceneTick &other) {
                return std::abs(other.at - tick.at - shift) < 0.01;
            }));
        }
    }

    void aSceneFindsThePanelOfAPoint_data() {
        QTest::addColumn<QPointF>("point");
        QTest::addColumn<int>("panel");
        QTest::newRow("in the first") << QPointF(200, 200) << 0;
        QTest::newRow("in the second") << QPointF(600, 200) << 1;
        QTest::newRow("in the axis of the second") << QPointF(480, 200) << 1;
        QTest::newRow("above") << QPointF(10, 10) << 0;
        QTest::newRow("far right") << QPointF(1e9, 200) << 1;
        QTest::newRow("far left") << QPointF(-1e9, -1e9) << 0;
    }
    void aSceneFindsThePanelOfAPoint() {
        QFETCH(QPointF, point);
        QFETCH(int, panel);
        const Scene scene = twoPanels(m_measure);
        QCOMPARE(static_cast<int>(&scene.panelAt(point) - scene.panels.data()), panel);
    }

    void aSceneFindsThePanelOfADate_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("panel");
        for (const auto &[date, panel] :
             {std::pair("1066", 0), std::pair("2000", 0), std::pair("2009-12-31", 0), std::pair("2010", 1),
              std::pair("Y-17E7", 0), std::pair("Y17E7", 1)}) {
            QTest::newRow(date) << QByteArray(date) << panel;
        }
    }
    void aSceneFindsThePanelOfADate() {
        QFETCH(QByteArray, date);
        QFETCH(int, panel);
        const Scene scene = twoPanels(m_measure);
        QCOMPARE(static_cast<int>(&scene.panelOf(beginOf(date.constData())) - scene.panels.data()), panel);
    }

    void whatIsPointedAtIsThePanelsDate() {
        const Scene scene = twoPanels(m_measure);
        const auto dateAt = [&](QPointF point) {
            return tickName(scene.panelAt(point).instantAt(point), {TickUnit::Month, 1}, TickName::Full);
        };
        QCOMPARE(dateAt({202, 60}), u"January 2005"_s);
        QCOMPARE(dateAt({202, 390}), u"January 2005"_s);
        QCOMPARE(dateAt({510, 46}), u"January 2010"_s);
        QCOMPARE(dateAt({790, 46}), u"January 2010"_s);
        QCOMPARE(dateAt({510, 390}), u"December 2010"_s);
    }

    void itemsAreFoundInTheirPanelOnly() {
        Scene scene = twoPanels(m_measure);
        scene.items.front().label->width = 200; // into the second panel
        for (const SceneItem &item : scene.items) {
            QCOMPARE(scene.itemAt(item.rect.center()), &item);
            QVERIFY(scene.panelOf(item).rect.contains(item.rect));
        }
        const SceneText &label = *scene.items.front().label;
        QVERIFY(label.rect().right() > 510);
        QCOMPARE(scene.itemAt({397, label.y}), &scene.items.front());
        QVERIFY(scene.itemAt({403, label.y}) == nullptr); // in the axis of the other
        QVERIFY(scene.itemAt({505, label.y}) == nullptr);
        QVERIFY(Scene().itemAt({5, 5}) == nullptr);
    }

    void severalPanelsAreNamedInTheText() {
        const QString text = twoPanels(m_measure).toText();
        QVERIFY2(text.contains(u"panel right 0.0,44.0 400.0x356.0 of 2000-01-01 to 2010-01-01\n"_s),
                 qPrintable(text));
        QVERIFY2(text.contains(u"panel down 500.0,44.0 300.0x356.0 of 2010-01-01 to 2011-01-01\n"_s),
                 qPrintable(text));
        const TimelineLayout layout(story(), {}, {}, m_measure);
        const Scene one = layout.scene(layout.fitAll({900, 500}), {900, 500});
        QVERIFY(!one.toText().contains(u"panel"_s));
        QCOMPARE(one.panels.size(), std::size_t{1});
        QCOMPARE(one.panels.front().rect, one.plot);
        QVERIFY(one.panels.front().contains(Instant::distantPast()));
    }
};

QTEST_APPLESS_MAIN(ScenePanelTest)
#include "scene_panel_test.moc"
