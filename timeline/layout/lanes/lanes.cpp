// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/lanes.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/parallel.h"
#include "document/format/category_tree.h"
#include "document/format/event_words.h"
#include "document/format/wording.h"
#include "document/store/event_status.h"
#include "document/store/event_texts.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace timeline {

namespace {

/// What an event is grouped by, each once.
struct WordsOfEvent {
    QStringList first;      ///< that give it lanes; one that is empty where it has none
    std::size_t others = 0; ///< that do not

    void add(const QString &word, QSet<QString> &more) {
        if (first.contains(word)) {
            return;
        }
        if (std::cmp_less(first.size(), Lanes::mostOfEvent)) {
            first.append(word);
        } else {
            more.insert(word);
            others = static_cast<std::size_t>(more.size());
        }
    }
};

/// Tags as EventReader gives them.
QStringList tagsOf(const Document &document, EventIndex event) {
    QStringList tags;
    EventTexts texts(document.eventText(event), bit(EventField::Tags));
    while (const auto text = texts.next()) {
        tags << stringFromUtf8(decodeJsonString({text->data(), static_cast<std::size_t>(text->size())}));
    }
    return tags;
}

WordsOfEvent wordsOf(const Document &document, EventIndex event, LaneGrouping by) {
    WordsOfEvent words;
    QSet<QString> more;
    const QStringList all =
        by == LaneGrouping::Tag      ? tagsOf(document, event)
        : by == LaneGrouping::Source ? document.details(event, bit(EventField::Sources)).sources
        : by == LaneGrouping::Place
            ? QStringList(document.details(event, bit(EventField::Place)).place.title)
            : QStringList(document.details(event, bit(EventField::Attribution)).attribution);
    for (const QString &word : all) {
        words.add(word, more);
    }
    if (words.first.isEmpty()) {
        words.first.append(QString());
    }
    return words;
}

/// The colour of a lane that is no category. There are not more colours than a ColorRole can tell: then they
/// begin again, but never with those of categories.
ColorRole colorBeyond(const Document &document, std::size_t number) {
    constexpr std::size_t colors = std::numeric_limits<ColorRole>::max() + 1;
    const std::size_t categories = std::min(document.categories().size(), colors - 1);
    return static_cast<ColorRole>(categories + number % (colors - categories));
}

/// What people read for a word that events are grouped by.
QString wordTitle(const Document &document, LaneGrouping by, const QString &word) {
    if (word.isEmpty()) {
        return by == LaneGrouping::Source ? QCoreApplication::translate("timeline::Lanes", "No source")
               : by == LaneGrouping::Attribution
                   ? QCoreApplication::translate("timeline::Lanes", "Nobody is named")
               : by == LaneGrouping::Place ? QCoreApplication::translate("timeline::Lanes", "No place")
                                           : QCoreApplication::translate("timeline::Lanes", "No tag");
    }
    const Source *source = by == LaneGrouping::Source ? document.findSource(word) : nullptr;
    return visibleName(source != nullptr && !source->title.isEmpty() ? source->title : word);
}

} // namespace

std::optional<LaneGrouping> laneGroupingFromString(QStringView text) {
    static constexpr std::pair<QLatin1StringView, LaneGrouping> words[] = {
        {QLatin1StringView("category"), LaneGrouping::Category},
        {QLatin1StringView("parent"), LaneGrouping::Parent},
        {QLatin1StringView("status"), LaneGrouping::Status},
        {QLatin1StringView("tag"), LaneGrouping::Tag},
        {QLatin1StringView("source"), LaneGrouping::Source},
        {QLatin1StringView("attribution"), LaneGrouping::Attribution},
        {QLatin1StringView("place"), LaneGrouping::Place},
        {QLatin1StringView("none"), LaneGrouping::None}};
    for (const auto &[word, grouping] : words) {
        if (text == word) {
            return grouping;
        }
    }
    return std::nullopt;
}

Lanes::Lanes(const EventAxis &axis, const QBitArray &shown, LaneGrouping by, const std::stop_token &stop)
    : grouping(by) {
    const Document &document = axis.document;
    std::vector<std::vector<EventIndex>> events;
    const std::vector<CategoryIndex> tops =
        by == LaneGrouping::Parent ? topCategories(document.categories()) : std::vector<CategoryIndex>();
    QHash<QString, std::size_t> wordLanes; // by tag and the like, or by a status that is the file's own
    const auto addLane = [&](const QString &key, const QString &title) {
        lanes.push_back({key, title});
        events.emplace_back();
    };
    const auto laneOfWord = [&](const QString &word) {
        const auto known = wordLanes.constFind(word);
        if (known != wordLanes.cend()) {
            return *known;
        }
        addLane(word, areWords() ? wordTitle(document, by, word) : statusTitle(Status::Own, word));
        return *wordLanes.insert(word, lanes.size() - 1);
    };
    const auto place = [&](EventIndex event) {
        switch (by) {
        case LaneGrouping::Category:
            events[document.category(event)].push_back(event);
            break;
        case LaneGrouping::Parent:
            events[tops[document.category(event)]].push_back(event);
            break;
        case LaneGrouping::Status:
            events[document.status(event) == Status::Own ? laneOfWord(statusWord(document, event))
                                                         : static_cast<std::size_t>(document.status(event))]
                .push_back(event);
            break;
        case LaneGrouping::Tag:
        case LaneGrouping::Source:
        case LaneGrouping::Attribution:
        case LaneGrouping::Place: {
            const WordsOfEvent words = wordsOf(document, event, by);
            for (const QString &word : words.first) {
                events[laneOfWord(word)].push_back(event);
            }
            lanesLeftOut += words.others;
            break;
        }
        case LaneGrouping::None:
            events[0].push_back(event);
            break;
        }
    };

    if (areCategories()) {
        for (std::size_t i = 0; i < document.categories().size(); ++i) {
            const auto category = static_cast<CategoryIndex>(i);
            addLane(document.categories()[category].id, categoryTitle(document, category));
        }
    } else if (by == LaneGrouping::Status) {
        for (int i = 0; i < namedStatusCount; ++i) {
            const auto status = static_cast<Status>(i);
            addLane(toString(status), statusTitle(status));
        }
    } else if (by == LaneGrouping::None) {
        addLane(QString(), QCoreApplication::translate("timeline::Lanes", "Events"));
    }

    constexpr EventIndex stopEvery = 1 << 14;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (shown.isEmpty() || shown.testBit(event)) {
            place(event);
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
    if (areWords()) {
        std::ranges::stable_sort(lanes, std::ranges::greater(),
                                 [](const Lane &lane) { return lane.events.size(); });
    }
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        placementCount += lanes[i].events.size();
        lanes[i].natural = areWords() ? i : lanes[i].color;
    }
    openCount = lanes.size();
    findPlaces();
    if (lanes.size() > few && !stop.stop_requested()) {
        placements.assign(axis, placedEvents(axis, allPlacements(document)), stop);
    }
}

/// In the order of the events' indices.
std::vector<EventIndex> Lanes::allPlacements(const Document &document) const {
    std::vector<std::uint8_t> lanesOfEvent(document.eventCount());
    for (const Lane &lane : lanes) {
        lane.events.forEach([&](EventIndex event) { ++lanesOfEvent[event]; });
    }
    std::vector<EventIndex> all;
    all.reserve(placementCount);
    for (EventIndex event = 0; event < lanesOfEvent.size(); ++event) {
        all.insert(all.end(), lanesOfEvent[event], event);
    }
    return all;
}

void Lanes::findPlaces() {
    m_places.clear();
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        m_places.insert(lanes[i].key, i);
    }
}

std::optional<std::size_t> Lanes::placeOf(const QString &key) const {
    const auto known = m_places.constFind(key);
    return known != m_places.cend() ? std::optional(*known) : std::nullopt;
}

void Lanes::choose(const LaneChoice &choice) {
    m_choice = choice;
    stand();
}

/// Puts the lanes where they stand.
void Lanes::stand() {
    QHash<QString, std::size_t> ranks;
    for (const QString &key : m_choice.order) {
        ranks.insert(key, static_cast<std::size_t>(ranks.size()));
    }
    const auto place = [&ranks](const Lane &lane) {
        return std::tuple(lane.isHidden, ranks.value(lane.key, SIZE_MAX), lane.natural);
    };
    for (Lane &lane : lanes) {
        lane.isHidden = m_choice.hidden.contains(lane.key);
        lane.isFolded = m_choice.folded.contains(lane.key);
    }
    if (!std::ranges::is_sorted(lanes, {}, place)) {
        std::ranges::stable_sort(lanes, {}, place);
    }
    openCount = static_cast<std::size_t>(std::ranges::count(lanes, false, &Lane::isHidden));
    findPlaces();
}

Lanes::OfEvent Lanes::lanesOf(const EventAxis &axis, EventIndex event) const {
    OfEvent found;
    if (event >= axis.document.eventCount()) {
        return found; // it is newer than what was laid out
    }
    for (const QString &key : keysOf(axis.document, event)) {
        const auto lane = m_places.constFind(key);
        if (lane == m_places.cend() || !lanes[*lane].events.rankOf(axis, event)) {
            break; // it stands in all or none
        }
        found.append(*lane);
    }
    return found;
}

std::optional<std::size_t> Lanes::laneOf(const EventAxis &axis, EventIndex event) const {
    const OfEvent found = lanesOf(axis, event);
    return found.isEmpty() ? std::nullopt : std::optional(found.front());
}

bool Lanes::areWords() const {
    return grouping == LaneGrouping::Tag || grouping == LaneGrouping::Source ||
           grouping == LaneGrouping::Attribution || grouping == LaneGrouping::Place;
}

/// The category whose lane an event stands in, where lanes are categories.
CategoryIndex Lanes::categoryOf(const Document &document, EventIndex event) const {
    const CategoryIndex category = document.category(event);
    return grouping == LaneGrouping::Parent ? topCategory(document.categories(), category) : category;
}

/// Of the lanes in which an event stands where the filter shows it.
Lanes::Keys Lanes::keysOf(const Document &document, EventIndex event) const {
    switch (grouping) {
    case LaneGrouping::Category:
    case LaneGrouping::Parent:
        return {document.categories()[categoryOf(document, event)].id};
    case LaneGrouping::Status:
        return {statusWord(document, event)};
    case LaneGrouping::Tag:
    case LaneGrouping::Source:
    case LaneGrouping::Attribution:
    case LaneGrouping::Place: {
        const QStringList words = wordsOf(document, event, grouping).first;
        return {words.begin(), words.end()};
    }
    case LaneGrouping::None:
        break;
    }
    return {QString()};
}

Lanes::Change Lanes::remove(const EventAxis &axis, EventIndex event) {
    Change change = Change::Events;
    if (!laneOf(axis, event)) {
        return change;
    }
    --eventCount;
    lanesLeftOut -= areWords() ? wordsOf(axis.document, event, grouping).others : 0;
    for (const QString &key : keysOf(axis.document, event)) {
        const std::size_t lane = m_places.value(key);
        lanes[lane].events.remove(axis, event);
        --placementCount;
        if (placements.size() > 0) {
            placements.remove(axis, event);
        }
        if (lanes[lane].events.size() == 0) {
            openCount -= lanes[lane].isHidden ? 0 : 1;
            lanes.erase(lanes.begin() + static_cast<std::ptrdiff_t>(lane));
            findPlaces();
            change = Change::Lanes;
        }
    }
    return change;
}

Lanes::Change Lanes::insert(const EventAxis &axis, EventIndex event) {
    Change change = Change::Events;
    ++eventCount;
    lanesLeftOut += areWords() ? wordsOf(axis.document, event, grouping).others : 0;
    for (const QString &key : keysOf(axis.document, event)) {
        ++placementCount;
        if (placements.size() > 0) {
            placements.insert(axis, event);
        }
        if (const auto known = m_places.constFind(key); known != m_places.cend()) {
            lanes[*known].events.insert(axis, event);
            continue;
        }
        Lane lane = newLane(axis.document, event, key);
        lane.events.insert(axis, event);
        // Colours follow the order of the lanes, but for words, which come as they are met.
        const auto last = std::ranges::max_element(lanes, {}, &Lane::natural);
        lane.natural = !areWords() ? lane.color : last == lanes.end() ? 0 : last->natural + 1;
        lanes.push_back(std::move(lane));
        stand();
        change = Change::Lanes;
    }
    return change;
}

bool Lanes::retitle(const Document &document) {
    const auto unnamed = m_places.constFind(QString());
    if (!areCategories() || unnamed == m_places.cend()) {
        return false;
    }
    Lane &lane = lanes[*unnamed];
    const QString before = std::exchange(lane.title, categoryTitle(document, lane.color));
    return lane.title != before;
}

Lane Lanes::newLane(const Document &document, EventIndex event, const QString &key) const {
    switch (grouping) {
    case LaneGrouping::Category:
    case LaneGrouping::Parent: {
        const CategoryIndex category = categoryOf(document, event);
        return {key, categoryTitle(document, category), {}, category};
    }
    case LaneGrouping::Status: {
        const auto status = static_cast<std::size_t>(document.status(event));
        const bool isOwn = status == namedStatusCount; // these follow each other
        return {key,
                statusTitle(document, event),
                {},
                colorBeyond(document, isOwn ? status + lanes.size() : status)};
    }
    case LaneGrouping::Tag:
    case LaneGrouping::Source:
    case LaneGrouping::Attribution:
    case LaneGrouping::Place:
        return {key, wordTitle(document, grouping, key), {}, colorBeyond(document, lanes.size())};
    case LaneGrouping::None:
        break;
    }
    return {key, QCoreApplication::translate("timeline::Lanes", "Events"), {}, colorBeyond(document, 0)};
}

} // namespace timeline
