// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/search/search_plan.h"
#include "document/store/document.h"

#include <span>
#include <stop_token>

namespace timeline {

/// Whether one of the texts that words of a query are looked for in is such as `holds` says.
bool anyText(const EventDetails &details, const std::function<bool(const QString &)> &holds);
/// Whether a source has such an id; of one that stands in the event itself the title or address may be such,
/// too.
bool anySource(const EventDetails &details, const std::function<bool(const QString &)> &holds);

/// Looks for a text in the events of a document, whatever the case: in the bytes of the file, without
/// decoding an event. What it finds is what QString::contains() or QString::compare() with
/// Qt::CaseInsensitive find in Document::details(). May be used by several threads at once.
class TextSearch {
public:
    enum class Where : std::uint8_t {
        Texts,  ///< anywhere in title, description, attribution or a tag
        Tag,    ///< all of a tag
        Source, ///< all of a source's id; of one that stands in the event itself also of its title or address
        Id,     ///< all of the event's id
        Status, ///< all of a status in a word of the file's own
    };

    /// `text` is not empty. The document must outlive this.
    TextSearch(const Document &document, const QString &text, Where where);

    Where where() const { return m_where; }

    /// Looks at the events from `first` on, one for each element of `found`, and sets those elements to 1
    /// where the text is, the others to 0. Gives up soon once `cancel` asks for it.
    void search(EventIndex first, std::span<std::uint8_t> found, const std::stop_token &cancel) const;

private:
    void searchBytes(EventIndex first, std::span<std::uint8_t> found, const std::stop_token &cancel) const;
    void searchDecoded(EventIndex first, std::span<std::uint8_t> found, const std::stop_token &cancel) const;
    bool isWhole(QByteArrayView string) const;

    const Document &m_document;
    QString m_text;
    Where m_where;
    std::optional<SearchPlan> m_plan;
};

} // namespace timeline
