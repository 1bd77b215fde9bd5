// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/measure_groups.h"

#include "app/charts/point_series.h"
#include "document/format/event_fields.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

namespace timeloom {

using namespace timeline;

std::pair<double, double> MeasureGroup::extremes() const {
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    for (const Point &point : points) {
        lowest = std::min({lowest, point.value, point.max});
        highest = std::max({highest, point.value, point.max});
    }
    return {lowest, highest};
}

bool MeasureGroup::isLogarithmic() const {
    constexpr double many = 20;
    const auto [lowest, highest] = extremes();
    return lowest > 0 && highest / lowest >= many;
}

MeasureGroups measureGroupsOf(const Document &document, const std::stop_token &stop) {
    constexpr EventIndex oftenEnough = 1024;
    MeasureGroups found;
    QHash<std::pair<QString, QString>, std::size_t> places;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (event % oftenEnough == 0 && stop.stop_requested()) {
            return {};
        }
        // Hardly any key is written with escapes; and most events have none of them.
        if (!document.isPlaced(event) || !document.eventText(event).contains("\"measures\"")) {
            continue;
        }
        const auto at = middleOf(document.span(event));
        const std::vector<Measure> said = document.details(event, bit(EventField::Measures)).measures;
        for (const Measure &measure : said) {
            ++found.measureCount;
            if (!at || !std::isfinite(measure.value)) {
                continue;
            }
            const std::pair key(measure.name, measure.unit);
            const auto place = places.constFind(key);
            if (place == places.constEnd()) {
                places.insert(key, found.groups.size());
                found.groups.push_back({measure.name, measure.unit, {}});
            }
            MeasureGroup &group = found.groups[places.value(key)];
            if (group.points.size() < MeasureGroups::mostPoints) {
                group.points.push_back(
                    {event, *at, measure.value, measure.max.value_or(measure.value), measure.approximate});
            }
        }
    }
    for (MeasureGroup &group : found.groups) {
        std::ranges::stable_sort(group.points, {}, &MeasureGroup::Point::at);
    }
    std::erase_if(found.groups, [](const MeasureGroup &group) {
        return group.points.front().at == group.points.back().at;
    });
    std::ranges::stable_sort(found.groups, std::ranges::greater(),
                             [](const MeasureGroup &group) { return group.points.size(); });
    found.groups.resize(std::min(found.groups.size(), MeasureGroups::mostGroups));
    return found;
}

} // namespace timeloom
