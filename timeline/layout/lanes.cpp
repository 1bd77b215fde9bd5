// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes.h"

#include "document/wording.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace timeline {

namespace {

/// Sorts by begin, and equal begins by their place in the file, so that the order never depends on chance.
void sortByBegin(const Document &document, std::vector<EventIndex> &events) {
    std::ranges::sort(events, [&document](EventIndex a, EventIndex b) {
        const Instant beginA = document.span(a).begin;
        const Instant beginB = document.span(b).begin;
        return beginA != beginB ? beginA < beginB : a < b;
    });
}

} // namespace

std::optional<LaneGrouping> laneGroupingFromString(QStringView text) {
    if (text == QLatin1String("category")) {
        return LaneGrouping::Category;
    }
    if (text == QLatin1String("status")) {
        return LaneGrouping::Status;
    }
    if (text == QLatin1String("tag")) {
        return LaneGrouping::Tag;
    }
    if (text == QLatin1String("none")) {
        return LaneGrouping::None;
    }
    return std::nullopt;
}

Lanes::Lanes(const Document &document, const QBitArray &shown, LaneGrouping by) : grouping(by) {
    std::map<QString, std::size_t> tagLanes;
    const auto laneOf = [&](EventIndex event) -> std::size_t {
        switch (by) {
        case LaneGrouping::Category:
            return document.category(event);
        case LaneGrouping::Status:
            return static_cast<std::size_t>(document.status(event));
        case LaneGrouping::Tag: {
            const QString tag = document.details(event).tags.value(0);
            const auto [lane, isNew] = tagLanes.try_emplace(tag, lanes.size());
            if (isNew) {
                lanes.push_back(
                    {tag,
                     tag.isEmpty() ? QCoreApplication::translate("timeline", "No tag") : visibleText(tag),
                     {}});
            }
            return lane->second;
        }
        case LaneGrouping::None:
            break;
        }
        return 0;
    };

    if (by == LaneGrouping::Category) {
        for (std::size_t i = 0; i < document.categories().size(); ++i) {
            const auto category = static_cast<CategoryIndex>(i);
            lanes.push_back({document.categories()[category].id, categoryTitle(document, category), {}});
        }
    } else if (by == LaneGrouping::Status) {
        for (int i = 0; i < statusCount; ++i) {
            const auto status = static_cast<Status>(i);
            lanes.push_back({toString(status), statusTitle(status), {}});
        }
    } else if (by == LaneGrouping::None) {
        lanes.push_back({QString(), QCoreApplication::translate("timeline", "Events"), {}});
    }

    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (shown.isEmpty() || shown.testBit(event)) {
            lanes[laneOf(event)].events.push_back(event);
            ++eventCount;
        }
    }
    const std::size_t first = by == LaneGrouping::Category ? 0 : document.categories().size();
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        lanes[i].color = static_cast<ColorRole>(first + i);
    }
    std::erase_if(lanes, [](const Lane &lane) { return lane.events.empty(); });
    if (by == LaneGrouping::Tag) {
        std::ranges::stable_sort(lanes, std::ranges::greater(),
                                 [](const Lane &lane) { return lane.events.size(); });
    }
    for (Lane &lane : lanes) {
        sortByBegin(document, lane.events);
    }
}

} // namespace timeline
