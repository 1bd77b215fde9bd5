// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "time/edtf.h"
#include "widgets/pointer.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace_fixture.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace timeline;
using namespace Qt::StringLiterals;

class TimelineViewEditingTest : public QObject {
    Q_OBJECT

    enum Event : EventIndex { Zeta, Alpha, Beta, Gamma, Delta, Epsilon };

    Fonts m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<TimelineView> m_view;
    std::unique_ptr<Pointer> m_pointer;

    const Document &document() const { return *m_workspace->document(); }
    const Scene &scene() const { return m_view->scene(); }
    QString date(EventIndex event) const { return document().details(event).date; }
    QString category(EventIndex event) const { return document().details(event).category; }
    QRectF mark(EventIndex event) const { return scene().itemOf(event)->rect; }
    double xOf(const char *day) const {
        const auto parsed = parseDate(day);
        const double axis = m_workspace->layout().scale().axis(std::get<ParsedDate>(parsed).span.begin);
        return scene().plot.left() + m_workspace->navigation()->viewport().x(axis);
    }
    QRectF laneRect(const QString &key) const {
        return std::ranges::find(scene().lanes, key, &SceneLane::key)->rect;
    }
    /// A place in a lane with nothing on it.
    QPointF emptyPlace(const QString &lane, double x) const {
        const QRectF rect = laneRect(lane);
        for (double y = rect.top() + 2; y < rect.bottom(); ++y) {
            if (scene().itemAt({x, y}) == nullptr) {
                return {x, y};
            }
        }
        return {};
    }
    void answerMenu(const QString &text) {
        QTimer::singleShot(0, this, [text] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') == text) {
                    menu->setActiveAction(action);
                    QTest::keyClick(menu, Qt::Key_Return);
                }
            }
            menu->close();
        });
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_fonts);
        LayoutOptions options;
        options.folded = false;
        m_workspace->setLayoutOptions(options);
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_view = std::make_unique<TimelineView>(*m_workspace, m_fonts);
        m_view->setEditor(m_editor.get());
        m_view->resize(1200, 500);
        m_workspace->setDocument(documentOf(sixEvents));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_pointer = std::make_unique<Pointer>(m_view->viewport());
    }
    void cleanup() {
        m_view.reset();
        m_editor.reset();
        m_workspace.reset();
    }

    void onlyWhatIsSelectedIsMoved() {
        const QPointF from = mark(Zeta).center();
        m_pointer->drag(from, from + QPointF(-60, 0));
        QCOMPARE(date(Zeta), u"2005"_s);
        QVERIFY(!m_editor->isDirty());
    }

    void aDragMovesTheDateByItsPrecision_data() {
        QTest::addColumn<int>("event");
        QTest::addColumn<QByteArray>("to"); // where the begin goes
        QTest::addColumn<QString>("expected");
        QTest::newRow("year") << int(Zeta) << QByteArray("2002-03-01") << u"2002"_s;
        QTest::newRow("month") << int(Alpha) << QByteArray("2001-11-08") << u"2001-11"_s;
        QTest::newRow("interval") << int(Beta) << QByteArray("2001-02-01") << u"2001/2002"_s;
    }
    void aDragMovesTheDateByItsPrecision() {
        QFETCH(int, event);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        const auto index = static_cast<EventIndex>(event);
        const QString before = date(index);
        m_workspace->selection()->select(index);
        const QPointF from = mark(index).center();
        const double way = xOf(to.constData()) - xOf(before.section(u'/', 0, 0).toLatin1().constData());
        m_pointer->press(from);
        m_pointer->move(from + QPointF(way / 2, 0));
        QCOMPARE(date(index), before); // nothing before the mouse is let go
        m_pointer->move(from + QPointF(way, 0));
        m_pointer->release(from + QPointF(way, 0));
        QCOMPARE(date(index), expected);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(date(index), before);
    }

    void withControlADateGetsAsExactAsOneCanPoint() {
        m_workspace->selection()->select(Zeta);
        const QPointF from = mark(Zeta).center();
        const double way = xOf("2002-06-01") - xOf("2005");
        m_pointer->press(from);
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->move(from + QPointF(way, 0));
        m_pointer->release(from + QPointF(way, 0));
        QVERIFY2(date(Zeta).startsWith(u"2002-0"), qPrintable(date(Zeta)));
    }

    void edgesMoveOneEnd_data() {
        QTest::addColumn<bool>("isStart");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("start") << true << QByteArray("2002-02-01") << u"2002/2004"_s;
        QTest::newRow("end") << false << QByteArray("2006-02-01") << u"2003/2005"_s;
        QTest::newRow("end before start") << false << QByteArray("2001") << u"2003"_s;
    }
    void edgesMoveOneEnd() {
        QFETCH(bool, isStart);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        m_workspace->selection()->select(Beta);
        const QRectF rect = mark(Beta);
        const QPointF from(isStart ? rect.left() + 1 : rect.right() - 1, rect.center().y());
        m_pointer->drag(from, {xOf(to.constData()), from.y()});
        QCOMPARE(date(Beta), expected);
    }

    void aDragToAnotherLaneChangesTheCategory() {
        m_workspace->selection()->select(Gamma);
        const QPointF from = mark(Gamma).center();
        m_pointer->drag(from, {from.x() + 2, laneRect(u"a"_s).center().y()});
        QCOMPARE(category(Gamma), u"a"_s);
        QCOMPARE(date(Gamma), u"2000-01-01"_s); // a hand trembles
        QVERIFY(m_workspace->selection()->contains(Gamma));
        m_editor->undoStack()->undo();
        QCOMPARE(category(Gamma), u"c"_s);
    }

    void allThatAreSelectedMoveAlong() {
        m_workspace->selection()->select(std::vector<EventIndex>{Zeta, Delta});
        const QPointF from = mark(Zeta).center();
        m_pointer->drag(from, from + QPointF(xOf("2003-02-01") - xOf("2005"), 0));
        QCOMPARE(date(Zeta), u"2003"_s);
        QCOMPARE(date(Delta), u"1997"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

    void nearAnEdgeTheViewGoesOn() {
        m_workspace->selection()->select(Zeta);
        const double left = m_workspace->navigation()->viewport().left();
        m_pointer->press(mark(Zeta).center());
        const QPointF edge(scene().plot.right() - 2, mark(Zeta).center().y());
        m_pointer->move(edge - QPointF(60, 0));
        m_pointer->move(edge);
        QTRY_VERIFY(m_workspace->navigation()->viewport().left() > left + 2 * 365 * 86'400'000.0);
        m_pointer->release(edge);
        const double rested = m_workspace->navigation()->viewport().left();
        QVERIFY2(date(Zeta) > u"2007"_s, qPrintable(date(Zeta)));
        QCoreApplication::processEvents();
        QCOMPARE(m_workspace->navigation()->viewport().left(), rested);
    }

    void escapeDropsADrag() {
        m_workspace->selection()->select(Zeta);
        const QPointF from = mark(Zeta).center();
        m_pointer->press(from);
        m_pointer->move(from + QPointF(-80, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        m_pointer->release(from + QPointF(-80, 0));
        QVERIFY(!m_editor->isDirty());
    }

    void aDoubleClickOnAnEmptyPlaceMakesAnEvent() {
        QSignalSpy asked(m_view.get(), &TimelineView::editRequested);
        const QPointF place = emptyPlace(u"b"_s, xOf("2002-07-01"));
        m_pointer->doubleClick(place);
        QCOMPARE(document().presentCount(), 7U);
        QCOMPARE(category(6), u"b"_s);
        QVERIFY2(date(6).startsWith(u"2002"), qPrintable(date(6)));
        QVERIFY(m_workspace->selection()->contains(6));
        QCOMPARE(asked.size(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(document().presentCount(), 6U);
        QVERIFY(document().changes().empty());
    }

    void aNewEventIsShownWhateverTheFilter() {
        m_workspace->setQuery(u"alpha"_s);
        m_view->addEvent();
        QVERIFY(m_workspace->selection()->contains(6));
    }

    void theLaneThatAnEventIsMadeInIsWhatLanesAreBy_data() {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("lane");
        QTest::addColumn<QString>("expected"); // in its text
        QTest::newRow("status") << int(LaneGrouping::Status) << u"planned"_s << u"\"status\": \"planned\""_s;
        QTest::newRow("parent") << int(LaneGrouping::Parent) << u"b"_s << u"\"category\": \"b\""_s;
        QTest::newRow("tag") << int(LaneGrouping::Tag) << u"red"_s << u"\"red\""_s;
        QTest::newRow("none") << int(LaneGrouping::None) << QString() << u"\"title\": \"New event\""_s;
    }
    void theLaneThatAnEventIsMadeInIsWhatLanesAreBy() {
        QFETCH(int, grouping);
        QFETCH(QString, lane);
        QFETCH(QString, expected);
        LayoutOptions options = m_workspace->layoutOptions();
        options.grouping = static_cast<LaneGrouping>(grouping);
        m_workspace->setLayoutOptions(options);
        m_view->addEvent(emptyPlace(lane, xOf("2002-07-01")));
        QCOMPARE(document().presentCount(), 7U);
        const QString text = QString::fromUtf8(document().eventText(6));
        QVERIFY2(text.contains(expected), qPrintable(text));
    }

    void anArrowLinks() {
        m_workspace->selection()->select(Zeta);
        answerMenu(u"contradicts it"_s);
        m_pointer->drag(linkHandle(*scene().itemOf(Zeta), scene().plot).center(), mark(Gamma).center());
        // What had no id got one.
        const std::vector<Link> links = document().details(Zeta).links;
        QCOMPARE(links.size(), std::size_t{1});
        QCOMPARE(links.front().to, u"gamma"_s);
        QVERIFY(links.front().kind == LinkKind::Contradicts);
        QCOMPARE(document().details(Gamma).id, u"gamma"_s);
        QCOMPARE(scene().links.size(), std::size_t{1});
        m_editor->undoStack()->undo();
        QVERIFY(scene().links.empty());
        QVERIFY(document().changes().empty());
    }

    void anArrowFromAMenuGoesToWhatIsClickedNext() {
        m_workspace->selection()->select(Alpha);
        m_view->startLink();
        m_pointer->move(mark(Delta).center());
        answerMenu(u"leads to it"_s);
        m_pointer->click(mark(Delta).center());
        QCOMPARE(document().details(Alpha).links.size(), std::size_t{2});
        m_view->startLink();
        m_pointer->click(emptyPlace(u"b"_s, xOf("2002-07-01")));
        QCOMPARE(document().details(Alpha).links.size(), std::size_t{2});
    }

    void nothingIsEditedWhereThatIsNotAllowed() {
        m_editor->setReadOnly(u"no"_s);
        m_workspace->selection()->select(Zeta);
        const QPointF from = mark(Zeta).center();
        m_pointer->drag(from, from + QPointF(-80, 0));
        m_pointer->doubleClick(emptyPlace(u"b"_s, xOf("2002-07-01")));
        QVERIFY(document().changes().empty());
    }
};

QTEST_MAIN(TimelineViewEditingTest)
#include "timeline_view_editing_test.moc"
