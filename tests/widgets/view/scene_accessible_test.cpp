// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/scene_accessible.h"

#include "document/format/event.h"
#include "test_paths.h"
#include "time/edtf.h"
#include "widgets/view/event_tip.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/page_view.h"
#include "widgets/view/view_fixture.h"

#include <QFile>
#include <QHelpEvent>

using namespace timeline;
using namespace Qt::StringLiterals;

class SceneAccessibleTest : public ViewFixture {
    Q_OBJECT

    static QByteArray story() {
        QFile file(QStringLiteral(RESOURCES "/deepseek.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QAccessibleInterface *childNamed(QAccessibleInterface *list, const QString &begin) {
        for (int i = 0; i < list->childCount(); ++i) {
            if (list->child(i)->text(QAccessible::Name).startsWith(begin)) {
                return list->child(i);
            }
        }
        return nullptr;
    }

private Q_SLOTS:
    void init() { makeOne(); }
    void cleanup() { takeAway(); }

    void eachEventInViewIsAListItemWithDateAndStatus_data() {
        QTest::addColumn<bool>("isPage");
        QTest::newRow("lanes") << false;
        QTest::newRow("page") << true;
    }
    void eachEventInViewIsAListItemWithDateAndStatus() {
        QFETCH(bool, isPage);
        std::unique_ptr<PageView> page;
        m_view->resize(1600, 900);
        show(story());
        SceneWidget *view = m_view.get();
        if (isPage) {
            page = std::make_unique<PageView>(*m_workspace, m_fonts);
            page->resize(1600, 900);
            QSignalSpy composed(page.get(), &PageView::composed);
            page->show();
            QVERIFY(composed.count() > 0 || composed.wait());
            view = page.get();
        }
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view);
        QVERIFY(list != nullptr);
        QCOMPARE(list->role(), QAccessible::List);
        const Document &document = *m_workspace->document();
        for (EventIndex event = 0; event < 29; ++event) {
            const EventDetails details = document.details(event);
            QAccessibleInterface *child = childNamed(list, details.title);
            QVERIFY2(child != nullptr, qPrintable(details.title));
            const QString name = child->text(QAccessible::Name);
            QCOMPARE(child->role(), QAccessible::ListItem);
            QVERIFY2(name.contains(describeDate(details.date.toStdString())), qPrintable(name));
            QVERIFY2(name.contains(statusWord(details), Qt::CaseInsensitive), qPrintable(name));
            QVERIFY2(name.contains(details.attribution), qPrintable(name));
            const QRect rect = child->rect();
            QVERIFY(!rect.isEmpty());
            QVERIFY(list->childAt(rect.center().x(), rect.center().y()) != nullptr);
            QCOMPARE(list->child(list->indexOfChild(child)), child);
        }
    }

    void headingsErasAndClustersAreThere() {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(childNamed(list, u"Era, "_s) != nullptr);
        QVERIFY(childNamed(list, u"Apples, lane of 3 event"_s) != nullptr);
        show(crowd());
        const auto cluster = std::ranges::find(scene().items, ItemShape::Cluster, &SceneItem::shape);
        QVERIFY(cluster != scene().items.end());
        QVERIFY(childNamed(list, QLocale().toString(cluster->count) + u" event"_s) != nullptr);
        const std::size_t around = framePartsOf(scene()).size();
        QVERIFY(list->childCount() <= static_cast<int>(scene().items.size() + scene().lanes.size() + around));
    }

    void pressSelectsAndFocusFollows() {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QAccessibleInterface *beta = childNamed(list, u"beta"_s);
        QVERIFY(
            beta->actionInterface()->actionNames().contains(QAccessibleActionInterface::showMenuAction()));
        QVERIFY(!beta->state().selected);
        beta->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        QVERIFY(beta->state().selected);
        m_view->activateWindow();
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
        QCOMPARE(list->focusChild(), beta);
        m_workspace->selection()->select(1);
        QVERIFY(list->focusChild() != beta &&
                list->focusChild()->text(QAccessible::Name).startsWith(u"Alpha"));
    }

    void whatIsGoneIsInvalid() {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        const int before = list->childCount();
        QVERIFY(childNamed(list, u"Alpha"_s)->isValid());
        m_workspace->setQuery(u"zeta"_s);
        QVERIFY(list->childCount() < before);
        QVERIFY(childNamed(list, u"Alpha"_s) == nullptr);
        m_workspace->setDocument(nullptr);
        QCOMPARE(list->childCount(), static_cast<int>(scene().lanes.size() + framePartsOf(scene()).size()));
    }

    /// A tip stands beside its event, over no mark and no text.
    void aTipCoversNothing_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("middle") << QSize(1366, 700);
        QTest::newRow("large") << QSize(1920, 1000);
    }
    void aTipCoversNothing() {
        QFETCH(QSize, size);
        m_view->resize(size);
        show(story());
        const QSizeF tip(220, 100);
        std::size_t covering = 0;
        for (const SceneItem &item : scene().items) {
            const QRectF bounds(QPointF(), scene().size);
            const QRectF place = placeBeside(scene(), item.reach(), tip, bounds);
            QCOMPARE(place.size(), tip);
            QVERIFY(bounds.contains(place));
            QVERIFY(!place.intersects(item.reach()));
            covering += std::ranges::any_of(
                scene().items, [&](const SceneItem &other) { return other.reach().intersects(place); });
        }
        QVERIFY2(covering <= scene().items.size() / 3,
                 qPrintable(QString::number(covering))); // where it is full
    }

    void aTipTellsOfItsEvent() {
        const QPoint at = markOf(1).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        QCOMPARE(m_view->tipText().section(u'\n', 0, 2), u"Alpha\nMay 2001\nConfirmed · Someone"_s);
        const QPoint other = markOf(2).toPoint();
        QHelpEvent second(QEvent::ToolTip, other, m_view->viewport()->mapToGlobal(other));
        QCoreApplication::sendEvent(m_view->viewport(), &second);
        QVERIFY2(m_view->tipText().endsWith(u"follows from Alpha"_s), qPrintable(m_view->tipText()));
        m_workspace->navigation()->setViewport(seen().pannedBy(5)); // what moves has none
        QVERIFY(m_view->tipText().isEmpty());
    }
};

QTEST_MAIN(SceneAccessibleTest)
#include "scene_accessible_test.moc"
