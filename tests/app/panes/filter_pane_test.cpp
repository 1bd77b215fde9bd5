// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/filter_pane.h"
#include "widgets/workspace_fixture.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// Which categories are shown.
class FilterPaneTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<FilterPane> m_pane;

    QTreeView *list() const { return m_pane->findChild<QTreeView *>(); }
    QToolButton *showAll() const { return m_pane->findChild<QToolButton *>(); }
    QString said() const {
        QStringList all;
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                all += label->text();
            }
        }
        return all.join(u'|');
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_pane = std::make_unique<FilterPane>(*m_workspace);
        m_pane->resize(320, 400);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() { m_pane.reset(); }

    /// Anywhere on its row, as the words of a check box are part of it.
    void aClickHidesACategory_data() {
        QTest::addColumn<double>("at"); // of the row's width
        QTest::newRow("the box") << 0.05;
        QTest::newRow("the words") << 0.5;
    }
    void aClickHidesACategory() {
        QFETCH(double, at);
        QVERIFY(!showAll()->isVisible());
        const QRect row = list()->visualRect(list()->model()->index(1, 0));
        const QPoint place(row.left() + static_cast<int>(at * row.width()), row.center().y());
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(m_workspace->filter().hiddenCategories(), QSet<QString>{u"b"_s});
        QVERIFY(said().contains(u"4 of 6"_s));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(m_workspace->filter().isEmpty());
    }

    void theKeyOfCheckBoxesWorks() {
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(m_workspace->filter().hiddenCategories(), QSet<QString>{u"a"_s});
    }

    void allIsShownAgain() {
        m_workspace->setQuery(u"beta"_s);
        list()->model()->setData(list()->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(showAll()->isVisible());
        showAll()->click();
        QVERIFY(m_workspace->filter().isEmpty());
        QVERIFY(!showAll()->isVisible());
    }

    void ofOneCategoryThereIsNothingToChoose() {
        m_workspace->setDocument(documentOf("[{\"title\": \"A\", \"date\": \"2001\"}]"));
        QTRY_VERIFY(said().contains(u"All events are in one category."_s));
        QVERIFY(!list()->isVisible());
        m_workspace->setDocument(documentOf("[]"));
        QTRY_VERIFY(!said().contains(u"All events"_s));
    }
};

QTEST_MAIN(FilterPaneTest)
#include "filter_pane_test.moc"
