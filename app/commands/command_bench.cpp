// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/bench/bench_figures.h"
#include "app/bench/bench_frames.h"
#include "app/bench/bench_parse.h"
#include "app/bench/bench_save.h"
#include "app/bench/bench_timer.h"
#include "app/bench/bench_window.h"
#include "app/commands/command_line.h"
#include "app/text/standard_streams.h"
#include "document/read/reader.h"
#include "widgets/workspace/event_model.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// Lets queued work be done until a condition holds, which comes with an event. Does not ask again and again:
/// that would take a core from those who work.
template <typename Condition>
void waitUntil(Condition isDone) {
    QEventLoop loop;
    while (!isDone()) {
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
}

class Bench {
    Q_DECLARE_TR_FUNCTIONS(timeloom::Bench)

public:
    Bench(const CommandLine &line, QSize size)
        : m_line(line), m_fileName(line.values().constFirst()), m_size(size) {}

    /// The exit code; what is wrong has been said.
    int run() {
        const QFileInfo info(m_fileName);
        const bool isFile = info.isFile();
        if (isFile) {
            warmUp();
        }
        if (const ExitCode trouble = open(); trouble != Fine) {
            return trouble;
        }
        std::shared_ptr<const Document> document = m_workspace->document();
        m_figures.set("events", document->eventCount());
        m_figures.set("file_bytes", static_cast<double>(document->bytes().size()));
        constexpr qint64 largeFile = 300'000'000; // bytes; smaller ones are measured three times
        const int rounds = info.size() < largeFile ? 3 : 1;
        if (m_line.isSet(u"open"_s)) {
            m_figures.set("rss_bytes", peakMemory());
            document.reset();
            measureReading(isFile ? rounds : 0);
            return Fine;
        }
        const FrameCosts frames = measureView();
        measureSearch(*document);
        measureSort();
        m_figures.set("rss_bytes", peakMemory());

        // From here on memory is taken that no window takes.
        m_figures.set("ink_ratio_p50", percentile(inkRatios(frames, *m_workspace, *m_view, m_fonts), 0.5));
        const SaveCosts saving = measureSave(*document, m_fileName, rounds);
        m_figures.set("save_ms", saving.save);
        m_figures.set("copy_ms", saving.copy);
        document.reset();
        measureReading(isFile ? rounds : 0);
        return Fine;
    }

    const BenchFigures &figures() const { return m_figures; }

private:
    /// Reads the file once, so that what is measured is not the disk. Not by mapping it, which would count as
    /// memory of the program.
    void warmUp() const {
        QFile file(m_fileName);
        if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            QByteArray buffer(1 << 20, Qt::Uninitialized);
            while (file.read(buffer.data(), buffer.size()) > 0) {
            }
        }
    }

    /// From the file's name to all that the window needs, and on to its first frame.
    ExitCode open() {
        m_view.reset();
        m_workspace.reset();
        const BenchTimer timer;
        Result<ReadResult> result = readFile(m_fileName);
        if (!result) {
            m_line.complain(result.error());
            return FileTrouble;
        }
        ReadResult &read = *result;
        if (!read.document) {
            tellFindings(read, m_fileName);
            return FindingsInData;
        }
        m_workspace = std::make_unique<Workspace>(m_fonts);
        m_workspace->setSceneSize(m_size);
        m_workspace->setDocument(std::move(read.document));
        waitUntil([this] { return !m_workspace->isArranging(); });
        keepBest(m_open, timer.milliseconds());
        m_view = std::make_unique<TimelineView>(*m_workspace, m_fonts);
        m_view->setAttribute(Qt::WA_DontShowOnScreen);
        m_view->setUpdatesEnabled(false); // frames are painted where they are measured, and only there
        m_view->resize(m_size);
        m_view->show();
        paintFrame(*m_view);
        keepBest(m_firstFrame, timer.milliseconds());
        return Fine;
    }

    FrameCosts measureView() {
        QCoreApplication::processEvents(); // what showing the view has left to do
        FrameCosts costs = measureFrames(*m_workspace, *m_view);
        m_figures.set("zoom_ms_p50", percentile(costs.zoom, 0.5));
        m_figures.set("zoom_ms_p99", percentile(costs.zoom, 0.99));
        m_figures.set("pan_ms_p50", percentile(costs.pan, 0.5));
        m_figures.set("pan_ms_p99", percentile(costs.pan, 0.99));
        m_figures.set("fill_ms", measureFill(m_size));
        return costs;
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
        for (QString word : {u"zzqqxxyy"_s, common}) {
            const Filter filter(u'"' + word.remove(u'"') + u'"');
            const BenchTimer timer;
            const QBitArray found = filter.apply(document);
            slowest = std::max(slowest, timer.milliseconds());
            m_found += found.count(true);
        }
        m_figures.set("search_ms", slowest);
    }

    void measureSort() {
        double slowest = 0;
        EventModel &model = *m_workspace->events();
        for (const int column : {EventModel::DateColumn, EventModel::TitleColumn}) {
            const BenchTimer timer;
            model.sort(column);
            waitUntil([&model] { return !model.isBusy(); });
            slowest = std::max(slowest, timer.milliseconds());
        }
        m_figures.set("sort_ms", slowest);
    }

    /// Opening once more, in turn with its yardsticks, so that what else the machine does meets all alike.
    void measureReading(int rounds) {
        std::optional<double> reading;
        std::optional<double> parsing;
        for (int i = 0; i < rounds; ++i) {
            if (i > 0 && open() != Fine) {
                break; // it was changed just now
            }
            const ParseYardstick yardstick = measureParse(m_fileName);
            keepBest(reading, yardstick.readMilliseconds);
            keepBest(parsing, yardstick.parseMilliseconds);
        }
        m_figures.set("open_ms", m_open);
        m_figures.set("first_frame_ms", m_firstFrame);
        m_figures.set("read_ms", reading);
        m_figures.set("parse_ms", parsing);
        m_figures.set("open_ratio", m_open && parsing ? std::optional(*m_open / *parsing) : std::nullopt);
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

    const CommandLine &m_line;
    QString m_fileName;
    QSize m_size;
    Fonts m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<TimelineView> m_view;
    std::optional<double> m_open, m_firstFrame; ///< the best so far
    qsizetype m_found = 0;                      ///< so that no search is left out
    BenchFigures m_figures;
};

/// What is done in a window is done to a copy, and not with anybody's settings. The exit code; what is wrong
/// has been said.
int runInWindow(const CommandLine &line) {
    const QString fileName = line.values().constFirst();
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"events.json"_s);
    {
        const Result<ReadResult> read = readFile(fileName);
        if (!read) {
            line.complain(read.error());
            return FileTrouble;
        }
        if (!read->document) {
            tellFindings(*read, fileName);
            return FindingsInData;
        }
        const QByteArrayView bytes = read->document->bytes();
        QFile file(copy);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
            file.write(bytes.data(), bytes.size()) != bytes.size()) {
            line.complain(file.errorString());
            return FileTrouble;
        }
    }
    for (const char *place :
         {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"}) {
        qputenv(place, QFile::encodeName(folder.path()));
    }
    const std::vector<WindowStep> steps = measureMainWindow(copy);
    print(line.isSet(u"json"_s) ? toJson(steps) : toText(steps));
    for (const QString &stall : stallsOf(steps)) {
        tell(stall);
    }
    return Fine;
}

} // namespace

int runBench(const QStringList &arguments) {
    CommandLine line(u"bench"_s,
                     Bench::tr("Says what a file costs on this machine: opening, frames, search, saving."));
    line.add({u"size"_s, Bench::tr("Of the timeline, in pixels; 1920x1080 unless given."), u"WxH"_s,
              u"1920x1080"_s});
    line.add({u"open"_s, Bench::tr("Only opening, of which there are three rounds.")});
    line.add({u"json"_s, Bench::tr("Print one JSON object.")});
    line.add({u"window"_s, Bench::tr("Measure how long the window lets one wait, whatever one does in it.")});
    line.addValue(u"FILE"_s, Bench::tr("An events file, or :story."));
    if (const auto code = line.read(arguments)) {
        return *code;
    }
    const auto size = CommandLine::sizeOf(line.value(u"size"_s), {200, 120}, {8000, 8000});
    if (!size) {
        return line.refuse(Bench::tr("--size must be WIDTHxHEIGHT in pixels, from 200x120 to 8000x8000"));
    }
    if (line.values().size() != 1) {
        return line.refuse(Bench::tr("expected one FILE"));
    }
    if (line.isSet(u"window"_s)) {
        return runInWindow(line);
    }
    Bench bench(line, *size);
    const int code = bench.run();
    if (code == Fine) {
        const BenchFigures &figures = bench.figures();
        print(line.isSet(u"json"_s) ? figures.toJson() : figures.toText());
        for (const QString &miss : figures.misses()) {
            tell(miss);
        }
    }
    return code;
}

} // namespace timeloom
