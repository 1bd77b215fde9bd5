// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_way.h"
#include "widgets/view/scene_tips.h"
#include "widgets/view/view_fixture.h"

#include <QFile>
#include <QHelpEvent>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>

using namespace timeline;

namespace {

/// Counts the scenes that are made: each measures the words of "as of" once.
class AsOfCounter : public FixedMeasure {
public:
    mutable int scenes = 0;
    double width(const QString &text, const TextStyle &style) const override {
        scenes += text.startsWith(QLatin1String("as of")) ? 1 : 0;
        return FixedMeasure::width(text, style);
    }
};

} // namespace

class TimelineViewTest : public ViewFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void showsTheWorkspacesScene() {
        QCOMPARE(scene().size, QSizeF(m_view->viewport()->size()));
        QCOMPARE(m_workspace->sceneSize(), scene().size);
        QCOMPARE(scene().items.size(), std::size_t{6});
        QCOMPARE(seen(), m_workspace->layout().fitAll(scene().size));
        m_view->resize(700, 400);
        QTRY_COMPARE(m_workspace->sceneSize(), QSizeF(m_view->viewport()->size()));
        QCOMPARE(seen(), m_workspace->layout().fitAll(scene().size));
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

    void aPlateLiesUnderMarkAndLabel_data() {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void aPlateLiesUnderMarkAndLabel() {
        QFETCH(bool, isDark);
        if (isDark) {
            QPalette dark;
            dark.setColor(QPalette::Window, Qt::black);
            m_view->setPalette(dark);
        }
        const SceneItem item = *scene().itemOf(1);
        const QImage plain = m_view->viewport()->grab().toImage();
        m_workspace->selection()->select(1);
        const QImage selected = m_view->viewport()->grab().toImage();
        QCOMPARE(selected.pixelColor(item.rect.center().toPoint()),
                 plain.pixelColor(item.rect.center().toPoint()));
        const QPoint beside = (item.reach().topLeft() - QPointF(3, 2)).toPoint();
        QVERIFY(selected.pixelColor(beside) != plain.pixelColor(beside));
        // All ink of the label is still there: where it was the strongest it is as strong.
        const QRect label = item.label->rect().toRect();
        const auto strongest = [&](const QImage &image) {
            int most = isDark ? 0 : 255;
            for (int y = label.top(); y <= label.bottom(); ++y) {
                for (int x = label.left(); x <= label.right(); ++x) {
                    const int grey = qGray(image.pixel(x, y));
                    most = isDark ? std::max(most, grey) : std::min(most, grey);
                }
            }
            return most;
        };
        QVERIFY(std::abs(strongest(selected) - strongest(plain)) <= 2);
    }

    void whatIsNotLinkedIsDimmed() {
        const auto dimmed = [this] {
            std::vector<EventIndex> events;
            for (const SceneItem &item : scene().items) {
                if (item.isDimmed) {
                    events.push_back(item.event);
                }
            }
            std::ranges::sort(events);
            return events;
        };
        m_pointer->move(markOf(1)); // pointing alone dims nothing
        QVERIFY(dimmed().empty());
        m_pointer->move(middle());
        m_workspace->selection()->select(1); // leads to 2
        QCOMPARE(dimmed(), (std::vector<EventIndex>{0, 3, 4, 5}));
        m_workspace->selection()->select(4, QItemSelectionModel::Select);
        QVERIFY(dimmed().empty()); // it has no links
        m_workspace->selection()->select(std::vector<EventIndex>{4, 5});
        m_workspace->selection()->select(1, QItemSelectionModel::Select);
        QCOMPARE(dimmed(), (std::vector<EventIndex>{0, 3})); // what is selected is not
        m_workspace->setDimsUnlinked(false);
        QVERIFY(dimmed().empty());
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
        const std::vector<QPointF> line = pointsOn(scene().links.front().strokes.front(), 4);
        const QPoint at = line[line.size() / 2].toPoint();
        QVERIFY(scene().itemAt(at) == nullptr);
        QHelpEvent help(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        QVERIFY2(m_view->tipText().contains(QStringLiteral("“Alpha” leads to “beta”")),
                 qPrintable(m_view->tipText()));
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
        const EventTipText text = SceneTips::of(1, scene(), *m_workspace);
        const QString tip = text.title + u'\n' + text.more;
        QVERIFY2(tip.contains(told), qPrintable(tip));
        QVERIFY2(!tip.contains(untold), qPrintable(tip));
    }

    void toolTipsShowTitlesAsTheyAre() {
        show("[{\"title\": \"<img src='x'> & \\u202Eb\", \"date\": \"2020\", \"attribution\": "
             "\"<b>who</b>\"}]");
        const QPoint at = markOf(0).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        const QString text = m_view->tipText();
        QVERIFY2(text.contains(QStringLiteral("<img src='x'> & ‹U+202E›b")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("<b>who</b>")), qPrintable(text));
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
