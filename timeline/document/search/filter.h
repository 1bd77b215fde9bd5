// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/problem.h"
#include "document/store/document.h"

#include <QBitArray>
#include <QSet>
#include <optional>
#include <stop_token>

namespace timeline {

/// Which events are shown. A query is a list of terms that must all hold, parted by blanks:
/// `word` or `"two words"` stands in title, description, attribution or a tag, whatever the case;
/// `category:chips`, `status:planned`, `tag:A100`, `source:report`, `id:r1` name a field's whole value, a
/// status also a word of the file's own; `after:2024-06` begins when June 2024 is over, `before:2024` ends
/// before that year begins, `during:2024` (or `date:2024`) has something of it: dates are EDTF, and what has
/// no date is never meant;
/// `-term` must not hold. Other words before a colon are keys that there are not; a colon after one letter or
/// a digit, before `//`, `\` or a blank, and all that is in quotes, is text. Beside the query, whole
/// categories can be hidden.
class Filter {
public:
    Filter() = default;
    explicit Filter(const QString &query);

    QString query() const { return m_query; }
    /// What is wrong with the query, and where in it. A key that there is not is searched for as text.
    struct Error {
        qsizetype at = 0; ///< characters before it
        Problem problem;
    };
    const std::optional<Error> &error() const { return m_error; }
    bool isEmpty() const { return m_terms.empty() && m_hidden.isEmpty(); }

    const QSet<QString> &hiddenCategories() const { return m_hidden; } ///< ids
    void setCategoryHidden(const QString &id, bool hidden);

    bool matches(const Document &document, EventIndex event) const;
    /// One bit an event; empty (of size 0) where all are shown. Deleted events are not. Uses all cores and
    /// may be called from any thread. Once `cancel` asks for it, returns within milliseconds something of no
    /// meaning.
    QBitArray apply(const Document &document, const std::stop_token &cancel = {}) const;

    friend bool operator==(const Filter &a, const Filter &b) {
        return a.m_query == b.m_query && a.m_hidden == b.m_hidden;
    }

private:
    struct Term {
        QString field; ///< empty: anywhere in the text
        QString value;
        bool negated = false;
        std::optional<Span> date; ///< of `after`, `before` and `during`
        bool holds(const Span &span) const;
    };
    class Run;
    void add(const QString &text, qsizetype quotedAt, qsizetype at);
    void refuse(qsizetype at, const Problem &problem);

    QString m_query;
    std::vector<Term> m_terms;
    std::optional<Error> m_error; ///< the first
    QSet<QString> m_hidden;
};

} // namespace timeline
