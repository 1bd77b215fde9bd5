// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/history_pane.h"
#include "widgets/editor_fixture.h"

#include <numeric>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// The pane for the steps that were made.
class HistoryPaneTest : public EditorFixture {
    Q_OBJECT

    static constexpr EventIndex count = Editor::few + 1;

    bool isDone() const { return !m_editor->work().isBusy() && !m_workspace->isArranging(); }
    static int row(const HistoryPane &pane) { return pane.currentIndex().row(); }
    static void choose(HistoryPane &pane, int row) { pane.setCurrentIndex(pane.model()->index(row, 0)); }

private Q_SLOTS:
    /// Steps of one event, of many, and of one again.
    void init() {
        makeOne();
        QByteArrayList events;
        for (EventIndex i = 0; i < count; ++i) {
            events += "{\"title\": \"T " + QByteArray::number(i) + "\", \"date\": \"2000\"}";
        }
        show(fileOf(events));
        std::vector<EventIndex> all(count);
        std::iota(all.begin(), all.end(), EventIndex{0});
        QVERIFY(m_editor->setField({0}, u"title"_s, u"One"_s));
        QVERIFY(m_editor->setField(all, u"status"_s, u"planned"_s));
        QTRY_VERIFY(isDone() && steps().count() == 2);
        QVERIFY(m_editor->setField({1}, u"title"_s, u"Two"_s));
    }

    void goesToTheStepThatIsChosen() {
        HistoryPane pane(*m_editor);
        QCOMPARE(row(pane), 3);
        const QByteArray after = saved();
        choose(pane, 0);
        QTRY_VERIFY(m_editor->work().isBusy()); // many are taken back beside the window's thread
        QCOMPARE(steps().index(), 2);
        QTRY_VERIFY(isDone() && steps().index() == 0);
        QVERIFY(document().changes().empty());
        QCOMPARE(row(pane), 0);
        choose(pane, 3);
        QTRY_VERIFY(isDone() && steps().index() == 3);
        QCOMPARE(saved(), after);
        QCOMPARE(row(pane), 3);
        choose(pane, 2); // at once
        QCOMPARE(steps().index(), 2);
        QCOMPARE(title(1), u"T 1"_s);
    }

    void showsWhereItIsWhereOneCannotGo() {
        HistoryPane pane(*m_editor);
        choose(pane, 0);
        QTRY_VERIFY(m_editor->work().isBusy());
        m_editor->work().cancel();
        QTRY_COMPARE(row(pane), 2);
        QCOMPARE(steps().index(), 2);
        m_editor->setReadOnly(u"No."_s);
        choose(pane, 1);
        QTRY_COMPARE(row(pane), 2);
        QCOMPARE(steps().index(), 2);
        QCOMPARE(m_refused->count(), 1);
    }

    /// Another edit is not undone by what was still to come.
    void anotherEditEndsIt() {
        HistoryPane pane(*m_editor);
        choose(pane, 0);
        QTRY_VERIFY(m_editor->work().isBusy());
        m_editor->work().cancel();
        QVERIFY(m_editor->setField({2}, u"title"_s, u"Three"_s));
        QCoreApplication::processEvents();
        QCOMPARE(title(2), u"Three"_s);
        QCOMPARE(row(pane), 3);
    }
};

QTEST_MAIN(HistoryPaneTest)
#include "history_pane_test.moc"
