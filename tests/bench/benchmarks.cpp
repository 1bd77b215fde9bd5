// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// timeloom_benchmarks [--part reading|arranging|scenes|search|sort|save|edit|mass] FILE...
//
// What the parts of the program cost with an events file, each beside a yardstick of the same process: the
// least that work of this kind can cost. One Markdown table a file; each time is the best of several.
// `timeloom bench` measures the program as a whole, this where the time goes.

#include "app/bench/bare_ink.h"
#include "app/bench/bench_frames.h"
#include "app/bench/bench_parse.h"
#include "app/bench/bench_save.h"
#include "app/bench/bench_timer.h"
#include "document/read/reader.h"
#include "mass_edits.h"
#include "time/edtf_move.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace/event_model.h"

#include <QApplication>
#include <QEventLoop>
#include <QPainter>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

using namespace timeline;
using namespace timeloom;

namespace {

constexpr QSize frameSize(1920, 1080);

/// The best of several runs, in milliseconds: as many as a second or so allows, and at least two.
template <typename Work>
double best(Work work) {
    constexpr int most = 20;
    constexpr double patience = 1000;
    std::optional<double> least;
    const BenchTimer all;
    for (int i = 0; i < 2 || (i < most && all.milliseconds() < patience); ++i) {
        const BenchTimer timer;
        work();
        keepBest(least, timer.milliseconds());
    }
    return *least;
}

/// Something made of every result, so that no compiler leaves work out.
volatile double seen = 0;

void printRow(const char *part, std::optional<double> cost, const char *yardstick,
              std::optional<double> least) {
    const auto shown = [](std::optional<double> number) {
        return number ? QString::number(*number, 'g', 4).toLatin1() : QByteArray("-");
    };
    const auto ratio = cost && least && *least > 0 ? std::optional(*cost / *least) : std::nullopt;
    std::printf("| %s | %s | %s | %s | %s |\n", part, shown(cost).constData(), yardstick,
                shown(least).constData(), shown(ratio).constData());
    std::fflush(stdout);
}

void benchReading(const QString &fileName) {
    std::optional<double> reading;
    std::optional<double> parsing;
    for (int i = 0; i < 3; ++i) {
        const BenchTimer timer;
        seen = seen + readFile(fileName)->document->eventCount();
        keepBest(reading, timer.milliseconds());
        keepBest(parsing, measureParse(fileName).parseMilliseconds);
    }
    printRow("reading", reading, "bare parse", parsing);
}

/// Lanes, scale and index, for all events; the least is to sort as many numbers.
void benchArranging(const std::shared_ptr<const Document> &document) {
    std::vector<double> begins;
    for (EventIndex event = 0; event < document->eventCount(); ++event) {
        begins.push_back(toEpochMilliseconds(document->span(event).begin));
    }
    const double sorting = best([&begins] {
        std::vector<double> sorted = begins;
        std::ranges::sort(sorted);
        seen = seen + (sorted.empty() ? 0 : sorted.front());
    });
    for (const bool folded : {false, true}) {
        const double cost = best([&] {
            const Arrangement arrangement(*document, {}, {.folded = folded});
            seen = seen + arrangement.lanes.eventCount;
        });
        printRow(folded ? "arranging, folded" : "arranging, linear", cost, "sorting the begins", sorting);
    }
}

/// The viewports of a walk: from everything down to a ten thousandth of it, in the middle. Each is of another
/// zoom level than the one before.
std::vector<Viewport> walk(const TimelineLayout &layout) {
    constexpr int steps = 20;
    std::vector<Viewport> viewports = {layout.fitAll(frameSize)};
    for (int i = 1; i < steps; ++i) {
        viewports.push_back(
            viewports.back().zoomedAt(viewports.back().width() / 2, std::pow(1e4, 1.0 / steps)));
    }
    return viewports;
}

/// Rows where nothing was looked at before, scenes of what is known, and painting them; the least is their
/// ink.
void benchScenes(const std::shared_ptr<const Document> &document, const Fonts &fonts) {
    const Theme theme = Theme::light();
    ScenePainter painter(theme, fonts);
    QImage raster(frameSize, QImage::Format_ARGB32_Premultiplied);
    std::optional<double> packing, laying, painting, ink, hitting, looking;
    const TimelineLayout layout(document, {}, {}, fonts);
    const auto add = [](std::optional<double> &sum, double part) { sum = sum.value_or(0) + part; };
    std::mt19937 random(3); // NOLINT(bugprone-random-generator-seed): the same each time
    const std::vector<Viewport> viewports = walk(layout);
    for (const Viewport &viewport : viewports) {
        const BenchTimer first;
        Scene scene = layout.scene(viewport, frameSize);
        add(packing, first.milliseconds());
        add(laying, best([&] { scene = layout.scene(viewport, frameSize); }));
        add(painting, best([&] {
                QPainter onto(&raster);
                painter.paint(onto, scene);
            }));
        add(ink, BareInk(scene, fonts).measure());
        std::vector<QPointF> points;
        for (int i = 0; i < 1000; ++i) {
            points.emplace_back(random() % 1920, random() % 1080);
        }
        add(hitting, best([&] {
                for (const QPointF point : points) {
                    seen = seen + (scene.itemAt(point) != nullptr ? 1 : 0);
                }
            }));
        add(looking, best([&] {
                for (const QPointF point : points) {
                    double hits = 0;
                    for (const SceneItem &item : scene.items) {
                        hits += item.rect.contains(point) ? 1 : 0;
                    }
                    seen = seen + hits;
                }
            }));
    }
    const auto each = [&viewports](std::optional<double> sum) {
        return *sum / static_cast<double>(viewports.size());
    };
    printRow("a scene of a new level", each(packing), "its bare ink", each(ink));
    printRow("a scene of a known one", each(laying), "its bare ink", each(ink));
    printRow("painting it", each(painting), "its bare ink", each(ink));
    printRow("1000 times hit-testing", each(hitting), "comparing with each rectangle", each(looking));
}

/// A word that is in no event; the least is to look for its bytes.
void benchSearch(const Document &document) {
    const std::string_view bytes(document.bytes().data(), static_cast<std::size_t>(document.bytes().size()));
    const double looking = best([bytes] {
        const std::string_view needle = "zzqqxxyy";
        const auto place = std::search(bytes.begin(), bytes.end(), needle.begin(), needle.end());
        seen = seen + (place == bytes.end() ? 0 : 1);
    });
    const std::pair<const char *, QString> queries[] = {
        {"searching, in none", QStringLiteral("zzqqxxyy")},
        {"searching, in many", QStringLiteral("the")},
        {"searching, two words", QStringLiteral("the harbour")},
        {"filtering by status", QStringLiteral("status:planned")},
        {"filtering by tag", QStringLiteral("tag:common")},
    };
    for (const auto &[part, query] : queries) {
        const Filter filter(query);
        const double cost =
            best([&] { seen = seen + static_cast<double>(filter.apply(document).count(true)); });
        printRow(part, cost, "std::search in the bytes", looking);
    }
}

void benchSort(const std::shared_ptr<const Document> &document) {
    std::mt19937_64 random(3); // NOLINT(bugprone-random-generator-seed): the same each time
    std::vector<std::uint64_t> numbers(document->eventCount());
    std::ranges::generate(numbers, random);
    const double sorting = best([&numbers] {
        std::vector<std::uint64_t> sorted = numbers;
        std::ranges::sort(sorted);
        seen = seen + (sorted.empty() ? 0 : static_cast<double>(sorted.front()));
    });
    const std::pair<const char *, int> columns[] = {{"sorting by date", EventModel::DateColumn},
                                                    {"sorting by title", EventModel::TitleColumn},
                                                    {"sorting by status", EventModel::StatusColumn}};
    for (const auto &[part, column] : columns) {
        const double cost = best([&document, sorted = column] {
            EventModel model(document);
            model.sort(sorted);
            while (model.isBusy()) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
            }
        });
        printRow(part, cost, "sorting as many numbers", sorting);
    }
}

/// An edit with the frame that shows it, beside a frame after a step of panning: what is seen next is seen
/// with all events in view, the most there is to do.
void benchEditing(const QString &fileName, const Fonts &fonts) {
    Workspace workspace(fonts);
    Editor editor(workspace);
    TimelineView view(workspace, fonts);
    view.setEditor(&editor);
    view.resize(frameSize);
    view.show();
    workspace.setDocument(readFile(fileName)->document);
    while (!workspace.canEdit() || workspace.isArranging()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
    const EventIndex count = workspace.document()->eventCount();
    if (count == 0) {
        return;
    }
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    const auto frame = [&] { view.viewport()->render(&image); };
    frame();
    std::mt19937 random(5); // NOLINT(bugprone-random-generator-seed): the same each time
    const auto medianOf = [&](const std::function<void(EventIndex)> &step) {
        std::vector<double> times;
        for (int i = 0; i < 15; ++i) {
            const auto event = static_cast<EventIndex>(random() % count);
            const BenchTimer timer;
            step(event);
            frame();
            times.push_back(timer.milliseconds());
        }
        std::ranges::sort(times);
        return times[times.size() / 2];
    };
    const double panning = medianOf([&](EventIndex event) {
        workspace.navigation()->setViewport(
            workspace.navigation()->viewport().pannedBy(event % 2 == 0 ? 3 : -3));
    });
    const std::pair<const char *, std::function<void(EventIndex)>> edits[] = {
        {"another title",
         [&](EventIndex event) {
             editor.setField({event}, QStringLiteral("title"), QStringLiteral("Another %1").arg(event));
         }},
        {"another date",
         [&](EventIndex event) {
             const Instant there = workspace.document()->begin(static_cast<EventIndex>(random() % count));
             editor.setField({event}, QStringLiteral("date"),
                             QString::fromStdString(dateNearest(there, TickUnit::Day)));
         }},
        {"a new event",
         [&](EventIndex event) {
             const Instant there = workspace.document()->begin(event);
             editor.add(
                 {{QStringLiteral("title"), QStringLiteral("New")},
                  {QStringLiteral("date"), QString::fromStdString(dateNearest(there, TickUnit::Day))}});
         }},
        {"a deletion", [&](EventIndex event) { editor.remove({event}); }},
        {"undo", [&](EventIndex) { editor.undoStack()->undo(); }},
    };
    for (const auto &[name, edit] : edits) {
        printRow(name, medianOf(edit), "a frame after panning", panning);
    }
}

bool benchFile(const QString &fileName, const QString &part, const Fonts &fonts) {
    const Result<ReadResult> read = readFile(fileName);
    const std::shared_ptr<const Document> document = read ? read->document : nullptr;
    if (!document) {
        std::fprintf(stderr, "timeloom_benchmarks: %s\n",
                     read ? "it is no events file" : qPrintable(read.error()));
        return false;
    }
    std::printf("\n%s\n\n| part | ms | yardstick | ms | ratio |\n| --- | ---: | --- | ---: | ---: |\n",
                qPrintable(fileName));
    const std::pair<const char *, std::function<void()>> parts[] = {
        {"reading", [&] { benchReading(fileName); }},
        {"arranging", [&] { benchArranging(document); }},
        {"scenes", [&] { benchScenes(document, fonts); }},
        {"search", [&] { benchSearch(*document); }},
        {"sort", [&] { benchSort(document); }},
        {"save",
         [&] {
             const SaveCosts costs = measureSave(*document, fileName, 3);
             printRow("saving a changed title", costs.save, "copying and flushing", costs.copy);
         }},
        {"edit", [&] { benchEditing(fileName, fonts); }},
        {"mass", [&] { benchMassEdits(fileName, fonts); }},
    };
    bool isKnown = false;
    for (const auto &[name, run] : parts) {
        if (part.isEmpty() || part == QLatin1String(name)) {
            isKnown = true;
            run();
        }
    }
    return isKnown;
}

} // namespace

int main(int argc, char *argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QStringList files = QCoreApplication::arguments().sliced(1);
    QString part;
    if (files.size() > 1 && files.front() == QLatin1String("--part")) {
        part = files[1];
        files = files.sliced(2);
    }
    if (files.isEmpty()) {
        std::fprintf(
            stderr,
            "timeloom_benchmarks [--part reading|arranging|scenes|search|sort|save|edit|mass] FILE...\n");
        return 2;
    }
    const Fonts fonts;
    bool isFine = true;
    for (const QString &file : files) {
        isFine = benchFile(file, part, fonts) && isFine;
    }
    return isFine ? 0 : 1;
}
