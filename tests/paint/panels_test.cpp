// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/two_panels.h"
#include "paint/picture_fixture.h"
#include "paint/scene_painter.h"

using namespace timeline;

namespace {

QImage painted(const Scene &scene, const Fonts &fonts) {
    const Theme theme = Theme::light();
    QImage image(scene.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    ScenePainter(theme, fonts).paint(painter, scene);
    return image;
}

} // namespace

/// Scenes of several panels, each of which is painted along its own axis.
class PanelsTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

private slots:
    void gridAndDatesRunAlongEachAxis() {
        const Scene scene = twoPanels(m_fonts);
        const QImage image = painted(scene, m_fonts);
        const Theme theme = Theme::light();
        for (const ScenePanel &panel : scene.panels) {
            int seen = 0;
            for (const SceneTick &tick : panel.ticks) {
                const bool isInBreak = std::ranges::any_of(panel.scaleMarks, [&](const ScaleMark &mark) {
                    return tick.at >= mark.at - 2 && tick.at <= mark.at + mark.length + 2;
                });
                if (isInBreak || tick.at > panel.last() - 1) {
                    continue;
                }
                const QPointF onGrid =
                    panel.point(std::floor(tick.at), panel.across(panel.rect.topLeft()) + 30);
                if (tick.kind != SceneTick::Minor && scene.itemAt(onGrid) == nullptr) {
                    ++seen;
                    QCOMPARE(image.pixelColor(onGrid.toPoint()), theme.grid);
                    const QPointF beside = panel.point(std::floor(tick.at) + 3, panel.across(onGrid));
                    QCOMPARE(image.pixelColor(beside.toPoint()), theme.background);
                }
                const QPointF onAxis =
                    panel.point(std::floor(tick.at), panel.across(panel.axisRect.bottomRight()) - 3);
                QCOMPARE(image.pixelColor(onAxis.toPoint()), theme.line);
            }
            QVERIFY(seen > 3);
            for (const SceneText &text : panel.tickLabels) {
                const QImage name = image.copy(text.rect().toRect());
                bool hasInk = false;
                for (int x = 0; x < name.width(); ++x) {
                    hasInk = hasInk || name.pixelColor(x, name.height() / 2).lightness() < 200;
                }
                QVERIFY2(hasInk, qPrintable(text.text));
            }
        }
    }

    void asOfAndBreaksCrossTheirPanel() {
        Scene scene = twoPanels(m_fonts);
        const QImage with = painted(scene, m_fonts);
        const ScenePanel panel = scene.panels.back();
        scene.panels.back().asOf.reset();
        scene.panels.back().scaleMarks.clear();
        const QImage without = painted(scene, m_fonts);
        QVERIFY(with.copy(panel.rect.toRect()) != without.copy(panel.rect.toRect()));
        QCOMPARE(with.copy(scene.panels.front().rect.toRect()),
                 without.copy(scene.panels.front().rect.toRect()));
        // Each runs over the whole breadth, and nowhere else.
        for (int y = 50; y < 400; ++y) {
            int changed = 0;
            for (int x = 500; x < 800; ++x) {
                changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
            }
            const ScaleMark &mark = panel.scaleMarks.front();
            const bool isAsOf = std::abs(y + 0.5 - *panel.asOf) < 1;
            const bool isBreak = y > mark.at + 4 && y < mark.at + mark.length - 4;
            const bool isNear =
                std::abs(y + 0.5 - *panel.asOf) < 3 || (y > mark.at - 8 && y < mark.at + mark.length + 8);
            QVERIFY2(!isAsOf || changed > 80, qPrintable(QString::number(y)));
            QVERIFY2(!isBreak || changed > 280, qPrintable(QString::number(y)));
            QVERIFY2(isNear || changed == 0, qPrintable(QString::number(y)));
        }
    }
};

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
