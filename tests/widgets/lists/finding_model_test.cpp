// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/finding_model.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QTest>

using namespace timeline;

class FindingModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheModelRules() {
        FindingModel model(documentOf("[]"));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setDocument(documentOf("[{\"title\": \"no date\"}]"));
        QVERIFY(model.rowCount() > 0);
    }

    void tellsWhatIsWrongAndWhere() {
        const auto document = documentOf("[{\"title\": \"good\", \"date\": \"2000\", \"status\": \"sure\"},\n"
                                         " {\"title\": \"bad\", \"date\": \"31.12.2000\"}]");
        const FindingModel model(document);
        QCOMPARE(model.rowCount(), static_cast<int>(document->findings().size()));
        QVERIFY(model.rowCount() >= 2);
        const int last = model.rowCount() - 1;
        QCOMPARE(model.index(last, FindingModel::LineColumn).data().toLongLong(), 2);
        QVERIFY(model.index(last, FindingModel::PlaceColumn).data().toLongLong() > 1);
        QVERIFY(!model.index(last, FindingModel::MessageColumn).data().toString().isEmpty());
        QVERIFY(!model.index(last, FindingModel::SeverityColumn).data().toString().isEmpty());
        QVERIFY(!model.index(last, FindingModel::SeverityColumn)
                     .data(Qt::DecorationRole)
                     .value<QIcon>()
                     .isNull());
    }

    void namesTheEventThatIsShown() {
        const FindingModel model(
            documentOf(R"([{"title": "a", "date": "2000", "links": [{"to": "nowhere"}]}])"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(FindingModel::EventRole).toUInt(), 0U);
        QVERIFY(model.index(0, 0).data(FindingModel::EventRole).isValid());
        QCOMPARE(model.index(0, 0).data(FindingModel::IsErrorRole).toBool(), false);
    }
};

QTEST_MAIN(FindingModelTest)
#include "finding_model_test.moc"
