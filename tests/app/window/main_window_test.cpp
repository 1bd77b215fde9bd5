// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/journal.h"
#include "app/files/window_per_file.h"
#include "app/window/main_window.h"
#include "document/read/reader.h"
#include "widgets/view/timeline_view.h"

#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QTest>

#include <sys/stat.h>

using namespace timeline;
using namespace timeloom;

namespace {

const QByteArray three =
    "[{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\"}, {\"id\": \"b\", \"title\": \"B\", \"date\": "
    "\"2005\"}, {\"id\": \"c\", \"title\": \"C\", \"date\": \"2010\"}]";

} // namespace

/// How large a widget is when it is painted for the first time.
class FirstPaint : public QObject {
public:
    QSize size;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::Paint && size.isEmpty()) {
            size = static_cast<QWidget *>(watched)->size();
        }
        return false;
    }
};

class MainWindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Workspace &workspace() const { return m_window->workspace(); }
    /// The action with this text, however it is underlined; nullptr where there is none.
    QAction *action(const QString &text) const {
        for (QAction *candidate : m_window->findChildren<QAction *>()) {
            if (candidate->text().remove(u'&') == text) {
                return candidate;
            }
        }
        return nullptr;
    }
    /// Files or texts brought by the pointer; false where they are not taken.
    static bool dropOn(QWidget *widget, const QMimeData &data) {
        const QPoint at = widget->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &enter);
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &drop);
        return enter.isAccepted() && drop.isAccepted();
    }
    QString fileOf(const char *name, const QByteArray &bytes) const {
        const QString path = home.path("") + u'/' + QString::fromUtf8(name);
        return write(path, bytes) ? path : QString();
    }

private Q_SLOTS:
    void init() {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        for (const QDockWidget *pane : m_window->findChildren<QDockWidget *>()) {
            QTRY_VERIFY(pane->widget() != nullptr); // they come after the first frame
        }
    }
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

    void badEventsAreProblems() {
        QVERIFY(m_window->open(
            fileOf("bad.json",
                   "[{\"title\": \"good\", \"date\": \"2020\"}, {\"title\": \"bad\", \"date\": \"x\"}]")));
        QCOMPARE(workspace().document()->eventCount(), 1U);
        const auto *problems = m_window->findChild<QDockWidget *>(QStringLiteral("problems"));
        QCOMPARE(problems->windowTitle(), QStringLiteral("Problems (1)"));
        QVERIFY(m_window->open(QStringLiteral(":story")));
        QCOMPARE(problems->windowTitle(), QStringLiteral("Problems"));
    }

    void opensWhatIsDropped() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fileOf("dropped.json", three))});
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(workspace().document()->eventCount(), 3U);

        QMimeData remote;
        remote.setUrls({QUrl(QStringLiteral("https://example.org/x.json"))});
        QDragEnterEvent other({300, 300}, Qt::CopyAction, &remote, Qt::LeftButton, Qt::NoModifier);
        other.ignore();
        QCoreApplication::sendEvent(m_window.get(), &other);
        QVERIFY(!other.isAccepted());
    }

    /// Wherever in the window, and no field gets its address.
    void filesAreOpenedWhereverTheyAreDropped_data() {
        QTest::addColumn<QString>("where"); // the accessible name
        for (const char *name : {"Title", "Tags", "Description", "Filter", "Details", "Events", "Status"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void filesAreOpenedWhereverTheyAreDropped() {
        QFETCH(QString, where);
        QVERIFY(m_window->open(fileOf("before.json", three)));
        workspace().selection()->select(EventIndex{1});
        Q_EMIT m_window->findChild<TimelineView *>()->editRequested(EventIndex{1});
        QCoreApplication::processEvents();
        QWidget *target = nullptr;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            target = widget->accessibleName() == where ? widget : target;
        }
        QVERIFY(target != nullptr);
        if (auto *area = qobject_cast<QAbstractScrollArea *>(target)) {
            target = area->viewport();
        }
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fileOf("dropped.json", "[]"))});
        data.setText(QStringLiteral("file:///dropped.json"));
        QVERIFY(dropOn(target, data));
        QTRY_COMPARE(workspace().document()->eventCount(), 0U);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("dropped.json")));
        QVERIFY(!m_window->editor().isDirty() && workspace().filter().query().isEmpty());
    }

    void textThatIsDroppedIsTheFields() {
        auto *filter = m_window->findChildren<QLineEdit *>().constFirst();
        for (QLineEdit *line : m_window->findChildren<QLineEdit *>()) {
            filter = line->accessibleName() == QStringLiteral("Filter") ? line : filter;
        }
        QMimeData data;
        data.setText(QStringLiteral("words"));
        QVERIFY(dropOn(filter, data));
        QCOMPARE(filter->text(), QStringLiteral("words"));
    }

    void panesOfTheirOwnTakeFilesToo() {
        auto *dock = m_window->findChild<QDockWidget *>(QStringLiteral("legend"));
        dock->setFloating(true);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fileOf("dropped.json", three))});
        QVERIFY(dock->acceptDrops());
        QVERIFY(dropOn(dock, data));
        QTRY_COMPARE(workspace().document()->eventCount(), 3U);
    }

    void ofSeveralFilesTheFirstIsOpened() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fileOf("first.json", three)),
                      QUrl::fromLocalFile(fileOf("second.json", "[]"))});
        QVERIFY(dropOn(m_window.get(), data));
        QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("first.json")));
        QCOMPARE(workspace().document()->eventCount(), 3U);
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
        QCOMPARE(m_window->statusBar()->currentMessage(), QString());
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
        workspace().navigation()->setViewport(workspace().navigation()->viewport().zoomedAt(300, 3));
        const Viewport before = workspace().navigation()->viewport();
        QByteArray longer = three;
        longer.insert(1, "{\"id\": \"new\", \"title\": \"New\", \"date\": \"2003\"},");
        QVERIFY(write(file, longer));
        QTRY_COMPARE(workspace().document()->eventCount(), 4U);
        QCOMPARE(workspace().selection()->events(), std::vector<EventIndex>{2});
        QCOMPARE(workspace().filter().query(), QStringLiteral("-C"));
        QVERIFY(std::abs(workspace().navigation()->viewport().x(before.left())) < 0.5);
        QVERIFY(std::abs(workspace().navigation()->viewport().scale() / before.scale() - 1) < 1e-3);
    }

    void aHalfWrittenFileLeavesTheDocument() {
        const QString file = fileOf("half.json", three);
        QVERIFY(m_window->open(file));
        const auto before = workspace().document();
        QVERIFY(write(file, three.left(40)));
        QTRY_VERIFY(m_window->statusBar()->currentMessage().startsWith(QStringLiteral("Not read again")));
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

    void actionsMoveTheView() {
        QVERIFY(m_window->open(QStringLiteral(":story")));
        const Viewport all = workspace().navigation()->viewport();
        QVERIFY(!action(QStringLiteral("Back"))->isEnabled());
        action(QStringLiteral("Zoom in"))->trigger();
        QTRY_VERIFY(workspace().navigation()->viewport().scale() < all.scale() * 0.7);
        QVERIFY(action(QStringLiteral("Back"))->isEnabled());
        action(QStringLiteral("Back"))->trigger();
        QTRY_COMPARE(workspace().navigation()->viewport(), all);
        QVERIFY(action(QStringLiteral("Forward"))->isEnabled());
        action(QStringLiteral("Zoom out"))->trigger();
        action(QStringLiteral("Show everything"))->trigger();
        QTRY_COMPARE(workspace().navigation()->viewport(), all);
    }

    void foldingIsAnOption() {
        QVERIFY(m_window->open(QStringLiteral(":story")));
        QAction *fold = action(QStringLiteral("Fold empty stretches"));
        QVERIFY(fold->isChecked());
        QVERIFY(!workspace().layout().scale().isLinear());
        fold->trigger();
        QVERIFY(!fold->isChecked());
        QVERIFY(workspace().layout().scale().isLinear());
    }

    void copiesThePicture() {
        QVERIFY(m_window->open(QStringLiteral(":story")));
        action(QStringLiteral("Copy picture"))->trigger();
        const QImage image = QGuiApplication::clipboard()->image();
        QCOMPARE(image.width(), qRound(workspace().sceneSize().width() * 2));
    }

    void countsTheEvents() {
        QVERIFY(m_window->open(QStringLiteral(":story")));
        const auto says = [this](const QString &text) {
            const auto labels = m_window->statusBar()->findChildren<QLabel *>();
            return std::ranges::any_of(labels,
                                       [&text](const QLabel *label) { return label->text().contains(text); });
        };
        QVERIFY(says(QStringLiteral("29")));
        workspace().setQuery(QStringLiteral("id:r1"));
        QVERIFY(says(QStringLiteral("1 of 29")));
    }

    void panesAreWhereTheyWere() {
        auto *details = m_window->findChild<QDockWidget *>(QStringLiteral("details"));
        QVERIFY(details->isVisible());
        details->close();
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(!m_window->findChild<QDockWidget *>(QStringLiteral("details"))->isVisible());
        QVERIFY(m_window->findChild<QDockWidget *>(QStringLiteral("legend"))->isVisible());
    }

    /// What is asked of a pane before the first frame is not lost.
    void findsBeforeTheFirstFrame() {
        m_window = std::make_unique<MainWindow>();
        const auto *table = m_window->findChild<QDockWidget *>(QStringLiteral("table"));
        QVERIFY(table->widget() == nullptr);
        action(QStringLiteral("Filter and find…"))->trigger();
        QVERIFY(table->widget() != nullptr);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(table->isVisible());
    }

    void theTimelineStaysWhenThePanesCome() {
        m_window = std::make_unique<MainWindow>();
        const auto *view = m_window->findChild<TimelineView *>();
        FirstPaint first;
        view->viewport()->installEventFilter(&first);
        m_window->show();
        const auto *table = m_window->findChild<QDockWidget *>(QStringLiteral("table"));
        QTRY_VERIFY(table->widget() != nullptr);
        QCoreApplication::processEvents();
        m_window->grab(); // whatever is to be laid out
        QCOMPARE(view->viewport()->size(), first.size);
    }

    void foreignSettingsAreNoTrouble() {
        QSettings settings;
        settings.setValue(QStringLiteral("geometry"), QByteArray("nonsense"));
        settings.setValue(QStringLiteral("panes"), 7);
        settings.setValue(QStringLiteral("recentFiles"), 3.5);
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(m_window->open(QStringLiteral(":story")));
    }

    void closesWhileMoving() {
        QVERIFY(m_window->open(QStringLiteral(":story")));
        action(QStringLiteral("Zoom in"))->trigger();
        m_window.reset();
        QVERIFY(m_window == nullptr);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
