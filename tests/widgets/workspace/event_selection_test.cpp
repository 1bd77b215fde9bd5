// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timeline;

using Flags = QItemSelectionModel::SelectionFlags;

/// Events that are selected, whatever rows they are in, and what Qt's views are told of them.
class EventSelectionTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;

    EventSelection &selection() const { return *m_workspace->selection(); }
    QItemSelection rows(int first, int last) const {
        const EventModel &model = *m_workspace->events();
        return {model.index(first, 0), model.index(last, EventModel::columns - 1)};
    }
    bool isSelectedForQt(int row) const {
        return selection().isSelected(m_workspace->events()->index(row, EventModel::TitleColumn));
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
    }

    /// What Qt makes of a run of commands, told by rows, is what is selected, told by events.
    void commandsDoWhatTheyDoInQt_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("query");
        QTest::newRow("the file's order") << -1 << QString();
        QTest::newRow("sorted") << static_cast<int>(EventModel::TitleColumn) << QString();
        QTest::newRow("filtered") << -1 << QStringLiteral("-zeta");
        QTest::newRow("sorted and filtered")
            << static_cast<int>(EventModel::DateColumn) << QStringLiteral("-zeta");
    }
    void commandsDoWhatTheyDoInQt() {
        QFETCH(int, column);
        QFETCH(QString, query);
        m_workspace->events()->sort(column);
        m_workspace->setQuery(query);
        QItemSelectionModel plain(m_workspace->events());
        struct Command {
            int first, last;
            Flags how;
        };
        using Model = QItemSelectionModel;
        const Command commands[] = {
            {0, 1, Model::ClearAndSelect}, {1, 3, Model::Toggle},        {4, 4, Model::Select},
            {2, 4, Model::SelectCurrent},  {2, 3, Model::SelectCurrent}, {0, 0, Model::Deselect},
            {1, 4, Model::ToggleCurrent},  {1, 2, Model::ToggleCurrent}, {0, 4, Model::NoUpdate},
            {3, 3, Model::ClearAndSelect}, {0, 0, Model::Clear}};
        for (const Command &command : commands) {
            plain.select(rows(command.first, command.last), command.how | Model::Rows);
            selection().select(rows(command.first, command.last), command.how | Model::Rows);
            std::vector<EventIndex> expected;
            for (int row = 0; row < m_workspace->events()->rowCount(); ++row) {
                if (plain.isRowSelected(row)) {
                    expected.push_back(m_workspace->events()->eventAt(row));
                }
                QCOMPARE(isSelectedForQt(row), plain.isRowSelected(row));
            }
            std::ranges::sort(expected);
            QCOMPARE(selection().events(), expected);
            QCOMPARE(selection().count(), static_cast<EventIndex>(expected.size()));
            QCOMPARE(selection().hasSelection(), !expected.empty());
        }
    }

    void tellsOnceOfEachChange() {
        QSignalSpy changes(&selection(), &EventSelection::changed);
        selection().select(std::vector<EventIndex>{1, 3});
        selection().select(std::vector<EventIndex>{3, 1});
        QCOMPARE(changes.size(), 1);
        selection().selectAll();
        QCOMPARE(changes.size(), 2);
        selection().clearSelection();
        QCOMPARE(changes.size(), 3);
        QVERIFY(selection().isEmpty());
    }

    void givesNoMoreThanAreAskedFor() {
        selection().select(std::vector<EventIndex>{5, 0, 3});
        QCOMPARE(selection().first(2), (std::vector<EventIndex>{0, 3}));
        QCOMPARE(selection().first(9), (std::vector<EventIndex>{0, 3, 5}));
        QVERIFY(selection().first(0).empty());
    }

    /// A selection in thousands of pieces is whole, and Qt's views see it where they look.
    void manyPiecesAreSeenWhereOneLooks() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        EventModel &model = *m_workspace->events();
        std::vector<EventIndex> every;
        for (EventIndex event = 0; event < m_workspace->document()->eventCount(); event += 2) {
            every.push_back(event);
        }
        selection().select(every);
        QCOMPARE(selection().events(), every);
        for (const int column : {-1, static_cast<int>(EventModel::TitleColumn)}) {
            model.sort(column);
            QTRY_VERIFY(!model.isBusy());
            QCOMPARE(selection().events(), every);
            for (const int seen : {0, model.rowCount() / 2, model.rowCount() - 40}) {
                selection().look(seen, seen + 39);
                QVERIFY(selection().selection().size() < 1000);
                for (int row = seen; row < seen + 40; ++row) {
                    QCOMPARE(isSelectedForQt(row), selection().contains(model.eventAt(row)));
                }
            }
        }
        // One more, by a key with Ctrl: the others stay.
        const EventIndex other = model.eventAt(model.rowCount() - 1) / 2 * 2 + 1;
        selection().select(other, QItemSelectionModel::Toggle);
        QCOMPARE(selection().count(), static_cast<EventIndex>(every.size() + 1));
        QVERIFY(selection().contains(other));
        selection().clearSelection();
        QVERIFY(selection().isEmpty() && !selection().hasSelection());
    }

    void allStayWhateverTheOrderOfMany() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        selection().selectAll();
        m_workspace->events()->sort(EventModel::TitleColumn);
        QTRY_VERIFY(!m_workspace->events()->isBusy());
        QCOMPARE(selection().count(), m_workspace->document()->eventCount());
        QCOMPARE(selection().selection().size(), 1);
        m_workspace->setQuery(QStringLiteral("\"title 77\""));
        QTRY_VERIFY(!m_workspace->isArranging());
        const auto shown = static_cast<EventIndex>(m_workspace->events()->rowCount());
        QVERIFY(shown > 0 && shown < m_workspace->document()->eventCount());
        QCOMPARE(selection().count(), shown);
        m_workspace->setQuery(QString());
        QTRY_VERIFY(!m_workspace->isArranging());
        QCOMPARE(selection().count(), shown); // what was hidden is not selected any more
    }

    void anEventThatGoesIsNotSelected() {
        selection().selectAll();
        QSignalSpy changes(&selection(), &EventSelection::changed);
        const DocumentEdit back = m_workspace->apply({{{2, QByteArray()}}, {}});
        QCOMPARE(selection().events(), (std::vector<EventIndex>{0, 1, 3, 4, 5}));
        QCOMPARE(changes.size(), 1);
        m_workspace->apply(back);
        QVERIFY(!selection().contains(2));
    }
};

QTEST_GUILESS_MAIN(EventSelectionTest)
#include "event_selection_test.moc"
