// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/lane_model.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace timeline;

class LaneModelTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;

    static QStringList checked(const LaneModel &model) {
        QStringList titles;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, LaneModel::TitleColumn);
            if (index.data(Qt::CheckStateRole) == Qt::Checked) {
                titles << index.data().toString();
            }
        }
        return titles;
    }

private Q_SLOTS:
    void keepsTheModelRules() {
        Workspace workspace(m_measure);
        LaneModel model(&workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        workspace.setDocument(documentOf(sixEvents));
        QCOMPARE(model.rowCount(), 3);
        model.hideAll();
        workspace.setDocument(documentOf("[]"));
        QCOMPARE(model.rowCount(), 0);
    }

    void listsCategoriesWithTheirEvents() {
        Workspace workspace(m_measure);
        workspace.setDocument(documentOf(sixEvents));
        const LaneModel model(&workspace);
        const QModelIndex apples = model.index(0, LaneModel::TitleColumn);
        QCOMPARE(apples.data().toString(), QStringLiteral("Apples"));
        QCOMPARE(apples.siblingAtColumn(LaneModel::CountColumn).data().toString(), QStringLiteral("3"));
        QCOMPARE(apples.data(LaneModel::FileColorRole).toUInt(), 0x112233U);
        QVERIFY(!model.index(1, 0).data(LaneModel::FileColorRole).isValid());
    }

    void tipsTellTheWayToACategory() {
        Workspace workspace(m_measure);
        QByteArray categories = "{\"id\": \"a\", \"title\": \"<b>A\"}";
        for (char id = 'b'; id <= 'j'; ++id) {
            categories +=
                QByteArray(", {\"id\": \"") + id + "\", \"parent\": \"" + static_cast<char>(id - 1) + "\"}";
        }
        workspace.setDocument(
            documentOf("{\"categories\": [" + categories +
                       "], \"events\": [{\"title\": \"e\", \"date\": \"2000\", \"category\": \"c\"},"
                       "{\"title\": \"f\", \"date\": \"2000\", \"category\": \"j\"}]}"));
        const LaneModel model(&workspace);
        const auto tip = [&model](int row) { return model.index(row, 0).data(Qt::ToolTipRole).toString(); };
        QVERIFY2(tip(0).contains(QStringLiteral("&lt;b&gt;A › b › c: 1")), qPrintable(tip(0)));
        QVERIFY2(tip(1).contains(QStringLiteral("… › d › e › f › g › h › i › j: 1")), qPrintable(tip(1)));
    }

    void leavesOutCategoriesWithoutEvents() {
        Workspace workspace(m_measure);
        workspace.setDocument(documentOf(R"({"categories": [{"id": "empty"}, {"id": "used"}],
                                             "events": [{"title": "e", "date": "2000", "category": "used"}]})"));
        const LaneModel model(&workspace);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("used"));
        QCOMPARE(model.index(0, 0).data(LaneModel::ColorRoleRole).toInt(), 1);
    }

    void checkBoxesFilter() {
        Workspace workspace(m_measure);
        workspace.setDocument(documentOf(sixEvents));
        LaneModel model(&workspace);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(workspace.events()->rowCount(), 4);
        QCOMPARE(checked(model), QStringList({QStringLiteral("Apples"), QStringLiteral("Nuts")}));
        QVERIFY(!changes.isEmpty());

        model.showOnly(2);
        QCOMPARE(titles(*workspace.events()), QStringList(QStringLiteral("Gamma")));
        model.hideAll();
        QCOMPARE(workspace.events()->rowCount(), 0);
        model.showAll();
        QCOMPARE(workspace.events()->rowCount(), 6);
        QVERIFY(workspace.filter().isEmpty());
    }

    void countsWhatPassesTheFilter() {
        Workspace workspace(m_measure);
        workspace.setDocument(documentOf(sixEvents));
        const LaneModel model(&workspace);
        const auto counts = [&model] {
            QStringList texts;
            for (int row = 0; row < model.rowCount(); ++row) {
                texts << model.index(row, LaneModel::CountColumn).data().toString();
            }
            return texts.join(QStringLiteral(", "));
        };
        workspace.setQuery(QStringLiteral("category:a alpha"));
        QTRY_COMPARE(counts(), QStringLiteral("1 of 3, 0 of 2, 0 of 1"));
        workspace.setFilter({});
        QTRY_COMPARE(counts(), QStringLiteral("3, 2, 1"));
        Filter filter;
        filter.setCategoryHidden(QStringLiteral("b"), true);
        workspace.setFilter(filter);
        QTRY_COMPARE(counts(), QStringLiteral("3, 0 of 2, 1"));
    }

    void keepsTheQuery() {
        Workspace workspace(m_measure);
        workspace.setDocument(documentOf(sixEvents));
        LaneModel model(&workspace);
        workspace.setQuery(QStringLiteral("eta"));
        model.showOnly(1);
        QCOMPARE(titles(*workspace.events()), QStringList(QStringLiteral("zeta")));
        workspace.setQuery(QString());
        QCOMPARE(checked(model), QStringList(QStringLiteral("Pears")));
    }
};

QTEST_GUILESS_MAIN(LaneModelTest)
#include "lane_model_test.moc"
