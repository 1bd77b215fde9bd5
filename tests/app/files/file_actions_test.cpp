// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/conflict_dialog.h"
#include "app/files/journal.h"
#include "app/shell/foot.h"
#include "app/window/main_window.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

namespace {

const QByteArray three = "[{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\"},\n"
                         " {\"id\": \"b\", \"title\": \"B\", \"date\": \"2005\"},\n"
                         " {\"id\": \"c\", \"title\": \"C\", \"date\": \"2010\"}]\n";

QByteArray with(QByteArray text, const QByteArray &from, const QByteArray &to) {
    return text.replace(from, to);
}

/// Presses the button with this text, however it is underlined.
void press(QMessageBox &box, const QString &text) {
    for (QAbstractButton *button : box.buttons()) {
        if (button->text().remove(u'&') == text) {
            button->click();
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + text));
}

} // namespace

/// What happens to edits, as people meet it: in the window.
class FileActionsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QString m_file;

    void makeWindow() {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    QString title(EventIndex event) const { return m_window->workspace().document()->eventTitle(event); }
    void setTitle(EventIndex event, const QString &text) {
        m_window->editor().setField({event}, u"title"_s, text);
    }
    void trigger(const QString &text) {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->text().remove(u'&') == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(u"no action "_s + text));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_STATE_HOME", home.path("state").toUtf8()); }
    void init() {
        QSettings().clear();
        m_file = home.path("events.json");
        QVERIFY(write(m_file, three));
        Journal(m_file).remove();
        makeWindow();
        QVERIFY(m_window->open(m_file));
    }
    void cleanup() { m_window.reset(); }

    void savesOneLine() {
        QVERIFY(!m_window->isWindowModified());
        setTitle(1, u"Beta"_s);
        QVERIFY(m_window->isWindowModified());
        trigger(u"Save"_s);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(read(m_file), with(three, "\"B\"", "\"Beta\""));
        trigger(u"Undo"_s + u" Change of title"_s);
        QVERIFY(m_window->isWindowModified());
        trigger(u"Save"_s);
        QCOMPARE(read(m_file), three);
    }

    void closingAsks_data() {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("saves");
        QTest::newRow("cancel") << int(QMessageBox::Cancel) << false << false;
        QTest::newRow("discard") << int(QMessageBox::Discard) << true << false;
        QTest::newRow("save") << int(QMessageBox::Save) << true << true;
    }
    void closingAsks() {
        QFETCH(int, answer);
        QFETCH(bool, closes);
        QFETCH(bool, saves);
        setTitle(0, u"Alpha"_s);
        answerNext<QMessageBox>(this, [answer](QMessageBox &box) {
            box.button(static_cast<QMessageBox::StandardButton>(answer))->click();
        });
        QCOMPARE(m_window->close(), closes);
        QCOMPARE(read(m_file), saves ? with(three, "\"A\"", "\"Alpha\"") : three);
        m_window.reset();
        QCOMPARE(Journal(m_file).exists(), !closes); // what is left open is what a crash would leave
    }

    void whatWasGivenUpForAFileThatCannotBeReadIsKept() {
        setTitle(0, u"Alpha"_s);
        QTRY_VERIFY(Journal(m_file).exists());
        answerNext<QMessageBox>(this, [this](QMessageBox &box) {
            answerNext<QMessageBox>(this, [](QMessageBox &complaint) { complaint.accept(); });
            box.button(QMessageBox::Discard)->click();
        });
        QVERIFY(!m_window->open(home.path("none.json")));
        QCOMPARE(title(0), u"Alpha"_s);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(Journal(m_file).exists());
    }

    void whatACrashLeftBehindIsOffered() {
        setTitle(0, u"Alpha"_s);
        QTRY_VERIFY(Journal(m_file).exists());
        m_window.release()->deleteLater(); // never closed, and its socket is taken over
        makeWindow();
        QString told;
        answerNext<QMessageBox>(this, [&told](QMessageBox &box) {
            told = box.informativeText();
            press(box, u"Restore the edits"_s);
        });
        QVERIFY(m_window->open(m_file));
        QTRY_COMPARE(title(0), u"Alpha"_s);
        QVERIFY2(told.contains(u"Alpha"_s), qPrintable(told));
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(read(m_file), three);
    }

    void editsOfTheStoryAreOfferedAfterACrash() {
        QVERIFY(m_window->open(u":story"_s));
        setTitle(0, u"Another story"_s);
        QTRY_VERIFY(Journal(u":story"_s).exists());
        m_window.release()->deleteLater();
        makeWindow();
        answerNext<QMessageBox>(this, [](QMessageBox &box) { press(box, u"Restore the edits"_s); });
        QVERIFY(m_window->open(u":story"_s));
        QTRY_COMPARE(title(0), u"Another story"_s);
        // Closed, it asks where to.
        bool wasAskedWhere = false;
        answerNext<QMessageBox>(this, [&](QMessageBox &box) {
            answerNext<QFileDialog>(this, [&](QFileDialog &dialog) {
                wasAskedWhere = true;
                dialog.reject();
            });
            box.button(QMessageBox::Save)->click();
        });
        QVERIFY(!m_window->close());
        QVERIFY(wasAskedWhere);
    }

    /// What others delete stays here, is told, and is written again.
    void aFileThatWasDeletedIsWrittenAgain() {
        setTitle(0, u"Alpha"_s);
        QVERIFY(QFile::remove(m_file));
        QTRY_VERIFY(m_window->foot().message().contains(u"was deleted or moved"_s));
        QCOMPARE(title(0), u"Alpha"_s);
        trigger(u"Save"_s);
        QCOMPARE(read(m_file), with(three, "\"A\"", "\"Alpha\""));
        QVERIFY(!m_window->isWindowModified());
    }

    void closingAsksAboutAFileThatWasDeleted() {
        QVERIFY(QFile::remove(m_file));
        QTRY_VERIFY(m_window->foot().message().contains(u"was deleted or moved"_s));
        answerNext<QMessageBox>(this, [](QMessageBox &box) { box.button(QMessageBox::Save)->click(); });
        QVERIFY(m_window->close());
        QCOMPARE(read(m_file), three);
    }

    void whatOthersWriteComesIn() {
        QVERIFY(write(m_file, with(three, "\"C\"", "\"Gamma\"")));
        QTRY_COMPARE(title(2), u"Gamma"_s);
    }

    void whatOthersWriteIsBroughtTogetherWithEdits() {
        setTitle(0, u"Alpha"_s);
        QVERIFY(write(m_file, with(three, "\"C\"", "\"Gamma\"")));
        QTRY_COMPARE(title(2), u"Gamma"_s);
        QCOMPARE(title(0), u"Alpha"_s);
        QVERIFY(m_window->isWindowModified());
        trigger(u"Save"_s);
        QCOMPARE(read(m_file), with(with(three, "\"C\"", "\"Gamma\""), "\"A\"", "\"Alpha\""));
    }

    void aConflictIsDecidedByThePerson_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ours") << u"Keep all that is here"_s << u"Alpha"_s;
        QTest::newRow("theirs") << u"Keep all of the file"_s << u"Theirs"_s;
    }
    void aConflictIsDecidedByThePerson() {
        QFETCH(QString, button);
        QFETCH(QString, expected);
        setTitle(0, u"Alpha"_s);
        bool wasAsked = false;
        answerNext<ConflictDialog>(this, [&](ConflictDialog &dialog) {
            wasAsked = true;
            for (QPushButton *each : dialog.findChildren<QPushButton *>()) {
                if (each->text().remove(u'&') == button) {
                    each->click();
                }
            }
            dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        });
        QVERIFY(write(m_file, with(three, "\"A\"", "\"Theirs\"")));
        QTRY_VERIFY(wasAsked);
        QTRY_COMPARE(title(0), expected);
    }

    void eventsAreJsonOnTheClipboard() {
        m_window->workspace().selection()->select(EventIndex{1});
        trigger(u"Copy"_s);
        QVERIFY(QApplication::clipboard()->text().contains(u"\"id\": \"b\""_s));
        trigger(u"Cut"_s);
        QCOMPARE(m_window->workspace().document()->presentCount(), 2U);
        trigger(u"Paste"_s);
        QCOMPARE(m_window->workspace().document()->presentCount(), 3U);
        // And what an editor gives.
        QApplication::clipboard()->setText(u"{\"title\": \"From an editor\", \"date\": \"2003\"},"_s);
        trigger(u"Paste"_s);
        QCOMPARE(m_window->workspace().document()->presentCount(), 4U);
        trigger(u"Save"_s);
        QVERIFY(read(m_file).contains("From an editor"));
    }
};

QTEST_MAIN(FileActionsTest)
#include "file_actions_test.moc"
