// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/move_dialog.h"

#include "app/window/window_fixture.h"
#include "document/read/reader.h"
#include "widgets/workspace/editor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

namespace {

const QByteArray observation = R"([
  {"title": "Meal", "date": "2024-05-02T14:30:00", "category": "feed"},
  {"title": "Bath", "date": "2024-05-02T14:40", "category": "bath"},
  {"title": "Hatched", "date": "2023", "category": "<b>life</b>"}
])";

} // namespace

class MoveDialogTest : public WindowFixture {
    Q_OBJECT

    std::unique_ptr<MoveDialog> m_dialog;

    QLineEdit *amount() const { return m_dialog->findChild<QLineEdit *>(); }
    QComboBox *which() const { return m_dialog->findChild<QComboBox *>(); }
    QPushButton *ok() const {
        return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QString said() const {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            texts += label->text();
        }
        return texts.join(u'\n');
    }
    QString date(EventIndex event) const { return workspace().document()->details(event, 0).date; }
    void open() {
        QVERIFY(m_window->open(fileOf("observation.json", observation)));
        m_dialog = std::make_unique<MoveDialog>(workspace());
    }

private Q_SLOTS:
    void init() { makeOne(); }
    void cleanup() {
        m_dialog.reset();
        m_window.reset();
    }

    void saysWhatTheAmountMeans() {
        open();
        QVERIFY(!ok()->isEnabled());
        QVERIFY(said().contains(u"PT7M12S"_s));
        amount()->setText(u"-7 min 12 s"_s);
        QVERIFY(said().contains(u"7 minutes 12 seconds earlier"_s));
        amount()->setText(u"-7 parsecs"_s);
        QVERIFY(said().contains(u"“parsecs” is no unit of time"_s));
        QVERIFY(!ok()->isEnabled());
        amount()->setText(u"0 s"_s);
        QVERIFY(said().contains(u"no time at all"_s));
        QVERIFY(!ok()->isEnabled());
    }

    void showsWhatBecomesOfTheDates() {
        open();
        workspace().selection()->selectAll();
        m_dialog = std::make_unique<MoveDialog>(workspace());
        QCOMPARE(which()->currentText(), u"3 selected events"_s);
        amount()->setText(u"-7 min 12 s"_s);
        QTRY_VERIFY(ok()->isEnabled());
        QVERIFY2(said().contains(u"Meal: 2 May 2024 14:30:00 → 2 May 2024 14:22:48"_s), qPrintable(said()));
        QVERIFY(said().contains(u"1 of 3 stays: its year is all that is known"_s));
        QCOMPARE(ok()->text(), u"&Move 2"_s);
    }

    void nothingMovesIsSaid() {
        open();
        workspace().selection()->select(2);
        m_dialog = std::make_unique<MoveDialog>(workspace());
        QCOMPARE(which()->currentText(), u"1 selected event"_s);
        amount()->setText(u"3 days"_s);
        QTRY_VERIFY(said().contains(u"1 of 1 stays: its year is all that is known"_s));
        QVERIFY(!ok()->isEnabled());
    }

    void aLaneIsAChoice() {
        open();
        QCOMPARE(which()->count(), 3);
        which()->setCurrentIndex(which()->findData(u"<b>life</b>"_s));
        QVERIFY(which()->currentText().contains(u"<b>life</b>"_s));
        QCOMPARE(m_dialog->events(), std::vector<EventIndex>{2});
        amount()->setText(u"1 year"_s);
        QTRY_VERIFY(ok()->isEnabled());
        QVERIFY(said().contains(u"Hatched: 2023 → 2024"_s));
    }

    void theMenuMovesInOneStep() {
        QVERIFY(m_window->open(fileOf("observation.json", observation)));
        workspace().selection()->selectAll();
        answerNext<MoveDialog>(this, [](MoveDialog &dialog) {
            dialog.findChild<QLineEdit *>()->setText(u"-7 min 12 s"_s);
            QPushButton *move = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
            QTRY_VERIFY(move->isEnabled());
            move->click();
        });
        QVERIFY(action(u"Move by…"_s)->isEnabled());
        action(u"Move by…"_s)->trigger();
        QCOMPARE(date(0), u"2024-05-02T14:22:48"_s);
        QCOMPARE(date(1), u"2024-05-02T14:33"_s);
        QCOMPARE(date(2), u"2023"_s);
        QVERIFY(action(u"Undo Move by -7 min 12 s"_s) != nullptr);
        action(u"Undo Move by -7 min 12 s"_s)->trigger();
        QCOMPARE(date(0), u"2024-05-02T14:30:00"_s);
        QCOMPARE(date(1), u"2024-05-02T14:40"_s);
    }

    void nothingToMoveIsNoChoice() {
        QVERIFY(m_window->open(fileOf("none.json", "[]")));
        QVERIFY(!action(u"Move by…"_s)->isEnabled());
        QVERIFY(m_window->open(fileOf("observation.json", observation)));
        QVERIFY(action(u"Move by…"_s)->isEnabled());
    }

    void readingAgainKeepsTheChoice() {
        open();
        workspace().selection()->select(1);
        m_dialog = std::make_unique<MoveDialog>(workspace());
        amount()->setText(u"1 year"_s);
        QTRY_VERIFY(ok()->isEnabled());
        QByteArray grown = observation;
        grown.replace("[\n", "[\n  {\"title\": \"Sleep\", \"date\": \"2024\", \"category\": \"feed\"},\n");
        grown.replace("\"title\": \"Bath\"", "\"title\": \"Bath\", \"id\": \"b\"");
        workspace().setDocument(readDocument(grown).document, true); // the event that was chosen has no id
        QTRY_VERIFY(!workspace().isArranging());
        QCOMPARE(which()->currentIndex(), -1);
        QVERIFY(!which()->placeholderText().isEmpty());
        QVERIFY(!ok()->isEnabled());
        QVERIFY(m_dialog->events().empty());

        workspace().selection()->select(2);
        m_dialog = std::make_unique<MoveDialog>(workspace());
        amount()->setText(u"1 year"_s);
        grown.replace("[\n", "[\n  {\"title\": \"Sleep\", \"date\": \"2024\"},\n");
        workspace().setDocument(readDocument(grown).document, true);
        QTRY_VERIFY(!workspace().isArranging());
        QCOMPARE(which()->currentText(), u"1 selected event"_s);
        QCOMPARE(m_dialog->events(), std::vector<EventIndex>{3});
        QTRY_COMPARE(ok()->text(), u"&Move 1"_s);
    }

    void aLaneThatVanishesIsNoChoice() {
        open();
        which()->setCurrentIndex(which()->findData(u"bath"_s));
        amount()->setText(u"1 year"_s);
        QTRY_VERIFY(ok()->isEnabled());
        QByteArray other = observation;
        other.replace("\"bath\"", "\"feed\"");
        workspace().setDocument(readDocument(other).document, true);
        QTRY_VERIFY(!workspace().isArranging());
        QCOMPARE(which()->currentIndex(), -1);
        QVERIFY(!ok()->isEnabled());
        which()->setCurrentIndex(which()->findData(u"feed"_s));
        QCOMPARE(m_dialog->events(), (std::vector<EventIndex>{0, 1}));
        QTRY_VERIFY(ok()->isEnabled());
    }

    void readingAgainListsAnew() {
        open();
        amount()->setText(u"1 year"_s);
        QTRY_VERIFY(ok()->isEnabled());
        QVERIFY(m_window->open(fileOf("none.json", "[]")));
        QCOMPARE(which()->count(), 0);
        QVERIFY(!ok()->isEnabled());
        QVERIFY(m_dialog->events().empty());
    }
};

QTEST_MAIN(MoveDialogTest)
#include "move_dialog_test.moc"
