// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/commands/command.h"

#include <QProcess>
#include <QTest>
#include <memory>

using namespace timeloom;
using namespace Qt::StringLiterals;

class SetTest : public QObject {
    Q_OBJECT

    static QByteArray contentOf(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void changesOneValue_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("arguments"); // event, field, value
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("before"); // what is replaced by `after`; nothing where nothing changes
        QTest::addColumn<QByteArray>("after");
        const QByteArray lines =
            "\xEF\xBB\xBF{\r\n\t\"x\": 1.50e3,\r\n\t\"events\": [\r\n\t\t{\r\n\t\t\t\"id\": \"a\",\r\n"
            "\t\t\t\"title\": \"Caf\\u00e9\",\r\n\t\t\t\"date\": \"2020\",\r\n\t\t\t\"x\": 1.50e3\r\n"
            "\t\t},\r\n\t\t{\"id\": \"b\", \"title\": 5, \"date\": \"2021\"}\r\n\t]\r\n}\r\n";
        const auto row = [](const char *name, const QByteArray &file, const QStringList &arguments, int code,
                            const char *before, const char *after) {
            QTest::newRow(name) << file << arguments << code << QByteArray(before) << QByteArray(after);
        };
        row("replaced", lines, {u"a"_s, u"title"_s, u"Th\u00e9"_s}, Fine, "Caf\\u00e9", "Th\\u00e9");
        row("added", lines, {u"a"_s, u"status"_s, u"planned"_s}, Fine, "\"2020\",",
            "\"2020\",\r\n\t\t\t\"status\": \"planned\",");
        row("the same", lines, {u"a"_s, u"date"_s, u"2020"_s}, Fine, "", "");
        row("not there", lines, {u"a"_s, u"tags"_s, u"-"_s}, Fine, "", "");
        row("list", lines, {u"a"_s, u"tags"_s, u"x, y"_s}, Fine, "\"2020\",",
            "\"2020\",\r\n\t\t\t\"tags\": [\"x\", \"y\"],");
        row("list with commas in names", lines, {u"a"_s, u"sources"_s, u"P,\"L, I.3\""_s}, Fine, "\"2020\",",
            "\"2020\",\r\n\t\t\t\"sources\": [\"P\", \"L, I.3\"],");
        const QByteArray odd =
            "[{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\",\"tags\":\"phishing\","
            "\"sources\":[\"s\",true],\"media\":\"m\",\"links\":[{\"to\":\"a\",\"x\":1}]}]";
        row("what was no list is in it", odd, {u"a"_s, u"tags"_s, u"c2"_s}, Fine, "\"phishing\"",
            "[\"phishing\",\"c2\"]");
        row("what is not understood stays", odd, {u"a"_s, u"sources"_s, u"t"_s}, Fine, "\"s\"", "\"t\"");
        row("what no list may have stays", odd, {u"a"_s, u"media"_s, u"[{\"url\":\"u\"}]"_s}, FindingsInData,
            "", "");
        row("a list of objects", odd, {u"a"_s, u"links"_s, u"[{\"to\":\"b\"}]"_s}, Fine, "\"to\":\"a\"",
            "\"to\":\"b\"");
        row("was no string", lines, {u"b"_s, u"title"_s, u"B"_s}, Fine, "5,", "\"B\",");
        row("negative year", lines, {u"a"_s, u"date"_s, u"-0044"_s}, Fine, "2020", "-0044");
        row("no date", lines, {u"a"_s, u"date"_s, u"next year"_s}, Usage, "", "");
        row("undated, a mere list", "[{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\"}]",
            {u"a"_s, u"date"_s, u"-"_s}, Fine, ",\"date\":\"2020\"", "");
        row("undated", "{\"events\":[{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\"}]}",
            {u"a"_s, u"date"_s, u"-"_s}, Fine, "{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\"}]",
            "], \"undated\":[{\"id\":\"a\",\"title\":\"A\"}]");
        row("dated", "{\"undated\":[{\"id\":\"a\",\"title\":\"A\"}],\"events\":[]}",
            {u"a"_s, u"date"_s, u"2020"_s}, Fine, "{\"id\":\"a\",\"title\":\"A\"}],\"events\":[]",
            "],\"events\":[{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\"}]");
        row("untitled", lines, {u"a"_s, u"title"_s, u"-"_s}, Fine, "\t\t\t\"title\": \"Caf\\u00e9\",\r\n",
            "");
        row("a word of its own", lines, {u"a"_s, u"status"_s, u"benign"_s}, Fine, "\"2020\",",
            "\"2020\",\r\n\t\t\t\"status\": \"benign\",");
        row("a number names it", "[{\"id\":7,\"title\":\"A\",\"date\":2020}]", {u"7"_s, u"date"_s, u"2021"_s},
            Fine, "2020", "2021");
        row("end before start", "[{\"id\":\"a\",\"title\":\"A\",\"start\":\"2020\",\"end\":\"2021\"}]",
            {u"a"_s, u"end"_s, u"2019"_s}, Usage, "", "");
        row("no number", lines, {u"a"_s, u"importance"_s, u"much"_s}, Usage, "", "");
        for (const QString &none : {u"NaN"_s, u"nan"_s, u"-NAN"_s, u"inf"_s, u"-Infinity"_s, u"1e999"_s}) {
            row(none.toUtf8(), lines, {u"a"_s, u"importance"_s, none}, Usage, "", "");
        }
        row("too big", lines, {u"a"_s, u"importance"_s, u"2"_s}, Usage, "", "");
        row("no such field", lines, {u"a"_s, u"titel"_s, u"B"_s}, Usage, "", "");
        row("too few words", lines, {u"a"_s, u"title"_s}, Usage, "", "");
        row("no such event", lines, {u"c"_s, u"title"_s, u"B"_s}, FindingsInData, "", "");
        row("field twice", "[{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\",\"title\":\"B\"}]",
            {u"a"_s, u"title"_s, u"C"_s}, FindingsInData, "", "");
        row("id twice", "[{\"id\":\"a\",\"title\":\"A\",\"date\":\"2020\"},{\"id\":\"a\"}]",
            {u"a"_s, u"title"_s, u"C"_s}, FindingsInData, "", "");
        row("start and end", "[{\"id\":\"a\",\"title\":\"A\",\"start\":\"2020\",\"end\":\"2021\"}]",
            {u"a"_s, u"date"_s, u"2020/2023"_s}, Fine, "2021", "2023");
        row("no JSON", "[{\"id\":\"a\",]", {u"a"_s, u"title"_s, u"C"_s}, FindingsInData, "", "");
    }
    void changesOneValue() {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QString path = home.path("set.json");
        QVERIFY(write(path, file));
        QCOMPARE(runSet(QStringList(path) + arguments), code);
        QByteArray expected = file;
        if (!before.isEmpty()) {
            expected.replace(expected.indexOf(before), before.size(), after);
        }
        QCOMPARE(contentOf(path), expected);
    }

    /// Programs that edit one file at the same time, each another event: all edits are there in the end.
    void ofSeveralAtOnceNoneIsLost() {
        const QString path = home.path("several.json");
        constexpr int writers = 4;
        constexpr int rounds = 4;
        for (int round = 0; round < rounds; ++round) {
            QByteArrayList events;
            for (int i = 0; i < writers; ++i) {
                events +=
                    "{\"id\": \"e" + QByteArray::number(i) + "\", \"title\": \"before\", \"date\": \"2001\"}";
            }
            QVERIFY(write(path, '[' + events.join(",\n") + ']'));
            std::vector<std::unique_ptr<QProcess>> programs;
            for (int i = 0; i < writers; ++i) {
                programs.push_back(std::make_unique<QProcess>());
                programs.back()->start(QCoreApplication::applicationDirPath() + u"/timeloom"_s,
                                       {u"set"_s, path, u"e%1"_s.arg(i), u"title"_s, u"after"_s});
            }
            for (const auto &program : programs) {
                QVERIFY(program->waitForFinished());
                QCOMPARE(program->exitCode(), static_cast<int>(Fine));
            }
            QCOMPARE(contentOf(path).count("after"), writers);
        }
    }

    void leavesFilesAloneThatCannotBeWritten() {
        QCOMPARE(runSet({u":story"_s, u"a"_s, u"title"_s, u"B"_s}), static_cast<int>(Usage));
        QCOMPARE(runSet({home.path("absent.json"), u"a"_s, u"title"_s, u"B"_s}),
                 static_cast<int>(FileTrouble));
    }
};

QTEST_MAIN(SetTest)
#include "set_test.moc"
