// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/view/stretch_end.h"

#include "widgets/view/view_fixture.h"

using namespace timeline;

/// Six events; 1 is May 2001, 2 and 5 last from 2003 to 2004, 3 is a day.
class StretchEndTest : public ViewFixture {
    Q_OBJECT

    Instant begin(EventIndex event) const { return m_workspace->document()->span(event).begin; }
    Instant end(EventIndex event) const { return m_workspace->document()->span(event).end; }
    /// So far from a date along the axis, in the middle of a mark.
    QPointF near(EventIndex event, Instant date, double along, double across = 0) const {
        const SceneItem &item = *scene().itemOf(event);
        return {scene().panelOf(item).at(date) + along, item.rect.center().y() + across};
    }
    std::optional<Instant> caught(QPointF at) const {
        return edgeNear(scene(), *m_workspace->document(), at);
    }
    QImage measured(QPointF from, QPointF to) {
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->drag(from, to);
        const QImage image = m_view->viewport()->grab().toImage();
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        return image;
    }

private Q_SLOTS:
    void init() { makeOne(); }
    void cleanup() { takeAway(); }

    void catchesOnBeginsAndEnds() {
        QVERIFY(scene().itemOf(2));
        for (const double along : {-6.0, -2.0, 0.0, 5.9}) {
            QCOMPARE(caught(near(2, begin(2), along)), std::optional(begin(2)));
            QCOMPARE(caught(near(2, end(2), along)), std::optional(end(2)));
        }
        QCOMPARE(caught(near(2, begin(2), 9)), std::nullopt);
        QCOMPARE(caught(near(2, end(2), 7)), std::nullopt);
    }

    void aDotHasABeginAlone() {
        QVERIFY(scene().itemOf(3));
        QCOMPARE(caught(near(3, end(3), 1)), std::optional(begin(3)));
    }

    void whatIsFarAcrossIsNotMeant() {
        const double room = scene().itemOf(2)->rect.height() / 2;
        QCOMPARE(caught(near(2, begin(2), 0, -room - 20)), std::optional(begin(2)));
        QVERIFY(!caught(QPointF(near(2, begin(2), 0).x(), scene().plot.bottom() - 1)));
    }

    void openEndsAreNoPlaces() {
        show(
            R"([{"title": "a", "date": "2001/.."}, {"title": "b", "date": "../2004"}, {"title": "c", "date": "2003"}])");
        m_view->grab();
        for (const SceneItem &item : scene().items) {
            for (double x = scene().plot.left(); x <= scene().plot.right(); x += 2) {
                const auto date = caught({x, item.rect.center().y()});
                QVERIFY(!date || (*date > Instant::distantPast() && *date < Instant::distantFuture()));
            }
        }
    }

    void whatIsMeasuredIsExact() {
        m_view->grab();
        const QImage exact = measured(near(2, begin(2), 0), near(2, end(2), 0));
        QVERIFY(measured(near(2, begin(2), 4), near(2, end(2), -5)) == exact);
        QVERIFY(measured(near(2, begin(2), 4), near(2, end(2), -15)) != exact);
    }
};

QTEST_MAIN(StretchEndTest)
#include "stretch_end_test.moc"
