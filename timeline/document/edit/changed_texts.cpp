// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/changed_texts.h"

#include "document/bytes/parallel.h"

#include <algorithm>

namespace timeline {

namespace {

/// The events that one thread changes at once.
struct Stretch {
    std::vector<EventIndex> events;
    std::vector<KeptText> texts;
    std::optional<Problem> problem;

    void change(const Document &document, const std::vector<EventIndex> &all, std::size_t first,
                std::size_t end, const TextChange &change) {
        TextArena arena;
        qsizetype bytes = 0;
        for (std::size_t i = first; i < end; ++i) {
            bytes += document.eventText(all[i]).size();
        }
        arena.reserve(bytes + bytes / 8);
        for (std::size_t i = first; i < end && !problem; ++i) {
            const QByteArrayView before = document.eventText(all[i]);
            if (document.isDeleted(all[i])) {
                continue; // what is drawn may be behind: there is nothing to change any more
            }
            const EditedText after = change(i, before);
            if (!after) {
                problem = after.problem();
            } else if (*after != before) {
                events.push_back(all[i]);
                arena.add(*after);
            }
        }
        texts = arena.keep();
    }
};

} // namespace

Result<DocumentEdit> changedTexts(const Document &document, const std::vector<EventIndex> &events,
                                  const TextChange &change, EditControl &control) {
    constexpr std::size_t size = 1024;
    control.expect(events.size());
    std::vector<Stretch> stretches((events.size() + size - 1) / size);
    forEachParallel(stretches.size(), [&](std::size_t i) {
        if (!control.isStopped()) {
            const std::size_t end = std::min(events.size(), (i + 1) * size);
            stretches[i].change(document, events, i * size, end, change);
            control.advance(end - i * size);
        }
    });
    DocumentEdit edit;
    edit.events.reserve(events.size());
    for (Stretch &stretch : stretches) {
        if (stretch.problem) {
            return *stretch.problem;
        }
        for (std::size_t i = 0; i < stretch.events.size(); ++i) {
            edit.events.push_back({stretch.events[i], std::move(stretch.texts[i])});
        }
    }
    return edit;
}

} // namespace timeline
