// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/event.h"
#include "document/event_columns.h"
#include "document/event_ids.h"
#include "document/file_bytes.h"
#include "document/finding.h"

#include <QHash>
#include <algorithm>
#include <memory>

namespace timeline {

struct FileHead;

/// An events file, version 1: the bytes as they were read, and beside them columns with what is asked for
/// often. Everything else is decoded from the bytes when it is shown. Event indices follow the file's order.
/// Values never change once read; a Document is shared as std::shared_ptr<const Document> between threads.
class Document {
public:
    QString title() const { return m_title; }
    QString description() const { return m_description; } ///< Markdown
    QString asOfText() const { return m_asOfText; }       ///< EDTF, empty where the file gives none
    std::optional<Span> asOf() const { return m_asOf; }
    const std::vector<Category> &categories() const {
        return m_categories;
    } ///< declared first, in the file's order
    const std::vector<Source> &sources() const { return m_sources; }
    const std::vector<Era> &eras() const { return m_eras; }
    const std::vector<Series> &series() const { return m_series; }
    const std::vector<Finding> &findings() const { return m_findings; } ///< in the order of their places

    EventIndex eventCount() const { return static_cast<EventIndex>(m_events.size()); }
    Span span(EventIndex event) const { return m_events.span(event); }
    Instant begin(EventIndex event) const { return m_events.begin(event); } ///< of its span
    Instant end(EventIndex event) const { return m_events.end(event); }
    DateFlags flags(EventIndex event) const { return m_events.flags(event); }
    CategoryIndex category(EventIndex event) const {
        return m_categoryNumbers[std::min<std::size_t>(m_events.category(event),
                                                       m_categoryNumbers.size() - 1)];
    }
    Status status(EventIndex event) const { return m_events.status(event); }
    std::uint8_t importanceByte(EventIndex event) const { return m_events.importance(event); } ///< 0 to 255
    float importance(EventIndex event) const {
        return static_cast<float>(m_events.importance(event)) / 255.0F;
    }

    QString eventTitle(EventIndex event) const;       ///< decoded at each call
    EventDetails details(EventIndex event) const;     ///< decoded at each call
    QByteArrayView eventText(EventIndex event) const; ///< the JSON object as written
    QByteArrayView bytes() const { return m_bytes.view(); }

    /// The event with this id, the first where several have it.
    std::optional<EventIndex> findEvent(const QString &id) const;
    const Source *findSource(const QString &id) const;

    /// Links from and to an event: those that it names and those that name it.
    struct Relation {
        EventIndex from;
        EventIndex to;
        LinkKind kind;
    };
    const std::vector<Relation> &relations() const { return m_relations; } ///< all that lead somewhere
    std::vector<Relation> relationsOf(EventIndex event) const;

    /// The earliest begin and latest end of all events, leaving open ends out; nothing without events.
    std::optional<Span> extent() const { return m_extent; }

private:
    friend class DocumentBuilder;
    void takeHead(FileHead &&head);

    FileBytes m_bytes;
    QString m_title, m_description, m_asOfText;
    std::optional<Span> m_asOf, m_extent;
    std::vector<Category> m_categories;
    std::vector<Source> m_sources;
    QHash<QString, std::size_t> m_sourceNumbers;
    std::vector<Era> m_eras;
    std::vector<Series> m_series;
    std::vector<Finding> m_findings;
    std::vector<Relation> m_relations; ///< sorted by the event that they come from
    EventColumns m_events;
    std::vector<CategoryIndex> m_categoryNumbers; ///< for those in m_events; the last for events without one
    EventIds m_ids;
};

} // namespace timeline
