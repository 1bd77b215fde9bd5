// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/legend_pane.h"
#include "paint/theme.h"
#include "widgets/workspace_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QTreeView>

using namespace timeline;
using namespace timeloom;

/// The pane for what the timeline shows.
class LegendPaneTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Workspace> m_workspace;

private Q_SLOTS:
    void init() {
        m_fonts = std::make_unique<Fonts>();
        m_workspace = std::make_unique<Workspace>(*m_fonts);
        m_workspace->setDocument(documentOf(sixEvents));
    }
    void cleanup() { m_workspace.reset(); }

    void choosesLanesAndScale() {
        LegendPane pane(*m_workspace, *m_fonts);
        auto *grouping = pane.findChild<QComboBox *>();
        for (const LaneGrouping by : {LaneGrouping::Parent, LaneGrouping::Status}) {
            const int row = grouping->findData(static_cast<int>(by));
            grouping->setCurrentIndex(row);
            Q_EMIT grouping->activated(row);
            QCOMPARE(m_workspace->layoutOptions().grouping, by);
        }
        pane.findChild<QCheckBox *>()->click();
        QCOMPARE(m_workspace->layoutOptions().folded, false);

        LayoutOptions options;
        options.grouping = LaneGrouping::None;
        m_workspace->setLayoutOptions(options);
        QCOMPARE(grouping->currentData().toInt(), static_cast<int>(LaneGrouping::None));
        QVERIFY(pane.findChild<QCheckBox *>()->isChecked());
    }

    void showsTheColoursOfTheTimeline() {
        LegendPane pane(*m_workspace, *m_fonts);
        pane.resize(320, 500);
        pane.show();
        const Theme theme = Theme::forPalette(pane.palette());
        const QImage image = pane.findChild<QTreeView *>()->grab().toImage();
        for (const QColor &color : {theme.categoryColor(0, 0x112233), theme.categoryColor(1, std::nullopt)}) {
            bool isThere = false;
            for (int y = 0; y < image.height() && !isThere; ++y) {
                for (int x = 0; x < image.width() && !isThere; ++x) {
                    isThere = image.pixelColor(x, y).rgb() == color.rgb();
                }
            }
            QVERIFY2(isThere, qPrintable(color.name()));
        }
    }

    void saysWhichLanesTheChartHasInGrey() {
        LegendPane pane(*m_workspace, *m_fonts);
        const auto isTold = [&pane] {
            const auto labels = pane.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return !label->isHidden() && label->text().contains(QStringLiteral("grey"));
            });
        };
        QVERIFY(!isTold());
        m_workspace->setDocument(manyCategories(30));
        QVERIFY(isTold());
        m_workspace->setDocument(documentOf(sixEvents));
        QVERIFY(!isTold());
    }
};

QTEST_MAIN(LegendPaneTest)
#include "legend_pane_test.moc"
