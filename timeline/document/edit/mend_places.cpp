// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/mend_places.h"

#include "document/bytes/parallel.h"
#include "document/read/references.h"

#include <algorithm>
#include <utility>

namespace timeline {

namespace {

constexpr std::size_t stretch = 1024; ///< of places, which one thread looks at
constexpr std::size_t mostSamples = 3;

/// The places in the text of an event that is edited: findings know only where it begins.
void addEdited(const Document &document, const FindingKind &kind, EventIndex event,
               std::vector<MendPlace> &places) {
    const QByteArray text = document.eventText(event).toByteArray();
    for (const Finding &finding : checkEvent(document, event, text).findings) {
        if (FindingKind::of(finding) == kind) {
            places.push_back({event, finding.offset});
        }
    }
}

QString sampleOf(QByteArrayView text) {
    constexpr qsizetype longest = 120; // bytes; who shows it has less room
    const QString shown = QString::fromUtf8(text.first(std::min(text.size(), longest)));
    return text.size() > longest ? shown + QChar(u'…') : shown;
}

} // namespace

std::vector<MendPlace> placesOf(const Document &document, const FindingGroup &group,
                                const std::stop_token &stop) {
    std::vector<MendPlace> places;
    std::vector<EventIndex> edited;
    places.reserve(group.findings.size());
    for (const std::uint32_t number : group.findings) {
        if (stop.stop_requested()) {
            return {};
        }
        const FindingList::About about = document.findings().about(number);
        if (about.event && document.edited().find(*about.event) != nullptr) {
            edited.push_back(*about.event);
        } else if (about.event) {
            places.push_back({*about.event, about.offset - document.place(*about.event).begin});
        }
    }
    std::ranges::sort(edited);
    edited.erase(std::unique(edited.begin(), edited.end()), edited.end());
    for (const EventIndex event : edited) {
        addEdited(document, group.kind, event, places);
    }
    // Events that were edited in their places.
    std::ranges::stable_sort(places, {},
                             [](const MendPlace &place) { return std::pair(place.event, place.at); });
    return places;
}

std::optional<ValueAt> valueAround(const JsonText &text, qint64 at) {
    JsonValue around = text.valueAt(0);
    std::optional<ValueAt> found;
    for (bool isOfEvent = true; around.range.contains(at); isOfEvent = false) {
        std::optional<ValueAt> inner;
        qint64 endBefore = around.range.begin + 1;
        if (around.type == JsonType::Object) {
            JsonObjectCursor members(text, around);
            for (auto member = members.next(); member && member->key.begin <= at; member = members.next()) {
                if (at < member->value.range.end) {
                    inner = {member->key, member->value, endBefore, isOfEvent};
                }
                endBefore = member->value.range.end;
            }
        } else if (around.type == JsonType::Array) {
            JsonArrayCursor elements(text, around);
            for (auto element = elements.next(); element && element->range.begin <= at;
                 element = elements.next()) {
                if (at < element->range.end) {
                    inner = {{}, *element, endBefore, false};
                }
                endBefore = element->range.end;
            }
        }
        if (!inner) {
            break;
        }
        found = inner;
        if (at <= inner->value.range.begin) { // it is about all of this
            break;
        }
        around = inner->value;
    }
    return found;
}

std::vector<Splice> Mending::mended(const JsonText &text, std::size_t number) const {
    const MendPlace &place = (*m_places)[number];
    const auto found = valueAround(text, place.at);
    std::vector<Splice> changes = found ? m_mender(text, *found, number) : std::vector<Splice>();
    std::ranges::stable_sort(changes, {}, [](const Splice &change) { return change.range.begin; });
    const bool isGood = changes.empty() || !m_check || m_check(place, joined(text.bytes(), changes));
    return isGood ? changes : std::vector<Splice>();
}

Mending::Survey Mending::survey(const std::stop_token &stop) const {
    std::vector<Survey> parts((m_places->size() + stretch - 1) / stretch);
    const auto add = [](Survey &to, const std::pair<QString, QString> &sample) {
        if (to.samples.size() < mostSamples && std::ranges::find(to.samples, sample) == to.samples.end()) {
            to.samples.push_back(sample);
        }
    };
    forEachParallel(parts.size(), [&](std::size_t part) {
        const std::size_t end = std::min((part + 1) * stretch, m_places->size());
        for (std::size_t i = part * stretch; i < end && !stop.stop_requested(); ++i) {
            const JsonText text(m_document->eventText((*m_places)[i].event));
            const std::vector<Splice> changes = mended(text, i);
            if (changes.empty()) {
                continue;
            }
            ++parts[part].count;
            if (parts[part].samples.size() < mostSamples) {
                const ByteRange all = {changes.front().range.begin, changes.back().range.end};
                const ByteRange value = valueAround(text, (*m_places)[i].at)->value.range;
                const bool isWithin = value.begin <= all.begin && all.end <= value.end;
                const ByteRange shown = isWithin ? value : all;
                std::vector<Splice> moved = changes;
                for (Splice &change : moved) {
                    change.range = {change.range.begin - shown.begin, change.range.end - shown.begin};
                }
                add(parts[part], {sampleOf(text.raw(shown)), sampleOf(joined(text.raw(shown), moved))});
            }
        }
    });
    Survey all;
    for (const Survey &part : parts) {
        all.count += part.count;
        for (const auto &sample : part.samples) {
            add(all, sample);
        }
    }
    return all;
}

DocumentEdit Mending::edit(const std::stop_token &stop) const {
    const std::vector<MendPlace> &places = *m_places;
    std::vector<DocumentEdit> parts((places.size() + stretch - 1) / stretch);
    // An event is of the stretch in which its first place is.
    const auto firstOfEvent = [&places](std::size_t from) {
        while (from > 0 && from < places.size() && places[from - 1].event == places[from].event) {
            ++from;
        }
        return std::min(from, places.size());
    };
    forEachParallel(parts.size(), [&](std::size_t part) {
        const std::size_t end = firstOfEvent((part + 1) * stretch);
        for (std::size_t i = firstOfEvent(part * stretch); i < end && !stop.stop_requested();) {
            const EventIndex event = places[i].event;
            const JsonText text(m_document->eventText(event));
            std::vector<Splice> changes;
            for (; i < end && places[i].event == event; ++i) {
                std::ranges::move(mended(text, i), std::back_inserter(changes));
            }
            std::ranges::stable_sort(changes, {}, [](const Splice &change) { return change.range.begin; });
            // What lies within another change goes with it.
            const auto overlaps = [](const Splice &a, const Splice &b) {
                return b.range.begin < a.range.end || a.range == b.range;
            };
            changes.erase(std::unique(changes.begin(), changes.end(), overlaps), changes.end());
            if (!changes.empty()) {
                parts[part].events.push_back({event, joined(text.bytes(), changes)});
            }
        }
    });
    DocumentEdit all;
    for (DocumentEdit &part : parts) {
        std::ranges::move(part.events, std::back_inserter(all.events));
    }
    return all;
}

} // namespace timeline
