// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// Outputs that take nothing, or no more.
class StandardStreamsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(write(m_folder.filePath(u"fine.json"_s), "[]"));
        QVERIFY(write(m_folder.filePath(u"bad.json"_s), R"([{"id": "a", "date": "2020"}, 5])"));
        QVERIFY(write(m_folder.filePath(u"many.json"_s), '[' + QByteArray("5,").repeated(40000) + "5]"));
    }

    void aLostOutputIsTold_data() {
        QTest::addColumn<QString>("command");
        for (const char *command :
             {"timeloom --help", "timeloom --version", "timeloom render --help", "timeloom set -h",
              "timeloom check bad.json", "timeloom check bad.json --json", "timeloom check fine.json --json",
              "timeloom check many.json", "timeloom date 2020", "echo 2020 | timeloom date -",
              "timeloom info fine.json", "timeloom info fine.json --json"}) {
            QTest::newRow(command) << QString::fromLatin1(command);
        }
    }
    void aLostOutputIsTold() {
        QFETCH(QString, command);
        if (!QFile::exists(u"/dev/full"_s)) {
            QSKIP("This system has no /dev/full.");
        }
        const Answer full = shell(command + u" >/dev/full"_s, m_folder.path());
        QCOMPARE(full.code, 3);
        QCOMPARE(full.err, QByteArray("timeloom: cannot write the output: No space left on device\n"));
        const Answer closed = shell(command + u" >&-"_s, m_folder.path());
        QCOMPARE(closed.code, 3);
        QCOMPARE(closed.err, QByteArray("timeloom: standard output is closed\n"));
    }

    void whoPrintsNothingNeedsNoOutput() {
        for (const char *command :
             {"check fine.json", "render fine.json -o a.png", "set bad.json b title X"}) {
            const QString script = u"timeloom "_s + QLatin1StringView(command);
            const Answer open = shell(script, m_folder.path());
            const Answer closed = shell(script + u" >&- 2>/dev/null"_s, m_folder.path());
            QCOMPARE(closed.code, open.code);
        }
    }

    void aClosedStreamIsNoFile() {
        // Otherwise the picture would be standard output, or the finding would stand in it.
        const QByteArray expected = (shell(u"timeloom render bad.json -o a.svg"_s, m_folder.path()),
                                     read(m_folder.filePath(u"a.svg"_s)));
        QVERIFY(expected.contains("<svg"));
        shell(u"timeloom render bad.json -o b.svg <&- >&- 2>&-"_s, m_folder.path());
        QCOMPARE(read(m_folder.filePath(u"b.svg"_s)), expected);
    }

    void aClosedPipeEndsQuietly_data() {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("as the shell starts it") << QString();
        QTest::newRow("without the signal") << u"trap '' PIPE; "_s;
    }
    void aClosedPipeEndsQuietly() {
        QFETCH(QString, prefix);
        const Answer answer = shell(prefix + u"timeloom check many.json | head -n 1"_s, m_folder.path());
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.out.count('\n'), 1);
        QCOMPARE(answer.err, QByteArray());
    }

    void findingsComeAsTheyAre() {
        const Answer lines = shell(u"timeloom check many.json bad.json"_s, m_folder.path());
        QCOMPARE(lines.code, 1);
        const Answer json = shell(u"timeloom check many.json bad.json --json"_s, m_folder.path());
        const QJsonDocument document = QJsonDocument::fromJson(json.out);
        QCOMPARE(document.array().size(), lines.out.count('\n'));
        QCOMPARE(json.out, document.toJson());
        QCOMPARE(document.array().last()["file"_L1].toString(), u"bad.json"_s);
    }
};

QTEST_GUILESS_MAIN(StandardStreamsTest)
#include "standard_streams_test.moc"
