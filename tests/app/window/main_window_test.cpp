// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/table_pane.h"
#include "app/window/window_fixture.h"
#include "widgets/view/timeline_view.h"

#include <QClipboard>
#include <QMenu>
#include <QStatusTipEvent>
#include <QToolButton>

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
        const auto says = [this](const QString &text) {
            return std::ranges::any_of(m_window->foot().findChildren<QToolButton *>(),
                                       [&text](const QToolButton *button) { return button->text() == text; });
        };
        QVERIFY(says(QStringLiteral("Problems 1")));
        QVERIFY(m_window->open(QStringLiteral(":story")));
        QVERIFY(says(QStringLiteral("Problems 0")));
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
        QCOMPARE(m_window->foot().text(), QStringLiteral("29 events"));
        workspace().setQuery(QStringLiteral("id:r1"));
        QCOMPARE(m_window->foot().text(), QStringLiteral("1 of 29 events"));
    }

    void messagesStandInTheFoot() {
        m_window->foot().tell(QStringLiteral("Saved."), 0);
        m_window->foot().tellOfPointer(QStringLiteral("2021"));
        QCOMPARE(m_window->foot().text(), QStringLiteral("Saved."));
        m_window->foot().tell({}, 0);
        QCOMPARE(m_window->foot().text(), QStringLiteral("2021"));
        QStatusTipEvent tip(QStringLiteral("a tip"));
        QCoreApplication::sendEvent(m_window.get(), &tip);
        QCOMPARE(m_window->foot().text(), QStringLiteral("a tip"));
    }

    void theWindowIsAsItWas() {
        Stage &stage = m_window->stage();
        stage.openSide(2);
        stage.openPane(3);
        stage.openPane(0);
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1700, 900);
        m_window->show();
        QCOMPARE(m_window->stage().side().pages().currentIndex(), 2);
        QCOMPARE(m_window->stage().openedPane(), std::optional(0));
        m_window->stage().closePane();
        m_window->stage().closeSide();
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        QVERIFY(!m_window->stage().isSideOpen());
        QVERIFY(!m_window->stage().openedPane());
    }

    /// A click on the page or pane that is open folds it.
    void theSameAgainFolds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSide");
        for (const char *name : {"Details", "Filter", "History"}) {
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        }
        for (const char *name : {"Table", "Charts", "Problems", "Undated"}) {
            QTest::newRow(name) << QString::fromLatin1(name) << false;
        }
    }
    void theSameAgainFolds() {
        QFETCH(QString, text);
        QFETCH(bool, isSide);
        Stage &stage = m_window->stage();
        stage.closeSide();
        QAction *one = action(text);
        QVERIFY(one != nullptr && !one->isChecked());
        one->trigger();
        QVERIFY(one->isChecked());
        QVERIFY(isSide ? stage.isSideOpen() : stage.openedPane().has_value());
        one->trigger();
        QVERIFY(!one->isChecked());
        QVERIFY(isSide ? !stage.isSideOpen() : !stage.openedPane().has_value());
    }

    /// What is wanted of a pane before the first frame is not lost.
    void opensBeforeTheFirstFrame() {
        m_window = std::make_unique<MainWindow>();
        QVERIFY(!m_window->stage().foot().isMade(0));
        action(QStringLiteral("Table"))->trigger();
        QVERIFY(m_window->stage().foot().isMade(0));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->findChild<TablePane *>()->isVisible());
    }

    void theTimelineStaysWhenThePanesCome() {
        m_window = std::make_unique<MainWindow>();
        const auto *view = m_window->findChild<TimelineView *>();
        FirstPaint first;
        view->viewport()->installEventFilter(&first);
        m_window->show();
        QTRY_VERIFY(m_window->stage().foot().isMade(0));
        QCoreApplication::processEvents();
        m_window->grab(); // whatever is to be laid out
        QCOMPARE(view->viewport()->size(), first.size);
    }

    void foreignSettingsAreNoTrouble() {
        QSettings settings;
        settings.setValue(QStringLiteral("geometry"), QByteArray("nonsense"));
        for (const char *key : {"docked", "sideOpen", "sideWidth", "sidePage", "pane", "paneHeights"}) {
            settings.setValue(QStringLiteral("shell/") + QLatin1StringView(key), QByteArray("nonsense"));
        }
        settings.setValue(QStringLiteral("shell/pane"), 700);
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
