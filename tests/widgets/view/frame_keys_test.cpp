// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/frame_keys.h"

#include "widgets/view/event_tip.h"
#include "widgets/view/scene_accessible.h"
#include "widgets/view/view_fixture.h"

#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Eras, folds and the corner: pointed at, pressed, and reached by keys and by those who do not see them.
class FrameKeysTest : public ViewFixture {
    Q_OBJECT

    /// Two times with much between them, and two eras.
    static QByteArray apart() {
        return R"({"title": "Apart", "eras": [{"title": "Early", "date": "1900/1905"},
            {"title": "Late", "date": "2000/2004", "color": "#3FAE78"}],
          "events": [{"title": "a", "date": "1901"}, {"title": "b", "date": "1902-05"}, {"title": "c", "date": "1903"},
            {"title": "d", "date": "1904"}, {"title": "e", "date": "2001"}, {"title": "f", "date": "2002"},
            {"title": "g", "date": "2002-07"}, {"title": "h", "date": "2003"}]})";
    }
    const ScaleMark *fold() const {
        for (const ScaleMark &mark : scene().panels.front().scaleMarks) {
            if (mark.isBreak()) {
                return &mark;
            }
        }
        return nullptr;
    }
    QPointF onFold() const {
        return {fold()->at + fold()->length / 2, scene().panels.front().axisRect.bottom() - 4};
    }
    QPointF onEra(std::size_t era) const {
        return std::ranges::find(scene().eras, era, &SceneEra::era)->bar.center();
    }
    QString tipAt(QPointF at) const {
        QHelpEvent help(QEvent::ToolTip, at.toPoint(), m_view->viewport()->mapToGlobal(at.toPoint()));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        return m_view->tipText();
    }
    QAccessibleInterface *named(const QString &begin) const {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        for (int i = 0; i < list->childCount(); ++i) {
            if (list->child(i)->text(QAccessible::Name).startsWith(begin)) {
                return list->child(i);
            }
        }
        return nullptr;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(m_view.get(), key, modifiers);
    }

private Q_SLOTS:
    void init() {
        makeOne();
        show(apart());
    }
    void cleanup() { takeAway(); }

    void aClickOnAFoldOpensIt() {
        QVERIFY(fold() != nullptr);
        const Instant begin = fold()->begin;
        m_pointer->move(onFold());
        QCOMPARE(m_view->viewport()->cursor().shape(), Qt::PointingHandCursor);
        QVERIFY2(tipAt(onFold()).contains(u"folded"_s), qPrintable(tipAt(onFold())));
        QVERIFY(QToolTip::text().isEmpty());
        m_pointer->click(onFold());
        QTRY_VERIFY(fold() == nullptr);
        QCOMPARE(m_workspace->layoutOptions().openedFolds, std::vector{begin});
        QVERIFY(m_workspace->layoutOptions().folded);
        m_workspace->foldAgain();
        QTRY_VERIFY(fold() != nullptr);
        QVERIFY(fold()->begin == begin);
    }

    void aDoubleClickOnAFoldMakesNoEvent() {
        Editor editor(*m_workspace);
        m_view->setEditor(&editor);
        const EventIndex before = m_workspace->document()->presentCount();
        m_pointer->doubleClick({onFold().x(), scene().plot.bottom() - 2});
        QTRY_VERIFY(fold() == nullptr);
        QCOMPARE(m_workspace->document()->presentCount(), before);
    }

    void theMenuOpensAndFoldsAgain() {
        QMenu menu;
        addFoldActions(menu, *m_view, onFold());
        QCOMPARE(menu.actions().size(), 1);
        menu.actions().front()->trigger();
        QTRY_VERIFY(fold() == nullptr);
        const ScenePanel &panel = scene().panels.front();
        const TimeScale::Opened opened = m_workspace->layout().scale().opened().front();
        const auto menuAt = [&](Instant instant) {
            menu.clear();
            addFoldActions(menu, *m_view, {panel.at(instant), scene().plot.bottom() - 2});
            return menu.actions().size();
        };
        QCOMPARE(menuAt(plusMilliseconds(opened.begin, -86'400'000.0 * 400)), 0);
        QCOMPARE(menuAt(plusMilliseconds(opened.begin, 86'400'000.0 * 400)), 1);
        QVERIFY(menu.actions().front()->text().contains(u"again"_s));
        menu.actions().front()->trigger();
        QTRY_VERIFY(fold() != nullptr);
    }

    void anotherFileHasItsFoldsFolded() {
        m_pointer->click(onFold());
        QTRY_VERIFY(fold() == nullptr);
        m_workspace->setDocument(documentOf(apart()), true);
        QTRY_VERIFY(!m_workspace->isArranging());
        QVERIFY(fold() == nullptr);
        m_workspace->setDocument(documentOf(apart()));
        QTRY_VERIFY(fold() != nullptr);
    }

    /// Of the era that one looks at, and of that one only.
    void theTintIsOfOneEra() {
        QVERIFY(!scene().tintedEra);
        m_pointer->move(onEra(0));
        QCOMPARE(scene().tintedEra, std::optional<std::size_t>(0));
        m_pointer->click(onEra(1));
        QCOMPARE(m_workspace->era(), std::optional<std::size_t>(1));
        m_pointer->move(onEra(0)); // for as long as the pointer is there
        QCOMPARE(scene().tintedEra, std::optional<std::size_t>(0));
        m_pointer->move(middle());
        QCOMPARE(scene().tintedEra, std::optional<std::size_t>(1));
        m_workspace->selection()->select(0); // instead
        QVERIFY(!m_workspace->era() && !scene().tintedEra);
        m_workspace->selectEra(0);
        QVERIFY(m_workspace->selection()->isEmpty());
        key(Qt::Key_Escape);
        QVERIFY(!m_workspace->era());
        m_workspace->selectEra(1);
        m_pointer->click(middle());
        QVERIFY(!m_workspace->era());
        m_workspace->selectEra(7); // there is none
        QVERIFY(!m_workspace->era());
    }

    void anEraThatIsGoneIsNotSelected() {
        m_workspace->selectEra(1);
        m_workspace->setDocument(documentOf(apart()), true);
        QTRY_VERIFY(!m_workspace->isArranging());
        QCOMPARE(m_workspace->era(), std::optional<std::size_t>(1));
        m_workspace->setDocument(documentOf(sixEvents), true);
        QTRY_VERIFY(!m_workspace->era());
    }

    /// Near to what it is about, and not over it.
    void tipsStandBeside_data() {
        QTest::addColumn<QString>("what");
        QTest::newRow("era") << u"era"_s;
        QTest::newRow("fold on the axis") << u"axis"_s;
        QTest::newRow("fold in the lanes") << u"lanes"_s;
    }
    void tipsStandBeside() {
        QFETCH(QString, what);
        const QPointF at = what == u"era"_s    ? onEra(0)
                           : what == u"axis"_s ? onFold()
                                               : QPointF(onFold().x(), scene().plot.bottom() - 60);
        QVERIFY(!tipAt(at).isEmpty());
        const auto *tip = m_view->viewport()->findChild<EventTip *>();
        const QRectF place(m_view->viewport()->mapFromGlobal(tip->pos()), tip->size());
        QVERIFY(!place.contains(at));
        const QRectF near = place.adjusted(-60, -60, 60, 60);
        QVERIFY(near.contains(at));
    }

    void tipsAreTheCanvasOwn() {
        QVERIFY(tipAt(onEra(1)).startsWith(u"Late"_s));
        QVERIFY(QToolTip::text().isEmpty());
        show(crowd());
        const auto cluster = std::ranges::find(scene().items, ItemShape::Cluster, &SceneItem::shape);
        QVERIFY(tipAt(cluster->rect.center()).contains(QLocale().toString(cluster->count)));
        QVERIFY(QToolTip::text().isEmpty());
    }

    void keysReachAll() {
        m_view->activateWindow();
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
        const auto kind = [this] {
            const auto part = m_view->focusedPart();
            return part ? static_cast<int>(part->kind) : -1;
        };
        QCOMPARE(kind(), -1);
        key(Qt::Key_Tab);
        QCOMPARE(kind(), static_cast<int>(FramePart::Kind::Corner));
        key(Qt::Key_Tab);
        QCOMPARE(kind(), static_cast<int>(FramePart::Kind::Era));
        QCOMPARE(scene().tintedEra, std::optional<std::size_t>(0));
        key(Qt::Key_Right);
        QCOMPARE(scene().tintedEra, std::optional<std::size_t>(1));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QCOMPARE(list->focusChild(), named(u"Late"_s));
        key(Qt::Key_Return);
        QCOMPARE(m_workspace->era(), std::optional<std::size_t>(1));
        key(Qt::Key_Tab);
        QCOMPARE(kind(), static_cast<int>(FramePart::Kind::Fold));
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(kind(), static_cast<int>(FramePart::Kind::Era));
        key(Qt::Key_Tab);
        key(Qt::Key_Space);
        QTRY_VERIFY(fold() == nullptr);
        QCOMPARE(kind(), -1); // it is gone
        key(Qt::Key_Tab);
        key(Qt::Key_Escape);
        QCOMPARE(kind(), -1);
        QVERIFY(m_view->hasFocus());
    }

    void thoseWhoDoNotSeeThemPressThem() {
        QVERIFY(named(u"Lanes by Category"_s) != nullptr);
        QAccessibleInterface *era = named(u"Late"_s);
        era->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_workspace->era(), std::optional<std::size_t>(1));
        const QString length = roundDurationName(fold()->begin, fold()->end);
        QAccessibleInterface *there = named(length);
        QVERIFY(there != nullptr && there->rect().width() >= 24 && there->rect().height() >= 24);
        QCOMPARE(there->role(), QAccessible::ListItem);
        there->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(fold() == nullptr);
        QVERIFY(named(length) == nullptr);
    }
};

QTEST_MAIN(FrameKeysTest)
#include "frame_keys_test.moc"
