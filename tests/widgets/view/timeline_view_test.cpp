// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_curve.h"
#include "widgets/pointer.h"
#include "widgets/view/scene_tips.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace_fixture.h"

#include <QApplication>
#include <QFile>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace timeline;

namespace {

/// Counts the scenes that are made: each measures the words of "as of" once.
class AsOfCounter : public FixedMeasure {
public:
    mutable int scenes = 0;
    double width(const QString &text, TextRole role) const override {
        scenes += text.startsWith(QLatin1String("as of")) ? 1 : 0;
        return FixedMeasure::width(text, role);
    }
};

QByteArray manyAtOnce(int events, const char *format) {
    QByteArray json = "[{\"title\": \"first\", \"date\": \"1900\"}";
    for (int i = 0; i < events; ++i) {
        json += ",{\"title\": \"one of many & more\", \"date\": \"" +
                QString::asprintf(format, i % 28 + 1).toLatin1() + "\"}";
    }
    return json + "]";
}

} // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TimelineView> m_view;
    std::unique_ptr<Pointer> m_pointer;

    const Scene &scene() const { return m_view->scene(); }
    const Viewport &seen() const { return m_workspace->navigation()->viewport(); }
    double plotX(double sceneX) const { return sceneX - scene().plot.left(); }
    QPointF middle() const {
        return {std::floor(scene().plot.center().x()), std::floor(scene().plot.bottom() - 3)};
    }
    QPointF markOf(EventIndex event) const { return scene().itemOf(event)->rect.center(); }
    const SceneItem *cluster() const {
        const auto found = std::ranges::find(scene().items, ItemShape::Cluster, &SceneItem::shape);
        return found == scene().items.end() ? nullptr : &*found;
    }
    bool isAtRest() const { return seen() == m_workspace->navigation()->destination(); }
    void show(const QByteArray &json) {
        m_workspace->setDocument(documentOf(json));
        m_workspace->navigation()->setViewport(m_workspace->layout().fitAll(m_workspace->sceneSize()));
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_fonts);
        m_view = std::make_unique<TimelineView>(*m_workspace, m_fonts);
        m_view->resize(900, 500);
        m_workspace->setDocument(documentOf(sixEvents));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_pointer = std::make_unique<Pointer>(m_view->viewport());
    }
    void cleanup() {
        m_view.reset();
        m_workspace.reset();
    }

    void showsTheWorkspacesScene() {
        QCOMPARE(scene().size, QSizeF(m_view->viewport()->size()));
        QCOMPARE(m_workspace->sceneSize(), scene().size);
        QCOMPARE(scene().items.size(), std::size_t{6});
        QCOMPARE(seen(), m_workspace->layout().fitAll(scene().size));
        m_view->resize(700, 400);
        QTRY_COMPARE(m_workspace->sceneSize(), QSizeF(m_view->viewport()->size()));
        QCOMPARE(seen(), m_workspace->layout().fitAll(scene().size));
    }

    void wheelZoomsAroundThePointer_data() {
        QTest::addColumn<int>("steps");
        QTest::newRow("in") << 120;
        QTest::newRow("out") << -120;
        QTest::newRow("a touchpad's small step") << 15;
    }
    void wheelZoomsAroundThePointer() {
        QFETCH(int, steps);
        const Viewport before = seen();
        const double x = std::floor(scene().plot.left() + 200);
        const double axis = before.axis(plotX(x));
        m_pointer->wheel({x, 200}, {0, steps});
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(before.scale() / seen().scale() - std::pow(1.25, steps / 120.0)) < 1e-6);
        QVERIFY(std::abs(seen().x(axis) - plotX(x)) < 0.1);
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void wheelsOfOneRunAddUpAndAreOneStepBack() {
        const Viewport before = seen();
        for (int i = 0; i < 5; ++i) {
            m_pointer->wheel(middle(), {0, 120});
        }
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(before.scale() / seen().scale() - std::pow(1.25, 5)) < 1e-6);
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void wheelSidewaysPans_data() {
        QTest::addColumn<QPoint>("angle");
        QTest::addColumn<bool>("shift");
        QTest::newRow("sideways") << QPoint(-120, 10) << false;
        QTest::newRow("shift") << QPoint(0, -120) << true;
    }
    void wheelSidewaysPans() {
        QFETCH(QPoint, angle);
        QFETCH(bool, shift);
        const Viewport before = seen();
        m_pointer->modifiers = shift ? Qt::ShiftModifier : Qt::NoModifier;
        m_pointer->wheel(middle(), angle);
        QCOMPARE(seen(), before.pannedBy(120));
    }

    void dragPansWithThePointer() {
        const Viewport before = seen();
        m_pointer->drag(middle(), middle() + QPointF(-130, 0));
        QCOMPARE(seen(), before.pannedBy(130));
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void lettingGoWhileMovingThrows() {
        const Viewport before = seen();
        const QPointF start = middle();
        m_pointer->press(start);
        for (int i = 1; i <= 10; ++i) {
            m_pointer->time = static_cast<quint64>(8 * i);
            m_pointer->move(start + QPointF(-12 * i, 0));
        }
        m_pointer->release(start + QPointF(-120, 0));
        QTRY_VERIFY(seen().left() > before.pannedBy(160).left());
        // Catching it stops it.
        m_pointer->press(start);
        const Viewport caught = seen();
        m_pointer->release(start);
        ViewportAnimator clock;
        QSignalSpy ticks(&clock, &ViewportAnimator::moved);
        clock.animate(before, before.pannedBy(1));
        QTRY_VERIFY(ticks.size() >= 3);
        QCOMPARE(seen(), caught);
    }

    void aTrembleIsAClick() {
        const Viewport before = seen();
        const QPointF mark = markOf(0);
        m_pointer->press(mark);
        m_pointer->move(mark + QPointF(2, 1));
        m_pointer->release(mark + QPointF(2, 1));
        QCOMPARE(seen(), before);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{0});
    }

    void shiftDragFrames() {
        const Viewport before = seen();
        const QPointF from = middle() + QPointF(-100, -50);
        const QPointF to = middle() + QPointF(150, -20);
        const Viewport target =
            Viewport::showing(before.axis(plotX(from.x())), before.axis(plotX(to.x())), before.size());
        m_pointer->modifiers = Qt::ShiftModifier;
        m_pointer->drag(to, from); // either way
        QTRY_COMPARE(seen(), target);
        m_workspace->navigation()->goBack();
        QTRY_COMPARE(seen(), before);
    }

    void controlDragMeasures() {
        const Viewport before = seen();
        const QImage plain = m_view->viewport()->grab().toImage();
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->drag(middle() + QPointF(-100, 0), middle() + QPointF(100, 0));
        QCOMPARE(seen(), before);
        QVERIFY(m_workspace->selection()->events().empty());
        // The measure stays to be read until something else is done.
        QVERIFY(m_view->viewport()->grab().toImage() != plain);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->viewport()->grab().toImage() == plain);
    }

    void clickSelects() {
        m_pointer->click(markOf(1));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{1});
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->click(markOf(4));
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{1, 4}));
        m_pointer->click(markOf(1));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{4});
        m_pointer->modifiers = Qt::NoModifier;
        QVERIFY(scene().itemAt(middle()) == nullptr);
        m_pointer->click(middle());
        QVERIFY(m_workspace->selection()->events().empty());
    }

    void selectionIsDrawn() {
        const QImage plain = m_view->viewport()->grab().toImage();
        m_workspace->selection()->select(1);
        const QImage selected = m_view->viewport()->grab().toImage();
        QVERIFY(selected != plain);
        m_workspace->selection()->clear();
        m_workspace->setHovered(1);
        QVERIFY(m_view->viewport()->grab().toImage() != plain);
        m_workspace->setHovered(std::nullopt);
        QVERIFY(m_view->viewport()->grab().toImage() == plain);
    }

    void doubleClickFramesAnEvent() {
        const Viewport target = m_workspace->layout().fit(m_workspace->document()->span(2), scene().size);
        m_pointer->doubleClick(markOf(2));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        QTRY_COMPARE(seen(), target);
    }

    void doubleClickFramesAnEra() {
        const Viewport target =
            m_workspace->layout().fit(m_workspace->document()->eras().front().span, scene().size);
        m_pointer->doubleClick(scene().eras.front().bar.center());
        QTRY_COMPARE(seen(), target);
    }

    void clickOpensACluster() {
        show(manyAtOnce(400, "2000-01-%02d"));
        QVERIFY(cluster() != nullptr);
        const SceneItem opened = *cluster();
        const double before = seen().scale();
        m_pointer->click(opened.rect.center());
        QTRY_VERIFY(isAtRest() && seen().scale() < before);
        QVERIFY(seen().left() <= opened.axisBegin);
        QVERIFY(seen().right() >= opened.axisEnd);
        QVERIFY(m_workspace->selection()->events().empty());
    }

    void clickListsWhatZoomingDoesNotPart() {
        show("[{\"title\": \"a & b\", \"date\": \"2000-01-01\", \"importance\": 0}" +
             QByteArray(",{\"title\": \"same\", \"date\": \"2000-01-01\"}").repeated(90) + "]");
        m_workspace->frame(m_workspace->document()->span(0));
        QTRY_VERIFY(isAtRest());
        QVERIFY(cluster() != nullptr);
        QStringList texts;
        QTimer::singleShot(0, this, [&texts] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (QAction *action : menu->actions()) {
                texts << action->text();
            }
            menu->actions().at(1)->trigger();
            menu->close();
        });
        m_pointer->click(cluster()->rect.center());
        QCOMPARE(texts.size(), 41);
        QVERIFY(texts.contains(QStringLiteral("a && b")));
        QCOMPARE(m_workspace->selection()->events().size(), std::size_t{1});
    }

    void keysZoomAndPan_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("pan"); // of the width
        QTest::newRow("+") << Qt::Key_Plus << 1.4 << 0.0;
        QTest::newRow("W") << Qt::Key_W << 1.4 << 0.0;
        QTest::newRow("-") << Qt::Key_Minus << 1 / 1.4 << 0.0;
        QTest::newRow("S") << Qt::Key_S << 1 / 1.4 << 0.0;
        QTest::newRow("left") << Qt::Key_Left << 1.0 << -0.18;
        QTest::newRow("right") << Qt::Key_Right << 1.0 << 0.18;
        QTest::newRow("A") << Qt::Key_A << 1.0 << -0.18;
        QTest::newRow("D") << Qt::Key_D << 1.0 << 0.18;
    }
    void keysZoomAndPan() {
        QFETCH(Qt::Key, key);
        QFETCH(double, zoom);
        QFETCH(double, pan);
        const Viewport before = seen();
        const Viewport target =
            zoom != 1 ? before.zoomedAt(before.width() / 2, zoom) : before.pannedBy(pan * before.width());
        QTest::keyClick(m_view.get(), key);
        QTRY_VERIFY(std::abs(seen().x(target.left())) < 0.1 &&
                    std::abs(seen().scale() / target.scale() - 1) < 1e-6);
    }

    void keysOfOneRunAddUp() {
        const Viewport before = seen();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTRY_VERIFY(isAtRest());
        QVERIFY(std::abs(before.scale() / seen().scale() - 1.4 * 1.4) < 1e-6);
    }

    void homeAndEndGoToTheEnds() {
        m_workspace->navigation()->setViewport(seen().zoomedAt(300, 6));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        const auto [begin, end] = m_workspace->layout().axisExtent();
        QTRY_VERIFY(std::abs(seen().x(begin) - 28) < 0.5);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QTRY_VERIFY(std::abs(seen().x(end) - seen().width() + 28) < 0.5);
    }

    void zeroShowsEverythingAndFTheSelection() {
        const Viewport all = seen();
        m_workspace->selection()->select(std::vector<EventIndex>{1, 2});
        QTest::keyClick(m_view.get(), Qt::Key_F);
        QTRY_VERIFY(isAtRest() && seen().scale() < all.scale());
        const TimelineLayout &layout = m_workspace->layout();
        QVERIFY(seen().left() <= layout.axisOf(m_workspace->document()->span(1)).first);
        QVERIFY(seen().right() >= layout.axisOf(m_workspace->document()->span(2)).second);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QTRY_COMPARE(seen(), all);
    }

    void escapeStopsAMovement() {
        const Viewport before = seen();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(isAtRest());
        QVERIFY(seen().scale() > before.zoomedAt(0, 1.4).scale());
    }

    void controlArrowsStepThroughALane() {
        m_workspace->selection()->select(1); // "Alpha", the first of its lane; after it beta and Epsilon
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(5));
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(5));
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
    }

    void backButtonsOfTheMouseGoBackAndForward() {
        const Viewport all = seen();
        m_workspace->frame(m_workspace->document()->span(2));
        QTRY_VERIFY(isAtRest());
        const Viewport framed = seen();
        m_pointer->click(middle(), Qt::BackButton);
        QTRY_COMPARE(seen(), all);
        m_pointer->click(middle(), Qt::ForwardButton);
        QTRY_COMPARE(seen(), framed);
    }

    /// Whatever asks for the scene meanwhile.
    void aFrameMakesOneScene() {
        AsOfCounter measure;
        Workspace workspace(measure);
        TimelineView view(workspace, m_fonts);
        view.resize(900, 500);
        workspace.setDocument(documentOf(QByteArray(sixEvents).replace("2025", "2002")));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.viewport()->grab();
        Pointer pointer(view.viewport());
        QVERIFY(measure.scenes > 0);
        measure.scenes = 0;
        const QPointF middle = view.scene().plot.center();
        pointer.move(middle);
        pointer.move(view.scene().itemOf(1)->rect.center()); // links come into the same scene
        const QPoint at = middle.toPoint();
        QHelpEvent help(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view.viewport(), &help);
        workspace.selection()->select(2);
        view.viewport()->grab();
        QCOMPARE(measure.scenes, 0);
        workspace.navigation()->setViewport(workspace.navigation()->viewport().pannedBy(5));
        workspace.navigation()->setViewport(
            workspace.navigation()->viewport().pannedBy(5).zoomedAt(100, 0.9));
        QCOMPARE(measure.scenes, 0); // nobody has looked yet
        view.viewport()->grab();
        pointer.move(middle);
        view.viewport()->grab();
        QCOMPARE(measure.scenes, 1);
        pointer.press(middle);
        for (int way = 30; way < 100; way += 10) {
            pointer.move(middle + QPointF(way, 0));
        }
        QCOMPARE(measure.scenes, 1);
        view.viewport()->grab();
        QCOMPARE(measure.scenes, 2);
        pointer.release(middle + QPointF(90, 0));
        workspace.navigation()->endMovement();
        view.viewport()->grab();
        measure.scenes = 0;
        workspace.setLayoutOptions({.folded = false});
        view.viewport()->grab();
        QCOMPARE(measure.scenes, 1);
    }

    void hoverIsToldAndForgotten() {
        QSignalSpy pointed(m_view.get(), &TimelineView::pointedAt);
        m_pointer->move(markOf(1));
        QCOMPARE(m_workspace->hovered(), std::optional<EventIndex>(1));
        QVERIFY(pointed.last().first().toString().contains(QStringLiteral("2001")));
        m_pointer->move(middle());
        QCOMPARE(m_workspace->hovered(), std::nullopt);
        m_pointer->move(markOf(1));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_view->viewport(), &leave);
        QCOMPARE(m_workspace->hovered(), std::nullopt);
        QVERIFY(pointed.last().first().toString().isEmpty());
    }

    void whatIsHoveredOrSelectedHasItsLinks() {
        const SceneItem *items = scene().items.data();
        QVERIFY(scene().links.empty());
        m_pointer->move(markOf(1));
        QCOMPARE(scene().links.size(), std::size_t{1});
        m_pointer->move(middle());
        QVERIFY(scene().links.empty());
        m_workspace->selection()->select(2); // it is linked to
        QCOMPARE(scene().links.size(), std::size_t{1});
        QCOMPARE(scene().items.data(), items); // all else stays as it is
        m_workspace->navigation()->setViewport(seen().pannedBy(10));
        QCOMPARE(scene().links.size(), std::size_t{1});
        const QPoint at = pointAt(scene().links.front().strokes.front(), 0.5).toPoint();
        QVERIFY(scene().itemAt(at) == nullptr);
        QHelpEvent help(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("“Alpha” leads to “beta”")),
                 qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void aTipTellsOfLinksThatAreNotSeen_data() {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("untold");
        const QString view = QStringLiteral("Links that lead out of view: 1");
        const QString filter = QStringLiteral("Links to what the filter hides: 1");
        QTest::newRow("seen") << 1.0 << QString() << QStringLiteral("Alpha") << QStringLiteral("Links");
        QTest::newRow("out of view") << 60.0 << QString() << view << filter;
        QTest::newRow("hidden") << 1.0 << QStringLiteral("Alpha") << filter << view;
        QTest::newRow("hidden, and it would be out of view")
            << 60.0 << QStringLiteral("Alpha") << filter << view;
    }
    void aTipTellsOfLinksThatAreNotSeen() {
        QFETCH(double, zoom);
        QFETCH(QString, query);
        QFETCH(QString, told);
        QFETCH(QString, untold);
        m_workspace->setQuery(query);
        const double x = plotX(markOf(1).x());
        m_workspace->navigation()->setViewport(seen().zoomedAt(x, zoom));
        const QString tip = SceneTips::at(scene(), *m_workspace, markOf(1));
        QVERIFY2(tip.contains(told), qPrintable(tip));
        QVERIFY2(!tip.contains(untold), qPrintable(tip));
    }

    void toolTipsShowTitlesAsTheyAre() {
        show("[{\"title\": \"<img src='x'> & \\u202Eb\", \"date\": \"2020\", \"attribution\": "
             "\"<b>who</b>\"}]");
        const QPoint at = markOf(0).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        const QString text = QToolTip::text();
        QVERIFY(text.contains(QStringLiteral("&lt;img src='x'&gt; &amp; ‹U+202E›b")));
        QVERIFY(text.contains(QStringLiteral("&lt;b&gt;who&lt;/b&gt;")));
        QVERIFY(!text.contains(QStringLiteral("<img")));
        QToolTip::hideText();
    }

    void manyLanesScroll() {
        QByteArray json = "[";
        for (int i = 0; i < 60; ++i) {
            json += QByteArray(i > 0 ? "," : "") +
                    "{\"title\": \"e\", \"date\": \"2000\", \"category\": \"c" + QByteArray::number(i) +
                    "\"}";
        }
        show(json + "]");
        QVERIFY(m_view->verticalScrollBar()->maximum() > 500);
        QVERIFY(scene().itemOf(0) != nullptr);
        QVERIFY(scene().itemOf(59) == nullptr);
        m_pointer->drag(middle(), middle() + QPointF(0, -300));
        QCOMPARE(m_view->verticalScrollBar()->value(), 300);
        m_workspace->reveal(59);
        QTRY_VERIFY(scene().itemOf(59) != nullptr);
        show("[{\"title\": \"e\", \"date\": \"2000\"}]");
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
    }

    void followsFilterAndOptions() {
        m_workspace->setQuery(QStringLiteral("zeta"));
        QCOMPARE(scene().items.size(), std::size_t{1});
        m_workspace->setQuery(QString());
        LayoutOptions options;
        options.grouping = LaneGrouping::None;
        m_workspace->setLayoutOptions(options);
        QCOMPARE(scene().lanes.size(), std::size_t{1});
    }

    void followsThePalette() {
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        const QColor light = m_view->viewport()->grab().toImage().pixelColor(5, 5);
        m_view->setPalette(dark);
        const QColor night = m_view->viewport()->grab().toImage().pixelColor(5, 5);
        QVERIFY(light.lightness() > 200);
        QVERIFY(night.lightness() < 60);
    }

    void anEmptyDocumentIsNoTrouble() {
        m_workspace->setDocument(nullptr);
        QVERIFY(!m_view->viewport()->grab().isNull());
        for (const Qt::Key key :
             {Qt::Key_Plus, Qt::Key_Home, Qt::Key_End, Qt::Key_0, Qt::Key_F, Qt::Key_Right}) {
            QTest::keyClick(m_view.get(), key);
        }
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
        m_pointer->doubleClick(middle());
        QTRY_VERIFY(isAtRest());
        QVERIFY(scene().items.empty());
    }
};

QTEST_MAIN(TimelineViewTest)
#include "timeline_view_test.moc"
