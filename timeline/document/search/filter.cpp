// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/filter.h"

#include "document/bytes/parallel.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_fields.h"
#include "document/search/text_search.h"
#include "time/edtf.h"

#include <algorithm>
#include <iterator>
#include <span>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

const QStringList &fields() {
    static const QStringList names = [] {
        QStringList list;
        for (const EventFieldInfo &info : eventFields) {
            if (!info.queryKey.empty()) {
                list +=
                    QString::fromLatin1(info.queryKey.data(), static_cast<qsizetype>(info.queryKey.size()));
            }
        }
        return list;
    }();
    return names;
}

/// What is asked of an event's date.
const QStringList &dateKeys() {
    static const QStringList keys{u"after"_s, u"before"_s, u"during"_s, u"date"_s};
    return keys;
}

bool isSame(const QString &a, const QString &b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Whether a query's word asks for a status of the format.
bool isStatus(Status status, const QString &value) {
    return status != Status::Own && isSame(toString(status), value);
}

/// Whether it may ask for a word of a file's own: "claimed" does not, whatever stands in the file, but
/// "Claimed" may.
bool mayBeOwnStatus(const QString &value) {
    return !statusFromString(value);
}

/// How long the key is that a term begins with, up to its colon; 0 where it begins with none. As colons stand
/// in ordinary texts (C:\\Temp, 10:30, http://…), not every word before one is a key.
qsizetype keyLength(QStringView term) {
    const auto *end = std::ranges::find_if_not(term, [](QChar c) { return c.isLetter(); });
    const qsizetype length = end - term.begin();
    if (length < 2 || length == term.size() || term[length] != u':') {
        return 0;
    }
    const QStringView value = term.sliced(length + 1);
    return value.startsWith("//"_L1) || value.startsWith(u'\\') ? 0 : length;
}

bool anyIs(const QStringList &list, const QString &value) {
    return std::any_of(list.begin(), list.end(), [&](const QString &text) { return isSame(text, value); });
}

bool anyHolds(const EventDetails &details, const QString &value) {
    const auto holds = [&](const QString &text) { return text.contains(value, Qt::CaseInsensitive); };
    return anyText(details, holds);
}

bool isCategory(const Category &category, const QString &value) {
    return isSame(category.id, value) || isSame(category.title, value);
}

/// Takes the next term off `rest`: up to a blank that is not in quotes. The quotes themselves go; `quotedAt`
/// is where in the term the first stood, or -1.
QString takeTerm(QStringView &rest, qsizetype &quotedAt) {
    rest = rest.trimmed();
    QString term;
    bool inQuotes = false;
    quotedAt = -1;
    qsizetype at = 0;
    for (; at < rest.size() && (inQuotes || !rest[at].isSpace()); ++at) {
        if (rest[at] != u'"') {
            term += rest[at];
            continue;
        }
        inQuotes = !inQuotes;
        if (quotedAt < 0) {
            quotedAt = term.size();
        }
    }
    rest = rest.sliced(at);
    return term;
}

} // namespace

Filter::Filter(const QString &query) : m_query(query) {
    QStringView rest = QStringView(m_query).trimmed();
    while (!rest.isEmpty()) {
        const qsizetype at = rest.data() - m_query.constData();
        qsizetype quotedAt = -1;
        const QString text = takeTerm(rest, quotedAt);
        add(text, quotedAt, at);
        rest = rest.trimmed();
    }
}

/// Adds a term, which stands at a place of the query.
void Filter::add(const QString &text, qsizetype quotedAt, qsizetype at) {
    Term term;
    // A minus sign alone or in quotes is a word.
    term.negated = text.size() > 1 && text.startsWith(u'-') && quotedAt != 0;
    const qsizetype begin = term.negated ? 1 : 0;
    term.value = text.sliced(begin);
    const qsizetype length = keyLength(term.value);
    const bool hasKey = length > 0 && (quotedAt < 0 || quotedAt > begin + length);
    const QString key = hasKey ? term.value.left(length) : QString();
    if (fields().contains(key.toLower())) {
        term.field = key.toLower();
        term.value.remove(0, length + 1);
    } else if (dateKeys().contains(key.toLower())) {
        term.field = key.toLower();
        term.value.remove(0, length + 1);
        const auto parsed = parseDate(term.value.toStdString());
        if (const auto *date = std::get_if<ParsedDate>(&parsed)) {
            term.date = date->span;
        } else if (!term.value.isEmpty()) {
            refuse(at + begin + length + 1, {ProblemCode::NoDateToAskFor, {quoted(term.value)}});
            return;
        }
    } else if (hasKey && term.value.size() > length + 1) {
        refuse(at + begin, {ProblemCode::NoSuchKey, {quoted(key), (fields() + dateKeys()).join(u", "_s)}});
    }
    if (!term.value.isEmpty()) {
        m_terms.push_back(term);
    }
}

bool Filter::Term::holds(const Span &span) const {
    return !span.isNever() &&
           (field == "after"_L1    ? span.begin >= date->end
            : field == "before"_L1 ? span.end <= date->begin
                                   : span.begin < date->end && date->begin < span.end) != negated;
}

void Filter::refuse(qsizetype at, const Problem &problem) {
    m_error = m_error ? m_error : Error{at, problem};
}

void Filter::setCategoryHidden(const QString &id, bool hidden) {
    if (hidden) {
        m_hidden.insert(id);
    } else {
        m_hidden.remove(id);
    }
}

bool Filter::matches(const Document &document, EventIndex event) const {
    if (document.isDeleted(event)) {
        return false;
    }
    const Category &category = document.categories()[document.category(event)];
    if (m_hidden.contains(category.id)) {
        return false;
    }
    // What the columns know is asked first: decoding an event costs more than all terms.
    std::optional<EventDetails> decoded;
    const auto details = [&]() -> const EventDetails & {
        if (!decoded) {
            decoded = document.details(event);
        }
        return *decoded;
    };
    const auto holds = [&](const Term &term) {
        if (term.field == "category"_L1) {
            return isCategory(category, term.value);
        }
        if (term.field == "status"_L1) {
            const Status status = document.status(event);
            return status != Status::Own
                       ? isStatus(status, term.value)
                       : mayBeOwnStatus(term.value) && isSame(details().ownStatus, term.value);
        }
        if (term.field == "tag"_L1) {
            return anyIs(details().tags, term.value);
        }
        if (term.field == "source"_L1) {
            return anySource(details(), [&](const QString &text) { return isSame(text, term.value); });
        }
        if (term.field == "id"_L1) {
            return isSame(details().id, term.value);
        }
        return anyHolds(details(), term.value);
    };
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return term.date ? term.holds(document.span(event)) : holds(term) != term.negated;
    });
}

/// A filter applied to a document, stretch by stretch: what does not depend on the event is found out once.
class Filter::Run {
public:
    Run(const Filter &filter, const Document &document) : m_document(document) {
        for (const Category &category : document.categories()) {
            const auto holds = [&](const Term &term) {
                return term.field != "category"_L1 || isCategory(category, term.value) != term.negated;
            };
            m_categories.push_back(!filter.m_hidden.contains(category.id) &&
                                   std::ranges::all_of(filter.m_terms, holds));
        }
        for (int i = 0; i < statusCount; ++i) {
            const auto status = static_cast<Status>(i);
            const auto holds = [status](const Term &term) {
                // Words of the file's own are looked for in the texts.
                return term.field != "status"_L1 || (status == Status::Own && mayBeOwnStatus(term.value)) ||
                       isStatus(status, term.value) != term.negated;
            };
            m_statuses.at(static_cast<std::size_t>(i)) = std::ranges::all_of(filter.m_terms, holds);
        }
        std::ranges::copy_if(filter.m_terms, std::back_inserter(m_dates),
                             [](const Term &term) { return term.date.has_value(); });
        for (const Term &term : filter.m_terms) {
            if (const auto where = whereOf(term)) {
                m_searches.emplace_back(TextSearch(document, term.value, *where), term.negated);
            }
        }
    }

    /// Sets the elements of `shown` to 1 or 0: those of the events from `first` on.
    void apply(EventIndex first, std::span<std::uint8_t> shown, const std::stop_token &cancel) const {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const auto event = static_cast<EventIndex>(first + i);
            const bool isShown =
                !m_document.isDeleted(event) && m_categories[m_document.category(event)] != 0 &&
                m_statuses[static_cast<std::size_t>(m_document.status(event))] &&
                std::ranges::all_of(m_dates,
                                    [&](const Term &term) { return term.holds(m_document.span(event)); });
            shown[i] = isShown ? 1 : 0;
        }
        std::vector<std::uint8_t> found(m_searches.empty() ? 0 : shown.size());
        for (const auto &[search, isNegated] : m_searches) {
            if (cancel.stop_requested() || std::ranges::find(shown, 1) == shown.end()) {
                break;
            }
            search.search(first, found, cancel);
            const std::uint8_t wanted = isNegated ? 0 : 1;
            for (std::size_t i = 0; i < shown.size(); ++i) {
                const bool isSought = search.where() != TextSearch::Where::Status ||
                                      m_document.status(static_cast<EventIndex>(first + i)) == Status::Own;
                shown[i] = !isSought || found[i] == wanted ? shown[i] : 0;
            }
        }
    }

private:
    static std::optional<TextSearch::Where> whereOf(const Term &term) {
        if (term.field.isEmpty()) {
            return TextSearch::Where::Texts;
        }
        if (term.field == "status"_L1 && mayBeOwnStatus(term.value)) {
            return TextSearch::Where::Status;
        }
        return term.field == "tag"_L1      ? std::optional(TextSearch::Where::Tag)
               : term.field == "source"_L1 ? std::optional(TextSearch::Where::Source)
               : term.field == "id"_L1     ? std::optional(TextSearch::Where::Id)
                                           : std::nullopt;
    }

    const Document &m_document;
    std::vector<std::uint8_t> m_categories; ///< by category: whether its events are shown
    std::array<bool, statusCount> m_statuses{};
    std::vector<Term> m_dates;
    std::vector<std::pair<TextSearch, bool>> m_searches; ///< and whether they are negated
};

QBitArray Filter::apply(const Document &document, const std::stop_token &cancel) const {
    if (isEmpty() && document.presentCount() == document.eventCount()) {
        return {};
    }
    const Run run(*this, document);
    // Stretches that threads take one after the other: of whole bytes of bits, and about 1 MB of text.
    constexpr std::size_t stretch = 4096;
    const std::size_t count = document.eventCount();
    std::vector<char> bits((count + 7) / 8);
    forEachParallel((count + stretch - 1) / stretch, [&](std::size_t i) {
        std::array<std::uint8_t, stretch> shown{};
        const std::size_t first = i * stretch;
        const std::span<std::uint8_t> events = std::span(shown).first(std::min(stretch, count - first));
        if (cancel.stop_requested()) {
            return;
        }
        run.apply(static_cast<EventIndex>(first), events, cancel);
        for (std::size_t event = 0; event < events.size(); ++event) {
            bits[(first + event) / 8] =
                static_cast<char>(bits[(first + event) / 8] | shown.at(event) << event % 8);
        }
    });
    return QBitArray::fromBits(bits.data(), static_cast<qsizetype>(count));
}

} // namespace timeline
