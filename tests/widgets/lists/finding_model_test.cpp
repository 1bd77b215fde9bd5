// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/finding_model.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class FindingModelTest : public QObject {
    Q_OBJECT

    static QByteArray eventsWith(const QByteArray &members, int count) {
        QByteArrayList events(count, "{\"title\":\"a\",\"date\":\"2001\"," + members + '}');
        return '[' + events.join(",\n") + ']';
    }
    static QString text(const FindingModel &model, int row, int column = FindingModel::MessageColumn,
                        const QModelIndex &parent = {}) {
        return model.index(row, column, parent).data().toString();
    }

private Q_SLOTS:
    void keepsTheModelRules() {
        FindingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setDocument(documentOf("[{\"title\": \"no date\"}]"));
        QCOMPARE(model.rowCount(), 1);
        model.setDocument(documentOf(eventsWith("\"importance\":7,\"status\":\"sure\"", 30)));
        QCOMPARE(model.rowCount(), 2);
        model.setDocument(documentOf("[]"));
        QCOMPARE(model.rowCount(), 0);
    }

    void aKindIsARow() {
        FindingModel model;
        model.setDocument(
            documentOf("[\"31.12.2000\",\n"
                       " {\"title\": \"a\", \"date\": \"2000\", \"importance\": 3, \"status\": \"sure\"},\n"
                       " {\"title\": \"b\", \"date\": \"2000\", \"importance\": 4}]"));
        QCOMPARE(model.rowCount(), 3);
        // One that is alone is a finding: errors come first.
        QCOMPARE(text(model, 0, FindingModel::LineColumn), u"1"_s);
        QVERIFY(text(model, 0).contains(u"\"31.12.2000\""_s));
        QVERIFY(!model.hasChildren(model.index(0, 0)));
        QVERIFY(model.index(0, 0).data(FindingModel::UnreadRole).isValid());
        QCOMPARE(text(model, 1), u"2 × \"importance\" is not a number from 0 to 1"_s);
        QCOMPARE(text(model, 1, FindingModel::LineColumn), QString());
        QVERIFY(!model.index(1, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Warning: 2 × "_s));
        const QModelIndex kind = model.index(1, 0);
        QCOMPARE(model.rowCount(kind), 2);
        QCOMPARE(text(model, 1, FindingModel::LineColumn, kind), u"3"_s);
        QCOMPARE(text(model, 1, FindingModel::PlaceColumn, kind), u"47"_s);
        QVERIFY(text(model, 1, FindingModel::MessageColumn, kind).contains(u"is 4"_s));
        QCOMPARE(model.index(1, 0, kind).data(FindingModel::EventRole).toUInt(), 1U);
        QCOMPARE(FindingModel::kindAt(model.index(1, 0, kind)), std::size_t{1});
        QVERIFY(text(model, 2).contains(u"sure"_s));
        QCOMPARE(model.shown()->notShown, std::size_t{1});
        QCOMPARE(model.shown()->leftOut, std::size_t{2});
    }

    void manyHaveRowsBetween() {
        FindingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy busy(&model, &FindingModel::busyChanged);
        constexpr int many = 25'001;
        model.setDocument(documentOf(eventsWith("\"importance\":7", many)));
        QVERIFY(model.isBusy());
        QCOMPARE(model.rowCount(), 0);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(busy.count(), 2);
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex kind = model.index(0, 0);
        QCOMPARE(model.rowCount(kind), 3);
        QCOMPARE(text(model, 2, 0, kind), u"20,001 to 25,001"_s);
        const QModelIndex last = model.index(2, 0, kind);
        QCOMPARE(model.rowCount(last), 5001);
        QCOMPARE(text(model, 5000, FindingModel::LineColumn, last), QString::number(many));
        QCOMPARE(model.index(5000, 0, last).data(FindingModel::EventRole).toUInt(), many - 1U);
        QCOMPARE(model.parent(model.index(7, 1, last)), last);
        QCOMPARE(model.parent(last), kind);
    }

    void anotherFileIsNotMixedUp() {
        FindingModel model;
        model.setDocument(documentOf(eventsWith("\"importance\":7", 3)));
        QCOMPARE(model.rowCount(), 1);
        model.setDocument(documentOf(eventsWith("\"importance\":7", 12'000)));
        QCOMPARE(model.rowCount(), 0); // what stood there was about other events
        model.setDocument(documentOf(eventsWith("\"importance\":\"x\"", 2))); // before the other was grouped
        QVERIFY(!model.isBusy());
        QCOMPARE(text(model, 0), u"2 × \"importance\" is not a number"_s);
    }

    void anEditThatFindsTheSameResetsNothing() {
        FindingModel model;
        const auto before = documentOf(eventsWith("\"importance\":7", 3));
        model.setDocument(before);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const auto after = std::make_shared<Document>(*before);
        model.noteEdit(after);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.shown()->document, std::shared_ptr<const Document>(after));
    }
};

QTEST_MAIN(FindingModelTest)
#include "finding_model_test.moc"
