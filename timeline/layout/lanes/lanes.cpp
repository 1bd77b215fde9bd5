// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/lanes.h"

#include "document/bytes/parallel.h"
#include "document/bytes/visible_text.h"
#include "document/format/category_tree.h"
#include "document/format/event_words.h"
#include "document/format/wording.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace timeline {

namespace {

/// What EventReader gives as the first one, without reading all the rest.
QString firstTag(const Document &document, EventIndex event) {
    const JsonText text(document.eventText(event));
    const auto tags = findMember(text, {JsonType::Object, {0, text.bytes().size()}}, "tags");
    if (tags && tags->value.type == JsonType::Array) {
        JsonArrayCursor elements(text, tags->value);
        while (const auto element = elements.next()) {
            if (element->type == JsonType::String) {
                return text.string(element->range);
            }
        }
    }
    return {};
}

/// The colour of a lane that is no category. There are not more colours than a ColorRole can tell: then they
/// begin again, but never with those of categories.
ColorRole colorBeyond(const Document &document, std::size_t number) {
    constexpr std::size_t colors = std::numeric_limits<ColorRole>::max() + 1;
    const std::size_t categories = std::min(document.categories().size(), colors - 1);
    return static_cast<ColorRole>(categories + number % (colors - categories));
}

QString tagTitle(const QString &tag) {
    return tag.isEmpty() ? QCoreApplication::translate("timeline::Lanes", "No tag") : visibleText(tag);
}

} // namespace

std::optional<LaneGrouping> laneGroupingFromString(QStringView text) {
    if (text == QLatin1String("category")) {
        return LaneGrouping::Category;
    }
    if (text == QLatin1String("parent")) {
        return LaneGrouping::Parent;
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
    const std::vector<CategoryIndex> tops =
        by == LaneGrouping::Parent ? topCategories(document.categories()) : std::vector<CategoryIndex>();
    QHash<QString, std::size_t> tagLanes;
    const auto addLane = [&](const QString &key, const QString &title) {
        lanes.push_back({key, title});
        events.emplace_back();
    };
    const auto laneOfTag = [&](const QString &tag) {
        const auto known = tagLanes.constFind(tag);
        if (known != tagLanes.cend()) {
            return *known;
        }
        addLane(tag, tagTitle(tag));
        return *tagLanes.insert(tag, lanes.size() - 1);
    };
    const auto placeOf = [&](EventIndex event) -> std::size_t {
        switch (by) {
        case LaneGrouping::Category:
            return document.category(event);
        case LaneGrouping::Parent:
            return tops[document.category(event)];
        case LaneGrouping::Status:
            return static_cast<std::size_t>(document.status(event));
        case LaneGrouping::Tag:
            return laneOfTag(firstTag(document, event));
        case LaneGrouping::None:
            break;
        }
        return 0;
    };

    if (areCategories()) {
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
        addLane(QString(), QCoreApplication::translate("timeline::Lanes", "Events"));
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
    // The largest first, so that no core waits long for another.
    std::vector<std::size_t> order(lanes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return events[i].size(); });
    forEachParallel(order.size(), [&](std::size_t number) {
        const std::size_t i = order[number];
        lanes[i].color = areCategories() ? static_cast<ColorRole>(i) : colorBeyond(document, i);
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
    const std::size_t lane = placeOf(axis.document, event, keyOf(axis.document, event));
    return lane < lanes.size() && lanes[lane].events.rankOf(axis, event) ? std::optional(lane) : std::nullopt;
}

/// The lane with this key, which is that of an event; as many as there are lanes where there is none.
std::size_t Lanes::placeOf(const Document &document, EventIndex event, const QString &key) const {
    if (areCategories()) { // there may be many; their colours stand in order
        const auto lane = std::ranges::lower_bound(lanes, categoryOf(document, event), {}, &Lane::color);
        if (lane != lanes.end() && lane->key == key) {
            return static_cast<std::size_t>(lane - lanes.begin());
        }
    }
    return static_cast<std::size_t>(std::ranges::find(lanes, key, &Lane::key) - lanes.begin());
}

/// The category whose lane an event stands in, where lanes are categories.
CategoryIndex Lanes::categoryOf(const Document &document, EventIndex event) const {
    const CategoryIndex category = document.category(event);
    return grouping == LaneGrouping::Parent ? topCategory(document.categories(), category) : category;
}

QString Lanes::keyOf(const Document &document, EventIndex event) const {
    switch (grouping) {
    case LaneGrouping::Category:
    case LaneGrouping::Parent:
        return document.categories()[categoryOf(document, event)].id;
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
    const std::size_t known = placeOf(axis.document, event, keyOf(axis.document, event));
    if (known < lanes.size()) {
        lanes[known].events.insert(axis, event);
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
    const QString key = keyOf(document, event);
    switch (grouping) {
    case LaneGrouping::Category:
    case LaneGrouping::Parent: {
        const CategoryIndex category = categoryOf(document, event);
        return {key, categoryTitle(document, category), {}, category};
    }
    case LaneGrouping::Status: {
        const Status status = document.status(event);
        return {key, statusTitle(status), {}, colorBeyond(document, static_cast<std::size_t>(status))};
    }
    case LaneGrouping::Tag:
        return {key, tagTitle(key), {}, colorBeyond(document, lanes.size())};
    case LaneGrouping::None:
        break;
    }
    return {key, QCoreApplication::translate("timeline::Lanes", "Events"), {}, colorBeyond(document, 0)};
}

} // namespace timeline
