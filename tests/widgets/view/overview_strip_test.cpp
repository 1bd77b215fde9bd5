// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pointer.h"
#include "widgets/view/overview_strip.h"
#include "widgets/workspace_fixture.h"

#include <QImage>
#include <QTest>
#include <numeric>

using namespace timeline;

class OverviewStripTest : public QObject {
    Q_OBJECT

    static constexpr double width = 900;
    static constexpr double middle = 23; // of the strip's height

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<OverviewStrip> m_strip;

    Viewport all() const { return m_workspace->layout().fitAll(m_workspace->sceneSize()); }
    /// Where an axis position lies in the strip, which shows all of the time line.
    QPointF at(double axis) const { return {m_workspace->layout().plotLeft(width) + all().x(axis), middle}; }
    /// The middle half of everything.
    Viewport half() const {
        const double quarter = (all().right() - all().left()) / 4;
        return Viewport::showing(all().left() + quarter, all().right() - quarter, all().size());
    }
    bool isNear(double axis, double other) const { return std::abs(axis - other) < all().scale() * 0.01; }

    /// The pixels that have just this colour.
    int inkOf(const QColor &color) const {
        const QImage image = m_strip->grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
            }
        }
        return count;
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_workspace->setSceneSize({width, 500});
        m_strip = std::make_unique<OverviewStrip>(*m_workspace);
        m_strip->resize(static_cast<int>(width), 46);
    }

    void dragsTheWindow() {
        m_workspace->navigation()->setViewport(half());
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF grip = at((before.left() + before.right()) / 2);
        Pointer(m_strip.get()).drag(grip, grip + QPointF(60, 5));
        QVERIFY(isNear(m_workspace->navigation()->viewport().left(), before.left() + 60 * all().scale()));
        QCOMPARE(m_workspace->navigation()->viewport().scale(), before.scale());
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void dragsAnEdge_data() {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("left") << true;
        QTest::newRow("right") << false;
    }
    void dragsAnEdge() {
        QFETCH(bool, isLeft);
        m_workspace->navigation()->setViewport(half());
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF edge = at(isLeft ? before.left() : before.right());
        const double way = isLeft ? -40 : 40;
        Pointer(m_strip.get()).drag(edge, edge + QPointF(way, 0));
        const Viewport after = m_workspace->navigation()->viewport();
        QVERIFY(isNear(after.left(), before.left() + (isLeft ? way * all().scale() : 0)));
        QVERIFY(isNear(after.right(), before.right() + (isLeft ? 0 : way * all().scale())));
    }

    void anEdgeDoesNotPassTheOther() {
        m_workspace->navigation()->setViewport(half());
        const QPointF edge = at(m_workspace->navigation()->viewport().left());
        Pointer(m_strip.get()).drag(edge, edge + QPointF(800, 0));
        QVERIFY(m_workspace->navigation()->viewport().left() < m_workspace->navigation()->viewport().right());
    }

    void aPressBesideBringsTheWindowThere() {
        m_workspace->navigation()->setViewport(half().zoomedAt(100, 4));
        const double scale = m_workspace->navigation()->viewport().scale();
        const double target = all().right() - 100 * all().scale();
        Pointer(m_strip.get()).click(at(target));
        const Viewport after = m_workspace->navigation()->viewport();
        QVERIFY(isNear((after.left() + after.right()) / 2, target));
        QCOMPARE(after.scale(), scale);
    }

    void aNarrowWindowCanStillBeDragged() {
        m_workspace->navigation()->setViewport(half().zoomedAt(300, 5000));
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF grip = at((before.left() + before.right()) / 2);
        Pointer(m_strip.get()).drag(grip, grip + QPointF(50, 0));
        // The window is drawn wider than it is: what counts is that it went along.
        const double way = (m_workspace->navigation()->viewport().left() - before.left()) / all().scale();
        QVERIFY2(std::abs(way - 50) < 5, qPrintable(QString::number(way)));
        QCOMPARE(m_workspace->navigation()->viewport().scale(), before.scale());
    }

    void aDoubleClickShowsEverything() {
        m_workspace->navigation()->setViewport(half());
        Pointer(m_strip.get()).doubleClick(at((all().left() + all().right()) / 2));
        QCOMPARE(m_workspace->navigation()->viewport(), all());
    }

    void aMoveWithoutAButtonChangesNothing() {
        const Viewport before = m_workspace->navigation()->viewport();
        Pointer pointer(m_strip.get());
        pointer.move({300, middle});
        pointer.click({3, middle}); // in the headings
        pointer.click({300, middle}, Qt::RightButton);
        pointer.move({400, middle});
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void drawsWhereEventsAre() {
        m_workspace->navigation()->setViewport(all());
        const QImage image = m_strip->grab().toImage();
        const auto inkAt = [&](double x) {
            for (int y = image.height() - 14; y < image.height() - 6; ++y) {
                if (image.pixelColor(static_cast<int>(x), y).saturation() > 40) {
                    return true;
                }
            }
            return false;
        };
        const Span alpha = m_workspace->document()->span(1);
        const double x = at(m_workspace->layout().scale().axis(alpha.begin)).x();
        bool found = false;
        for (double beside = -5; beside <= 5; ++beside) {
            found = found || inkAt(x + beside);
        }
        QVERIFY(found);
        QVERIFY(!inkAt(at(all().right()).x() - 30));
    }

    void eachEventIsASquareWhereTheseFit_data() {
        QTest::addColumn<int>("years"); // over which twenty events are spread
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("pitch");
        QTest::newRow("spread") << 10 << 48 << 8.0;
        QTest::newRow("five a year") << 4 << 48 << 8.0;
        QTest::newRow("five a year, lower") << 4 << 40 << 6.0;
        QTest::newRow("five a year, low") << 4 << 32 << 0.0;
        QTest::newRow("all at once") << 1 << 48 << 0.0;
    }
    void eachEventIsASquareWhereTheseFit() {
        QFETCH(int, years);
        QFETCH(int, height);
        m_workspace->setDocument(manyCategories(20, years));
        ScenePanel panel;
        const double left = m_workspace->layout().plotLeft(width);
        panel.rect = QRectF(left, 0, width - left, height);
        panel.scale = m_workspace->layout().scale();
        panel.viewport =
            Viewport::showing(all().left(), all().right(), panel.rect.size(), panel.scale.breaks());
        const OverviewMarks marks(m_workspace->layout(), panel, height - 8, {});
        QTEST(marks.pitch(), "pitch");
        QCOMPARE(marks.squareCount(), marks.areSquares() ? 20U : 0U);
    }

    void whatTheFilterHidesIsOutlined() {
        const QColor apples = Theme::forPalette(m_strip->palette()).categoryColor(0, Rgb(0x112233));
        const int all = inkOf(apples);
        QCOMPARE(all, 3 * 49); // three events of this category
        m_workspace->setFilter(Filter(QStringLiteral("-category:a")));
        QCOMPARE(inkOf(apples), 0);
        const QColor outline = Tokens::forPalette(m_strip->palette()).control;
        QVERIFY(inkOf(outline) > 0);
        m_workspace->setFilter({});
        QCOMPARE(inkOf(outline), 0);
        QCOMPARE(inkOf(apples), all);
    }

    /// Among very many it is counted a moment later.
    void whatTheFilterHidesOfVeryManyIsCounted() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        const TimelineLayout &layout = m_workspace->layout();
        const Histogram bins = histogram(layout.axis(), layout.lanes(), all(), 4);
        QBitArray shown(static_cast<qsizetype>(layout.document().eventCount()), true);
        shown.fill(false, 0, 500);
        const std::vector<EventIndex> hidden =
            OverviewMarks::hiddenIn(layout.document(), layout.scale(), shown, bins);
        QCOMPARE(std::accumulate(hidden.begin(), hidden.end(), EventIndex{0}), 500U);
        m_workspace->setFilter(Filter(QStringLiteral("\"title 7\"")));
        QTRY_VERIFY(!m_workspace->isArranging());
        const QColor outline = Tokens::forPalette(m_strip->palette()).control;
        QTRY_VERIFY(inkOf(outline) > 0);
    }

    void whatIsSelectedHasATriangle() {
        m_workspace->navigation()->setViewport(half());
        const auto topInk = [this] {
            const QImage image = m_strip->grab().toImage();
            const QRgb accent = Tokens::forPalette(m_strip->palette()).accent.rgb();
            int count = 0;
            for (int x = 0; x < image.width(); ++x) {
                count += image.pixelColor(x, 2).rgb() == accent ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(topInk(), 0);
        m_workspace->selection()->select(EventIndex{0});
        const int one = topInk();
        QVERIFY(one >= 5);
        m_workspace->selection()->select(std::vector<EventIndex>{0, 4});
        QVERIFY(topInk() > one);
    }

    void keysMoveAndZoom_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<double>("left");   // of a width, to where the left edge goes
        QTest::addColumn<double>("zoomed"); // by what
        QTest::newRow("left") << Qt::Key_Left << -0.18 << 1.0;
        QTest::newRow("right") << Qt::Key_Right << 0.18 << 1.0;
        QTest::newRow("up") << Qt::Key_Up << (1 - 1 / 1.4) / 2 << 1.4;
        QTest::newRow("down") << Qt::Key_Down << (1 - 1.4) / 2 << 1 / 1.4;
    }
    void keysMoveAndZoom() {
        QFETCH(Qt::Key, key);
        QFETCH(double, left);
        QFETCH(double, zoomed);
        m_workspace->navigation()->setViewport(half());
        const Viewport before = m_workspace->navigation()->viewport();
        QTest::keyClick(m_strip.get(), key);
        const Viewport after = m_workspace->navigation()->viewport();
        QVERIFY(std::abs(before.scale() / after.scale() - zoomed) < 1e-6);
        QVERIFY(std::abs(before.x(after.left()) - left * before.width()) < 1);
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void homeAndEndGoToTheEnds() {
        m_workspace->navigation()->setViewport(half());
        const auto [begin, end] = m_workspace->layout().axisExtent();
        QTest::keyClick(m_strip.get(), Qt::Key_Home);
        QVERIFY(m_workspace->navigation()->viewport().left() <= begin);
        QTest::keyClick(m_strip.get(), Qt::Key_End);
        QVERIFY(m_workspace->navigation()->viewport().right() >= end);
    }

    void handlesAreTwentyFourWide() {
        m_workspace->navigation()->setViewport(half());
        for (const double beside : {-11.0, 11.0}) {
            m_workspace->navigation()->setViewport(half());
            const Viewport before = m_workspace->navigation()->viewport();
            const QPointF grip = at(before.left()) + QPointF(beside, 0);
            Pointer(m_strip.get()).drag(grip, grip + QPointF(-40, 0));
            QVERIFY(isNear(m_workspace->navigation()->viewport().right(), before.right()));
            QVERIFY(isNear(m_workspace->navigation()->viewport().left(), before.left() - 40 * all().scale()));
        }
    }

    void itTellsFromWhenToWhen_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words"); // beginning of what is told
        const auto row = [](const char *json, const char *words) {
            QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(words);
        };
        row(R"([{"title": "a", "date": "1985"}, {"title": "b", "date": "2025-06"}])", "1985 – June 2025.");
        row(R"([{"title": "a", "date": "1985"}, {"title": "b", "date": "2025"}])", "1985 – 2025.");
        row(R"([{"title": "a", "date": "2025-01-20"}, {"title": "b", "date": "2025-02-25"}])",
            "20 January 2025 – 25 February 2025.");
        row(R"([{"title": "a", "date": "1066-10-14"}, {"title": "b", "date": "2025-02-25"}])",
            "1066 – 2025.");
        row(R"([{"title": "a", "date": "Y-66000000"}, {"title": "b", "date": "2025"}])", "66 Ma – now.");
        row(R"([{"title": "a", "date": "2025"}])", "2025.");
        row("[]", "No dates.");
    }
    void itTellsFromWhenToWhen() {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        m_workspace->setDocument(documentOf(json));
        QVERIFY2(m_strip->accessibleDescription().startsWith(words),
                 qPrintable(m_strip->accessibleDescription()));
    }

    void itsHeightIsTheWindows() {
        for (const int height : {48, 40, 32}) {
            m_strip->setStripHeight(height);
            QCOMPARE(m_strip->sizeHint().height(), height);
            QVERIFY(!m_strip->grab().isNull());
        }
    }

    void nothingIsDrawnWithoutEvents() {
        m_workspace->setDocument(nullptr);
        QVERIFY(!m_strip->grab().isNull());
        Pointer(m_strip.get()).drag({300, middle}, {500, middle});
        QVERIFY(m_workspace->navigation()->viewport().scale() > 0);
    }
};

QTEST_MAIN(OverviewStripTest)
#include "overview_strip_test.moc"
