// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/inline_sources.h"

#include "document/bytes/parallel.h"
#include "document/format/event_reader.h"

#include <QSet>
#include <algorithm>
#include <set>

namespace timeline {

namespace {

/// The sources of an event as they are written, where there is an object among them. Most events have no
/// object at all.
QByteArrayView inlineSourcesIn(QByteArrayView event) {
    if (event.size() < 2 || !event.sliced(1).contains('{')) {
        return {};
    }
    const JsonText text(event);
    const auto sources = findMember(text, text.valueAt(0), "sources");
    if (!sources || sources->value.type != JsonType::Array) {
        return {};
    }
    JsonArrayCursor elements(text, sources->value);
    while (const auto element = elements.next()) {
        if (element->type == JsonType::Object) {
            return text.raw(sources->value.range);
        }
    }
    return {};
}

/// What makes two of them one.
QString identityOf(const Source &source) {
    return source.id.isEmpty() ? source.title + QChar::Null + source.url : source.id;
}

} // namespace

const Source *declaredAs(const Document &document, const Source &source) {
    if (!source.id.isEmpty()) {
        return document.findSource(source.id);
    }
    const auto same = std::ranges::find_if(document.sources(), [&source](const Source &each) {
        return each.title == source.title && each.url == source.url;
    });
    return same == document.sources().end() ? nullptr : &*same;
}

std::vector<Source> inlineSourcesOf(const Document &document) {
    constexpr std::size_t stretch = 4096;
    const std::size_t count = document.eventCount();
    std::vector<std::vector<Source>> found((count + stretch - 1) / stretch); // stretch by stretch
    forEachParallel(found.size(), [&](std::size_t i) {
        std::set<QByteArrayView> seen; // often many have the same
        for (std::size_t at = i * stretch; at < std::min((i + 1) * stretch, count); ++at) {
            const auto event = static_cast<EventIndex>(at);
            const QByteArrayView written =
                document.isDeleted(event) ? QByteArrayView() : inlineSourcesIn(document.eventText(event));
            if (written.isEmpty() || !seen.insert(written).second) {
                continue;
            }
            for (const auto &[number, source] : document.details(event).inlineSources) {
                found[i].push_back(source);
            }
        }
    });
    QSet<QString> known;
    for (const Source &source : document.sources()) {
        known.insert(source.id);
        known.insert(source.title + QChar::Null + source.url);
    }
    std::vector<Source> sources;
    for (const std::vector<Source> &some : found) {
        for (const Source &source : some) {
            if (const QString identity = identityOf(source); !known.contains(identity)) {
                known.insert(identity);
                sources.push_back(source);
            }
        }
    }
    return sources;
}

} // namespace timeline
