// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/edit/new_events.h"
#include "document/saved_bytes.h"
#include "widgets/editor_fixture.h"
#include "widgets/lists/undated_model.h"
#include "widgets/view/timeline_view.h"

#include <QDropEvent>
#include <QMimeData>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

const QByteArray letters = R"({
  "events": [
    {"id": "a", "title": "A", "date": "2001"},
    {"id": "b", "title": "B", "date": "2003", "category": "c"}
  ],
  "undated": [
    {"id": "x", "title": "X"},
    {"id": "y", "title": "Y", "category": "d", "links": [{"to": "x"}]}
  ]
}
)";
enum Event : EventIndex { A, B, X, Y };

} // namespace

/// Events without a date in the window: they are in lists, and come onto the timeline and go.
class UndatedEventsTest : public EditorFixture {
    Q_OBJECT

    std::unique_ptr<UndatedModel> m_undated;
    std::unique_ptr<QAbstractItemModelTester> m_undatedTester;

    QStringList undated() const {
        QStringList list;
        for (int row = 0; row < m_undated->rowCount(); ++row) {
            list += m_undated->index(row).data().toString();
        }
        return list;
    }

private Q_SLOTS:
    void init() {
        m_undatedTester.reset();
        m_undated.reset();
        makeOne();
        show(letters);
        m_undated = std::make_unique<UndatedModel>(m_workspace.get());
        m_undatedTester = std::make_unique<QAbstractItemModelTester>(
            m_undated.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup() {
        undoAndRedo();
        m_undatedTester.reset();
        m_undated.reset();
    }

    void areInTheListsAndNotOnTheTimeline() {
        QCOMPARE(undated(), (QStringList{u"X"_s, u"Y"_s}));
        QCOMPARE(m_workspace->events()->rowCount(), 4);
        QCOMPARE(m_workspace->layout().lanes().eventCount, EventIndex{2});
        m_workspace->setQuery(u"y"_s);
        QCOMPARE(undated(), QStringList{u"Y"_s});
        QCOMPARE(m_workspace->layout().lanes().eventCount, EventIndex{0});
        m_workspace->setQuery({});
    }

    void aDateKeepsIndexAndSelection() {
        m_workspace->selection()->select(X);
        QVERIFY(m_editor->setField({X}, u"date"_s, u"2002"_s));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{X});
        QTRY_COMPARE(undated(), QStringList{u"Y"_s});
        QCOMPARE(m_workspace->layout().lanes().eventCount, EventIndex{3});
        QCOMPARE(steps().count(), 1);
        m_editor->undo();
        QCOMPARE(saved(), letters);
        QTRY_COMPARE(undated(), (QStringList{u"X"_s, u"Y"_s}));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{X});
    }

    void withoutADateAnEventLeavesTheTimeline() {
        QVERIFY(m_editor->setField({A, B}, u"date"_s, QJsonValue::Undefined));
        QTRY_COMPARE(undated(), (QStringList{u"A"_s, u"B"_s, u"X"_s, u"Y"_s}));
        QCOMPARE(m_workspace->layout().lanes().eventCount, EventIndex{0});
    }

    /// It has no other list for what has none: there it stays.
    void inABareArrayItStaysWithAFinding_data() {
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("empty") << QJsonValue(u""_s);
        QTest::newRow("taken out") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    }
    void inABareArrayItStaysWithAFinding() {
        QFETCH(QJsonValue, value);
        show(R"([{"title": "A", "date": "2001"}])");
        QVERIFY(m_editor->setField({0}, u"date"_s, value));
        QTRY_COMPARE(undated(), QStringList(u"A"_s));
        QCOMPARE(document().findings().size(), std::size_t{1});
        QVERIFY(m_editor->add({{u"title"_s, u"New"_s}}));
        QTRY_COMPARE(undated(), (QStringList{u"A"_s, u"New"_s}));
        QVERIFY(m_editor->setField({0}, u"date"_s, u"2001"_s));
        QTRY_COMPARE(undated(), QStringList(u"New"_s));
        m_editor->undoStack()->setIndex(0);
        QVERIFY(document().findings().empty());
        QCOMPARE(savedBytes(document()), QByteArray(R"([{"title": "A", "date": "2001"}])"));
    }

    /// What cannot be read stays as it is while something else is edited, and cannot be made.
    void aDateThatCannotBeReadIsKept() {
        show(R"({"events": [{"title": "A", "date": "some day"}, {"title": "B", "date": "2001"}]})");
        QTRY_COMPARE(undated(), QStringList(u"A"_s));
        QVERIFY(!m_editor->setField({1}, u"date"_s, u"some day"_s));
        QVERIFY(wasRefused());
        QVERIFY(m_editor->setField({0}, u"title"_s, u"Another"_s));
        QCOMPARE(
            savedBytes(document()),
            QByteArray(
                R"({"events": [{"title": "Another", "date": "some day"}, {"title": "B", "date": "2001"}]})"));
        QVERIFY(m_editor->setField({0}, u"date"_s, u"2003"_s));
        QTRY_COMPARE(undated(), QStringList());
        QVERIFY(document().findings().empty());
    }

    void newOnesNeedNoDate() {
        QVERIFY(m_editor->add({{u"title"_s, u"New"_s}}));
        QTRY_COMPARE(undated(), (QStringList{u"X"_s, u"Y"_s, u"New"_s}));
        m_editor->duplicate({X});
        QTRY_COMPARE(undated().size(), 4);
        m_editor->remove({X});
        QTRY_COMPARE(undated().size(), 3);
    }

    void areCopiedAndPastedAsTheyAre() {
        const QByteArray copied = timeline::copied(document(), {A, X, Y});
        m_editor->paste(copied);
        QCOMPARE(document().undatedCount(), EventIndex{4});
        QCOMPARE(document().placedCount(), EventIndex{3});
        show(R"([{"title": "bare", "date": "2000", "category": "d"}])");
        m_editor->paste(copied);
        QCOMPARE(document().placedCount(), EventIndex{2});
        QCOMPARE(document().undatedCount(), EventIndex{2});
    }

    void areShownOnNoTimeline() {
        const Viewport before = m_workspace->navigation()->viewport();
        m_workspace->reveal(X);
        m_workspace->bringIntoView(X);
        m_workspace->frame(document().span(X));
        QCOMPARE(m_workspace->navigation()->destination(), before);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(X));
    }

    void comeLastInTheOrderOfDates() {
        for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_workspace->events()->sort(EventModel::DateColumn, direction);
            QCOMPARE(titles(*m_workspace->events()).sliced(2), (QStringList{u"X"_s, u"Y"_s}));
        }
        m_workspace->events()->sort(-1, Qt::AscendingOrder);
    }

    void areDroppedOnTheTimeline() {
        const Fonts fonts;
        TimelineView view(*m_workspace, fonts);
        view.setEditor(m_editor.get());
        view.resize(900, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        m_workspace->selection()->select(X);
        const std::unique_ptr<QMimeData> data(
            m_undated->mimeData({m_undated->indexOf(X), m_undated->indexOf(Y)}));
        QCOMPARE(UndatedModel::dragged(data.get()), (std::vector<EventIndex>{X, Y}));
        const QRectF mark = view.scene().itemOf(B)->rect;
        const auto sendDrop = [&](QPointF at) {
            QDragEnterEvent enter(at.toPoint(), Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view.viewport(), &enter);
            QDropEvent drop(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view.viewport(), &drop);
            return drop.isAccepted();
        };
        QVERIFY(!sendDrop({2, 2})); // beside it
        QVERIFY(sendDrop(mark.center()));
        QCOMPARE(steps().count(), 1);
        QVERIFY(document().isPlaced(X) && document().isPlaced(Y));
        QVERIFY2(document().details(X).date.startsWith("2003"_L1), qPrintable(document().details(X).date));
        QCOMPARE(document().details(X).category, u"c"_s); // the lane's
        QCOMPARE(document().details(Y).category, u"d"_s); // its own
        QVERIFY(m_workspace->selection()->contains(X));
    }

    void whatOthersDragIsNothing() {
        QMimeData data;
        data.setText(u"text"_s);
        QVERIFY(UndatedModel::dragged(&data).empty());
        QVERIFY(UndatedModel::dragged(nullptr).empty());
    }
};

QTEST_MAIN(UndatedEventsTest)
#include "undated_events_test.moc"
