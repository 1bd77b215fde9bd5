// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/changed_events.h"
#include "document/edit/edit_control.h"

#include <unordered_set>

namespace timeline {

/// Makes one edit in a document: reads all texts, puts them in their places, and looks anew at what they and
/// those say that name them. What many events need is done on all cores; for few it is done at once.
class DocumentEditing {
public:
    DocumentEditing(Document &document, EditControl &control) : m_document(document), m_control(control) {}

    /// Gives the edit that takes it back. Where the control is stopped meanwhile, both it and the document
    /// are of no use.
    DocumentEdit apply(const DocumentEdit &edit);

private:
    /// What is still to be looked at of events that were put in their places.
    struct Placed {
        std::vector<EventIndex> events;
        std::vector<bool> arePlain;
        std::vector<Reference> links, sources;
    };
    /// What was found in events.
    struct Found {
        FindingList findings;
        std::vector<std::pair<EventIndex, std::vector<Relation>>> relations; ///< those that are others now
    };

    void takeTexts(const std::vector<EventText> &changes, DocumentEdit &inverse);
    void take(ChangedEvents &changed, DocumentEdit &inverse);
    CategoryIndex columnOf(const QString &category, EventIndex event);
    void put(ChangedEvent &changed);
    void noteIds(const ChangedEvent &changed, const std::string &before);
    bool mayHaveTwin(const std::string &id) const;
    void noteFirsts();
    void findConcerned();
    void lookAnew();
    Found lookAt(const Placed &placed) const;
    bool isOfSeveral(EventIndex event) const;
    Found lookWithCare(std::span<const EventIndex> events) const;
    void noteRelations(EventIndex event, std::vector<Relation> relations, Found &found) const;
    qint64 placeOfFindings(EventIndex event) const;

    Document &m_document;
    EditControl &m_control;
    bool m_areTwins = false;               ///< several events had one id before
    std::vector<Placed> m_placed;          ///< all that were edited
    std::vector<EventIndex> m_edited;      ///< the same, sorted
    std::vector<EventIndex> m_plain;       ///< those of them that are plain
    std::vector<EventIndex> m_concerned;   ///< others, and those of them that are not plain
    std::vector<EventIndex> m_moved;       ///< that may have come into the list of events
    std::vector<EventIndex> m_renamed;     ///< that have another id than before
    std::unordered_set<std::string> m_ids; ///< that came or went, or that several events may have
    std::unordered_set<std::string> m_led; ///< those of them that one of these was or is the first to have
};

} // namespace timeline
