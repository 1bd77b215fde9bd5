// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/program.h"
#include "test_paths.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Pictures that cannot be made or written, as `timeloom render` tells of them.
class PictureTroubleTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() {
        QVERIFY(write(m_folder.filePath(u"m.json"_s), R"([{"title": "A", "date": "2020"}])"));
        QVERIFY(
            write(m_folder.filePath(u"odd.json"_s), R"([{"title": "A\u0378\u0378\u0379", "date": "2020"}])"));
        QVERIFY(write(m_folder.filePath(u"scripts.json"_s),
                      R"([{"title": "مرحبا 中文 हिन्दी ไทย 😀 👩\u200D👧 e\u0301", "date": "2020"}])"));
        QVERIFY(write(m_folder.filePath(u"titles.json"_s), read(QStringLiteral(TEST_DATA "/scripts.json"))));
        // No font at all, and a font for everything, drawn badly.
        QVERIFY(write(m_folder.filePath(u"none.conf"_s), "<fontconfig/>"));
        QVERIFY(
            write(m_folder.filePath(u"hostile.conf"_s),
                  "<fontconfig><dir>/usr/share/fonts</dir><match target=\"pattern\"><edit name=\"family\" "
                  "mode=\"assign\" binding=\"strong\"><string>DejaVu Sans Mono</string></edit></match>"
                  "<match target=\"font\"><edit name=\"antialias\" mode=\"assign\"><bool>false</bool>"
                  "</edit><edit name=\"hintstyle\" mode=\"assign\"><const>hintfull</const></edit>"
                  "<edit name=\"matrix\" mode=\"assign\"><times><name>matrix</name><matrix>"
                  "<double>1.5</double><double>0</double><double>0</double><double>1</double></matrix>"
                  "</times></edit></match></fontconfig>"));
        QVERIFY(write(m_folder.filePath(u"m.svg"_s), R"([{"title": "A", "date": "2020"}])"));
        QVERIFY(write(m_folder.filePath(u"old.png"_s), "old"));
    }

    void isTold_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message"); // a regular expression
        const auto row = [](const char *script, int code, const char *message) {
            if (isForSanitizers(script)) {
                QTest::newRow(script) << QString::fromUtf8(script) << code << QString::fromUtf8(message);
            }
        };
        row("ulimit -v 3000000; timeloom render m.json -o a.png --size 32000x32000", 3,
            "^timeloom render: a.png cannot be written: its 32000x32000 pixels take 4.1 GB of memory, and "
            "there are "
            "[0-9.]+ [MG]B\n$");
        row("ulimit -v 3000000; timeloom render m.json -o old.png --size 16000x16000 --scale 2", 3,
            "pixels take 4.1 GB of memory.*; what was there is untouched\n$");
        row("ulimit -f 8; timeloom render :story -o a.png", 3,
            "^timeloom render: cannot save a.png: File too large\n$");
        row("ulimit -f 8; timeloom render :story -o old.png", 3,
            "^timeloom render: cannot save old.png: File too large; what was there is untouched\n$");
        row("timeloom render m.json -o none/a.png", 3,
            "cannot save none/a.png: No such file or directory\n$");
        row("ln -sf y.png x.png; ln -sf x.png y.png; timeloom render m.json -o x.png", 3,
            "cannot save x.png: its links lead in a circle\n$");
        row("mkdir -p dir.png; timeloom render m.json -o dir.png", 3, "it is no regular file");
        row("timeloom render m.json -o dir/", 2,
            "-o is dir/; expected a name that ends in .png, .svg or .pdf\n");
        row("timeloom render m.json -o .", 2, "-o is .; expected a name that ends in");
        row("timeloom render m.json -o -", 2, "-o is -; expected a name that ends in");
        row("timeloom render m.json -o a.jpg", 2, "-o is a.jpg; expected a name that ends in");
        row("timeloom render m.json", 2, "expected -o OUT");
        row("timeloom render m.svg -o m.svg", 2, "-o names the events file itself\n");
        row("ln -s m.svg link.svg; timeloom render m.svg -o link.svg", 2,
            "-o names the events file itself\n");
        row("timeloom render m.json -o a.png --size 800", 2, "--size must be WIDTHxHEIGHT");
        row("timeloom render m.json -o a.png --size 1e3x500", 2, "--size must be WIDTHxHEIGHT");
        row("timeloom render m.json -o a.png --size ' 800x600'", 2, "--size must be WIDTHxHEIGHT");
        row("timeloom render m.json -o a.png --size 9999999999x600", 2, "--size must be WIDTHxHEIGHT");
        row("timeloom render m.json -o a.png --scale nan", 2, "--scale must be a number");
        row("timeloom render m.json -o a.png --from 2021 --to 2020", 2, "--from must be earlier than --to");
        row("timeloom render m.json -o a.png --filter 'a foo:bar'", 2,
            "--filter, character 3: there is no key \"foo\"; expected one of id, category, status");
        row("timeloom render m.json -o a.png --filter size:nonsense", 2,
            "--filter, character 1: there is no key \"size\"; expected one of id");
        row("timeloom render odd.json -o a.png", 1,
            "^timeloom render: the picture has no glyph for U\\+0378 \\(in \".*\"\\); its code stands in its "
            "place\ntimeloom render: .* U\\+0379 .*\n$");
    }
    void isTold() {
        QFETCH(QString, script);
        QFETCH(QString, message);
        const Answer answer = shell(script, m_folder.path());
        QTEST(answer.code, "code");
        QVERIFY2(QRegularExpression(message).match(QString::fromUtf8(answer.err)).hasMatch(), answer.err);
        QCOMPARE(read(m_folder.filePath(u"old.png"_s)), QByteArray("old"));
        QCOMPARE(read(m_folder.filePath(u"m.svg"_s)), QByteArray(R"([{"title": "A", "date": "2020"}])"));
    }

    /// Where Qt warns, of fonts or of the locale, only what we say ourselves is to be read.
    void nothingElseIsSaid_data() {
        QTest::addColumn<QString>("environment");
        QTest::newRow("as always") << QString();
        QTest::newRow("no UTF-8") << u"LC_ALL=C"_s;
        QTest::newRow("no such locale") << u"LC_ALL=xx_YY.ISO-8859-1"_s;
        QTest::newRow("nowhere to run") << u"XDG_RUNTIME_DIR="_s;
    }
    void nothingElseIsSaid() {
        QFETCH(QString, environment);
        for (const char *ending : {"png", "svg", "pdf"}) {
            const Answer answer = shell(u"timeloom render scripts.json -o a."_s + QLatin1StringView(ending),
                                        m_folder.path(), {environment});
            QCOMPARE(answer.code, 0);
            QCOMPARE(answer.err, QByteArray());
        }
        const Answer checked = shell(u"timeloom check m.json"_s, m_folder.path(), {environment});
        QCOMPARE(checked.err, QByteArray());
    }

    /// Each process has a seed of its own for the order of its tables, and places of its own in memory.
    void picturesAreTheSameEverywhere_data() {
        QTest::addColumn<QString>("picture");
        for (const char *ending : {"png", "svg", "pdf"}) {
            QTest::addRow("%s", ending) << u":story -o a."_s + QLatin1StringView(ending);
            QTest::addRow("%s of many scripts", ending)
                << u"scripts.json -o a."_s + QLatin1StringView(ending);
            QTest::addRow("%s of titles in many scripts", ending)
                << u"titles.json -o a."_s + QLatin1StringView(ending);
        }
    }
    void picturesAreTheSameEverywhere() {
        QFETCH(QString, picture);
        const QString file = m_folder.filePath(picture.section(u' ', -1));
        const auto drawn = [&](const char *environment) {
            const Answer answer = shell(u"timeloom render %1 --size 600x300"_s.arg(picture), m_folder.path(),
                                        {QString::fromLatin1(environment)});
            return answer.code == 0 ? read(file) : QByteArray();
        };
        const QByteArray expected = drawn("TZ=UTC");
        QVERIFY(expected.size() > 1000);
        for (const char *environment :
             {"TZ=UTC", "TZ=America/New_York", "TZ=Asia/Kolkata", "LC_ALL=C", "LC_ALL=ar_EG.UTF-8",
              "LC_ALL=ja_JP.UTF-8", "QT_HASH_SEED=0", "LANG=de_DE.UTF-8", "FONTCONFIG_FILE=none.conf",
              "FONTCONFIG_FILE=hostile.conf"}) {
            QFile::remove(file);
            QVERIFY2(drawn(environment) == expected, environment);
        }
    }
};

QTEST_GUILESS_MAIN(PictureTroubleTest)
#include "picture_trouble_test.moc"
