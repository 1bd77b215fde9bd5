// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/journal.h"
#include "app/files/window_per_file.h"
#include "app/window/window_fixture.h"

#include <QDir>
#include <QMenu>
#include <QMessageBox>

#include <sys/stat.h>

using namespace timeline;
using namespace timeloom;

class WindowOpeningTest : public WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { m_window.reset(); }

    void opensTheStory() {
        QVERIFY(m_window->open(QStringLiteral(":story")));
        QCOMPARE(workspace().document()->eventCount(), 29U);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("DeepSeek")));
        QVERIFY(m_window->windowFilePath().isEmpty());
        QVERIFY(QSettings().value(QStringLiteral("recentFiles")).toStringList().isEmpty());
        QVERIFY(!m_window->grab().isNull());
    }

    void opensAFileAndRemembersIt() {
        const QString one = fileOf("one.json", three);
        const QString other = fileOf("other & more.json", three);
        QVERIFY(m_window->open(one));
        QVERIFY(m_window->open(other));
        QVERIFY(m_window->open(one));
        QCOMPARE(workspace().document()->eventCount(), 3U);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("one.json")));
        QMenu *recent = nullptr;
        for (QMenu *menu : m_window->findChildren<QMenu *>()) {
            recent = menu->title().remove(u'&') == QStringLiteral("Open recent") ? menu : recent;
        }
        QVERIFY(recent != nullptr);
        Q_EMIT recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 2);
        QVERIFY(recent->actions().at(0)->text().endsWith(QStringLiteral("one.json")));
        recent->actions().at(1)->trigger();
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("other & more.json")));
    }

    void whatCannotBeShownLeavesTheDocument_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("said");
        QTest::newRow("missing") << home.path("none.json") << QStringLiteral("none.json");
        QTest::newRow("a folder") << home.path(".") << QString();
        QTest::newRow("no JSON") << fileOf("broken.json", "[{\"title\": ")
                                 << QStringLiteral("broken.json:1:");
        QTest::newRow("no events") << fileOf("number.json", "3.14") << QStringLiteral("number.json:1:");
        QTest::newRow("<b>name</b>") << home.path("<b>name<") << QStringLiteral("<b>name<");
    }
    void whatCannotBeShownLeavesTheDocument() {
        QFETCH(QString, file);
        QFETCH(QString, said);
        QVERIFY(m_window->open(QStringLiteral(":story")));
        const auto before = workspace().document();
        QString text;
        answerNext<QMessageBox>(this, [&text](QMessageBox &box) {
            text = box.textFormat() == Qt::PlainText ? box.text() : QStringLiteral("not plain");
            box.accept();
        });
        QVERIFY(!m_window->open(file));
        QVERIFY2(text.contains(said), qPrintable(text));
        QCOMPARE(workspace().document(), before);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("DeepSeek")));
    }

    /// Where the first file cannot be opened none is: nothing is saved over it, nothing edited.
    void afterAFirstFileThatCannotBeOpenedNoneIs_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("[{\"title\": ");
        QTest::newRow("no events") << QByteArray("7");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("large, no JSON at its end") << QByteArray("[") + QByteArray(2 << 20, ' ') + "{\"";
    }
    void afterAFirstFileThatCannotBeOpenedNoneIs() {
        QFETCH(QByteArray, bytes);
        const QString title = m_window->windowTitle();
        const QString file = fileOf("broken.json", bytes);
        bool wasTold = false;
        answerNext<QMessageBox>(this, [&wasTold](QMessageBox &box) {
            wasTold = true;
            box.accept();
        });
        m_window->open(file);
        QTRY_VERIFY(wasTold);
        QCOMPARE(m_window->windowTitle(), title);
        QVERIFY(!QSettings().contains(QStringLiteral("recentFiles")));
        QVERIFY(!m_window->editor().canEdit());
        action(QStringLiteral("Save"))->trigger();
        action(QStringLiteral("New event"))->trigger();
        QCOMPARE(read(file), bytes);
        QVERIFY(!m_window->editor().isDirty() && !m_window->isWindowModified());
        QVERIFY(!Journal(file).exists());
        // Nor is it held for this window.
        QVERIFY(!WindowPerFile::raise(file));
        QVERIFY(m_window->open(fileOf("good.json", three)));
        QVERIFY(m_window->editor().canEdit());
    }

    /// Each is told of at once, and nothing waits for it.
    void whatIsNoFileIsRefused_data() {
        QTest::addColumn<QString>("name");
        QCOMPARE(::mkfifo(qPrintable(home.path("pipe")), 0600), 0);
        QTest::newRow("a pipe") << home.path("pipe");
        QTest::newRow("a device") << QStringLiteral("/dev/zero");
        QTest::newRow("a folder") << QDir::tempPath();
    }
    void whatIsNoFileIsRefused() {
        QFETCH(QString, name);
        QString told;
        answerNext<QMessageBox>(this, [&told](QMessageBox &box) {
            told = box.text();
            box.accept();
        });
        QVERIFY(!m_window->open(name));
        QTRY_VERIFY(told.contains(QStringLiteral("expected an events file")));
    }

    void nothingIsInTheWayOfAFileThatWasReadBesideTheWindow() {
        QVERIFY(m_window->open(fileOf("large.json", three + QByteArray(2 << 20, ' '))));
        QTRY_COMPARE(workspace().document()->eventCount(), 3U);
        QTRY_VERIFY(m_window->editor().canEdit());
        QCoreApplication::processEvents();
        QCOMPARE(m_window->foot().message(), QString());
    }

    /// What turns or hides text is written out, in the title bar too.
    void namesAreShownAndNotObeyed() {
        QVERIFY(m_window->open(fileOf("a\u202Enosj[*].json", three)));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("a‹U+202E›nosj[*][*].json[*] – Timeloom"));
        Q_EMIT action(QStringLiteral("Open recent"))->menu()->aboutToShow();
        const QList<QAction *> recent = action(QStringLiteral("Open recent"))->menu()->actions();
        QVERIFY(recent.constFirst()->text().contains(QStringLiteral("‹U+202E›")));
    }

    void aChangedFileIsReadAgainInPlace() {
        const QString file = fileOf("changing.json", three);
        QVERIFY(m_window->open(file));
        workspace().selection()->select(*workspace().document()->findEvent(QStringLiteral("b")));
        workspace().setQuery(QStringLiteral("-C"));
        const auto place = [this](const QString &id) {
            const EventIndex event = *workspace().document()->findEvent(id);
            const AxisSpan span = workspace().layout().axis().span(event);
            return workspace().navigation()->viewport().x((span.begin + span.end) / 2);
        };
        workspace().navigation()->setViewport(
            workspace().navigation()->viewport().zoomedAt(place(QStringLiteral("b")), 3));
        const double before = place(QStringLiteral("b"));
        QByteArray longer = three;
        longer.insert(1, "{\"id\": \"new\", \"title\": \"New\", \"date\": \"2003\"},");
        QVERIFY(write(file, longer));
        QTRY_COMPARE(workspace().document()->eventCount(), 4U);
        QCOMPARE(workspace().selection()->events(), std::vector<EventIndex>{2});
        QCOMPARE(workspace().filter().query(), QStringLiteral("-C"));
        const double now = place(QStringLiteral("b")); // what is selected
        QVERIFY2(std::abs(now - before) < 0.5, qPrintable(QString::number(now - before)));
    }

    void aHalfWrittenFileLeavesTheDocument() {
        const QString file = fileOf("half.json", three);
        QVERIFY(m_window->open(file));
        const auto before = workspace().document();
        QVERIFY(write(file, three.left(40)));
        QTRY_VERIFY(m_window->foot().message().startsWith(QStringLiteral("Not read again")));
        QCOMPARE(workspace().document(), before);
        QVERIFY(write(file, three + "\n"));
        QTRY_VERIFY(workspace().document() != before);
        QCOMPARE(workspace().document()->eventCount(), 3U);
    }

    void reloadsWhenAsked() {
        const QString file = fileOf("asked.json", three);
        QVERIFY(m_window->open(file));
        const auto before = workspace().document();
        action(QStringLiteral("Reload"))->trigger();
        QVERIFY(workspace().document() != before);
        QCOMPARE(workspace().document()->bytes(), before->bytes());
    }
};

QTEST_MAIN(WindowOpeningTest)
#include "window_opening_test.moc"
