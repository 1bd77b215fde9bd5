// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"
#include "test_paths.h"

#include <QDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Opens every file of the public JSON test suite: names beginning with y_ are JSON, with n_ are not, i_ may
/// be either.
class JsonSuiteTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QDir(folder()).exists()) {
            QSKIP("the JSON test suite does not lie beside the checkout");
        }
    }

    void readsTheSuite_data() {
        QTest::addColumn<QString>("path");
        const auto files = QDir(folder()).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
        QVERIFY(files.size() > 200);
        for (const QFileInfo &file : files) {
            QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
        }
    }

    void readsTheSuite() {
        QFETCH(QString, path);
        const Result<ReadResult> read = readFile(path);
        QCOMPARE(read.error(), QString());
        const ReadResult &result = *read;
        const QString name = QFileInfo(path).fileName();
        if (name.startsWith("y_"_L1)) {
            QVERIFY(result.isJson);
        } else if (name.startsWith("n_"_L1)) {
            QVERIFY(!result.isJson);
        }
        if (!result.isJson) {
            QVERIFY(!result.document);
            QCOMPARE(result.findings.size(), 1U);
            const Finding finding = result.located(result.findings.front());
            QVERIFY(finding.severity() == Severity::Error);
            QVERIFY(!finding.message().isEmpty());
            QVERIFY(finding.line >= 1 && finding.column >= 1);
            QVERIFY(finding.offset >= 0 && finding.offset <= QFileInfo(path).size());
        }
    }

private:
    static QString folder() { return QStringLiteral(SHARED_DATA "/json-test-suite"); }
};

QTEST_GUILESS_MAIN(JsonSuiteTest)
#include "json_suite_test.moc"
