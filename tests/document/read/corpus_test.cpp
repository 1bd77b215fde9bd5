// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"
#include "test_paths.h"

#include <QDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

void addFiles(const QString &folder) {
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(TEST_DATA) + u'/' + folder);
    for (const QFileInfo &file : dir.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
    }
}

/// What is said of a file, as "line:column: severity: message".
QStringList findingsOf(const QString &path) {
    const Result<ReadResult> result = readFile(path);
    QStringList lines;
    if (!result) {
        return {result.error()};
    }
    result->tellFindings(
        [&lines](const Finding &finding) { lines.append(toString(finding, QString()).mid(1)); });
    return lines;
}

/// The lines of NAME.findings; the first says what the schema thinks of the file.
QStringList expectedFindings(const QString &path) {
    QFile file(path.chopped(4) + u"findings"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {u"there is no "_s + file.fileName()};
    }
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
    return lines;
}

/// Writes them anew, below what is said of the schema.
void writeFindings(const QString &path, const QStringList &findings) {
    QFile file(path.chopped(4) + u"findings"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray head = file.readLine();
    file.resize(0);
    file.seek(0);
    file.write((head.isEmpty() ? "# schema: refused\n" : head) + findings.join(u'\n').toUtf8() + '\n');
}

} // namespace

/// Reads tests/data/good and tests/data/bad, which the schema is held to as well (schema_test.py).
class CorpusTest : public QObject {
    Q_OBJECT

private slots:
    void goodFilesHaveNoFindings_data() { addFiles(u"good"_s); }
    void goodFilesHaveNoFindings() {
        QFETCH(QString, path);
        QCOMPARE(findingsOf(path), QStringList());
        QVERIFY(readFile(path)->document);
    }

    void badFilesHaveTheirFindings_data() { addFiles(u"bad"_s); }
    void badFilesHaveTheirFindings() {
        QFETCH(QString, path);
        const QStringList expected = expectedFindings(path);
        const QStringList found = findingsOf(path);
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            writeFindings(path, found);
            return;
        }
        QVERIFY(!expected.isEmpty());
        for (qsizetype i = 0; i < qMin(found.size(), expected.size()); ++i) {
            QCOMPARE(found[i], expected[i]);
        }
        QCOMPARE(found.size(), expected.size());
    }

    void theCorpusIsLarge() {
        QVERIFY(QDir(QStringLiteral(TEST_DATA "/good")).entryList({u"*.json"_s}).size() >= 15);
        QVERIFY(QDir(QStringLiteral(TEST_DATA "/bad")).entryList({u"*.json"_s}).size() >= 40);
    }

    void tenMistakesAreTenFindings() {
        const QStringList found = findingsOf(QStringLiteral(TEST_DATA "/ten-mistakes.json"));
        QCOMPARE(found.size(), 10);
        QSet<QString> messages;
        for (const QString &line : found) {
            messages.insert(line.section(u": "_s, 2));
        }
        QCOMPARE(messages.size(), 10);
    }
};

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpus_test.moc"
