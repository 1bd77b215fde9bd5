// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_fixture.h"
#include "app/bench/bench_figures.h"
#include "app/bench/bench_frames.h"
#include "app/bench/bench_parse.h"
#include "app/bench/bench_window.h"
#include "app/commands/command.h"
#include "document/read/reader.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <cmath>

using namespace timeloom;

namespace {

const QStringList keys =
    QStringLiteral("events file_bytes open_ms parse_ms read_ms open_ratio first_frame_ms "
                   "zoom_ms_p50 zoom_ms_p99 pan_ms_p50 pan_ms_p99 ink_ratio_p50 fill_ms "
                   "search_ms sort_ms save_ms copy_ms rss_bytes")
        .split(QLatin1Char(' '));

const QStringList windowSteps =
    QStringLiteral(
        "window first_frame open filter filter_clear filter_quick sort_date sort_title sort_lane "
        "sort_status sort_importance sort_attribution sort_place sort_none scroll zoom pan hover "
        "click hover_selected select_all select_hover select_filter select_clear select_sort "
        "select_form edit_all edit_all_undo select_none edit_one save undo_one export reload close")
        .split(QLatin1Char(' '));

/// The program itself, because it needs an application of its own and writes to its standard output.
struct Answer {
    int code = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Answer bench(const QStringList &arguments, const QByteArray &input = {}) {
    QProcess program;
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/timeloom"),
                  QStringList(QStringLiteral("bench")) + arguments);
    program.write(input);
    program.closeWriteChannel();
    Answer answer;
    if (program.waitForFinished(120'000) && program.exitStatus() == QProcess::NormalExit) {
        answer = {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    return answer;
}

} // namespace

class BenchTest : public QObject {
    Q_OBJECT

    const QByteArray m_two = "{\"events\": [{\"title\": \"One\", \"date\": \"2001\"},\n"
                             "  {\"title\": \"The \\\"other\\\"\", \"date\": \"2002-05-06T10:00/2003\"}]}\n";

private Q_SLOTS:
    /// Which figures there cannot be, and how many events there are.
    void everyFileHasItsFigures_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("events");
        QTest::addColumn<QStringList>("missing");

        const QStringList none;
        const QStringList saving = {QStringLiteral("save_ms"), QStringLiteral("copy_ms")};
        QTest::newRow("two events") << m_two << 2 << none;
        QTest::newRow("one event") << QByteArray("[{\"title\": \"One\", \"date\": \"2001\"}]") << 1 << none;
        QTest::newRow("no event") << QByteArray("{\"events\": []}") << 0 << saving;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + m_two << 2 << none;
        QTest::newRow("one moment") << QByteArray("[{\"title\": \"One\", \"date\": \"2001-01-01T10:00:00Z\"},"
                                                  "{\"title\": \"Two\", \"date\": \"2001-01-01T10:00:00Z\"}]")
                                    << 2 << none;
        QTest::newRow("from the beginning")
            << QByteArray("[{\"title\": \"One\", \"date\": \"Y-13800000000/..\"},"
                          "{\"title\": \"Two\", \"date\": \"2001-01-01T10:00:00.001Z\"}]")
            << 2 << none;
        QTest::newRow("some are bad")
            << QByteArray("[{\"title\": \"One\", \"date\": \"2001\"}, {\"title\": 5}, 7]") << 2 << none;
        QByteArray deep = "[{\"title\": \"One\", \"date\": \"2001\", \"more\": ";
        deep += QByteArray(900, '[') + QByteArray(900, ']') + "}]";
        QTest::newRow("deep") << deep << 1 << none;
        QTest::newRow("numbers that fit nowhere")
            << QByteArray("[{\"title\": \"One\", \"date\": \"2001\", \"more\": [1e999, "
                          "123456789012345678901234567890]}]")
            << 1 << none;
    }
    void everyFileHasItsFigures() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, events);
        QFETCH(QStringList, missing);
        QDir folder(home.path("figures"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QVERIFY(write(folder.filePath(QStringLiteral("events.json")), bytes));
        const Answer answer =
            bench({folder.filePath(QStringLiteral("events.json")), QStringLiteral("--json")});
        QCOMPARE(answer.code, 0);
        const QJsonObject figures = answer.json();
        QStringList inOrder = keys;
        inOrder.sort();
        QCOMPARE(figures.keys(), inOrder); // an object sorts them
        QCOMPARE(figures.value(QStringLiteral("events")).toInt(-1), events);
        QCOMPARE(figures.value(QStringLiteral("file_bytes")).toInt(-1), static_cast<int>(bytes.size()));
        for (const QString &key : keys) {
            const QJsonValue value = figures.value(key);
            if (missing.contains(key)) {
                QVERIFY2(value.isNull(), qPrintable(key));
            } else {
                QVERIFY2(value.isDouble() && std::isfinite(value.toDouble()) && value.toDouble() >= 0,
                         qPrintable(key));
            }
        }
        // The file is as it was, and nothing is left beside it.
        QCOMPARE(read(folder.filePath(QStringLiteral("events.json"))), bytes);
        QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList(QStringLiteral("events.json")));
    }

    void whatIsNoFileHasNoYardstickOfReading_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("the story") << QStringLiteral(":story") << QByteArray();
        QTest::newRow("standard input") << QStringLiteral("-") << m_two;
    }
    void whatIsNoFileHasNoYardstickOfReading() {
        QFETCH(QString, name);
        QFETCH(QByteArray, input);
        const Answer answer = bench(
            {name, QStringLiteral("--json"), QStringLiteral("--size"), QStringLiteral("640x480")}, input);
        QCOMPARE(answer.code, 0);
        const QJsonObject figures = answer.json();
        QCOMPARE(figures.size(), keys.size());
        for (const char *key : {"parse_ms", "read_ms", "open_ratio"}) {
            QVERIFY2(figures.value(QLatin1String(key)).isNull(), key);
        }
        for (const char *key : {"open_ms", "zoom_ms_p99", "pan_ms_p99", "ink_ratio_p50", "save_ms"}) {
            QVERIFY2(figures.value(QLatin1String(key)).isDouble(), key);
        }
    }

    void textHasALineForEachFigure() {
        const Answer answer = bench({QStringLiteral(":story")});
        QCOMPARE(answer.code, 0);
        QStringList names;
        for (const QByteArray &line : answer.out.trimmed().split('\n')) {
            QCOMPARE(line.simplified().count(' '), 1);
            names << QString::fromLatin1(line.left(line.indexOf(' ')));
        }
        QCOMPARE(names, keys);
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::newRow("no such file")
            << QStringList(home.path("missing.json")) << QByteArray() << int(FileTrouble);
        QTest::newRow("a folder") << QStringList(QDir::rootPath()) << QByteArray() << int(FileTrouble);
        QTest::newRow("no JSON") << QStringList(QStringLiteral("-")) << QByteArray("{")
                                 << int(FindingsInData);
        QTest::newRow("no events file")
            << QStringList(QStringLiteral("-")) << QByteArray("{\"a\": 1}") << int(FindingsInData);
        QTest::newRow("nothing") << QStringList() << QByteArray() << int(Usage);
        QTest::newRow("two files") << QStringList{QStringLiteral(":story"), QStringLiteral(":story")}
                                   << QByteArray() << int(Usage);
        QTest::newRow("no size") << QStringList{QStringLiteral(":story"), QStringLiteral("--size"),
                                                QStringLiteral("1920")}
                                 << QByteArray() << int(Usage);
        QTest::newRow("no such option")
            << QStringList{QStringLiteral(":story"), QStringLiteral("--fast")} << QByteArray() << int(Usage);
    }
    void saysWhatIsWrong() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(int, code);
        const Answer answer = bench(arguments, input);
        QCOMPARE(answer.code, code);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY(!answer.err.isEmpty());
    }

    void namesWhatMissesItsTarget() {
        BenchFigures figures;
        QCOMPARE(figures.misses(), QStringList()); // where there is no figure
        figures.set("events", 1'000'000);
        figures.set("file_bytes", 260e6);
        figures.set("zoom_ms_p99", 8);
        figures.set("pan_ms_p99", 8.5);
        figures.set("search_ms", 99);
        figures.set("copy_ms", 100);
        figures.set("save_ms", 151);
        figures.set("rss_bytes", 330e6);
        const QStringList misses = figures.misses();
        QCOMPARE(misses.size(), 3);
        QVERIFY(misses[0].contains(QLatin1String("pan_ms_p99")) && misses[0].contains(QLatin1String("8.50")));
        QVERIFY(misses[1].contains(QLatin1String("rss_bytes")) && misses[1].contains(QLatin1String("324")));
        QVERIFY(misses[2].contains(QLatin1String("save_ms")) && misses[2].contains(QLatin1String("150")));
    }

    void percentilesAreThoseOfTheNearestRank_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("part");
        QTest::addColumn<double>("expected");
        QTest::newRow("median of an odd number") << 5 << 0.5 << 3.0;
        QTest::newRow("median of an even number") << 4 << 0.5 << 2.0;
        QTest::newRow("99th of 200") << 200 << 0.99 << 198.0;
        QTest::newRow("99th of few") << 3 << 0.99 << 3.0;
        QTest::newRow("of one") << 1 << 0.5 << 1.0;
        QTest::newRow("the least") << 3 << 0.0 << 1.0;
    }
    void percentilesAreThoseOfTheNearestRank() {
        QFETCH(int, count);
        QFETCH(double, part);
        std::vector<double> values;
        for (int i = count; i > 0; --i) {
            values.push_back(i);
        }
        QTEST(*percentile(values, part), "expected");
        QVERIFY(!percentile({}, part));
    }

    /// All that is done in a window is done, in the same order for every file, and not to the file.
    void theWindowIsDrivenThroughAllSteps_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("two events") << m_two;
        QTest::newRow("no event") << QByteArray("[]");
    }
    void theWindowIsDrivenThroughAllSteps() {
        QFETCH(QByteArray, bytes);
        const QString file = home.path("window.json");
        QVERIFY(write(file, bytes));
        const Answer answer = bench({file, QStringLiteral("--window"), QStringLiteral("--json")});
        QCOMPARE(answer.code, 0);
        const QJsonObject steps = answer.json();
        QStringList names = windowSteps;
        names.sort();
        QCOMPARE(steps.keys(), names);
        for (const QString &name : names) {
            const QJsonObject step = steps.value(name).toObject();
            QCOMPARE(step.keys(), (QStringList{QStringLiteral("cpu_ms"), QStringLiteral("ms"),
                                               QStringLiteral("stall_ms")}));
            for (const QJsonValue figure : step) {
                QVERIFY2(figure.isDouble() && figure.toDouble() >= 0, qPrintable(name));
            }
        }
        QCOMPARE(read(file), bytes);
        const QString lines = toText({{"open", 900, {51, 20}}});
        QVERIFY(lines.startsWith(QLatin1String("step ")) && lines.contains(QLatin1String("51.00")));
    }

    void aStallIsNamed() {
        const std::vector<WindowStep> steps = {{"open", 900, {51, 20}}, {"close", 60, {49, 48}}};
        const QStringList stalls = stallsOf(steps);
        QCOMPARE(stalls.size(), 1);
        QVERIFY(stalls[0].contains(QLatin1String("open")) && stalls[0].contains(QLatin1String("51")));
    }

    /// What keeps events waiting is seen, whether it works or sleeps.
    void aStallIsSeen() {
        StallWatch watch;
        QTRY_VERIFY(watch.longest().wall > 0);
        watch.restart();
        QSemaphore().tryAcquire(1, 30); // milliseconds
        QTRY_VERIFY(watch.longest().wall >= 28);
        watch.restart();
        QCOMPARE(watch.longest().wall, 0.0);
    }

    void framesChangeThePicture() {
        timeline::Fonts fonts;
        timeline::Workspace workspace(fonts);
        workspace.setSceneSize({800, 400});
        workspace.setDocument(timeline::readDocument(m_two).document);
        timeline::TimelineView view(workspace, fonts);
        view.setAttribute(Qt::WA_DontShowOnScreen);
        view.resize(800, 400);
        view.show();
        const FrameCosts costs = measureFrames(workspace, view);
        QCOMPARE(costs.zoom.size(), std::size_t{200});
        QCOMPARE(costs.pan.size(), std::size_t{200});
        QCOMPARE(costs.samples.size(), std::size_t{100});
        const std::vector<double> ink = inkRatios(costs, workspace, view, fonts);
        QCOMPARE(ink.size(), std::size_t{100});
        QVERIFY(workspace.navigation()->viewport() != workspace.layout().fitAll(workspace.sceneSize()));
    }

    void noYardstickForWhatIsNoJson() {
        QVERIFY(write(home.path("bad.json"), "{\"events\": [}"));
        const ParseYardstick bad = measureParse(home.path("bad.json"));
        QVERIFY(bad.readMilliseconds && !bad.parseMilliseconds);
        QVERIFY(!measureParse(home.path("missing.json")).readMilliseconds);
    }
};

QTEST_MAIN(BenchTest)
#include "bench_test.moc"
