// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/list_edit.h"
#include "app/forms/form_fixture.h"

#include <QSignalSpy>
#include <numeric>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// So many events are selected that not each key can be an edit.
class EventFormManyTest : public FormFixture {
    Q_OBJECT

    static constexpr EventIndex count = Editor::few + 100;

    bool isDone() const { return !m_editor->work().isBusy() && m_editor->canEdit(); }

private Q_SLOTS:
    void init() {
        makeOne();
        QByteArrayList many;
        for (EventIndex i = 0; i < count; ++i) {
            many +=
                "{\"title\": \"T\", \"date\": \"2001\", \"tags\": [\"own" + QByteArray::number(i) + "\"]}";
        }
        m_workspace->setDocument(documentOf("{\"events\": [" + many.join(',') + "]}"));
        std::vector<EventIndex> all(count);
        std::iota(all.begin(), all.end(), EventIndex{0});
        select(all);
    }

    void cleanup() { takeAway(); }

    void whatIsTypedIsOneStepWhenTheFieldIsLeft() {
        QSignalSpy edited(m_workspace.get(), &Workspace::documentEdited);
        type(field<QLineEdit>("According to"), u"Somebody"_s);
        QCOMPARE(edited.count(), 0);
        field<QLineEdit>("Title")->setFocus();
        QTRY_VERIFY(isDone() && edited.count() == 1);
        QCOMPARE(details(count - 1).attribution, u"Somebody"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undo();
        QTRY_VERIFY(isDone() && edited.count() == 2);
        QVERIFY(document().changes().empty());
    }

    void orWhenNobodyTypesForAMoment() {
        QSignalSpy edited(m_workspace.get(), &Workspace::documentEdited);
        type(field<QLineEdit>("Place"), u"Here"_s);
        QTRY_COMPARE(edited.count(), 1);
        QTRY_VERIFY(isDone());
        QCOMPARE(details(0).place.title, u"Here"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

    void ofListsOnlyWhatWasAddedIsChanged() {
        type(field<ListEdit>("Tags"), u"more, and"_s);
        field<QLineEdit>("Title")->setFocus();
        QTRY_VERIFY(isDone() && m_editor->undoStack()->count() == 1);
        QCOMPARE(details(7).tags, QStringList({u"own7"_s, u"more"_s, u"and"_s}));
    }

    /// What was typed is for those that were selected then.
    void anotherSelectionComesTooLate() {
        type(field<QLineEdit>("According to"), u"Somebody"_s);
        m_workspace->selection()->select(std::vector<EventIndex>{0});
        QTRY_VERIFY(isDone() && m_editor->undoStack()->count() == 1);
        QCOMPARE(details(count - 1).attribution, u"Somebody"_s);
    }

    void anotherDocumentHasNothingOfIt() {
        type(field<QLineEdit>("According to"), u"Somebody"_s);
        m_workspace->setDocument(documentOf(events));
        field<QLineEdit>("Title")->setFocus();
        QCoreApplication::processEvents();
        QVERIFY(isDone());
        QCOMPARE(m_editor->undoStack()->count(), 0);
        QVERIFY(document().changes().empty());
    }
};

QTEST_MAIN(EventFormManyTest)
#include "event_form_many_test.moc"
