// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_keys.h"

#include "widgets/view/view_fixture.h"
#include "widgets/view/viewport_animator.h"

#include <QMenu>
#include <QSignalSpy>

using namespace timeline;
using namespace Qt::StringLiterals;

class EventKeysTest : public ViewFixture {
    Q_OBJECT

    enum Event : EventIndex { Zeta, Alpha, Beta, Gamma, Delta, Epsilon };

    std::unique_ptr<Editor> m_editor;

    std::optional<EventIndex> current() const { return m_workspace->selection()->current(); }
    QString date(EventIndex event) const { return m_workspace->document()->details(event).date; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_view.get(), key, modifiers);
    }

private Q_SLOTS:
    void init() {
        ViewportAnimator::setMotion(false);
        makeOne();
        LayoutOptions options = m_workspace->layoutOptions();
        options.folded = false; // what is nearer in time is nearer on the axis
        m_workspace->setLayoutOptions(options);
        m_workspace->fitAll();
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_view->setEditor(m_editor.get());
        m_view->setFocus();
    }
    void cleanup() {
        m_view.reset();
        m_editor.reset();
        takeAway();
        ViewportAnimator::setMotion(true);
    }

    void withoutMotionAllIsThereAtOnce() {
        const Viewport before = seen();
        key(Qt::Key_Plus);
        QVERIFY(isAtRest() && seen() != before);
        key(Qt::Key_0);
        QCOMPARE(seen(), before);
    }

    void controlUpAndDownGoToTheNearestOfTheNextLane_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<int>("to");
        // Apples: Alpha 2001, beta and Epsilon 2003; Pears: delta 1999, zeta 2005; Nuts: Gamma 2000
        QTest::newRow("down to an earlier one") << int(Alpha) << Qt::Key_Down << int(Delta);
        QTest::newRow("down to a later one") << int(Beta) << Qt::Key_Down << int(Zeta);
        QTest::newRow("down to the only one") << int(Zeta) << Qt::Key_Down << int(Gamma);
        QTest::newRow("up") << int(Gamma) << Qt::Key_Up << int(Delta);
        QTest::newRow("up to the first") << int(Delta) << Qt::Key_Up << int(Alpha);
        QTest::newRow("none above") << int(Alpha) << Qt::Key_Up << int(Alpha);
        QTest::newRow("none below") << int(Gamma) << Qt::Key_Down << int(Gamma);
    }
    void controlUpAndDownGoToTheNearestOfTheNextLane() {
        QFETCH(int, from);
        QFETCH(Qt::Key, key);
        QFETCH(int, to);
        m_workspace->selection()->select(static_cast<EventIndex>(from));
        this->key(key, Qt::ControlModifier);
        QCOMPARE(current(), std::optional(static_cast<EventIndex>(to)));
    }

    void withShiftNothingIsSelectedAndSpaceDoesThat() {
        m_workspace->selection()->select(Alpha);
        key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{Alpha});
        QCOMPARE(m_view->focusedEvent(), std::optional<EventIndex>(Beta));
        key(Qt::Key_Space);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{Alpha, Beta}));
        key(Qt::Key_Space);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{Alpha});
        QCOMPARE(m_view->focusedEvent(), std::optional<EventIndex>(Beta));
        key(Qt::Key_Escape); // first what is being done
        QCOMPARE(m_view->focusedEvent(), current());
    }

    void whereKeysGoIsSeen() {
        m_workspace->selection()->select(Alpha);
        m_pointer->move(middle());
        m_pointer->press(middle());
        m_pointer->release(middle());
        m_workspace->selection()->select(Alpha);
        const QImage pointed = m_view->viewport()->grab().toImage();
        key(Qt::Key_Up, Qt::ControlModifier); // there is none
        QVERIFY(m_view->viewport()->grab().toImage() != pointed);
    }

    void returnTellsMoreOrOpensTheCluster() {
        QSignalSpy asked(m_view.get(), &SceneWidget::detailsRequested);
        key(Qt::Key_Return);
        QVERIFY(asked.isEmpty());
        m_workspace->selection()->select(Beta);
        key(Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<EventIndex>(), EventIndex{Beta});

        show(crowd());
        const auto cluster = std::ranges::find(scene().items, ItemShape::Cluster, &SceneItem::shape);
        QVERIFY(cluster != scene().items.end());
        const EventIndex within = cluster->event;
        const Viewport all = seen();
        m_workspace->selection()->select(within);
        m_workspace->navigation()->setViewport(all);
        key(Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QVERIFY(seen().scale() < all.scale());
    }

    void f8FollowsLinks() {
        show(R"([{"id": "a", "title": "a", "date": "2000", "links": [{"to": "b"}, {"to": "c"}]},
                 {"id": "b", "title": "b", "date": "2001"}, {"id": "c", "title": "c", "date": "2002"},
                 {"title": "d", "date": "2003", "links": [{"to": "a", "kind": "leads-to"}]}])");
        m_workspace->selection()->select(0);
        for (const EventIndex next : {1U, 2U, 3U, 1U}) { // all of the one at which one began, and round
            key(Qt::Key_F8);
            QCOMPARE(current(), std::optional(next));
        }
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(current(), std::optional<EventIndex>(3));
        m_workspace->selection()->select(2); // begins anew
        key(Qt::Key_F8);
        QCOMPARE(current(), std::optional<EventIndex>(0));
    }

    void altShiftArrowsMoveByTheDatesPrecision_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("later");
        QTest::newRow("year") << QByteArray("2005") << u"2006"_s;
        QTest::newRow("month") << QByteArray("2001-12") << u"2002-01"_s;
        QTest::newRow("day") << QByteArray("2000-02-29") << u"2000-03-01"_s;
        QTest::newRow("about a year") << QByteArray("2005~") << u"2006~"_s;
        QTest::newRow("interval") << QByteArray("2003/2004") << u"2004/2005"_s;
        QTest::newRow("coarsest part") << QByteArray("2003-05/2004") << u"2004-05/2005"_s;
        QTest::newRow("minute") << QByteArray("2024-02-03T23:59") << u"2024-02-04T00:00"_s;
        QTest::newRow("decade") << QByteArray("199X") << u"200X"_s;
        QTest::newRow("open end") << QByteArray("2003/..") << u"2004/.."_s;
    }
    void altShiftArrowsMoveByTheDatesPrecision() {
        QFETCH(QByteArray, date);
        QFETCH(QString, later);
        show("[{\"title\": \"e\", \"date\": \"" + date + "\"}, {\"title\": \"x\", \"date\": \"2010\"}]");
        m_workspace->selection()->select(0);
        QSignalSpy told(m_view.get(), &SceneWidget::pointedAt);
        key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(this->date(0), later);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        QVERIFY(!told.isEmpty() && !told.back().front().toString().isEmpty());
        key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(this->date(0), QString::fromLatin1(date));
        QCOMPARE(m_editor->undoStack()->count(), 2);
    }

    void whatMayNotBeEditedIsNotMoved() {
        m_editor->setReadOnly(u"no"_s);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_workspace->selection()->select(Zeta);
        key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(date(Zeta), u"2005"_s);
        QCOMPARE(refused.size(), 1);
    }

    void aMenuOfKeysComesUpAtTheEvent() {
        m_view->setContextMenuPolicy(Qt::CustomContextMenu);
        QSignalSpy asked(m_view.get(), &QWidget::customContextMenuRequested);
        m_workspace->selection()->select(Zeta);
        key(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 1);
        QVERIFY(scene().itemOf(Zeta)->rect.adjusted(-1, -1, 1, 1).contains(asked.front().front().toPoint()));
    }

    void escapeIsForOthersWhereNothingIsBeingDone() {
        QKeyEvent idle(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view.get(), &idle);
        QVERIFY(!idle.isAccepted());
        m_workspace->selection()->select(Zeta);
        m_pointer->press(markOf(Zeta));
        m_pointer->move(markOf(Zeta) + QPointF(-80, 0));
        QKeyEvent dragging(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view.get(), &dragging);
        QVERIFY(dragging.isAccepted());
        QVERIFY(!m_editor->isDirty());
    }

    void whatIsNewOrUndoneFlashes() {
        const auto picture = [this] { return m_view->viewport()->grab().toImage(); };
        m_editor->setField({Zeta}, u"place"_s, u"x"_s); // an edit that moves nothing
        const QImage edited = picture();
        m_editor->undo();
        QVERIFY(picture() != edited);
    }
};

QTEST_MAIN(EventKeysTest)
#include "event_keys_test.moc"
