// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/lane_headings.h"

#include "widgets/headings/lane_menu.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/scene_accessible.h"
#include "widgets/view/view_fixture.h"

#include <QApplication>
#include <QColorDialog>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QScrollBar>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Lanes a "Apples" (3 events), b "Pears" (2), c "Nuts" (1).
class LaneHeadingsTest : public ViewFixture {
    Q_OBJECT

    std::unique_ptr<Editor> m_editor;

    const SceneLane &lane(const QString &key) const { return *scene().laneOf(key); }
    QString keys() const {
        const Lanes &lanes = m_workspace->layout().lanes();
        QStringList all;
        for (std::size_t i = 0; i < lanes.openCount; ++i) {
            all << lanes.lanes[i].key;
        }
        return all.join(u' ');
    }
    QString focus() const {
        const auto place = m_view->headings()->focus();
        return !place ? u"none"_s : place->isHiddenLanes ? u"hidden"_s : place->key;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key), modifiers);
    }
    void focusOn(const QString &key) {
        m_view->activateWindow();
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
        m_view->headings()->focusOn({false, key});
    }
    /// Closes it, too.
    QStringList textsOfMenu() {
        QStringList texts;
        for (LaneMenu *menu : m_view->findChildren<LaneMenu *>()) {
            for (const QAction *action : menu->actions()) {
                const QString text = action->text().remove(u'&');
                texts << (action->isEnabled() ? text : u"(%1)"_s.arg(text));
            }
            menu->close();
            delete menu;
        }
        texts.removeAll(QString());
        return texts;
    }
    QLineEdit *field() const { return m_view->viewport()->findChild<QLineEdit *>(); }
    QByteArray head() const { return m_workspace->document()->head(); }

private Q_SLOTS:
    void init() {
        makeOne();
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_view->setEditor(m_editor.get());
        m_view->resize(1300, 700);
        QApplication::processEvents();
    }
    void cleanup() {
        takeAway();
        m_editor.reset();
    }

    void clickSelectsTheEventsOfTheLane() {
        m_pointer->click(lane(u"a"_s).heading.front().rect().center());
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{1, 2, 5}));
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->click(lane(u"b"_s).heading.front().rect().center());
        QCOMPARE(keys(), u"b"_s);
        m_pointer->click(lane(u"b"_s).heading.front().rect().center());
        QCOMPARE(keys(), u"a b c"_s);
        QCOMPARE(m_workspace->selection()->count(), EventIndex(3));
    }

    void hoverShowsTheHandles() {
        m_pointer->move(lane(u"b"_s).grip.center());
        HeadingStates states = m_view->headings()->states();
        QCOMPARE(states.hovered->key, u"b"_s);
        QCOMPARE(states.handle, HeadingStates::Handle::Grip);
        m_pointer->move(scene().plot.center());
        states = m_view->headings()->states();
        QVERIFY(!states.hovered && states.handle == HeadingStates::Handle::None);
    }

    void dragOrders_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("over");
        QTest::addColumn<bool>("isBelow"); // its middle
        QTest::addColumn<QString>("expected");
        QTest::newRow("up") << u"c"_s << u"a"_s << false << u"c a b"_s;
        QTest::newRow("down") << u"a"_s << u"b"_s << true << u"b a c"_s;
        QTest::newRow("to the end") << u"a"_s << u"c"_s << true << u"b c a"_s;
        QTest::newRow("onto itself") << u"b"_s << u"b"_s << true << u"a b c"_s;
        QTest::newRow("before what follows") << u"a"_s << u"b"_s << false << u"a b c"_s;
    }
    void dragOrders() {
        QFETCH(QString, key);
        QFETCH(QString, over);
        QFETCH(bool, isBelow);
        QFETCH(QString, expected);
        const Viewport before = seen();
        const QPointF from = lane(key).grip.center();
        const QPointF to(from.x(), lane(over).rect.center().y() + (isBelow ? 12 : -12));
        m_pointer->press(from);
        m_pointer->move((from + to) / 2 + QPointF(0, 13));
        m_pointer->move(to);
        QVERIFY(m_view->headings()->states().drag.has_value());
        m_pointer->release(to);
        QVERIFY(!m_view->headings()->states().drag);
        QCOMPARE(keys(), expected);
        QCOMPARE(seen(), before);
        QVERIFY(m_workspace->selection()->events().empty());
        QVERIFY(!m_editor->isDirty());
    }

    void escDropsTheDrag() {
        m_pointer->press(lane(u"c"_s).heading.front().rect().center());
        m_pointer->move(lane(u"a"_s).rect.topLeft() + QPointF(40, 4));
        QVERIFY(m_view->headings()->states().drag.has_value());
        press(Qt::Key_Escape);
        QVERIFY(!m_view->headings()->states().drag);
        m_pointer->release(lane(u"a"_s).rect.topLeft() + QPointF(40, 4));
        QCOMPARE(keys(), u"a b c"_s);
    }

    void dragGoesOnAtTheEdge() {
        QByteArrayList events;
        for (int i = 0; i < 60; ++i) {
            events +=
                "{\"title\": \"e\", \"date\": \"2001\", \"category\": \"c" + QByteArray::number(i) + "\"}";
        }
        show('[' + events.join(',') + ']');
        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
        m_pointer->press(lane(u"c0"_s).grip.center());
        m_pointer->move(QPointF(100, scene().plot.center().y()));
        m_pointer->move(QPointF(100, scene().plot.bottom() - 2));
        QTRY_COMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
        m_pointer->release(QPointF(100, scene().plot.bottom() - 2));
        QCOMPARE(m_workspace->layout().lanes().lanes.back().key, u"c0"_s);
    }

    void keysGoFromLaneToLane() {
        m_view->activateWindow();
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
        for (int i = 0; i < 5 && focus() == u"none"_s; ++i) { // around the lanes first
            press(Qt::Key_Tab);
        }
        QCOMPARE(focus(), u"a"_s);
        QVERIFY(!m_view->focusedPart());
        press(Qt::Key_Down);
        QCOMPARE(focus(), u"b"_s);
        press(Qt::Key_End);
        press(Qt::Key_Down);
        QCOMPARE(focus(), u"c"_s);
        press(Qt::Key_Home);
        press(Qt::Key_Up);
        QCOMPARE(focus(), u"a"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{1, 2, 5}));
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(keys(), u"b a c"_s);
        QCOMPARE(focus(), u"a"_s);
        press(Qt::Key_Up, Qt::AltModifier);
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(keys(), u"a b c"_s);
        const Viewport before = seen();
        press(Qt::Key_Left);
        QVERIFY(lane(u"a"_s).isFolded);
        press(Qt::Key_Right);
        QVERIFY(!lane(u"a"_s).isFolded);
        press(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(lane(u"a"_s).isFolded);
        QCOMPARE(seen(), before);
        press(Qt::Key_Delete); // hides, and never deletes what is selected
        QCOMPARE(keys(), u"b c"_s);
        QCOMPARE(focus(), u"b"_s);
        QVERIFY(!m_editor->isDirty());
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(focus(), u"hidden"_s);
        press(Qt::Key_Return);
        QCOMPARE(keys(), u"a b c"_s);
        QVERIFY(focus() != u"hidden"_s && focus() != u"none"_s);
        press(Qt::Key_Escape);
        QCOMPARE(focus(), u"none"_s);
        QVERIFY(m_view->hasFocus());
    }

    void tabComesBack() {
        focusOn(u"c"_s);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(focus(), u"none"_s);
        QVERIFY(m_view->focusedPart().has_value()); // the last around the lanes
        press(Qt::Key_Tab);
        QCOMPARE(focus(), u"c"_s); // where it was
    }

    void hidingAllLeavesAWayBack() {
        focusOn(u"b"_s);
        for (int i = 0; i < 3; ++i) {
            press(Qt::Key_Delete);
        }
        QCOMPARE(keys(), QString());
        QCOMPARE(focus(), u"hidden"_s);
        m_pointer->doubleClick(scene().hiddenLanes->rect.center());
        QCOMPARE(keys(), u"a b c"_s);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex(6)); // none was made
    }

    void menu() {
        m_view->headings()->actions().hide(u"c"_s);
        const QPoint at = lane(u"a"_s).place.center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_view->viewport(), &event);
        QCOMPARE(textsOfMenu(),
                 (QStringList{u"Rename…"_s, u"Colour…"_s, u"Select its 3 events"_s, u"Show only this lane"_s,
                              u"Show all lanes"_s, u"Fold to a density line"_s, u"Hide"_s, u"(Move up)"_s,
                              u"Move down"_s}));
        m_pointer->click(lane(u"a"_s).more.center());
        QCOMPARE(textsOfMenu().size(), 9);
        QVERIFY(m_workspace->selection()->events().empty());
        focusOn(u"b"_s);
        press(Qt::Key_Menu);
        QVERIFY(textsOfMenu().contains(u"(Move down)"_s));
        const QPoint below = scene().hiddenLanes->rect.center().toPoint();
        QContextMenuEvent ofHidden(QContextMenuEvent::Mouse, below, m_view->viewport()->mapToGlobal(below));
        QApplication::sendEvent(m_view->viewport(), &ofHidden);
        QCOMPARE(textsOfMenu(), (QStringList{u"Show all lanes"_s, u"Nuts: 1 event"_s}));
    }

    void slimHeadingsAreTheirMenu() {
        m_view->resize(800, 600);
        QApplication::processEvents();
        QVERIFY(lane(u"a"_s).more.isEmpty());
        m_pointer->click(lane(u"a"_s).place.center());
        QCOMPARE(textsOfMenu().mid(0, 2), (QStringList{u"(Apples)"_s, u"Rename…"_s})); // who it is about
    }

    void renameIsOneStep_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("expected"); // in the head
        const QByteArray event = R"("events": [{"title": "e", "date": "2001", "category": "a"}])";
        QTest::newRow("declared")
            << QByteArray(R"({"categories" : [ {"x":1.0, "title": "A\u0042", "id":"a"}, {"id": "b"}],)") +
                   event + '}'
            << u"a"_s << QByteArray(R"([ {"x":1.0, "title": "New", "id":"a"}, {"id": "b"}])");
        QTest::newRow("without a title")
            << QByteArray("{\"categories\": [{\"id\": \"a\", \"color\": \"#123456\"}],") + event + '}'
            << u"a"_s << QByteArray("\"id\": \"a\", \"title\": \"New\", \"color\": \"#123456\"");
        QTest::newRow("not declared")
            << '{' + event + '}' << u"a"_s << QByteArray(R"([{"id": "a", "title": "New"}])");
        QTest::newRow("a bare array") << QByteArray(R"([{"title": "e", "date": "2001", "category": "a"}])")
                                      << u"a"_s << QByteArray(R"([{"id": "a", "title": "New"}])");
        QTest::newRow("a number")
            << QByteArray(
                   R"({"categories": [{"id": 7}], "events": [{"title": "e", "date": "2001", "category": 7}]})")
            << u"7"_s << QByteArray(R"("id": 7, "title": "New")");
    }
    void renameIsOneStep() {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        QFETCH(QByteArray, expected);
        show(json);
        const QByteArray before = head();
        focusOn(key);
        press(Qt::Key_F2);
        QVERIFY(field() != nullptr);
        QTRY_VERIFY(field()->hasFocus());
        QTest::keyClicks(field(), u"New"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY2(head().contains(expected), head().constData());
        QCOMPARE(scene().lanes.front().title, u"New"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        QVERIFY(m_editor->undoStack()->undoText().contains(u"New"_s));
        QCOMPARE(focus(), key);
        m_editor->undo();
        QCOMPARE(head(), before);
    }

    void escLeavesTheName() {
        focusOn(u"a"_s);
        press(Qt::Key_F2);
        QTRY_VERIFY(field() != nullptr && field()->hasFocus());
        QTest::keyClicks(field(), u"New"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!m_editor->isDirty());
        QTRY_VERIFY(m_view->hasFocus());
        QCOMPARE(focus(), u"a"_s);
        press(Qt::Key_F2); // an empty name and the same are none
        QTRY_VERIFY(field() != nullptr && field()->hasFocus());
        QTest::keyClick(field(), Qt::Key_Delete);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(!m_editor->isDirty());
    }

    void colourIsOneStep() {
        const QByteArray before = head();
        m_view->headings()->popUpMenu({false, u"b"_s});
        auto *menu = m_view->findChild<LaneMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text() == u"&Colour…"_s) {
                action->trigger();
            }
        }
        menu->close();
        auto *dialog = m_view->findChild<QColorDialog *>();
        QVERIFY(dialog != nullptr && !dialog->isModal());
        dialog->setCurrentColor(QColor(0x0a0b0c));
        dialog->accept();
        QVERIFY2(head().contains("{\"id\": \"b\", \"title\": \"Pears\", \"color\": \"#0a0b0c\"}"),
                 head().constData());
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undo();
        QCOMPARE(head(), before);
    }

    void onlyCategoriesAreRenamed_data() {
        QTest::addColumn<LaneGrouping>("grouping");
        QTest::addColumn<bool>("can");
        QTest::newRow("category") << LaneGrouping::Category << true;
        QTest::newRow("parent") << LaneGrouping::Parent << true;
        QTest::newRow("status") << LaneGrouping::Status << false;
        QTest::newRow("tag") << LaneGrouping::Tag << false;
        QTest::newRow("nothing") << LaneGrouping::None << false;
    }
    void onlyCategoriesAreRenamed() {
        QFETCH(LaneGrouping, grouping);
        QFETCH(bool, can);
        LayoutOptions options = m_workspace->layoutOptions();
        options.grouping = grouping;
        m_workspace->setLayoutOptions(options);
        m_view->headings()->popUpMenu({false, scene().lanes.front().key});
        const auto *menu = m_view->findChild<LaneMenu *>();
        QCOMPARE(menu->actions().front()->isEnabled(), can);
        QCOMPARE(menu->actions().front()->toolTip().endsWith(u'.'), !can); // it says why
        QVERIFY(menu->toolTipsVisible());
        textsOfMenu();
    }

    void readOnlyFilesAreLookedAt() {
        m_editor->setReadOnly(u"May not be written."_s);
        m_view->headings()->popUpMenu({false, u"a"_s});
        const QStringList texts = textsOfMenu();
        QVERIFY(texts.contains(u"(Rename…)"_s) && texts.contains(u"(Colour…)"_s) &&
                texts.contains(u"Hide"_s));
        focusOn(u"a"_s);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        press(Qt::Key_F2);
        QCOMPARE(refused.count(), 1);
        QVERIFY(field() == nullptr);
        press(Qt::Key_Left);
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(keys(), u"b a c"_s);
        QVERIFY(lane(u"a"_s).isFolded);
    }

    void clickUnfolds() {
        m_view->headings()->actions().setFolded(u"a"_s, true);
        QVERIFY(scene().itemOf(1) == nullptr);
        m_pointer->doubleClick(QPointF(scene().plot.center().x(), lane(u"a"_s).rect.center().y()));
        QVERIFY(!lane(u"a"_s).isFolded);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex(6)); // none was made
    }

    void whatOneGoesToIsShown_data() {
        QTest::addColumn<LaneChoice>("before");
        QTest::addColumn<bool>("opens");
        QTest::newRow("hidden") << LaneChoice{{}, {u"a"_s, u"c"_s}, {}} << true;
        QTest::newRow("folded") << LaneChoice{{}, {u"c"_s}, {u"a"_s}} << true;
        QTest::newRow("both") << LaneChoice{{}, {u"a"_s, u"c"_s}, {u"a"_s}} << true;
        QTest::newRow("another lane") << LaneChoice{{}, {u"c"_s}, {u"b"_s}} << false;
    }
    void whatOneGoesToIsShown() {
        QFETCH(LaneChoice, before);
        QFETCH(bool, opens);
        m_workspace->setLaneChoice(before);
        m_workspace->selection()->select(1); // as a click in the table does: that moves nothing
        QCOMPARE(m_workspace->laneChoice(), before);
        m_workspace->bringIntoView(1);
        QVERIFY(scene().itemOf(1) != nullptr);
        QCOMPARE(m_workspace->laneChoice() != before, opens);
        QVERIFY(scene().laneOf(u"c"_s) == nullptr);
    }

    void newEventsShowTheirLane() {
        m_view->headings()->actions().hide(u"a"_s);
        const auto event =
            m_editor->add({{u"title"_s, u"new"_s}, {u"date"_s, u"2002"_s}, {u"category"_s, u"a"_s}});
        m_workspace->bringIntoView(*event);
        QVERIFY(scene().itemOf(*event) != nullptr);
    }

    void filterEmptiesALane() {
        m_view->headings()->actions().moveBy(u"c"_s, -1);
        focusOn(u"c"_s);
        m_workspace->setQuery(u"category:a"_s);
        QCOMPARE(keys(), u"a"_s);
        QCOMPARE(focus(), u"a"_s);
        m_workspace->setQuery({});
        QCOMPARE(keys(), u"a c b"_s); // where it was
        m_view->headings()->actions().hide(u"a"_s);
        m_workspace->setQuery(u"category:a"_s);
        QCOMPARE(scene().hiddenLanes->lanes, std::size_t(1));
        QCOMPARE(m_workspace->events()->rowCount(), 3); // hiding filters nothing
    }

    void arrowsPassOverWhatIsNotSeen() {
        m_workspace->setLaneChoice({{}, {}, {u"b"_s}});
        m_workspace->selection()->select(1);
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(3));
        QVERIFY(lane(u"b"_s).isFolded);
        m_workspace->setLaneChoice({{}, {u"b"_s}, {}});
        press(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(scene().laneOf(u"b"_s) == nullptr);
    }

    void eachGroupingHasItsOwn() {
        m_view->headings()->actions().hide(u"a"_s);
        LayoutOptions options = m_workspace->layoutOptions();
        options.grouping = LaneGrouping::Tag;
        m_workspace->setLayoutOptions(options);
        QVERIFY(!scene().hiddenLanes);
        m_view->headings()->actions().hide(u"red"_s);
        m_workspace->bringIntoView(1); // it is in another lane as well
        QVERIFY(scene().laneOf(u"red"_s) == nullptr);
        m_view->headings()->actions().hide(u"two words"_s);
        QVERIFY(!scene().hiddenLanes->more); // nobody knows at a glance how many these are
        options.grouping = LaneGrouping::Category;
        m_workspace->setLayoutOptions(options);
        QCOMPARE(keys(), u"b c"_s);
        m_workspace->setDocument(documentOf(sixEvents), true);
        QCOMPARE(keys(), u"b c"_s);
        m_workspace->setDocument(documentOf(sixEvents));
        QCOMPARE(keys(), u"a b c"_s);
    }

    void screenReadersAreTold() {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        m_workspace->setLaneChoice({{}, {u"c"_s}, {u"a"_s}});
        const auto named = [list](const QString &name) -> QAccessibleInterface * {
            for (int i = 0; i < list->childCount(); ++i) {
                if (list->child(i)->text(QAccessible::Name) == name) {
                    return list->child(i);
                }
            }
            return nullptr;
        };
        QAccessibleInterface *apples = named(u"Apples, lane of 3 events, folded"_s);
        QAccessibleInterface *hidden = named(u"1 lane hidden, with 1 event"_s);
        QVERIFY(apples != nullptr && hidden != nullptr);
        QVERIFY(apples->state().collapsed && apples->state().focusable);
        QCOMPARE(list->child(list->indexOfChild(hidden)), hidden);
        const QPoint at = hidden->rect().center();
        QCOMPARE(list->childAt(at.x(), at.y()), hidden);
        focusOn(u"a"_s);
        QCOMPARE(list->focusChild(), apples);
        apples->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_workspace->selection()->count(), EventIndex(3));
        apples->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QVERIFY(textsOfMenu().contains(u"Unfold"_s));
        m_workspace->setLaneChoice({{u"b"_s}, {u"c"_s}, {}});
        QVERIFY(apples->isValid()); // the same lane, wherever it stands
        QCOMPARE(apples->text(QAccessible::Name), u"Apples, lane of 3 events"_s);
        hidden->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(keys(), u"b a c"_s);
        QVERIFY(named(u"1 lane hidden, with 1 event"_s) == nullptr);
    }

    void manyShapes_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("none") << QByteArray("[]");
        QTest::newRow("one") << QByteArray(R"([{"title": "e", "date": "2001"}])");
        const QByteArray name = "\xD7\xA4\xD7\xA8\xD7\x93\xD7\xA1 " + QByteArray(400, 'x');
        QTest::newRow("right to left, and long")
            << "[{\"title\": \"e\", \"date\": \"2001\", \"category\": \"" + name +
                   "\"}, {\"title\": \"f\", \"date\": \"2002\", \"category\": \"&b\"}]";
    }
    void manyShapes() {
        QFETCH(QByteArray, json);
        show(json);
        m_view->activateWindow();
        m_view->setFocus();
        m_view->headings()->takeFocus();
        for (const int key :
             {int(Qt::Key_Left), int(Qt::Key_Down), int(Qt::Key_Right), int(Qt::Key_Up), int(Qt::Key_Menu),
              int(Qt::Key_Return), int(Qt::Key_Delete), int(Qt::Key_Delete), int(Qt::Key_Menu)}) {
            press(key);
            textsOfMenu();
            QVERIFY(!m_view->grab().isNull());
        }
        press(Qt::Key_Return);
        QCOMPARE(m_workspace->layout().lanes().openCount, m_workspace->layout().lanes().lanes.size());
    }
};

QTEST_MAIN(LaneHeadingsTest)
#include "lane_headings_test.moc"
