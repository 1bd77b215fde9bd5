// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "app/bench_frames.h"
#include "app/bench_parse.h"
#include "document/file_save.h"
#include "document/json_value.h"
#include "document/reader.h"
#include "widgets/event_model.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>
#include <cmath>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("bench", text);
}

constexpr qint64 largeFile = 300'000'000; // bytes; smaller ones are measured three times, and the best counts

double since(const QElapsedTimer &timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void keepBest(std::optional<double> &best, std::optional<double> measured) {
    if (measured) {
        best = best ? std::min(*best, *measured) : *measured;
    }
}

/// Lets queued work be done until a condition holds.
template <typename Condition>
void waitUntil(Condition isDone) {
    while (!isDone()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

class Bench {
public:
    Bench(const QString &fileName, QSize size) : m_fileName(fileName), m_size(size) {
        for (const char *key : keys) {
            m_figures.insert(QLatin1String(key), QJsonValue::Null);
        }
    }

    /// The exit code; what is wrong has been said.
    int run() {
        const QFileInfo info(m_fileName);
        const bool isFile = info.isFile();
        const int rounds = info.size() < largeFile ? 3 : 1;
        std::optional<double> open;
        std::optional<double> firstFrame;
        for (int i = 0; i < rounds; ++i) {
            m_view.reset();
            m_workspace.reset();
            QElapsedTimer timer;
            timer.start();
            QString error;
            const ReadResult read = readFile(m_fileName, &error);
            if (!read.document) {
                QTextStream(stderr) << "timeloom bench: "
                                    << (error.isEmpty() ? toString(read.findings.front(), m_fileName) : error)
                                    << '\n';
                return error.isEmpty() ? FindingsInData : FileTrouble;
            }
            m_workspace = std::make_unique<Workspace>(m_fonts);
            m_workspace->setSceneSize(m_size);
            m_workspace->setDocument(read.document);
            waitUntil([this] { return !m_workspace->isArranging(); });
            keepBest(open, since(timer));
            m_view = std::make_unique<TimelineView>(*m_workspace, m_fonts);
            m_view->setAttribute(Qt::WA_DontShowOnScreen);
            m_view->resize(m_size);
            m_view->show();
            paintFrame(*m_view);
            keepBest(firstFrame, since(timer));
        }
        QCoreApplication::processEvents();
        const Document &document = *m_workspace->document();
        set("events", document.eventCount());
        set("file_bytes", static_cast<double>(document.bytes().size()));
        set("open_ms", open);
        set("first_frame_ms", firstFrame);

        const FrameCosts costs = measureFrames(*m_workspace, *m_view, m_fonts);
        set("zoom_ms_p50", percentile(costs.zoom, 0.5));
        set("zoom_ms_p99", percentile(costs.zoom, 0.99));
        set("pan_ms_p50", percentile(costs.pan, 0.5));
        set("pan_ms_p99", percentile(costs.pan, 0.99));
        set("ink_ratio_p50", percentile(costs.ink, 0.5));
        set("fill_ms", measureFill(m_size));
        measureSearch(document);
        measureSort();
        set("rss_bytes", peakMemory());
        // Last, because other parsers and copies take memory of their own.
        std::optional<double> reading;
        std::optional<double> parsing;
        for (int i = 0; i < rounds && isFile; ++i) {
            const ParseYardstick yardstick = measureParse(m_fileName);
            keepBest(reading, yardstick.readMilliseconds);
            keepBest(parsing, yardstick.parseMilliseconds);
        }
        set("read_ms", reading);
        set("parse_ms", parsing);
        set("open_ratio", open && parsing ? std::optional(*open / *parsing) : std::nullopt);
        measureSave(document, rounds);
        return Fine;
    }

    void print(bool asJson) const {
        QTextStream out(stdout);
        if (asJson) {
            out << QJsonDocument(m_figures).toJson(QJsonDocument::Compact) << '\n';
            return;
        }
        for (const char *key : keys) {
            const QJsonValue value = m_figures.value(QLatin1String(key));
            const double number = value.toDouble();
            out << QString::fromLatin1(key).leftJustified(16)
                << (value.isNull() ? u"-"_s
                                   : QString::number(number, 'f', number == std::floor(number) ? 0 : 2))
                << '\n';
        }
    }

    /// What misses its target, a line each.
    QStringList misses() const {
        QStringList lines;
        const auto expect = [&](const char *key, double most, const QString &of) {
            const QJsonValue value = m_figures.value(QLatin1String(key));
            if (!value.isNull() && value.toDouble() > most) {
                lines << tr("missed: %1 is %2; expected at most %3")
                             .arg(QLatin1String(key), QString::number(value.toDouble(), 'f', 2),
                                  QString::number(most, 'f', 2) + of);
            }
        };
        constexpr double million = 1e6;
        const double events = m_figures.value("events"_L1).toDouble();
        constexpr double frame = 8; // milliseconds
        expect("zoom_ms_p99", frame, {});
        expect("pan_ms_p99", frame, {});
        expect("ink_ratio_p50", 2, {});
        expect("open_ratio", 2.5, {});
        expect("search_ms", 100 * std::max(1.0, events / million), {});
        expect("sort_ms", 1000 * std::max(1.0, events / million), {});
        expect("save_ms", 1.5 * m_figures.value("copy_ms"_L1).toDouble(), tr(" (1.5 times copy_ms)"));
        constexpr double ofTheProgram = 100e6; // bytes that the program, Qt and the fonts take with any file
        expect("rss_bytes", m_figures.value("file_bytes"_L1).toDouble() + 64 * events + ofTheProgram,
               tr(" (the file, 64 bytes an event, and 100 MB for the program itself)"));
        return lines;
    }

private:
    static constexpr std::array keys = {
        "events",         "file_bytes",  "open_ms",     "parse_ms",   "read_ms",    "open_ratio",
        "first_frame_ms", "zoom_ms_p50", "zoom_ms_p99", "pan_ms_p50", "pan_ms_p99", "ink_ratio_p50",
        "fill_ms",        "search_ms",   "sort_ms",     "save_ms",    "copy_ms",    "rss_bytes"};

    void set(const char *key, std::optional<double> value) {
        if (value) {
            m_figures.insert(QLatin1String(key), *value);
        }
    }

    /// The slower of a word that stands nowhere and one that stands in many events.
    void measureSearch(const Document &document) {
        QString common = u"the"_s;
        if (document.eventCount() > 0) {
            for (const QString &word : document.eventTitle(document.eventCount() / 2).split(u' ')) {
                common = word.size() >= 4 && word.front().isLetter() ? word : common;
            }
        }
        double slowest = 0;
        for (const QString &word : {u"zzqqxxyy"_s, common}) {
            QElapsedTimer timer;
            timer.start();
            const QBitArray found = Filter(u'"' + word + u'"').apply(document);
            slowest = std::max(slowest, since(timer));
            m_found += found.count(true);
        }
        set("search_ms", slowest);
    }

    void measureSort() {
        double slowest = 0;
        EventModel &model = *m_workspace->events();
        for (const int column : {EventModel::DateColumn, EventModel::TitleColumn}) {
            QElapsedTimer timer;
            timer.start();
            model.sort(column);
            waitUntil([&model] { return !model.isBusy(); });
            slowest = std::max(slowest, since(timer));
        }
        set("sort_ms", slowest);
    }

    static std::optional<double> peakMemory() {
#ifdef Q_OS_UNIX
        struct rusage usage {};
        if (::getrusage(RUSAGE_SELF, &usage) == 0) {
#ifdef Q_OS_DARWIN
            return static_cast<double>(usage.ru_maxrss);
#else
            return static_cast<double>(usage.ru_maxrss) * 1024; // Linux counts in KiB
#endif
        }
#endif
        return std::nullopt;
    }

    /// Saves the file with another title for the middle event, and copies it as it is, beside each other.
    void measureSave(const Document &document, int rounds) {
        if (document.eventCount() == 0) {
            return;
        }
        const EventIndex middle = document.eventCount() / 2;
        const JsonText text(document.eventText(middle));
        const auto title = findMember(text, {JsonType::Object, {0, text.bytes().size()}}, "title");
        if (!title) {
            return;
        }
        const QByteArrayView bytes = document.bytes();
        const qint64 begin = document.eventText(middle).data() - bytes.data();
        const std::vector<QByteArrayView> edited = {bytes.first(begin + title->value.range.begin),
                                                    "\"edited\"",
                                                    bytes.sliced(begin + title->value.range.end)};
        // Beside the file, because another disk may be another speed.
        const QFileInfo info(m_fileName);
        QTemporaryDir beside(info.isFile() ? info.absolutePath() + u"/timeloom-bench-XXXXXX"_s : QString());
        QTemporaryDir elsewhere;
        const QDir folder(beside.isValid() ? beside.path() : elsewhere.path());
        std::optional<double> saving;
        std::optional<double> copying;
        for (int i = 0; i < rounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            if (copy(folder.filePath(u"copy"_s), bytes)) {
                keepBest(copying, since(timer));
            }
            QFile::remove(folder.filePath(u"copy"_s));
            timer.start();
            if (saveFile(folder.filePath(u"saved"_s), edited).isEmpty()) {
                keepBest(saving, since(timer));
            }
        }
        set("save_ms", saving);
        set("copy_ms", copying);
    }

    static bool copy(const QString &fileName, QByteArrayView bytes) {
        QFile file(fileName);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
            file.write(bytes.data(), bytes.size()) != bytes.size()) {
            return false;
        }
#ifdef Q_OS_UNIX
        return ::fsync(file.handle()) == 0;
#else
        return file.flush();
#endif
    }

    QString m_fileName;
    QSize m_size;
    Fonts m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TimelineView> m_view;
    qsizetype m_found = 0; ///< so that no search is left out
    QJsonObject m_figures;
};

} // namespace

int runBench(const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Says what a file costs on this machine: opening, frames, search, saving."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption size(u"size"_s, tr("Of the timeline, in pixels; 1920x1080 unless given."),
                                  u"WxH"_s, u"1920x1080"_s);
    const QCommandLineOption json(u"json"_s, tr("Print one JSON object."));
    parser.addOptions({size, json});
    parser.addPositionalArgument(u"FILE"_s, tr("An events file, or :story."));
    const bool isParsed = parser.parse(QStringList(u"timeloom bench"_s) + arguments);
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText();
        return Fine;
    }
    const QStringList parts = parser.value(size).split(u'x');
    const QSize pixels(parts.value(0).toInt(), parts.value(1).toInt());
    const bool isSize = parts.size() == 2 && pixels.width() >= 200 && pixels.height() >= 120 &&
                        pixels.width() <= 8000 && pixels.height() <= 8000;
    if (!isParsed || !isSize || parser.positionalArguments().size() != 1) {
        QTextStream(stderr) << "timeloom bench: "
                            << (!isParsed ? parser.errorText()
                                : !isSize
                                    ? tr("--size must be WIDTHxHEIGHT in pixels, from 200x120 to 8000x8000")
                                    : tr("expected one file"))
                            << '\n';
        return Usage;
    }
    Bench bench(parser.positionalArguments().constFirst(), pixels);
    const int code = bench.run();
    if (code == Fine) {
        bench.print(parser.isSet(json));
        for (const QString &miss : bench.misses()) {
            QTextStream(stderr) << miss << '\n';
        }
    }
    return code;
}

} // namespace timeloom
