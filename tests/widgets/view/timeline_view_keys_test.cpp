// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/view_fixture.h"

using namespace timeline;

class TimelineViewKeysTest : public ViewFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void keysZoomAndPan_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("pan"); // of the width
        QTest::newRow("+") << Qt::Key_Plus << 1.4 << 0.0;
        QTest::newRow("W") << Qt::Key_W << 1.4 << 0.0;
        QTest::newRow("-") << Qt::Key_Minus << 1 / 1.4 << 0.0;
        QTest::newRow("S") << Qt::Key_S << 1 / 1.4 << 0.0;
        QTest::newRow("left") << Qt::Key_Left << 1.0 << -0.18;
        QTest::newRow("right") << Qt::Key_Right << 1.0 << 0.18;
        QTest::newRow("A") << Qt::Key_A << 1.0 << -0.18;
        QTest::newRow("D") << Qt::Key_D << 1.0 << 0.18;
    }
    void keysZoomAndPan() {
        QFETCH(Qt::Key, key);
        QFETCH(double, zoom);
        QFETCH(double, pan);
        const Viewport before = seen();
        const Viewport target =
            zoom != 1 ? before.zoomedAt(before.width() / 2, zoom) : before.pannedBy(pan * before.width());
        QTest::keyClick(m_view.get(), key);
        QTRY_VERIFY(std::abs(seen().x(target.left())) < 0.1 &&
                    std::abs(seen().scale() / target.scale() - 1) < 1e-6);
    }

    void zoomsAroundWhatIsSelectedElseAroundThePointer() {
        m_workspace->selection()->select(0); // "zeta", the last
        const double x = markOf(0).x() - scene().plot.left();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Minus);
        }
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(markOf(0).x() - scene().plot.left() - x) < 1);

        m_workspace->selection()->clear();
        const QPointF at = scene().plot.center() + QPointF(120, 0);
        m_pointer->move(at);
        const double below = seen().axis(plotX(at.x()));
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(seen().x(below) - plotX(at.x())) < 0.1);
    }

    void keysOfOneRunAddUp() {
        const Viewport before = seen();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(before.scale() / seen().scale() - 1.4 * 1.4) < 1e-6);
    }

    void homeAndEndGoToTheEnds() {
        m_workspace->navigation()->setViewport(seen().zoomedAt(300, 6));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        const auto [begin, end] = m_workspace->layout().axisExtent();
        QTRY_VERIFY(std::abs(seen().x(begin) - 28) < 0.5);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QTRY_VERIFY(std::abs(seen().x(end) - seen().width() + 28) < 0.5);
    }

    void zeroShowsEverythingAndFTheSelection() {
        const Viewport all = seen();
        m_workspace->selection()->select(std::vector<EventIndex>{1, 2});
        QTest::keyClick(m_view.get(), Qt::Key_F);
        QTRY_VERIFY(isAtRest() && seen().scale() < all.scale());
        const TimelineLayout &layout = m_workspace->layout();
        QVERIFY(seen().left() <= layout.axisOf(m_workspace->document()->span(1)).first);
        QVERIFY(seen().right() >= layout.axisOf(m_workspace->document()->span(2)).second);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QTRY_COMPARE(seen(), all);
    }

    void escapeStopsAMovement() {
        const Viewport before = seen();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(isAtRest());
        QVERIFY(seen().scale() > before.zoomedAt(0, 1.4).scale());
    }

    void controlArrowsStepThroughALane() {
        m_workspace->selection()->select(1); // "Alpha", the first of its lane; after it beta and Epsilon
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(5));
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(5));
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
    }

    void controlArrowsStepWithinAMillisecond() {
        show(R"([{"title": "written", "date": "2024-02-03T09:14:07.120400Z"},
                 {"title": "runs", "date": "2024-02-03T09:14:07.120900Z"},
                 {"title": "downloaded", "date": "2024-02-03T09:14:07.120100Z"}])");
        m_workspace->selection()->select(2);
        for (const EventIndex next : {0U, 1U}) {
            QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
            QCOMPARE(m_workspace->selection()->current(), std::optional(next));
        }
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(0));
    }
};

QTEST_MAIN(TimelineViewKeysTest)
#include "timeline_view_keys_test.moc"
