// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

bool isField(QStringView name) {
    return name == "category"_L1 || name == "status"_L1 || name == "tag"_L1 || name == "source"_L1 ||
           name == "id"_L1;
}

bool isSame(const QString &a, const QString &b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool anyIs(const QStringList &list, const QString &value) {
    return std::any_of(list.begin(), list.end(), [&](const QString &text) { return isSame(text, value); });
}

bool anyHolds(const EventDetails &details, const QString &value) {
    const auto holds = [&](const QString &text) { return text.contains(value, Qt::CaseInsensitive); };
    return holds(details.title) || holds(details.description) || holds(details.attribution) ||
           std::any_of(details.tags.begin(), details.tags.end(), holds);
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
    QStringView rest = query;
    while (!rest.trimmed().isEmpty()) {
        qsizetype quotedAt = -1;
        QString text = takeTerm(rest, quotedAt);
        Term term;
        // A minus sign alone or in quotes is a word.
        if (text.size() > 1 && text.startsWith(u'-') && quotedAt != 0) {
            term.negated = true;
            text.remove(0, 1);
            --quotedAt;
        }
        const qsizetype colon = text.indexOf(u':');
        const bool named =
            colon > 0 && (quotedAt < 0 || quotedAt > colon) && isField(text.left(colon).toLower());
        term.field = named ? text.left(colon).toLower() : QString();
        term.value = named ? text.mid(colon + 1) : text;
        if (!term.value.isEmpty()) {
            m_terms.push_back(term);
        }
    }
}

void Filter::setCategoryHidden(const QString &id, bool hidden) {
    if (hidden) {
        m_hidden.insert(id);
    } else {
        m_hidden.remove(id);
    }
}

bool Filter::matches(const Document &document, EventIndex event) const {
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
            return isSame(category.id, term.value) || isSame(category.title, term.value);
        }
        if (term.field == "status"_L1) {
            return isSame(toString(document.status(event)), term.value);
        }
        if (term.field == "tag"_L1) {
            return anyIs(details().tags, term.value);
        }
        if (term.field == "source"_L1) {
            return anyIs(details().sources, term.value);
        }
        if (term.field == "id"_L1) {
            return isSame(details().id, term.value);
        }
        return anyHolds(details(), term.value);
    };
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return holds(term) != term.negated; });
}

QBitArray Filter::apply(const Document &document) const {
    if (isEmpty()) {
        return {};
    }
    QBitArray shown(static_cast<qsizetype>(document.eventCount()));
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        shown.setBit(static_cast<qsizetype>(event), matches(document, event));
    }
    return shown;
}

} // namespace timeline
