// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window_fixture.h"
#include "widgets/view/timeline_view.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>

using namespace timeline;
using namespace timeloom;

namespace {

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

} // namespace

class MainWindowTest : public WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { m_window.reset(); }

    void badEventsAreProblems() {
        QVERIFY(m_window->open(
            fileOf("bad.json",
                   "[{\"title\": \"good\", \"date\": \"2020\"}, {\"title\": \"bad\", \"date\": \"x\"}]")));
        QCOMPARE(workspace().document()->placedCount(), 1U);
        const auto *problems = m_window->findChild<QDockWidget *>(QStringLiteral("problems"));
        QCOMPARE(problems->windowTitle(), QStringLiteral("Problems (1)"));
        QVERIFY(m_window->open(QStringLiteral(":story")));
        QCOMPARE(problems->windowTitle(), QStringLiteral("Problems"));
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

    /// The words of the format, then those of the file.
    void theMenuOffersTheStatusesOfTheFile() {
        QVERIFY(m_window->open(fileOf("own.json",
                                      "[{\"title\": \"A\", \"date\": \"2001\", \"status\": \"in & out\"},"
                                      "{\"title\": \"B\", \"date\": \"2002\"}]")));
        workspace().selection()->select(1);
        QMenu *menu = action(QStringLiteral("Set the status"))->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 7);
        QCOMPARE(menu->actions().constLast()->text(), QStringLiteral("in && out"));
        menu->actions().constLast()->trigger();
        QCOMPARE(workspace().document()->details(1).ownStatus, QStringLiteral("in & out"));
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
