// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/program.h"

using namespace Qt::StringLiterals;

/// How arguments are read, alike for all commands and the window.
class CommandLineTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() {
        const QByteArray file = R"([{"id": "a", "title": "A", "date": "2020"}])";
        for (const char *name : {"m.json", "-odd-name.json", "-1.json", "--help", "check"}) {
            QVERIFY(write(m_folder.filePath(QLatin1StringView(name)), file));
        }
    }

    void understands_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("out"); // how it begins
        QTest::addColumn<QByteArray>("err"); // what is in it; nothing where all is empty
        const auto row = [](const char *script, int code, const char *out, const char *err = "") {
            QTest::newRow(script) << QString::fromUtf8(script) << code << QByteArray(out) << QByteArray(err);
        };
        const char *date = "-0043\t1\t-0043-01-01";
        row("timeloom date -0043", 0, date);
        row("timeloom date -- -0043", 0, date);
        row("timeloom date -0043 -- -0043", 0, date);
        row("timeloom date -- --help", 1, "--help\tinvalid");
        row("timeloom date --04-12", 1, "--04-12\tinvalid");
        row("echo -0043 | timeloom date -", 0, date);
        row("timeloom date --json 2020", 2, "", "timeloom date: Unknown option 'json'.");
        row("timeloom date", 2, "", "timeloom date: expected a date");
        row("timeloom date --", 2, "", "timeloom date: expected a date");
        row("timeloom check -- -odd-name.json", 0, "");
        row("timeloom check -1.json", 0, "");
        row("timeloom check -- --help", 0, "");
        row("timeloom check -- m.json --json", 3, "", "cannot read --json: there is no such file");
        row("timeloom check --json -- m.json", 0, "[\n]\n");
        row("timeloom check m.json --json", 0, "[\n]\n");
        row("timeloom check --strict m.json", 0, "");
        row("echo '[{\"id\": 7, \"title\": \"A\", \"date\": 1914}]' | timeloom check -", 0, "");
        row("echo '[{\"id\": 7, \"title\": \"A\", \"date\": 1914}]' | timeloom check --strict -", 1,
            "-:1:9: warning: \"id\" is 7, which version 0.1 refuses; ");
        row("echo '[{\"date\": 1914, \"status\": \"odd\"}]' | timeloom info --json -", 0,
            "{\n    \"bytes\": 34,\n    \"categories\": [\n        {\n            \"events\": 1,\n           "
            " \"id\": \"\"\n"
            "        }\n    ],\n    \"earliest\": \"1914-01-01\",\n    \"eras\": 0,\n    \"events\": 1,\n    "
            "\"findings\": 2,\n"
            "    \"findingsByKind\": {\n        \"no-title\": 1,\n        \"own-status\": 1\n    },\n    "
            "\"findingsBySeverity\": {\n"
            "        \"error\": 0,\n        \"note\": 1,\n        \"warning\": 1\n    },\n");
        row("timeloom check -odd-name.json", 2, "", "Unknown option");
        row("timeloom check -high.json", 2, "", "Unknown option 'high.json'");
        row("timeloom set -vague.json a date 2021", 2, "", "Unknown option 'vague.json'");
        row("timeloom info -- -odd-name.json", 0, "title");
        row("timeloom info m.json m.json", 2, "", "timeloom info: expected one FILE");
        row("timeloom info m.json --filter no:such", 2, "", "--filter, character 1: ");
        row("timeloom info m.json --filter status:planned", 0, "title\t\nbytes\t43\nevents\t0\n");
        row("timeloom render -o a.svg --from -0043 -- -odd-name.json", 0, "");
        row("timeloom render -oa.svg m.json", 0, "");
        row("timeloom render --output=a.svg m.json", 0, "");
        row("timeloom render m.json -o", 2, "", "Missing value after '-o'.");
        row("timeloom render m.json -o a.svg --filter", 2, "", "Missing value after '--filter'.");
        row("timeloom bench --", 2, "", "timeloom bench: expected one FILE");
        row("timeloom bench --size 10x10 m.json", 2, "", "--size must be");
        row("timeloom set m.json -- a title Y && grep -c '\"Y\"' m.json", 0, "1");
        row("timeloom set -- m.json a title -h && grep -c '\"-h\"' m.json", 0, "1");
        row("timeloom set m.json a title -h && grep -c '\"-h\"' m.json", 0, "1");
        row("timeloom set m.json a title --json && grep -c '\"--json\"' m.json", 0, "1");
        row("timeloom set m.json a date -0043 && grep -c '\"-0043\"' m.json", 0, "1");
        row("timeloom set m.json a tags - && grep -c '\"2020\"' m.json", 0, "1");
        row("timeloom set m.json a title \"$(printf 'caf\\351')\"", 2, "", "no UTF-8");
        row("timeloom set m.json a title --", 2, "", "expected FILE, EVENT, FIELD and VALUE");
        row("timeloom set --json m.json a title Y", 2, "", "Unknown option 'json'");
        row("timeloom chek m.json", 2, "", "did you mean check? The commands are bench, check, date");
        row("timeloom chek", 2, "", "did you mean check?");
        row("timeloom rendre m.json -o a.svg", 2, "", "did you mean render?");
        row("timeloom m.json m.json", 2, "", "timeloom: expected one FILE");
        row("timeloom --colour", 2, "", "timeloom: Unknown option 'colour'.");
        row("timeloom --colour m.json", 2, "", "timeloom: Unknown option 'colour'.");
    }
    void understands() {
        QFETCH(QString, script);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        const Answer answer = shell(script, m_folder.path());
        QTEST(answer.code, "code");
        QVERIFY2(answer.out.startsWith(out) && (!out.isEmpty() || answer.out.isEmpty()), answer.out);
        QVERIFY2(answer.err.contains(err) && (!err.isEmpty() || answer.err.isEmpty()), answer.err);
    }

    void helpsEverywhere_data() {
        QTest::addColumn<QString>("command");
        for (const char *command : {"", "bench", "check", "date", "info", "render", "set"}) {
            QTest::newRow(command) << QString::fromLatin1(command);
        }
    }
    void helpsEverywhere() {
        QFETCH(QString, command);
        const QString program = command.isEmpty() ? u"timeloom"_s : u"timeloom "_s + command;
        const QByteArray usage = "Usage: " + program.toUtf8() + " [options] ";
        for (const QString &option : {u"-h"_s, u"--help"_s, u"--help-all"_s, u"-h --nonsense"_s}) {
            const Answer answer = shell(program + u' ' + option, m_folder.path());
            QCOMPARE(answer.code, 0);
            QVERIFY2(answer.out.startsWith(usage), answer.out);
            QCOMPARE(answer.err, QByteArray());
        }
        for (const QString &option : {u"--version"_s, u"-v"_s}) {
            const Answer answer = shell(program + u' ' + option, m_folder.path());
            QCOMPARE(answer.code, 0);
            QVERIFY2(answer.out.startsWith("timeloom ") && answer.out.count('\n') == 1, answer.out);
        }
    }

    void allHelpHasEveryCommand() {
        const QByteArray all = shell(u"timeloom --help-all"_s, m_folder.path()).out;
        for (const char *command : {"bench", "check", "date", "info", "render", "set"}) {
            QVERIFY2(all.contains(QByteArray("Usage: timeloom ") + command), all);
        }
    }

    /// Without a display Qt ends the program; the shell would say "Aborted".
    void aWindowNeedsADisplay_data() {
        QTest::addColumn<QString>("script");
        QTest::newRow("none") << u"timeloom m.json"_s;
        QTest::newRow("no file") << u"timeloom"_s;
        QTest::newRow("a file named as a command") << u"timeloom -- check"_s;
        QTest::newRow("a file named as an option") << u"timeloom -- --help"_s;
        QTest::newRow("nobody listens") << u"DISPLAY=:9876 timeloom m.json"_s;
        QTest::newRow("no Wayland") << u"WAYLAND_DISPLAY=none QT_QPA_PLATFORM=wayland timeloom m.json"_s;
        QTest::newRow("no such platform") << u"timeloom m.json -platform nonsense"_s;
        QTest::newRow("another locale") << u"LC_ALL=C timeloom m.json"_s;
    }
    void aWindowNeedsADisplay() {
        QFETCH(QString, script);
        const Answer answer = shell(script, m_folder.path());
        QCOMPARE(answer.code, 3);
        QVERIFY2(answer.err.startsWith("timeloom: no window can be shown: "), answer.err);
        QCOMPARE(answer.err.count('\n'), 2);
        QCOMPARE(answer.out, QByteArray());
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
