// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench_frames.h"

#include "app/bare_ink.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int steps = 200;
constexpr int depths = 4; // of panning
constexpr int inkEvery = 4;

double since(const QElapsedTimer &timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Where the middle one of all events begins, lane by lane the largest first: a place where there is
/// something.
double crowdedPlace(const TimelineLayout &layout) {
    const std::vector<Lane> &lanes = layout.lanes().lanes;
    const auto largest =
        std::ranges::max_element(lanes, {}, [](const Lane &lane) { return lane.events.size(); });
    return largest == lanes.end() ? layout.axisExtent().first
                                  : layout.axis().begin(largest->events.at(largest->events.size() / 2));
}

/// The scale at which single events stand apart: a hundred pixels each, were all spread evenly; but no less
/// than an eighth of a millionth of everything.
double finestScale(const TimelineLayout &layout, const Viewport &all) {
    const double each = (layout.axisExtent().second - layout.axisExtent().first) /
                        std::max(1.0, static_cast<double>(layout.lanes().eventCount));
    return std::clamp(each / 100, all.scale() * 1e-7, all.scale() / 16);
}

} // namespace

void paintFrame(TimelineView &view) {
    static QImage raster;
    if (raster.size() != view.viewport()->size()) {
        raster = QImage(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    }
    view.viewport()->render(&raster, {}, {}, QWidget::RenderFlags());
}

FrameCosts measureFrames(Workspace &workspace, TimelineView &view, const Fonts &fonts) {
    FrameCosts costs;
    int sampled = 0;
    const auto step = [&](const Viewport &to, std::vector<double> &into) {
        QElapsedTimer timer;
        timer.start();
        workspace.setViewport(to);
        paintFrame(view);
        into.push_back(since(timer));
        if (sampled++ % inkEvery == 0) {
            costs.ink.push_back(into.back() / BareInk(view.scene(), fonts).measure());
        }
    };
    const TimelineLayout &layout = workspace.layout();
    const Viewport all = layout.fitAll(workspace.sceneSize());
    const double x = std::clamp(all.x(crowdedPlace(layout)), 0.0, all.width());
    const double zoom = all.scale() / finestScale(layout, all);
    workspace.setViewport(all);
    paintFrame(view);
    Viewport now = all;
    for (int i = 0; i < steps; ++i) {
        now = now.zoomedAt(x, std::pow(zoom, 1.0 / steps));
        step(now, costs.zoom);
    }
    for (int depth = 0; depth < depths; ++depth) {
        now = all.zoomedAt(x, std::pow(zoom, static_cast<double>(depth) / depths));
        workspace.setViewport(now);
        paintFrame(view);
        for (int i = 0; i < steps / depths; ++i) {
            now = now.pannedBy(now.width() / 20);
            step(now, costs.pan);
        }
    }
    return costs;
}

double measureFill(QSize size) {
    constexpr int rounds = 50;
    QImage raster(size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        raster.fill(QColor::fromRgb(static_cast<QRgb>(i)));
        times.push_back(since(timer));
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
