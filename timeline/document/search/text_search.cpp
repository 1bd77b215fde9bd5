// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/text_search.h"

#include "document/bytes/partition_index.h"
#include "document/store/event_texts.h"
#include "document/store/event_window.h"

#include <algorithm>

namespace timeline {

namespace {

constexpr std::uint32_t searchedFields = [] {
    std::uint32_t fields = 0;
    for (const EventFieldInfo &info : eventFields) {
        fields |= info.isSearched ? bit(info.field) : 0;
    }
    return fields;
}();

std::uint32_t fieldsOf(TextSearch::Where where) {
    switch (where) {
    case TextSearch::Where::Tag:
        return bit(EventField::Tags);
    case TextSearch::Where::Source:
        return bit(EventField::Sources);
    case TextSearch::Where::Id:
        return bit(EventField::Id);
    case TextSearch::Where::Status:
        return bit(EventField::Status);
    default:
        return searchedFields;
    }
}

const char *endOf(QByteArrayView text) {
    return text.data() + text.size();
}

/// The places of a stretch of bytes where the needle stands, in fields or elsewhere, one after the other.
class Matches {
public:
    Matches(const SearchPlan &plan, QByteArrayView bytes, const char *begin, const char *end,
            const std::stop_token &cancel)
        : m_plan(plan), m_bytes(bytes),
          m_scan(plan.pairs(), plan.escapes(), begin, end, endOf(bytes), cancel) {
        advance();
    }

    bool isAtEnd() const { return m_match.begin == nullptr; }
    const FoldedNeedle::Match &current() const { return m_match; }

    /// Goes on to what begins at `at` or later.
    void advanceTo(const char *at) {
        if (!isAtEnd() && m_match.begin < at) {
            m_scan.seek(std::max(at, m_from));
            do {
                advance();
            } while (!isAtEnd() && m_match.begin < at);
        }
    }

private:
    void advance() {
        while (const char *at = m_scan.next()) {
            m_from = at + 1;
            m_match = m_plan.matchAround(at, m_bytes.data(), endOf(m_bytes));
            if (!isAtEnd()) {
                return;
            }
        }
        m_match = {};
    }

    const SearchPlan &m_plan;
    QByteArrayView m_bytes;
    BytePairScan m_scan;
    const char *m_from = nullptr; ///< one past where the scan stopped last
    FoldedNeedle::Match m_match;
};

} // namespace

bool anyText(const EventDetails &details, const std::function<bool(const QString &)> &holds) {
    return std::ranges::any_of(eventFields, [&](const EventFieldInfo &info) {
        return info.isSearched && (info.text != nullptr   ? holds(details.*info.text)
                                   : info.list != nullptr ? std::ranges::any_of(details.*info.list, holds)
                                   : info.kind == FieldKind::Place ? holds(details.place.title)
                                                                   : false);
    });
}

bool anySource(const EventDetails &details, const std::function<bool(const QString &)> &holds) {
    return std::ranges::any_of(details.sources, holds) ||
           std::ranges::any_of(details.inlineSources, [&](const EventDetails::InlineSource &each) {
               return holds(each.source.title) || holds(each.source.url);
           });
}

TextSearch::TextSearch(const Document &document, const QString &text, Where where)
    : m_document(document), m_text(text), m_where(where) {
    if (auto needle = FoldedNeedle::of(text)) {
        m_plan.emplace(std::move(*needle), document.bytes());
    }
}

void TextSearch::search(EventIndex first, std::span<std::uint8_t> found,
                        const std::stop_token &cancel) const {
    std::ranges::fill(found, std::uint8_t{0});
    if (found.empty()) {
        return;
    }
    if (!m_plan) {
        searchDecoded(first, found, cancel);
        return;
    }
    // Events that were edited stand elsewhere: between them lie stretches of the file.
    const auto end = static_cast<EventIndex>(first + found.size());
    for (EventIndex event = first; event < end;) {
        const EventIndex edited =
            std::min({m_document.nextEdited(event).value_or(end), m_document.runEnd(event), end});
        const auto part = [&](EventIndex count) { return found.subspan(event - first, count); };
        if (event < edited) {
            const EventIndex count = std::min(edited - event, EventWindow::usualCount);
            searchBytes(event, part(count), cancel);
            event += count;
        } else {
            if (!m_document.isDeleted(event)) {
                searchDecoded(event, part(1), cancel);
            }
            ++event;
        }
    }
}

void TextSearch::searchBytes(EventIndex first, std::span<std::uint8_t> found,
                             const std::stop_token &cancel) const {
    const auto last = static_cast<EventIndex>(first + found.size() - 1);
    const EventWindow window(m_document, first, last + 1);
    const QByteArrayView bytes = window.bytes();
    Matches matches(*m_plan, bytes, bytes.data(), endOf(bytes), cancel);
    for (EventIndex event = first; !matches.isAtEnd() && event <= last; ++event) {
        // Where hits are rare, most events are passed over at once.
        const auto endsBefore = [&](EventIndex each) {
            return endOf(window.text(each)) <= matches.current().begin;
        };
        if (endsBefore(event)) {
            event = partitionIndex(event, last, endsBefore);
        }
        const QByteArrayView text = window.text(event);
        matches.advanceTo(text.data());
        if (matches.isAtEnd() || matches.current().begin >= endOf(text)) {
            continue;
        }
        EventTexts strings(text, fieldsOf(m_where));
        while (const auto string = strings.next()) {
            if (m_where != Where::Texts) {
                const bool isOne = m_where != Where::Status || m_document.status(event) == Status::Own;
                if (isOne && isWhole(*string)) {
                    found[event - first] = 1;
                    break;
                }
                continue;
            }
            matches.advanceTo(string->data());
            if (matches.isAtEnd() || matches.current().begin >= endOf(text)) {
                break;
            }
            if (matches.current().end <= endOf(*string)) {
                found[event - first] = 1;
                break;
            }
        }
        matches.advanceTo(endOf(text));
    }
}

/// Whether a string, decoded, is the text.
bool TextSearch::isWhole(QByteArrayView string) const {
    return m_plan->needle().matchAt(string.data(), endOf(string)) == endOf(string);
}

void TextSearch::searchDecoded(EventIndex first, std::span<std::uint8_t> found,
                               const std::stop_token &cancel) const {
    const auto isSame = [this](const QString &text) {
        return text.compare(m_text, Qt::CaseInsensitive) == 0;
    };
    const auto holds = [this](const QString &text) { return text.contains(m_text, Qt::CaseInsensitive); };
    for (std::size_t i = 0; i < found.size() && !cancel.stop_requested(); ++i) {
        const EventDetails details = m_document.details(static_cast<EventIndex>(first + i));
        bool isFound = false;
        switch (m_where) {
        case Where::Tag:
            isFound = std::ranges::any_of(details.tags, isSame);
            break;
        case Where::Source:
            isFound = anySource(details, isSame);
            break;
        case Where::Id:
            isFound = isSame(details.id);
            break;
        case Where::Status:
            isFound = details.status == Status::Own && isSame(details.ownStatus);
            break;
        case Where::Texts:
            isFound = anyText(details, holds);
        }
        found[i] = isFound ? 1 : 0;
    }
}

} // namespace timeline
