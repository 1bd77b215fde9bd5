// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/carried_bars.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr double thickness = 3; // pixels
constexpr double air = 6;       // to what stands in the way
constexpr double shortest = 14; // under that it would be a dot

/// How far a bar may run along a row of a panel, from the left: up to the first thing of its column there.
double freeUntil(const Scene &scene, std::size_t panel, double y, double right) {
    const QRectF row(scene.panels[panel].rect.left() - air, y - thickness / 2 - air, scene.size.width(),
                     thickness + 2 * air);
    const auto stop = [&](const QRectF &place) {
        if (place.intersects(row)) {
            right = std::min(right, place.left() - air);
        }
    };
    for (const auto *items : {&scene.items, &scene.page->marks}) {
        for (const SceneItem &item : *items) {
            if (item.panel == panel && item.color != ScenePage::neutral) {
                std::ranges::for_each(item.places(), stop);
            }
        }
    }
    return right;
}

} // namespace

void addCarriedBars(Scene &scene, const PageContent &content) {
    for (const PageEvent &event : content.events) {
        const SceneItem *item = event.lasts() ? scene.itemOf(event.event) : nullptr;
        if (item == nullptr || item->shape != ItemShape::Bar) {
            continue;
        }
        for (std::size_t p = item->panel + std::size_t{1}; p < scene.panels.size(); ++p) {
            const ScenePanel &panel = scene.panels[p];
            const bool goesOn = event.span.isOpenAtEnd() || event.span.end > panel.end;
            if (!goesOn && event.span.end <= panel.begin) {
                break;
            }
            const double left = panel.axisRect.left();
            const double end = goesOn ? panel.axisRect.right() : panel.at(event.span.end);
            const double right = freeUntil(scene, p, item->rect.center().y(), end);
            if (right - left < shortest) {
                continue;
            }
            SceneItem bar;
            bar.shape = ItemShape::Bar;
            bar.status = item->status;
            bar.color = item->color;
            bar.event = item->event;
            bar.panel = static_cast<std::uint16_t>(p);
            bar.flags = DateFlag::Interval;
            if (goesOn || right < end) {
                bar.flags |= DateFlag::OpenEnd;
            }
            bar.cutLeft = true;
            bar.rect = {left, item->rect.center().y() - thickness / 2, right - left, thickness};
            scene.page->marks.push_back(std::move(bar));
        }
    }
}

} // namespace timeline
