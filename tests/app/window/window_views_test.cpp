// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/view_state.h"
#include "app/window/window_fixture.h"

#include <QFileInfo>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// How a file is looked at, from one window to the next.
class WindowViewsTest : public WindowFixture {
    Q_OBJECT

    QTemporaryDir m_state;

    void zoomIn() const { // by what a step of the wheel does
        workspace().navigation()->setViewport(workspace().navigation()->viewport().zoomedAt(200, 3));
    }

private Q_SLOTS:
    void init() {
        qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
        makeOne();
    }
    void cleanup() { m_window.reset(); }

    void itComesBackInTheNextWindow() {
        const QString file = fileOf("events.json", three);
        QVERIFY(m_window->open(file));
        zoomIn();
        const double scale = workspace().navigation()->viewport().scale();
        const double left = workspace().navigation()->viewport().left();
        QVERIFY(m_window->close());
        m_window =
            std::make_unique<MainWindow>(); // and opens the file before it is shown, as the program does
        QVERIFY(m_window->open(file));
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(std::abs(workspace().navigation()->viewport().scale() / scale - 1) < 0.01);
        QVERIFY(std::abs(workspace().navigation()->viewport().left() - left) < 2 * scale);
    }

    void itComesBackAfterAnotherFile() {
        const QString file = fileOf("events.json", three);
        QVERIFY(m_window->open(file));
        workspace().setQuery(u"B"_s);
        QVERIFY(m_window->open(fileOf("other.json", "[]")));
        QVERIFY(workspace().filter().isEmpty());
        QVERIFY(m_window->open(file));
        QCOMPARE(workspace().filter().query(), u"B"_s);
    }

    void nothingIsKeptOfWhatMayNotBeWritten() {
        const QString file = fileOf("read-only.json", three);
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
        if (QFileInfo(file).isWritable()) {
            QSKIP("whoever runs this may write everything");
        }
        QVERIFY(m_window->open(file));
        zoomIn();
        QVERIFY(m_window->close());
        QVERIFY(!keptViews::read(file));
    }

    void nothingIsKeptOfTheStory() {
        QVERIFY(m_window->open(u":story"_s));
        zoomIn();
        QVERIFY(m_window->close());
        QVERIFY(!keptViews::read(u":story"_s));
    }
};

QTEST_MAIN(WindowViewsTest)
#include "window_views_test.moc"
