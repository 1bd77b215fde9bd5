// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/status_box.h"
#include "app/forms/form_fixture.h"
#include "app/forms/known_words.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpontaneKeyEvent>
#include <QTranslator>
#include <QWheelEvent>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

namespace {

/// Says "Bestätigt" for "Confirmed".
class German : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override {
        return QByteArrayView(source) == "Confirmed" ? u"Best\u00e4tigt"_s : QString();
    }
};

} // namespace

/// Choosing and typing a status in the form.
class StatusBoxTest : public FormFixture {
    Q_OBJECT

    StatusBox *box() const { return statusBox(); }
    QString status(EventIndex event) const { return statusWord(details(event)); }
    void typeWord(const QString &word) const {
        box()->setFocus();
        type(box(), word);
    }

private Q_SLOTS:
    void init() {
        makeOne();
        m_workspace->setDocument(
            documentOf("[{\"title\": \"A\", \"date\": \"2001\", \"status\": \"triaged\"},"
                       "{\"title\": \"B\", \"date\": \"2002\", \"status\": \"false positive\"},"
                       "{\"title\": \"C\", \"date\": \"2003\"}, {\"title\": \"D\", \"date\": \"2004\", "
                       "\"status\": \"reported\"}]"));
        select({2});
    }
    void cleanup() { takeAway(); }

    void offersTheWordsOfTheFile() {
        QCOMPARE(box()->count(), namedStatusCount);
        box()->showPopup();
        QCOMPARE(box()->count(), namedStatusCount + 2);
        QCOMPARE(box()->itemText(namedStatusCount), u"false positive"_s);
        QCOMPARE(box()->itemText(namedStatusCount + 1), u"triaged"_s);
        box()->view()->setCurrentIndex(box()->model()->index(namedStatusCount, 0));
        QTest::keyClick(box()->view(), Qt::Key_Return);
        QCOMPARE(status(2), u"false positive"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

    void offersNoMoreThanOneReads() {
        QByteArrayList many;
        for (int i = 0; i < 80; ++i) {
            many += "{\"title\": \"A\", \"date\": \"2001\", \"status\": \"w" + QByteArray::number(i) + "\"}";
        }
        m_workspace->setDocument(documentOf('[' + many.join(',') + ']'));
        QCOMPARE(knownStatuses(document()).size(), 50);
    }

    void takesWhatIsTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("another word") << u"in doubt "_s << u"in doubt"_s;
        QTest::newRow("a word of the file") << u"triaged"_s << u"triaged"_s;
        QTest::newRow("a title") << u"Planned"_s << u"planned"_s;
        QTest::newRow("a title in small letters") << u"planned"_s << u"planned"_s;
        QTest::newRow("the beginning of one") << u"plan"_s << u"plan"_s;
        QTest::newRow("nothing") << u""_s << u"confirmed"_s;
        QTest::newRow("what it is") << u"Confirmed"_s << u"confirmed"_s;
    }
    void takesWhatIsTyped() {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        typeWord(typed);
        QCOMPARE(status(2), u"confirmed"_s); // not on the way
        QTest::keyClick(box(), Qt::Key_Return);
        QCOMPARE(status(2), word);
        QCOMPARE(m_editor->undoStack()->count(), word == "confirmed"_L1 ? 0 : 1);
        QCOMPARE(box()->word(), word);
        QVERIFY(!box()->currentText().isEmpty());
    }

    void aTitleInTheUsersLanguageIsItsWord() {
        German german;
        QCoreApplication::installTranslator(&german);
        StatusBox one([] { return QStringList(); });
        one.setWord(u"claimed"_s);
        one.setEditText(u"best\u00e4tigt"_s);
        QCOMPARE(one.word(), u"confirmed"_s);
        one.setEditText(u"confirmed"_s);
        QCOMPARE(one.word(), u"confirmed"_s);
        QCoreApplication::removeTranslator(&german);
    }

    void leavingTakesItOverAndEscapeDoesNot() {
        typeWord(u"in doubt"_s);
        QTest::keyClick(box(), Qt::Key_Escape);
        QCOMPARE(box()->currentText(), u"Confirmed"_s);
        typeWord(u"in doubt"_s);
        field<QLineEdit>("Title")->setFocus();
        QCOMPARE(status(2), u"in doubt"_s);
        typeWord(u"done"_s);
        QKeyEvent save(QEvent::ShortcutOverride, Qt::Key_S, Qt::ControlModifier);
        QCoreApplication::sendEvent(box(), &save);
        QCOMPARE(status(2), u"done"_s);
    }

    void lookingChangesNothing() {
        box()->setFocus();
        for (const int key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown}) {
            QTest::keyClick(box(), static_cast<Qt::Key>(key));
            QVERIFY(box()->view()->isVisible());
            QTest::keyClick(box()->view(), Qt::Key_Down);
            QTest::keyClick(box()->view(), Qt::Key_Down);
            QTest::keyClick(box()->view(), Qt::Key_Escape);
            QVERIFY(!box()->view()->isVisible());
        }
        const QPointF at = box()->rect().center();
        QWheelEvent wheel(at, box()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel);
        qApp->notify(box(), &wheel);
        typeWord(u"doub"_s);
        box()->showPopup(); // to look what there is
        QCOMPARE(status(2), u"confirmed"_s);
        QTest::keyClick(box()->view(), Qt::Key_Escape);
        QTest::keyClick(box(), Qt::Key_Escape);
        field<QLineEdit>("Title")->setFocus();
        QVERIFY(!m_editor->undoStack()->canUndo());
        auto *category = field<QComboBox>("Category");
        category->setFocus();
        QTest::keyClick(category, Qt::Key_Down);
        QTest::keyClick(category->view(), Qt::Key_Down);
        QTest::keyClick(category->view(), Qt::Key_Escape);
        QVERIFY(!m_editor->undoStack()->canUndo());
    }

    void ofSeveralAllGetIt() {
        select({1, 3});
        QCOMPARE(box()->currentText(), QString());
        box()->setFocus();
        QTest::keyClick(box(), Qt::Key_Return);
        QVERIFY(!m_editor->undoStack()->canUndo());
        typeWord(u"triaged"_s);
        QTest::keyClick(box(), Qt::Key_Return);
        QCOMPARE(status(1), u"triaged"_s);
        QCOMPARE(status(3), u"triaged"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }
};

QTEST_MAIN(StatusBoxTest)
#include "status_box_test.moc"
