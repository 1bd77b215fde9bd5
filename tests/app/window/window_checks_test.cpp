// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/appearance.h"
#include "app/shell/search_field.h"
#include "app/window/window_fixture.h"
#include "widgets/view/overview_strip.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace/event_model.h"

#include <QAbstractButton>
#include <QFontInfo>
#include <QFrame>
#include <QLabel>
#include <QLayout>
#include <QMenuBar>
#include <QSignalSpy>

using namespace timeline;
using namespace timeloom;

namespace {

const QSize wide(1920, 1080);
const QSize middle(1366, 768);
const QSize small(1024, 640);

QString nameOf(const QWidget *widget) {
    return QStringLiteral("%1 “%2”").arg(QLatin1StringView(widget->metaObject()->className()),
                                         widget->accessibleName());
}

} // namespace

/// What a program can see of the looks of the window: the bundled story, as one who never had a window sees
/// it.
class WindowChecksTest : public WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applySavedAppearance(); }
    void cleanup() { m_window.reset(); }

    void theCanvasHasTheWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("canvas"); // at least, shares of the window
        QTest::addColumn<double>("lanes");
        QTest::newRow("wide, side bar open") << wide << 0.70 << 0.48;
        QTest::newRow("middle, folded") << middle << 0.78 << 0.55;
        QTest::newRow("small, folded") << small << 0.75 << 0.55;
    }
    void theCanvasHasTheWindow() {
        QFETCH(QSize, size);
        QFETCH(double, canvas);
        QFETCH(double, lanes);
        makeOf(size);
        QCOMPARE(m_window->stage().isSideOpen(), size == wide);
        const Scene &scene = view().scene();
        const QRectF plot = scene.plot;
        double height = 0;
        for (const SceneLane &lane : scene.lanes) {
            height +=
                lane.rect.intersected(QRectF(0, plot.top(), scene.size.width(), plot.height())).height();
        }
        QVERIFY2(shareOfCanvas() >= canvas, qPrintable(QString::number(shareOfCanvas())));
        const double laneShare = plot.width() * height / area(size);
        QVERIFY2(laneShare >= lanes, qPrintable(QString::number(laneShare)));
    }

    void theCanvasKeepsTheWindow() {
        makeOf(wide);
        workspace().selection()->select(EventIndex{3});
        QVERIFY(shareOfCanvas() >= 0.65);
        action(QStringLiteral("Edit the event"))->trigger();
        QVERIFY(shareOfCanvas() >= 0.65);
        makeOf(middle);
        m_window->stage().openSide(0);
        QVERIFY(m_window->stage().isDrawerOpen());
        m_window->stage().setDocked(true);
        QVERIFY2(shareOfCanvas() >= 0.60, qPrintable(QString::number(shareOfCanvas())));
        makeOf(small);
        m_window->stage().openSide(0);
        QVERIFY(m_window->stage().isDrawerOpen());
        const double seen =
            shareOfCanvas() * (1 - m_window->stage().canvasInset() / static_cast<double>(view().width()));
        QVERIFY2(seen >= 0.50, qPrintable(QString::number(seen)));
    }

    /// What has no room for its title is told in the foot.
    void titlesHaveRoom_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("least");
        QTest::newRow("wide") << wide << 29;
        QTest::newRow("middle") << middle << 18;
        QTest::newRow("small") << small << 12;
    }
    void titlesHaveRoom() {
        QFETCH(QSize, size);
        QFETCH(int, least);
        makeOf(size);
        int titled = 0;
        for (const SceneItem &item : view().scene().items) {
            QVERIFY(!item.label || item.date);
            titled += item.label ? 1 : 0;
        }
        QVERIFY2(titled >= least, QByteArray::number(titled));
        QTRY_COMPARE(m_window->foot().text(),
                     titled == 29 ? QStringLiteral("29 events")
                                  : QStringLiteral("%1 of 29 events have room for a title").arg(titled));
    }

    /// Nothing is so small that one misses it.
    void whatIsClickedIsLarge_data() { sizes(); }
    void whatIsClickedIsLarge() {
        QFETCH(QSize, size);
        makeOf(size);
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->accessibleName().isEmpty()) {
                QVERIFY2(button->width() >= 24 && button->height() >= 20, qPrintable(nameOf(button)));
            }
        }
    }

    void everyButtonHasAName_data() { sizes(); }
    void everyButtonHasAName() {
        QFETCH(QSize, size);
        makeOf(size);
        for (int page = 0; page < 3; ++page) {
            m_window->stage().openSide(page);
            for (int pane = 0; pane < 4; ++pane) {
                m_window->stage().openPane(pane);
                for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
                    QVERIFY2(!button->isVisible() || !button->text().isEmpty() ||
                                 !button->accessibleName().isEmpty() || !button->toolTip().isEmpty(),
                             qPrintable(nameOf(button) + u' ' + nameOf(button->parentWidget())));
                }
            }
        }
    }

    void f6GoesRound_data() { sizes(); }
    void f6GoesRound() {
        QFETCH(QSize, size);
        makeOf(size);
        m_window->stage().openPane(0);
        m_window->stage().openSide(0);
        m_window->search().setFocus();
        const std::array<const QWidget *, 8> parts = {&m_window->search(),
                                                      view().parentWidget(),
                                                      m_window->findChild<OverviewStrip *>(),
                                                      &m_window->stage().foot(),
                                                      &m_window->foot(),
                                                      &m_window->stage().side(),
                                                      rail(),
                                                      m_window->menuWidget()};
        QStringList visited;
        QStringList wanted;
        for (std::size_t i = 1; i <= parts.size(); ++i) {
            const QWidget *part = parts.at(i % parts.size());
            wanted += nameOf(part);
            action(QStringLiteral("Next part of the window"))->trigger();
            const QWidget *focused = QApplication::focusWidget();
            QVERIFY(focused != nullptr);
            visited += part == focused || part->isAncestorOf(focused) ? nameOf(part) : nameOf(focused);
        }
        QCOMPARE(visited, wanted);
        for (std::size_t i = parts.size(); i-- > 0;) {
            action(QStringLiteral("Previous part of the window"))->trigger();
            const QWidget *focused = QApplication::focusWidget();
            QVERIFY2(parts.at(i) == focused || parts.at(i)->isAncestorOf(focused),
                     qPrintable(nameOf(focused)));
        }
    }

    void everyActionHasItsKey() {
        makeOf(wide);
        const auto *menus = m_window->findChild<QMenuBar *>();
        QStringList keys;
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys += key.toString();
            }
        }
        QVERIFY(keys.contains(QStringLiteral("F6")) && keys.contains(QStringLiteral("Alt+7")));
        for (const QAction *menu : menus->actions()) {
            QVERIFY(menu->text().contains(u'&'));
            QStringList letters;
            for (const QAction *entry : menu->menu()->actions()) {
                const qsizetype at = entry->text().indexOf(u'&');
                QVERIFY2(entry->isSeparator() || at >= 0, qPrintable(entry->text()));
                const QString letter =
                    entry->isSeparator() ? QString() : entry->text().mid(at + 1, 1).toUpper();
                QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(entry->text()));
                letters += letter;
            }
        }
    }

    void oneFaceAndNothingTiny_data() { sizes(); }
    void oneFaceAndNothingTiny() {
        QFETCH(QSize, size);
        makeOf(size);
        const QString family = QFontInfo(QApplication::font()).family();
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const QFontInfo font(widget->font());
            QVERIFY2(font.family() == family, qPrintable(nameOf(widget) + font.family()));
            QVERIFY2(font.pixelSize() >= 12, qPrintable(nameOf(widget) + QString::number(font.pixelSize())));
        }
    }

    void everythingKeepsTheRhythm() {
        makeOf(wide);
        for (const QLayout *layout : m_window->findChildren<QLayout *>()) {
            const QMargins margins = layout->contentsMargins();
            for (const int space :
                 {margins.left(), margins.top(), margins.right(), margins.bottom(), layout->spacing()}) {
                QVERIFY2(space % 4 == 0 || space == -1,
                         qPrintable(nameOf(layout->parentWidget()) + u' ' + QString::number(space)));
            }
        }
    }

    void aSelectedEventIsSeen_data() { sizes(); }
    void aSelectedEventIsSeen() {
        QFETCH(QSize, size);
        makeOf(size);
        m_window->stage().openSide(0);
        const std::vector<SceneItem> before = view().scene().items;
        for (const SceneItem &was : before) {
            if (was.shape == ItemShape::Cluster) {
                continue;
            }
            workspace().selection()->select(was.event);
            QTRY_COMPARE(workspace().navigation()->viewport(), workspace().navigation()->destination());
            const SceneItem *item = view().scene().itemOf(was.event);
            QVERIFY(item != nullptr);
            const double right = view().viewport()->width() - m_window->stage().canvasInset();
            const QString title = workspace().document()->eventTitle(was.event);
            QVERIFY2(item->reach().right() <= right + 1, qPrintable(title));
            for (const SceneItem &other : before) {
                const SceneItem *now = view().scene().itemOf(other.event, other.lane);
                QVERIFY2(other.shape == ItemShape::Cluster || now == nullptr ||
                             now->rect.center().y() == other.rect.center().y(),
                         qPrintable(title));
            }
        }
    }

    void aSearchCountsAndGoes() {
        makeOf(wide);
        SearchField &search = m_window->search();
        const Viewport before = workspace().navigation()->viewport();
        search.setFocus();
        QTest::keyClicks(&search, QStringLiteral("after:2024-06"));
        QTRY_COMPARE(workspace().events()->rowCount(), 17);
        QCOMPARE(search.position(), QStringLiteral("1 of 17"));
        QCOMPARE(workspace().navigation()->viewport(), before);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&search, Qt::Key_Return);
        }
        QCOMPARE(search.position(), QStringLiteral("3 of 17"));
        QCOMPARE(workspace().document()->eventTitle(*workspace().selection()->current()),
                 QStringLiteral("DeepSeek-V3"));
        QTest::keyClick(&search, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(search.position(), QStringLiteral("2 of 17"));
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.hasFocus());
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(view().hasFocus());
        QVERIFY(workspace().filter().isEmpty());
        QCOMPARE(search.position(), QString());
    }

    void aSearchThatFindsNothingSaysSo() {
        makeOf(middle);
        SearchField &search = m_window->search();
        search.setFocus();
        QTest::keyClicks(&search, QStringLiteral("r3"));
        QTRY_COMPARE(search.position(), QStringLiteral("0 of 29"));
        QTest::keyClick(&search, Qt::Key_Return); // goes nowhere
        QCOMPARE(search.position(), QStringLiteral("0 of 29"));
        search.clear();
        QTest::keyClicks(&search, QStringLiteral("before:nonsense"));
        QVERIFY(search.property("wrong").toBool());
        QTRY_COMPARE(workspace().events()->rowCount(), 29); // what is wrong costs nothing
    }

    void panesLeaveTheStretch_data() { sizes(); }
    void panesLeaveTheStretch() {
        QFETCH(QSize, size);
        makeOf(size);
        const Viewport before = workspace().navigation()->viewport();
        for (int pane = 0; pane < 4; ++pane) {
            m_window->stage().openPane(pane);
            QCOMPARE(workspace().navigation()->viewport().left(), before.left());
            QCOMPARE(workspace().navigation()->viewport().scale(), before.scale());
            m_window->stage().closePane();
            QTRY_COMPARE(workspace().navigation()->viewport(), before);
        }
        m_window->stage().setDocked(false);
        m_window->stage().openSide(1);
        m_window->stage().closeSide();
        const Viewport folded = workspace().navigation()->viewport();
        m_window->stage().openSide(0);
        QCOMPARE(workspace().navigation()->viewport(), folded);
    }

    /// Or a tip tells the whole.
    void noWordIsCut_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale"); // of the system's text
        QTest::newRow("wide") << wide << 1.0;
        QTest::newRow("middle") << middle << 1.0;
        QTest::newRow("small") << small << 1.0;
        QTest::newRow("wide, text twice as large") << wide << 2.0;
    }
    void noWordIsCut() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        const QFont usual = QApplication::font();
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(font);
        makeOf(size);
        for (int page = 0; page < 3; ++page) {
            m_window->stage().openSide(page);
            for (int pane = 0; pane < 4; ++pane) {
                m_window->stage().openPane(pane);
                QCoreApplication::processEvents();
                checkWords();
            }
        }
        QApplication::setFont(usual);
    }

private:
    static void sizes() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << wide;
        QTest::newRow("middle") << middle;
        QTest::newRow("small") << small;
    }

    static double area(QSize size) { return static_cast<double>(size.width()) * size.height(); }
    TimelineView &view() const { return *m_window->findChild<TimelineView *>(); }
    QWidget *rail() const { return m_window->findChild<QWidget *>(QStringLiteral("rail")); }
    double shareOfCanvas() const { return area(view().size()) / area(m_window->size()); }

    void makeOf(QSize size) {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        QVERIFY(m_window->open(QStringLiteral(":story")));
        m_window->resize(size);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->stage().foot().isMade(0) && m_window->stage().side().pages().isMade(0));
        QCoreApplication::processEvents(); // what is in them is shown
        QCOMPARE(m_window->size(), size);
    }

    void checkWords() {
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            QVERIFY2(!button->isVisible() || button->text().isEmpty() || !button->toolTip().isEmpty() ||
                         button->width() >= button->minimumSizeHint().width(),
                     qPrintable(nameOf(button) + button->text()));
        }
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            const bool isShown = label->isVisible() && !label->text().isEmpty() && !label->wordWrap();
            QVERIFY2(!isShown || !label->toolTip().isEmpty() ||
                         label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                     qPrintable(label->text()));
        }
    }
};

QTEST_MAIN(WindowChecksTest)
#include "window_checks_test.moc"
