// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pointer.h"
#include "widgets/view/overview_strip.h"
#include "widgets/workspace_fixture.h"

#include <QImage>
#include <QTest>

using namespace timeline;

class OverviewStripTest : public QObject {
    Q_OBJECT

    static constexpr double width = 900;
    static constexpr double middle = 23; // of the strip's height

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<OverviewStrip> m_strip;

    Viewport all() const { return m_workspace->layout().fitAll(m_workspace->sceneSize()); }
    /// Where an axis position lies in the strip, which shows all of the time line.
    QPointF at(double axis) const { return {m_workspace->layout().plotLeft(width) + all().x(axis), middle}; }
    /// The middle half of everything.
    Viewport half() const {
        const double quarter = (all().right() - all().left()) / 4;
        return Viewport::showing(all().left() + quarter, all().right() - quarter, all().size());
    }
    bool isNear(double axis, double other) const { return std::abs(axis - other) < all().scale() * 0.01; }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_workspace->setSceneSize({width, 500});
        m_strip = std::make_unique<OverviewStrip>(*m_workspace);
        m_strip->resize(static_cast<int>(width), 46);
    }

    void dragsTheWindow() {
        m_workspace->navigation()->setViewport(half());
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF grip = at((before.left() + before.right()) / 2);
        Pointer(m_strip.get()).drag(grip, grip + QPointF(60, 5));
        QVERIFY(isNear(m_workspace->navigation()->viewport().left(), before.left() + 60 * all().scale()));
        QCOMPARE(m_workspace->navigation()->viewport().scale(), before.scale());
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void dragsAnEdge_data() {
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("left") << true;
        QTest::newRow("right") << false;
    }
    void dragsAnEdge() {
        QFETCH(bool, isLeft);
        m_workspace->navigation()->setViewport(half());
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF edge = at(isLeft ? before.left() : before.right());
        const double way = isLeft ? -40 : 40;
        Pointer(m_strip.get()).drag(edge, edge + QPointF(way, 0));
        const Viewport after = m_workspace->navigation()->viewport();
        QVERIFY(isNear(after.left(), before.left() + (isLeft ? way * all().scale() : 0)));
        QVERIFY(isNear(after.right(), before.right() + (isLeft ? 0 : way * all().scale())));
    }

    void anEdgeDoesNotPassTheOther() {
        m_workspace->navigation()->setViewport(half());
        const QPointF edge = at(m_workspace->navigation()->viewport().left());
        Pointer(m_strip.get()).drag(edge, edge + QPointF(800, 0));
        QVERIFY(m_workspace->navigation()->viewport().left() < m_workspace->navigation()->viewport().right());
    }

    void aPressBesideBringsTheWindowThere() {
        m_workspace->navigation()->setViewport(half().zoomedAt(100, 4));
        const double scale = m_workspace->navigation()->viewport().scale();
        const double target = all().right() - 100 * all().scale();
        Pointer(m_strip.get()).click(at(target));
        const Viewport after = m_workspace->navigation()->viewport();
        QVERIFY(isNear((after.left() + after.right()) / 2, target));
        QCOMPARE(after.scale(), scale);
    }

    void aNarrowWindowCanStillBeDragged() {
        m_workspace->navigation()->setViewport(half().zoomedAt(300, 5000));
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF grip = at((before.left() + before.right()) / 2);
        Pointer(m_strip.get()).drag(grip, grip + QPointF(50, 0));
        // The window is drawn wider than it is: what counts is that it went along.
        const double way = (m_workspace->navigation()->viewport().left() - before.left()) / all().scale();
        QVERIFY2(std::abs(way - 50) < 5, qPrintable(QString::number(way)));
        QCOMPARE(m_workspace->navigation()->viewport().scale(), before.scale());
    }

    void aDoubleClickShowsEverything() {
        m_workspace->navigation()->setViewport(half());
        Pointer(m_strip.get()).doubleClick(at((all().left() + all().right()) / 2));
        QCOMPARE(m_workspace->navigation()->viewport(), all());
    }

    void aMoveWithoutAButtonChangesNothing() {
        const Viewport before = m_workspace->navigation()->viewport();
        Pointer pointer(m_strip.get());
        pointer.move({300, middle});
        pointer.click({3, middle}); // in the headings
        pointer.click({300, middle}, Qt::RightButton);
        pointer.move({400, middle});
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void drawsWhereEventsAre() {
        m_workspace->navigation()->setViewport(all());
        const QImage image = m_strip->grab().toImage();
        const auto inkAt = [&](double x) {
            for (int y = image.height() - 14; y < image.height() - 4; ++y) {
                if (image.pixelColor(static_cast<int>(x), y).saturation() > 40) {
                    return true;
                }
            }
            return false;
        };
        const Span alpha = m_workspace->document()->span(1);
        const double x = at(m_workspace->layout().scale().axis(alpha.begin)).x();
        bool found = false;
        for (double beside = -5; beside <= 5; ++beside) {
            found = found || inkAt(x + beside);
        }
        QVERIFY(found);
        QVERIFY(!inkAt(at(all().right()).x() - 30));
    }

    void nothingIsDrawnWithoutEvents() {
        m_workspace->setDocument(nullptr);
        QVERIFY(!m_strip->grab().isNull());
        Pointer(m_strip.get()).drag({300, middle}, {500, middle});
        QVERIFY(m_workspace->navigation()->viewport().scale() > 0);
    }
};

QTEST_MAIN(OverviewStripTest)
#include "overview_strip_test.moc"
