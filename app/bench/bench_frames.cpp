// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/bench_frames.h"

#include "app/bench/bare_ink.h"
#include "app/bench/bench_timer.h"

#include <algorithm>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int steps = 200;
constexpr int depths = 4; // of panning
constexpr int sampleEvery = 4;

/// Where most happens: around the middle one of the events of the fullest lane.
struct CrowdedPlace {
    double at = 0;    ///< on the axis
    double scale = 0; ///< axis milliseconds in a pixel at which only a few events are seen there
};

CrowdedPlace crowdedPlace(const TimelineLayout &layout, const Viewport &all) {
    const std::vector<Lane> &lanes = layout.lanes().lanes;
    const auto largest =
        std::ranges::max_element(lanes, {}, [](const Lane &lane) { return lane.events.size(); });
    // Where many events have one date, or are just one, zooming has to end somewhere else.
    const double coarsest = all.scale() / 16;
    const double finest = all.scale() * 1e-9;
    if (largest == lanes.end()) {
        return {layout.axisExtent().first, coarsest};
    }
    const LaneIndex &events = largest->events;
    const EventIndex middle = events.size() / 2;
    const auto place = [&](EventIndex rank) { return layout.axis().begin(events.at(rank)); };
    double width = 0;
    for (EventIndex around = 5; width <= 0 && around < events.size(); around *= 4) {
        width =
            place(std::min(middle + around, events.size() - 1)) - place(middle - std::min(around, middle));
    }
    return {place(middle), std::clamp(width / all.width(), finest, coarsest)};
}

} // namespace

void paintFrame(TimelineView &view) {
    static QImage raster;
    if (raster.size() != view.viewport()->size()) {
        raster = QImage(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    }
    view.viewport()->render(&raster, {}, {}, QWidget::RenderFlags());
}

FrameCosts measureFrames(Workspace &workspace, TimelineView &view) {
    FrameCosts costs;
    int count = 0;
    const auto step = [&](const Viewport &to, std::vector<double> &into) {
        const BenchTimer timer;
        workspace.navigation()->setViewport(to);
        paintFrame(view);
        into.push_back(timer.milliseconds());
        if (count++ % sampleEvery == 0) {
            costs.samples.emplace_back(to, into.back());
        }
    };
    const TimelineLayout &layout = workspace.layout();
    const Viewport all = layout.fitAll(workspace.sceneSize());
    const CrowdedPlace crowd = crowdedPlace(layout, all);
    const double x = std::clamp(all.x(crowd.at), 0.0, all.width());
    const double zoom = all.scale() / crowd.scale;
    workspace.navigation()->setViewport(all);
    paintFrame(view);
    Viewport now = all;
    for (int i = 0; i < steps; ++i) {
        now = now.zoomedAt(x, std::pow(zoom, 1.0 / steps));
        step(now, costs.zoom);
    }
    for (int depth = 0; depth < depths; ++depth) {
        now = all.zoomedAt(x, std::pow(zoom, static_cast<double>(depth) / depths));
        workspace.navigation()->setViewport(now);
        paintFrame(view);
        for (int i = 0; i < steps / depths; ++i) {
            now = now.pannedBy(now.width() / 20);
            step(now, costs.pan);
        }
    }
    return costs;
}

std::vector<double> inkRatios(const FrameCosts &costs, Workspace &workspace, TimelineView &view,
                              const Fonts &fonts) {
    std::vector<double> ratios;
    for (const auto &[viewport, milliseconds] : costs.samples) {
        workspace.navigation()->setViewport(viewport);
        ratios.push_back(milliseconds / BareInk(view.scene(), fonts).measure());
    }
    return ratios;
}

double measureFill(QSize size) {
    constexpr int rounds = 50;
    QImage raster(size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const BenchTimer timer;
        raster.fill(QColor::fromRgb(static_cast<QRgb>(i)));
        times.push_back(timer.milliseconds());
    }
    return *percentile(times, 0.5);
}

std::optional<double> percentile(std::vector<double> values, double part) {
    if (values.empty()) {
        return std::nullopt;
    }
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
    const std::size_t index = std::clamp<std::size_t>(rank, 1, values.size()) - 1;
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(index));
    return values[index];
}

} // namespace timeloom
