// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/measure_groups.h"

#include "app/charts/point_series.h"
#include "document/format/event_fields.h"
#include "document/store/event_window.h"

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

namespace {

constexpr std::size_t mostNames = 10'000; // that are kept apart
constexpr QByteArrayView key("\"measures\"");

class MeasureReader {
public:
    explicit MeasureReader(const Document &document) : m_document(document) {}

    /// Hardly any key is written with escapes; and most events have none of them.
    void look(EventIndex event, QByteArrayView text) {
        const bool isPlaced = m_document.isPlaced(event) && text.contains(key);
        const auto at = isPlaced ? middleOf(m_document.span(event)) : std::nullopt;
        if (!isPlaced) {
            return;
        }
        const std::vector<Measure> said = m_document.details(event, bit(EventField::Measures)).measures;
        for (const Measure &measure : said) {
            ++m_found.measureCount;
            if (at && std::isfinite(measure.value)) {
                take({event, *at, measure.value, measure.max.value_or(measure.value), measure.approximate},
                     measure);
            }
        }
    }
    MeasureGroups result() {
        for (MeasureGroup &group : m_found.groups) {
            std::ranges::stable_sort(group.points, {}, &MeasureGroup::Point::at);
        }
        std::erase_if(m_found.groups, [](const MeasureGroup &group) {
            return group.points.front().at == group.points.back().at;
        });
        std::ranges::stable_sort(m_found.groups, std::ranges::greater(),
                                 [](const MeasureGroup &group) { return group.points.size(); });
        const std::size_t kept = std::min(m_found.groups.size(), MeasureGroups::mostGroups);
        m_found.groupsLeftOut = m_found.groups.size() - kept;
        m_found.groups.resize(kept);
        return std::move(m_found);
    }

private:
    void take(const MeasureGroup::Point &point, const Measure &measure) {
        const std::pair name(measure.name, measure.unit);
        const auto place = m_places.constFind(name);
        const std::size_t group = place != m_places.constEnd() ? *place : m_found.groups.size();
        if (group == m_found.groups.size()) {
            if (group == mostNames) {
                return;
            }
            m_places.insert(name, group);
            m_found.groups.push_back({measure.name, measure.unit, {}, 0});
        }
        MeasureGroup &taking = m_found.groups[group];
        if (taking.points.size() < MeasureGroups::mostPoints) {
            taking.points.push_back(point);
        } else {
            ++taking.leftOut;
        }
    }

    const Document &m_document;
    MeasureGroups m_found;
    QHash<std::pair<QString, QString>, std::size_t> m_places;
};

} // namespace

MeasureGroups measureGroupsOf(const Document &document, const std::stop_token &stop) {
    MeasureReader reader(document);
    // Events that were edited stand elsewhere: between them lie stretches of the file.
    const EventIndex end = document.eventCount();
    for (EventIndex event = 0; event < end && !stop.stop_requested();) {
        const EventIndex edited =
            std::min({document.nextEdited(event).value_or(end), document.runEnd(event), end});
        if (event == edited) {
            if (!document.isDeleted(event)) {
                reader.look(event, document.eventText(event));
            }
            ++event;
            continue;
        }
        const EventIndex next = event + std::min(edited - event, EventWindow::usualCount);
        const EventWindow window(document, event, next);
        const bool hasAny = window.bytes().contains(key);
        for (; event < next; ++event) {
            if (hasAny) {
                reader.look(event, window.text(event));
            }
        }
    }
    return reader.result();
}

} // namespace timeloom
