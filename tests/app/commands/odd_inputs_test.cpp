// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/program.h"

using namespace Qt::StringLiterals;

/// Inputs that are no files, have no end or do not fit the memory.
class OddInputsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() {
        if (!QFile::exists(u"/dev/zero"_s)) {
            QSKIP("This system has no /dev/zero.");
        }
        QVERIFY(write(m_folder.filePath(u"m.json"_s), R"([{"title": "A", "date": "2020"}])"));
        const QByteArray events = QByteArray(R"({"title": "A", "date": "2020"},)").repeated(70000);
        QVERIFY(
            write(m_folder.filePath(u"long.json"_s), '[' + events + R"({"title": "A", "date": "2020"}])"));
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *script, int code, const char *message) {
            if (isForSanitizers(script)) {
                QTest::newRow(script) << QString::fromLatin1(script) << code << QByteArray(message);
            }
        };
        const char *noJson = "it does not begin as JSON does, with { or [";
        row("timeloom check /dev/zero", 3, noJson);
        row("timeloom check /dev/urandom", 3, noJson);
        row("timeloom info - </dev/zero", 3, noJson);
        row("timeloom render /dev/zero -o a.png", 3, noJson);
        row("timeloom set /dev/zero a title B", 3, "it is no regular file");
        row("yes | timeloom check -", 3, noJson);
        row("mkfifo pipe; (yes >pipe &); timeloom check pipe", 3, noJson);
        row("(printf '\\377\\376'; yes) | timeloom check -", 3, noJson);
        row("ulimit -v 1500000; yes '[' | timeloom check -", 3, "it has more than ");
        row("truncate -s 100G sparse; ulimit -v 1500000; timeloom check sparse", 3,
            "sparse: it has 107.4 GB, and there is memory for 1");
        row("truncate -s 100G sparse; timeloom info sparse", 1, "sparse:1:1: error: found a NUL character");
        row("printf '%70000s' x >text; timeloom info text", 1, "text:1:70000: error: ");
        row("timeloom check - <&-", 3, "cannot read standard input: it is closed");
        row("timeloom date - <&-", 3, "timeloom date: cannot read standard input: ");
        row("timeloom check - <.", 3, "cannot read standard input: Is a directory");
        row("ln -sf y x; ln -sf x y; timeloom check x", 3, "cannot read x: its links lead in a circle");
        row("ln -sf nowhere z; timeloom check z", 3,
            "cannot read z: it is a link to a file that is not there");
        row("timeloom check nowhere", 3, "cannot read nowhere: there is no such file");
        row("timeloom check .", 3, "cannot read .: it is a folder; expected a file");
        row("timeloom check m.json/x", 3, "cannot read m.json/x: Not a directory");
        row("timeloom check ''", 3, "there is no such file");
    }
    void saysWhatIsWrong() {
        QFETCH(QString, script);
        QFETCH(QByteArray, message);
        const Answer answer = shell(script, m_folder.path());
        QTEST(answer.code, "code");
        QVERIFY2(answer.err.contains(message), answer.err);
        QCOMPARE(answer.err.count('\n'), 1);
    }

    void whatEndsIsRead_data() {
        QTest::addColumn<QString>("script");
        for (const char *script :
             {"timeloom check - <m.json", "cat m.json | timeloom check -",
              "timeloom check /dev/null; test $? = 1",
              "mkfifo end; (cat long.json >end &); timeloom check end", "cat long.json | timeloom check -",
              "(printf '%70000s' ''; cat long.json) | timeloom check -",
              "(printf '\\357\\273\\277'; cat long.json) | timeloom check -",
              "ulimit -v 1500000; timeloom check long.json"}) {
            if (isForSanitizers(script)) {
                QTest::newRow(script) << QString::fromLatin1(script);
            }
        }
    }
    void whatEndsIsRead() {
        QFETCH(QString, script);
        const Answer answer = shell(script, m_folder.path());
        QCOMPARE(answer.err, QByteArray());
        QCOMPARE(answer.code, 0);
    }
};

QTEST_GUILESS_MAIN(OddInputsTest)
#include "odd_inputs_test.moc"
