// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "time/ticks.h"
#include "widgets/view/view_fixture.h"
#include "widgets/view/viewport_animator.h"

#include <QImage>
#include <QSignalSpy>

using namespace timeline;

class TimelineViewPointingTest : public ViewFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void wheelZoomsAroundThePointer_data() {
        QTest::addColumn<int>("steps");
        QTest::newRow("in") << 120;
        QTest::newRow("out") << -120;
        QTest::newRow("a touchpad's small step") << 15;
    }
    void wheelZoomsAroundThePointer() {
        QFETCH(int, steps);
        const Viewport before = seen();
        const double x = std::floor(scene().plot.left() + 200);
        const double axis = before.axis(plotX(x));
        m_pointer->wheel({x, 200}, {0, steps});
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(before.scale() / seen().scale() - std::pow(1.25, steps / 120.0)) < 1e-6);
        QVERIFY(std::abs(seen().x(axis) - plotX(x)) < 0.1);
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void wheelsOfOneRunAddUpAndAreOneStepBack() {
        const Viewport before = seen();
        for (int i = 0; i < 5; ++i) {
            m_pointer->wheel(middle(), {0, 120});
        }
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(before.scale() / seen().scale() - std::pow(1.25, 5)) < 1e-6);
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void wheelSidewaysPans_data() {
        QTest::addColumn<QPoint>("angle");
        QTest::addColumn<bool>("shift");
        QTest::newRow("sideways") << QPoint(-120, 10) << false;
        QTest::newRow("shift") << QPoint(0, -120) << true;
    }
    void wheelSidewaysPans() {
        QFETCH(QPoint, angle);
        QFETCH(bool, shift);
        const Viewport before = seen();
        m_pointer->modifiers = shift ? Qt::ShiftModifier : Qt::NoModifier;
        m_pointer->wheel(middle(), angle);
        QCOMPARE(seen(), before.pannedBy(120));
    }

    void dragPansWithThePointer() {
        const Viewport before = seen();
        m_pointer->drag(middle(), middle() + QPointF(-130, 0));
        QCOMPARE(seen(), before.pannedBy(130));
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void lettingGoWhileMovingThrows() {
        const Viewport before = seen();
        const QPointF start = middle();
        m_pointer->press(start);
        for (int i = 1; i <= 10; ++i) {
            m_pointer->time = static_cast<quint64>(8 * i);
            m_pointer->move(start + QPointF(-12 * i, 0));
        }
        m_pointer->release(start + QPointF(-120, 0));
        QTRY_VERIFY(seen().left() > before.pannedBy(160).left());
        // Catching it stops it.
        m_pointer->press(start);
        const Viewport caught = seen();
        m_pointer->release(start);
        ViewportAnimator clock;
        QSignalSpy ticks(&clock, &ViewportAnimator::moved);
        clock.animate(before, before.pannedBy(1));
        QTRY_VERIFY(ticks.size() >= 3);
        QCOMPARE(seen(), caught);
    }

    void aTrembleIsAClick() {
        const Viewport before = seen();
        const QPointF mark = markOf(0);
        m_pointer->press(mark);
        m_pointer->move(mark + QPointF(2, 1));
        m_pointer->release(mark + QPointF(2, 1));
        QCOMPARE(seen(), before);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{0});
    }

    void shiftDragFrames() {
        const Viewport before = seen();
        const QPointF from = middle() + QPointF(-100, -50);
        const QPointF to = middle() + QPointF(150, -20);
        const Viewport target = before.showing(before.axis(plotX(from.x())), before.axis(plotX(to.x())));
        m_pointer->modifiers = Qt::ShiftModifier;
        m_pointer->drag(to, from); // either way
        QTRY_COMPARE(seen(), target);
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void controlDragMeasures() {
        const Viewport before = seen();
        const QImage plain = m_view->viewport()->grab().toImage();
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->drag(middle() + QPointF(-100, 0), middle() + QPointF(100, 0));
        QCOMPARE(seen(), before);
        QVERIFY(m_workspace->selection()->events().empty());
        // The measure stays to be read until something else is done.
        QVERIFY(m_view->viewport()->grab().toImage() != plain);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->viewport()->grab().toImage() == plain);
    }

    void clickSelects() {
        m_pointer->click(markOf(1));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{1});
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->click(markOf(4));
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{1, 4}));
        m_pointer->click(markOf(1));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{4});
        m_pointer->modifiers = Qt::NoModifier;
        QVERIFY(scene().itemAt(middle()) == nullptr);
        m_pointer->click(middle());
        QVERIFY(m_workspace->selection()->events().empty());
    }

    /// What is told of the place below a pointer that rests is that of the view as it is now.
    void whatIsBelowThePointerIsToldAgain_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("zoom in") << int(Qt::Key_Plus);
        QTest::newRow("zoom out") << int(Qt::Key_Minus);
        QTest::newRow("pan") << int(Qt::Key_Right);
        QTest::newRow("frame") << int(Qt::Key_F);
    }
    void whatIsBelowThePointerIsToldAgain() {
        QFETCH(int, key);
        QSignalSpy told(m_view.get(), &TimelineView::pointedAt);
        const QPointF at = markOf(1);
        m_pointer->move(at);
        QCOMPARE(m_workspace->hovered(), std::optional<EventIndex>(1));
        m_workspace->selection()->select(4);
        const Viewport before = seen();
        key == Qt::Key_F ? m_workspace->frame(m_workspace->document()->span(4))
                         : QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
        QTRY_VERIFY(isAtRest() && seen() != before);
        m_view->viewport()->repaint();
        const ScenePanel &panel = scene().panelAt(at);
        QCOMPARE(told.last().first().toString(),
                 instantName(panel.instantAt(at), panel.millisecondsPerPixel(at)));
        const SceneItem *item = scene().itemAt(at);
        const bool isEvent = item != nullptr && item->shape != ItemShape::Cluster;
        QCOMPARE(m_workspace->hovered(), isEvent ? std::optional(item->event) : std::nullopt);
    }

    void doubleClickFramesAnEvent() {
        const Viewport target = m_workspace->layout().fit(m_workspace->document()->span(2), scene().size);
        m_pointer->doubleClick(markOf(2));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        QTRY_COMPARE(seen(), target);
    }

    void doubleClickFramesAnEra() {
        const Viewport target =
            m_workspace->layout().fit(m_workspace->document()->eras().front().span, scene().size);
        m_pointer->doubleClick(scene().eras.front().bar.center());
        QTRY_COMPARE(seen(), target);
    }

    void backButtonsOfTheMouseGoBackAndForward() {
        const Viewport all = seen();
        m_workspace->frame(m_workspace->document()->span(2));
        QTRY_VERIFY(isAtRest());
        const Viewport framed = seen();
        m_pointer->click(middle(), Qt::BackButton);
        QTRY_COMPARE(seen(), all);
        m_pointer->click(middle(), Qt::ForwardButton);
        QTRY_COMPARE(seen(), framed);
    }
};

QTEST_MAIN(TimelineViewPointingTest)
#include "timeline_view_pointing_test.moc"
