// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/carried_bars.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr double thickness = 3; // pixels
constexpr double air = 6;       // to what stands in the way
constexpr double shortest = 14; // under that it would be a dot

/// Where a bar may run along a row of a panel, from one place to another: beside all that stands there.
/// Nowhere where something stands at its begin: what comes after that would seem to be a part of it.
std::vector<std::pair<double, double>> freePieces(const Scene &scene, std::size_t panel, double y,
                                                  double from, double to) {
    const QRectF row(from, y - thickness / 2 - air, std::max(to - from, 0.0), thickness + 2 * air);
    std::vector<std::pair<double, double>> taken;
    for (const auto *items : {&scene.items, &scene.page->marks}) {
        for (const SceneItem &item : *items) {
            for (const QRectF &place : item.places()) {
                if (item.panel == panel && item.color != ScenePage::neutral && place.intersects(row)) {
                    taken.emplace_back(place.left() - air, place.right() + air);
                }
            }
        }
    }
    std::ranges::sort(taken);
    taken.emplace_back(to, to);
    std::vector<std::pair<double, double>> pieces;
    for (const auto &[left, right] : taken) {
        if (pieces.empty() && left - from < shortest) {
            break;
        }
        if (left - from >= shortest) {
            pieces.emplace_back(from, std::min(left, to));
        }
        from = std::max(from, right);
    }
    return pieces;
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
            if (!event.span.isOpenAtEnd() && event.span.end <= panel.begin) {
                break;
            }
            const double left = panel.axisRect.left();
            const double edge = panel.axisRect.right();
            const double known = event.span.isOpenAtEnd() ? edge : panel.at(event.span.end);
            const bool goesOn = event.span.isOpenAtEnd() || known > edge || event.span.end > panel.end;
            const double end = goesOn ? edge : known;
            for (const auto &[from, to] : freePieces(scene, p, item->rect.center().y(), left, end)) {
                SceneItem bar;
                bar.shape = ItemShape::Bar;
                bar.status = item->status;
                bar.color = item->color;
                bar.event = item->event;
                bar.panel = static_cast<std::uint16_t>(p);
                bar.flags = DateFlag::Interval;
                if (goesOn && to >= end) {
                    bar.flags |= DateFlag::OpenEnd;
                }
                bar.cutLeft = true;
                bar.cutRight = to < end; // something stands before the rest
                bar.rect = {from, item->rect.center().y() - thickness / 2, to - from, thickness};
                scene.page->marks.push_back(std::move(bar));
            }
        }
    }
}

} // namespace timeline
