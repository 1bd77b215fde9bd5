// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/search_field.h"
#include "app/window/window_fixture.h"
#include "widgets/view/timeline_view.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>

using namespace timeline;
using namespace timeloom;

class WindowDropsTest : public WindowFixture {
    Q_OBJECT

    /// Files or texts brought by the pointer; false where they are not taken.
    static bool dropOn(QWidget *widget, const QMimeData &data) {
        const QPoint at = widget->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &enter);
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &drop);
        return enter.isAccepted() && drop.isAccepted();
    }

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { m_window.reset(); }

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
        QLineEdit *filter = &m_window->search();
        QMimeData data;
        data.setText(QStringLiteral("words"));
        QVERIFY(dropOn(filter, data));
        QCOMPARE(filter->text(), QStringLiteral("words"));
    }

    void ofSeveralFilesTheFirstIsOpened() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fileOf("first.json", three)),
                      QUrl::fromLocalFile(fileOf("second.json", "[]"))});
        QVERIFY(dropOn(m_window.get(), data));
        QTRY_VERIFY(m_window->foot().message().contains(QStringLiteral("first.json")));
        QCOMPARE(workspace().document()->eventCount(), 3U);
    }
};

QTEST_MAIN(WindowDropsTest)
#include "window_drops_test.moc"
