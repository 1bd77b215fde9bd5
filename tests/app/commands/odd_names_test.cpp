// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/program.h"

using namespace Qt::StringLiterals;

/// Files whose names are no UTF-8, or command who shows them.
class OddNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandFindsThem_data() {
        QTest::addColumn<QByteArray>("name");  // as printf has it
        QTest::addColumn<QByteArray>("shown"); // in messages
        const auto row = [](const char *name, const char *shown) {
            QTest::newRow(shown) << QByteArray(name) << QByteArray(shown);
        };
        row("\\377", "\\xFF");
        row("a\\374b", "a\\xFCb");
        row("\\355\\240\\200", "\\xED\\xA0\\x80");                 // half of a surrogate pair
        row("\\360\\237\\230\\200\\200", "\360\237\230\200\\x80"); // an emoji and a byte too many
        row("\\346\\227\\245\\346\\234\\254", "日本");
        row("\\342\\200\\256nosj", "‹U+202E›nosj");
        row("a\\033[31mb", "a‹U+001B›[31mb");
        row("two\\nlines", "two‹U+000A›lines");
    }
    void everyCommandFindsThem() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, shown);
        for (const QString &locale : {u"LC_ALL=C.UTF-8"_s, u"LC_ALL=C"_s}) {
            const QTemporaryDir folder;
            const auto run = [&](const char *script) {
                return shell(u"n=$(printf '%1'); "_s.arg(QLatin1StringView(name)) + QString::fromUtf8(script),
                             folder.path(), {locale});
            };
            const Answer written =
                run(R"(printf '%s' '[{"id": "a", "title": "A", "date": "20x0"}]' >"$n.json")");
            if (written.code != 0) {
                QSKIP("This file system does not have such names.");
            }
            const QByteArray place = shown + ".json:1:39: error: ";
            const Answer checked = run("timeloom check \"$n.json\"");
            QVERIFY2(checked.out.startsWith(place), checked.out + checked.err);
            QCOMPARE(checked.err, QByteArray());
            QCOMPARE(run("timeloom set \"$n.json\" a date 2020").code, 0);
            QCOMPARE(run("grep -c '\"2020\"' \"$n.json\"; set -- *; echo $#").out, QByteArray("1\n1\n"));
            const Answer drawn =
                run("timeloom render \"$n.json\" -o \"$n.png\" && test -s \"$n.png\"; set -- *; echo $#");
            QCOMPARE(drawn.err, QByteArray());
            QCOMPARE(drawn.out, QByteArray("2\n"));
            QCOMPARE(run("timeloom info \"$n.json\"").code, 0);
            const Answer none = run("timeloom check \"$n\"");
            QCOMPARE(none.err, "timeloom check: cannot read " + shown + ": there is no such file\n");
            QCOMPARE(run("ln -s \"$n.json\" \"$n.link\"; timeloom set \"$n.link\" a date 2021; test -L "
                         "\"$n.link\" && "
                         "grep -c '\"2021\"' \"$n.json\"")
                         .out,
                     QByteArray("1\n"));
            run("rm -- *"); // Qt cannot
        }
    }

    void theWindowOpensThem() {
        const QTemporaryDir folder;
        const Answer answer = shell(u"n=$(printf '\\377.json'); echo '[' >\"$n\"; "
                                    "timeout 1 timeloom -platform offscreen \"$n\"; echo $?; rm -- *"_s,
                                    folder.path());
        QCOMPARE(answer.out, QByteArray("124\n"));
    }
};

QTEST_GUILESS_MAIN(OddNamesTest)
#include "odd_names_test.moc"
