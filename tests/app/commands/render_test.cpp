// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/commands/command.h"
#include "test_paths.h"

#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace timeloom;
using namespace Qt::StringLiterals;

class RenderTest : public QObject {
    Q_OBJECT

    static QStringList with(const QStringList &options, const QString &output) {
        return QStringList{u":story"_s, u"-o"_s, output} + options;
    }

private Q_SLOTS:
    void drawsEveryFormat() {
        const QString png = home.path("a.png");
        QCOMPARE(runRender(with({u"--size"_s, u"800x400"_s}, png)), static_cast<int>(Fine));
        QCOMPARE(QImage(png).size(), QSize(800, 400));
        const QString svg = home.path("a.SVG");
        QCOMPARE(runRender(with({}, svg)), static_cast<int>(Fine));
        QVERIFY(read(svg).contains("<svg width=\"1920\" height=\"1080\""));
        const QString pdf = home.path("a.pdf");
        QCOMPARE(runRender(with({}, pdf)), static_cast<int>(Fine));
        QVERIFY(read(pdf).startsWith("%PDF-"));
    }

    void drawsTheGoldenPicture() {
        if (qstrcmp(qVersion(), "6.4.2") != 0) {
            QSKIP("Pictures are compared pixel by pixel on the reference platform alone: Debian 12 with Qt "
                  "6.4.2.");
        }
        const QString png = home.path("golden.png");
        QCOMPARE(runRender({u"-o"_s, png, u"--size"_s, u"900x500"_s, u"--theme"_s, u"dark"_s, u"--layout"_s,
                            u"lanes"_s, QStringLiteral(RESOURCES "/deepseek.json")}),
                 static_cast<int>(Fine));
        QVERIFY(QImage(png) == QImage(QStringLiteral(TEST_GOLDEN "/story-dark.png")));
    }

    void optionsChangeThePicture_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"dark"_s};
        QTest::newRow("lanes") << QStringList{u"--lanes"_s, u"status"_s};
        QTest::newRow("tags") << QStringList{u"--lanes=tag"_s};
        QTest::newRow("no lanes") << QStringList{u"--lanes"_s, u"none"_s};
        QTest::newRow("filter") << QStringList{u"--filter"_s, u"status:confirmed"_s};
        QTest::newRow("from") << QStringList{u"--from"_s, u"2020"_s};
        QTest::newRow("to") << QStringList{u"--to"_s, u"2020"_s};
        QTest::newRow("from and to") << QStringList{u"--from"_s, u"2025-01-10"_s, u"--to"_s, u"2025-01"_s};
        QTest::newRow("linear") << QStringList{u"--linear"_s};
        QTest::newRow("links") << QStringList{u"--links"_s};
        QTest::newRow("no title") << QStringList{u"--no-title"_s};
        QTest::newRow("no legend") << QStringList{u"--no-legend"_s};
        for (const char *layout : {"columns", "lanes"}) {
            QTest::newRow(layout) << QStringList{u"--layout"_s, QLatin1StringView(layout)};
        }
        for (const char *part : {"--no-source", "--no-count"}) {
            QTest::newRow(part) << QStringList{QLatin1StringView(part)};
        }
    }
    void optionsChangeThePicture() {
        QFETCH(QStringList, options);
        const QStringList small{u"--size"_s, u"600x300"_s};
        QCOMPARE(runRender(with(small, home.path("plain.png"))), static_cast<int>(Fine));
        QCOMPARE(runRender(with(small + options, home.path("other.png"))), static_cast<int>(Fine));
        const QImage other(home.path("other.png"));
        QCOMPARE(other.size(), QSize(600, 300));
        QVERIFY(other != QImage(home.path("plain.png")));
    }

    void lanesMayBeThoseOfParents() {
        const QString file = QStringLiteral(TEST_DATA "/good/category-parents.json");
        QStringList pictures;
        for (const QString &by : {u"category"_s, u"parent"_s}) {
            pictures += home.path(qPrintable(by + u".png"_s));
            QCOMPARE(runRender({file, u"-o"_s, pictures.back(), u"--size"_s, u"600x300"_s, u"--lanes"_s, by}),
                     static_cast<int>(Fine));
        }
        QVERIFY(QImage(pictures[0]) != QImage(pictures[1]));
    }

    void scaleMultipliesPixels() {
        const QString png = home.path("scaled.png");
        QCOMPARE(runRender(with({u"--size"_s, u"400x200"_s, u"--scale"_s, u"2.5"_s}, png)),
                 static_cast<int>(Fine));
        QCOMPARE(QImage(png).size(), QSize(1000, 500));
    }

    void paperHasDotsAnInch_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("300 without a word") << QStringList{u"--size"_s, u"A5"_s} << QSize(1748, 2480);
        QTest::newRow("dpi") << QStringList{u"--size"_s, u"148x105mm"_s, u"--dpi"_s, u"96"_s}
                             << QSize(559, 397);
        QTest::newRow("of pixels") << QStringList{u"--size"_s, u"400x200"_s, u"--dpi"_s, u"192"_s}
                                   << QSize(800, 400);
        QTest::newRow("scale") << QStringList{u"--size"_s, u"4x3in"_s, u"--scale"_s, u"1"_s}
                               << QSize(384, 288);
    }
    void paperHasDotsAnInch() {
        QFETCH(QStringList, options);
        QFETCH(QSize, pixels);
        const QString png = home.path("paper.png");
        QCOMPARE(runRender(with(options, png)), static_cast<int>(Fine));
        const QImage image(png);
        QVERIFY2(std::abs(image.width() - pixels.width()) <= 1 &&
                     std::abs(image.height() - pixels.height()) <= 1,
                 qPrintable(QStringLiteral("%1x%2").arg(image.width()).arg(image.height())));
    }

    void manyEventsMakeNoPage() {
        const QString file = home.path("many.json");
        QByteArray json = "[";
        for (int i = 0; i < 3001; ++i) {
            json += (i > 0 ? "," : "") + QByteArray("{\"title\": \"E\", \"date\": \"2020\"}");
        }
        write(file, json + "]");
        const QStringList common{file, u"-o"_s, home.path("many.png"), u"--size"_s, u"600x300"_s};
        QCOMPARE(runRender(common), static_cast<int>(Fine)); // in lanes
        QCOMPARE(runRender(common + QStringList{u"--layout"_s, u"columns"_s}), static_cast<int>(Usage));
    }

    void wrongOptionsAreToldAndDrawNothing_data() {
        QTest::addColumn<QStringList>("arguments");
        const QString out = home.path("wrong.png");
        const auto row = [&](const char *name, const QStringList &options) {
            QTest::newRow(name) << with(options, out);
        };
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no output") << QStringList{u":story"_s};
        QTest::newRow("no file") << QStringList{u"-o"_s, out};
        QTest::newRow("two files") << QStringList{u":story"_s, u":story"_s, u"-o"_s, out};
        QTest::newRow("unknown format") << QStringList{u":story"_s, u"-o"_s, home.path("wrong.jpg")};
        QTest::newRow("no ending") << QStringList{u":story"_s, u"-o"_s, home.path("wrong")};
        row("unknown option", {u"--colour"_s});
        row("value missing", {u"--size"_s});
        row("value too many", {u"--links=all"_s});
        for (const char *size : {"800", "800x", "x600", "800x600x3", "0x0", "199x500", "500x119", "-800x600",
                                 "32001x500", "axb", "nanxnan", "infx600", "1e9x1e9", "20000x20000"}) {
            row(size, {u"--size"_s, QLatin1StringView(size), u"--scale"_s, u"2"_s});
        }
        for (const char *scale : {"0", "-1", "0.05", "17", "x", "nan", "inf", ""}) {
            row(scale, {u"--scale"_s, QLatin1StringView(scale)});
        }
        row("theme", {u"--theme"_s, u"blue"_s});
        row("lanes", {u"--lanes"_s, u"Category"_s});
        row("layout", {u"--layout"_s, u"page"_s});
        row("links on a page", {u"--layout"_s, u"list"_s, u"--links"_s});
        for (const char *dpi : {"0", "9", "2000", "x", "nan"}) {
            row(dpi, {u"--dpi"_s, QLatin1StringView(dpi)});
        }
        row("dpi and scale", {u"--dpi"_s, u"300"_s, u"--scale"_s, u"2"_s});
        row("paper that is none", {u"--size"_s, u"A9"_s});
        for (const char *date : {"yesterday", "2024-13", "", "2024-02-30", "../2024"}) {
            row(date, {u"--from"_s, QLatin1StringView(date)});
        }
        row("to the open", {u"--to"_s, u"2024/.."_s});
        row("backwards", {u"--from"_s, u"2025"_s, u"--to"_s, u"2024"_s});
    }
    void wrongOptionsAreToldAndDrawNothing() {
        QFETCH(QStringList, arguments);
        QCOMPARE(runRender(arguments), static_cast<int>(Usage));
        QVERIFY(!QFile::exists(home.path("wrong.png")));
    }

    void helpIsFine() { QCOMPARE(runRender({u"--help"_s}), static_cast<int>(Fine)); }

    void whatIsNoJsonLeavesAnOldPicture() {
        const QString picture = home.path("old.png");
        QVERIFY(write(picture, "old"));
        QVERIFY(write(home.path("broken.json"), "[{\"title\": "));
        QCOMPARE(runRender({home.path("broken.json"), u"-o"_s, picture}), static_cast<int>(FindingsInData));
        QCOMPARE(read(picture), QByteArray("old"));
    }

    void whatIsNoEventIsLeftOut() {
        QVERIFY(
            write(home.path("bad.json"), "[{\"title\": \"good\", \"date\": \"2020\"}, [\"bad\", \"2021\"]]"));
        QVERIFY(write(home.path("good.json"), "[{\"title\": \"good\", \"date\": \"2020\"}]"));
        QCOMPARE(runRender({home.path("bad.json"), u"-o"_s, home.path("bad.png")}),
                 static_cast<int>(FindingsInData));
        QCOMPARE(runRender({home.path("good.json"), u"-o"_s, home.path("good.png")}), static_cast<int>(Fine));
        QVERIFY(read(home.path("bad.png")) == read(home.path("good.png")));
    }

    void filesThatCannotBeReadOrWritten() {
        QCOMPARE(runRender({home.path("none.json"), u"-o"_s, home.path("x.png")}),
                 static_cast<int>(FileTrouble));
        QVERIFY(!QFile::exists(home.path("x.png")));
        QCOMPARE(runRender(with({}, home.path("no/such/folder.png"))), static_cast<int>(FileTrouble));
        QCOMPARE(runRender(with({}, home.path("."))), static_cast<int>(Usage));
    }

    void onlyFilesAreReplaced() {
        // A pipe stands for all that is no file, devices too: saving by rename would put a file in its place.
        const QString pipe = home.path("pipe.png");
        if (QProcess::execute(u"mkfifo"_s, {pipe}) != 0) {
            QSKIP("This system has no mkfifo.");
        }
        QVERIFY(QFile::link(pipe, home.path("link.png")));
        for (const QString &output : {pipe, home.path("link.png")}) {
            QCOMPARE(runRender(with({}, output)), static_cast<int>(FileTrouble));
            QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile());
        }
    }

    void aLinkStaysALink() {
        const QString target = home.path("target.png");
        const QString link = home.path("to-target.png");
        QVERIFY(write(target, "old") && QFile::link(target, link));
        QCOMPARE(runRender(with({}, link)), static_cast<int>(Fine));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(!QImage(target).isNull());
    }
};

QTEST_MAIN(RenderTest)
#include "render_test.moc"
