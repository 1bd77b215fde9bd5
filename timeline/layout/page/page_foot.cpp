// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_foot.h"

#include "layout/page/page_type.h"
#include "layout/scene/page_words.h"

#include <array>

namespace timeline {

namespace {

constexpr DateFlags aboutFlags =
    DateFlags(DateFlag::StartApproximate) | DateFlag::EndApproximate | DateFlag::Approximate;

} // namespace

QStringList footNotes(const PageContent &content, const PageOptions &options, const Scene &scene) {
    const ScenePage &page = *scene.page;
    const std::size_t all = content.events.size();
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    QStringList notes;
    if (!options.leftOut.isEmpty()) {
        notes << options.leftOut;
    }
    if (all == 0) {
        notes << PageWords::tr("No events");
    } else if (page.titled < all) {
        notes << PageWords::tr("%1 of %n events are titled", nullptr, number(all)).arg(page.titled);
    } else if (options.leftOut.isEmpty()) {
        notes << PageWords::tr("%n event(s)", nullptr, number(all));
    }
    if (page.withoutRoom > 0) {
        notes << PageWords::tr("%n event(s) have no room", nullptr, number(page.withoutRoom));
    }
    if (content.outside > 0) {
        notes << PageWords::tr("%n event(s) are earlier or later", nullptr, number(content.outside));
    }
    if (content.undated > 0) {
        notes << PageWords::tr("%n without a date", nullptr, number(content.undated));
    }
    if (page.erasLeftOut > 0) {
        notes << PageWords::tr("%n era(s) left out", nullptr, number(page.erasLeftOut));
    }
    if (scene.unnamedEras > 0) {
        notes << PageWords::tr("the names of %n era(s) have no room", nullptr, number(scene.unnamedEras));
    }
    return notes;
}

QStringList footRemarks(const PageContent &content, const Scene &scene, bool hasAhead) {
    QStringList remarks;
    if (!content.asOf.isEmpty()) {
        remarks << PageWords::tr("As of %1.").arg(content.asOf);
    }
    if (scene.panels.size() > 1) {
        remarks << (hasAhead ? PageWords::tr(
                                   "Each column has its own scale; what begins in “Ahead” is or was a plan.")
                             : PageWords::tr("Each column has its own scale."));
    }
    if (content.isZoned) {
        remarks << PageWords::tr("Scales are in UTC.");
    }
    if (content.hasOtherGroups) {
        remarks << PageWords::tr("Symbols tell the first group of each.");
    }
    std::array<bool, 3> weights{};
    for (const PageEvent &event : content.events) {
        weights.at(weightOf(event.importance)) = true;
    }
    if (std::ranges::count(weights, true) > 1) {
        remarks << PageWords::tr("The larger a title, the more it matters.");
    }
    return remarks;
}

std::vector<SceneItem> sampleMarks(const Scene &scene, double factor) {
    bool lasts = false;
    bool within = false;
    bool about = false;
    const auto look = [&](const SceneItem &item) {
        lasts = lasts || (item.shape == ItemShape::Bar && !(item.flags & aboutFlags));
        within = within || item.shape == ItemShape::Within;
        about = about || (item.shape == ItemShape::Bar && (item.flags & aboutFlags));
    };
    std::ranges::for_each(scene.items, look);
    std::ranges::for_each(scene.page->marks, look);
    std::vector<SceneItem> samples;
    const auto add = [&](ItemShape shape, DateFlags flags, double height, const QString &text) {
        SceneItem item;
        item.shape = shape;
        item.flags = flags;
        item.color = ScenePage::neutral;
        item.rect = {0, 0, 36 * factor, height * factor};
        item.label = SceneText{text, 0, 0, 0};
        samples.push_back(std::move(item));
    };
    if (lasts) {
        add(ItemShape::Bar, DateFlag::Interval, 9, PageWords::tr("lasts this long"));
    }
    if (within) {
        add(ItemShape::Within, {}, 4, PageWords::tr("one moment within"));
    }
    if (about) {
        add(ItemShape::Bar,
            DateFlags(DateFlag::Interval) | DateFlag::Approximate | DateFlag::StartApproximate |
                DateFlag::EndApproximate,
            9, PageWords::tr("begins and ends about then"));
    }
    return samples;
}

} // namespace timeline
