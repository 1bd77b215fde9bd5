// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes.h"

#include "document/parallel.h"
#include "document/wording.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace timeline {

namespace {

QString firstTag(const Document &document, EventIndex event) {
    return document.details(event).tags.value(0);
}

QString tagTitle(const QString &tag) {
    return tag.isEmpty() ? QCoreApplication::translate("timeline", "No tag") : visibleText(tag);
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

Lanes::Lanes(const EventAxis &axis, const QBitArray &shown, LaneGrouping by, const std::stop_token &stop)
    : grouping(by) {
    const Document &document = axis.document;
    std::vector<std::vector<EventIndex>> events;
    std::map<QString, std::size_t> tagLanes;
    const auto addLane = [&](const QString &key, const QString &title) {
        lanes.push_back({key, title});
        events.emplace_back();
    };
    const auto laneOfTag = [&](const QString &tag) {
        const auto [lane, isNew] = tagLanes.try_emplace(tag, lanes.size());
        if (isNew) {
            addLane(tag, tagTitle(tag));
        }
        return lane->second;
    };
    const auto placeOf = [&](EventIndex event) -> std::size_t {
        switch (by) {
        case LaneGrouping::Category:
            return document.category(event);
        case LaneGrouping::Status:
            return static_cast<std::size_t>(document.status(event));
        case LaneGrouping::Tag:
            return laneOfTag(firstTag(document, event));
        case LaneGrouping::None:
            break;
        }
        return 0;
    };

    if (by == LaneGrouping::Category) {
        for (std::size_t i = 0; i < document.categories().size(); ++i) {
            const auto category = static_cast<CategoryIndex>(i);
            addLane(document.categories()[category].id, categoryTitle(document, category));
        }
    } else if (by == LaneGrouping::Status) {
        for (int i = 0; i < statusCount; ++i) {
            const auto status = static_cast<Status>(i);
            addLane(toString(status), statusTitle(status));
        }
    } else if (by == LaneGrouping::None) {
        addLane(QString(), QCoreApplication::translate("timeline", "Events"));
    }

    constexpr EventIndex stopEvery = 1 << 14;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (shown.isEmpty() || shown.testBit(event)) {
            events[placeOf(event)].push_back(event);
            ++eventCount;
        }
        if (event % stopEvery == 0 && stop.stop_requested()) {
            return;
        }
    }
    const std::size_t first = by == LaneGrouping::Category ? 0 : document.categories().size();
    // The largest first, so that no core waits long for another.
    std::vector<std::size_t> order(lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return events[i].size(); });
    forEachParallel(order.size(), [&](std::size_t number) {
        const std::size_t i = order[number];
        lanes[i].color = static_cast<ColorRole>(first + i);
        lanes[i].events = LaneIndex(axis, std::exchange(events[i], {}), stop);
    });
    std::erase_if(lanes, [](const Lane &lane) { return lane.events.size() == 0; });
    if (by == LaneGrouping::Tag) {
        std::ranges::stable_sort(lanes, std::ranges::greater(),
                                 [](const Lane &lane) { return lane.events.size(); });
    }
}

std::optional<std::size_t> Lanes::laneOf(const EventAxis &axis, EventIndex event) const {
    if (event >= axis.document.eventCount()) {
        return std::nullopt; // it is newer than what was laid out
    }
    const auto lane = std::ranges::find(lanes, keyOf(axis.document, event), &Lane::key);
    if (lane == lanes.end() || !lane->events.rankOf(axis, event)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(lane - lanes.begin());
}

QString Lanes::keyOf(const Document &document, EventIndex event) const {
    switch (grouping) {
    case LaneGrouping::Category:
        return document.categories()[document.category(event)].id;
    case LaneGrouping::Status:
        return toString(document.status(event));
    case LaneGrouping::Tag:
        return firstTag(document, event);
    case LaneGrouping::None:
        break;
    }
    return {};
}

Lanes::Change Lanes::remove(const EventAxis &axis, EventIndex event) {
    const std::optional<std::size_t> lane = laneOf(axis, event);
    if (!lane) {
        return Change::Events;
    }
    --eventCount;
    lanes[*lane].events.remove(axis, event);
    if (lanes[*lane].events.size() > 0) {
        return Change::Events;
    }
    lanes.erase(lanes.begin() + static_cast<std::ptrdiff_t>(*lane));
    return Change::Lanes;
}

Lanes::Change Lanes::insert(const EventAxis &axis, EventIndex event) {
    ++eventCount;
    const QString key = keyOf(axis.document, event);
    if (const auto lane = std::ranges::find(lanes, key, &Lane::key); lane != lanes.end()) {
        lane->events.insert(axis, event);
        return Change::Events;
    }
    Lane lane = newLane(axis.document, event);
    lane.events.insert(axis, event);
    // Colours follow the order of the lanes, but for tags, which come as they are met.
    const auto place = grouping == LaneGrouping::Tag
                           ? lanes.end()
                           : std::ranges::upper_bound(lanes, lane.color, {}, &Lane::color);
    lanes.insert(place, std::move(lane));
    return Change::Lanes;
}

Lane Lanes::newLane(const Document &document, EventIndex event) const {
    const std::size_t beyond = document.categories().size();
    const QString key = keyOf(document, event);
    switch (grouping) {
    case LaneGrouping::Category:
        return {key, categoryTitle(document, document.category(event)), {}, document.category(event)};
    case LaneGrouping::Status: {
        const Status status = document.status(event);
        return {
            key, statusTitle(status), {}, static_cast<ColorRole>(beyond + static_cast<std::size_t>(status))};
    }
    case LaneGrouping::Tag:
        return {key, tagTitle(key), {}, static_cast<ColorRole>(beyond + lanes.size())};
    case LaneGrouping::None:
        break;
    }
    return {key, QCoreApplication::translate("timeline", "Events"), {}, static_cast<ColorRole>(beyond)};
}

} // namespace timeline
