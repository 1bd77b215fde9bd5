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
        if (left - from >= shortest) {
            pieces.emplace_back(from, std::min(left, to));
        }
        from = std::max(from, right);
    }
    return pieces;
}

/// A bar of an event in the row of its own, and whether it goes on beyond the panel.
struct Carried {
    const SceneItem *item;
    std::size_t panel;
    double from;
    double to;
    bool goesOnLeft = false;
    bool goesOnRight = false;
};

/// Where the row is free where the bar comes from its own column: what came after something that stands there
/// would seem to be a part of that.
void add(Scene &scene, const Carried &bar) {
    const double y = bar.item->rect.center().y();
    const auto pieces = freePieces(scene, bar.panel, y, bar.from, bar.to);
    const bool isBefore = bar.panel < bar.item->panel;
    if (pieces.empty() || (isBefore ? pieces.back().second < bar.to : pieces.front().first > bar.from)) {
        return;
    }
    SceneItem piece;
    piece.shape = ItemShape::Bar;
    piece.status = bar.item->status;
    piece.color = bar.item->color;
    piece.event = bar.item->event;
    piece.panel = static_cast<std::uint16_t>(bar.panel);
    for (const auto &[from, to] : pieces) {
        piece.flags = DateFlag::Interval;
        piece.flags |= bar.goesOnLeft && from <= bar.from ? DateFlags(DateFlag::OpenStart) : DateFlags();
        piece.flags |= bar.goesOnRight && to >= bar.to ? DateFlags(DateFlag::OpenEnd) : DateFlags();
        piece.cutLeft = !(piece.flags & DateFlag::OpenStart); // its event or something else stands there
        piece.cutRight = !(piece.flags & DateFlag::OpenEnd) && to < bar.to;
        piece.rect = {from, y - thickness / 2, to - from, thickness};
        scene.page->marks.push_back(piece);
    }
}

} // namespace

void addCarriedBars(Scene &scene, const PageContent &content) {
    std::vector<Carried> bars;
    for (const PageEvent &event : content.events) {
        const SceneItem *item = event.lasts() ? scene.itemOf(event.event) : nullptr;
        if (item == nullptr || item->shape != ItemShape::Bar || event.isOpenBothWays()) {
            continue;
        }
        for (std::size_t p = 0; p < scene.panels.size(); ++p) {
            const ScenePanel &panel = scene.panels[p];
            const double left = panel.axisRect.left();
            const double right = panel.axisRect.right();
            const bool isUnknown = // and nobody can say that it went on here
                bool(event.span.flags & (p < item->panel ? DateFlag::UnknownStart : DateFlag::UnknownEnd));
            if (isUnknown) {
                continue;
            }
            if (p < item->panel && event.span.isOpenAtStart()) {
                bars.push_back({item, p, left, right, p == 0, false});
            } else if (p > item->panel && (event.span.isOpenAtEnd() || event.span.end > panel.begin)) {
                const double known = event.span.isOpenAtEnd() ? right : panel.at(event.span.end);
                const bool goesOn = event.span.isOpenAtEnd() || known > right || event.span.end > panel.end;
                bars.push_back({item, p, left, goesOn ? right : known, false, goesOn});
            }
        }
    }
    for (const Carried &bar : bars) {
        add(scene, bar);
    }
}

} // namespace timeline
