// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/mend_dialog.h"
#include "app/panes/legend_pane.h"
#include "app/panes/problems_pane.h"
#include "paint/theme.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeView>

using namespace timeline;
using namespace timeloom;

/// The panes for what the timeline shows and for what is wrong with the file.
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

    void problemsLeadToTheirEvents() {
        Editor editor(*m_workspace);
        ProblemsPane pane(*m_workspace, editor);
        QSignalSpy counts(&pane, &ProblemsPane::countChanged);
        pane.show();
        QVERIFY(pane.findChild<QLabel *>()->isVisible());
        m_workspace->setDocument(
            documentOf("[{\"title\": \"a\", \"date\": \"2000\"},"
                       " {\"title\": \"b\", \"date\": \"2001\", \"links\": [{\"to\": \"nowhere\"}]}]"));
        QCOMPARE(counts.last().first().toInt(), 1);
        QVERIFY(!pane.findChild<QLabel *>()->isVisible());
        auto *list = pane.findChild<QTableView *>();
        Q_EMIT list->clicked(list->model()->index(0, 0));
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));
    }

    void theListFollowsEditsOfTheHead() {
        Editor editor(*m_workspace);
        ProblemsPane pane(*m_workspace, editor);
        m_workspace->setDocument(documentOf("{\"events\": [\"a, someday\","
                                            " {\"title\": \"b\", \"date\": \"2000\"}]}"));
        auto *list = pane.findChild<QTableView *>();
        QCOMPARE(list->model()->rowCount(), 1);
        editor.setInHead(QStringLiteral("title"), QStringLiteral("T"));
        QTRY_VERIFY(m_workspace->canEdit());
        editor.mend(m_workspace->document()->unread().front(), "{\"title\": \"a\", \"date\": \"1999\"}");
        QCOMPARE(list->model()->rowCount(), 0);
        editor.undo();
        QCOMPARE(list->model()->rowCount(), 1);
    }

    void whatCannotBeReadIsMended() {
        Editor editor(*m_workspace);
        ProblemsPane pane(*m_workspace, editor);
        pane.show();
        m_workspace->setDocument(documentOf("[\"a, March 2021\"]"));
        auto *list = pane.findChild<QTableView *>();
        auto *button = pane.findChild<QPushButton *>();
        QVERIFY(!button->isVisible());
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(button->isVisible());
        QString told;
        bool wasEnabled = true;
        QTimer::singleShot(0, &pane, [&] {
            auto *dialog = qobject_cast<MendDialog *>(QApplication::activeModalWidget());
            auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
            wasEnabled = ok->isEnabled();
            auto *findings = dialog->findChild<QTextBrowser *>();
            told = findings->toPlainText();
            Q_EMIT findings->anchorClicked(QUrl(QStringLiteral("0")));
            ok->click();
        });
        button->click();
        QVERIFY(!wasEnabled);
        QVERIFY2(told.contains(QStringLiteral("2021-03")), qPrintable(told));
        QCOMPARE(list->model()->rowCount(), 0);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex{1});
        QVERIFY(!button->isVisible());
        editor.undo();
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex{0});
    }
};

QTEST_MAIN(LegendPaneTest)
#include "legend_pane_test.moc"
