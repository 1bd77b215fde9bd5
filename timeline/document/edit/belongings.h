// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_edit.h"
#include "document/store/document.h"

namespace timeline {

/// What events name in the head of their file, its categories and sources: it goes with them where they go.
class Belongings {
public:
    /// The declarations that these events name, each as it is written.
    Belongings(const Document &document, const std::vector<EventIndex> &events);

    /// A whole file of events with these texts, of some without a date, and what belongs to them.
    QByteArray fileOf(const QByteArrayList &texts, const QByteArrayList &undated = {}) const;

    /// Events at home in another document, whose head may have to be another for that.
    struct Settled {
        std::vector<QByteArray> texts;
        std::optional<QByteArray> head;
    };
    /// What is declared there already with the same content is joined; an id that means something else there
    /// is given up for another, and the events name that. What events name and their own file does not
    /// declare means what it means there.
    Result<Settled> settledIn(const Document &there, const std::vector<QByteArray> &texts) const;

private:
    struct Declared {
        QString id;
        QByteArray text;
    };
    class Joining;
    static std::vector<Declared> declaredIn(const QByteArray &head, std::string_view list);
    static EditedText withElements(const QByteArray &head, const QString &list,
                                   const std::vector<Declared> &added);

    std::vector<Declared> m_categories, m_sources;
};

} // namespace timeline
