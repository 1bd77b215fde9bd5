// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/edited_version.h"
#include "paint/plain_text.h"
#include "widgets/workspace/arranger.h"
#include "widgets/workspace/category_counts.h"
#include "widgets/workspace/event_selection.h"
#include "widgets/workspace/navigation.h"

#include <QObject>
#include <functional>
#include <map>

namespace timeline {

class EventModel;

/// What all panes look at: one document, one filter, one selection, one viewport, and the layout that follows
/// from them. Panes talk to the workspace and listen to it; no pane knows another.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(const TextMeasure &measure, QObject *parent = nullptr);
    ~Workspace() override;

    /// The version that is shown; each edit makes another. Whoever keeps it keeps what it said.
    std::shared_ptr<const Document> document() const { return m_document; }
    /// Shows another document: one of few events at once, one of many as soon as it is arranged; till then
    /// what was shown stays. `keepView` (for a reload) keeps viewport, selection (by id) and filter.
    void setDocument(std::shared_ptr<const Document> document, bool keepView = false);

    /// Changes the document and all that shows it, and gives the change that takes it back. Not while another
    /// document is being arranged.
    DocumentEdit apply(const DocumentEdit &edit);
    /// The same in two steps: what would be shown, and showing it. It must be made of document(); the version
    /// of before is given up on another thread.
    EditedVersion edited(const DocumentEdit &edit) const;
    void take(const EditedVersion &version);
    /// Indices for events that are not there yet, see the same of Document.
    EventIndex addPlace(std::optional<EventIndex> after);
    EventIndex adopt(ByteRange unread);
    /// Places for many at once; nothing else may be done to the document.
    void addPlaces(const std::function<void(Document &)> &add);
    bool canEdit() const { return m_nextDocument == nullptr; }

    /// The filter that was asked for last. What is shown follows, among many events a moment later.
    const Filter &filter() const { return m_filter; }
    void setFilter(const Filter &filter);
    void setQuery(const QString &query); ///< another query; categories that are hidden stay so
    LayoutOptions layoutOptions() const { return m_options; }
    void setLayoutOptions(const LayoutOptions &options);
    void openFold(Instant within);
    /// What was opened and lies at an instant is folded again; without one all.
    void foldAgain(std::optional<Instant> at = {});
    /// How the lanes of what is shown stand, by somebody's choice: a matter of looking, at once and for as
    /// long as the file is shown. Of each grouping that of its own.
    const LaneChoice &laneChoice() const { return m_layout->lanes().choice(); }
    void setLaneChoice(const LaneChoice &choice);
    using LaneChoices = std::map<LaneGrouping, LaneChoice>; ///< those that say something
    const LaneChoices &laneChoices() const { return m_laneChoices; }
    void setLaneChoices(const LaneChoices &choices);
    bool isArranging() const { return m_arranger.isBusy(); } ///< what is shown is behind what was asked for

    /// Whatever the filter hides.
    const CategoryCounts &categoryCounts() const { return m_categoryCounts; }

    /// Lanes, scale and rows for the document under the filter; never null.
    const TimelineLayout &layout() const { return *m_layout; }

    /// The events as a table: rows are the events that the filter shows, in the order of the sorted column.
    EventModel *events() const { return m_events; }
    EventSelection *selection() const { return m_selection; }
    Navigation *navigation() const { return m_navigation; } ///< of the timeline's viewport

    std::optional<EventIndex> hovered() const { return m_hovered; }
    void setHovered(std::optional<EventIndex> event);

    /// The era that is selected instead of events, by its place in the document.
    std::optional<std::size_t> era() const { return m_era; }
    void selectEra(std::optional<std::size_t> era);

    /// Whether all is dimmed meanwhile that hangs together with nothing that is selected.
    bool dimsUnlinked() const { return m_dimsUnlinked; }
    void setDimsUnlinked(bool dims);

    /// How far right in the timeline's widget the pointer is; nothing where it is not over it.
    void setPointer(std::optional<double> x) { m_pointer = x; }
    Anchor anchor() const; ///< what keeps its pixel when the scale changes

    QSizeF sceneSize() const { return m_sceneSize; } ///< of the timeline's widget
    void setSceneSize(QSizeF size);
    /// Shows all. From then on a change of size, filter or options shows all again, until the viewport is
    /// changed.
    void fitAll();
    void frame(const Span &span); ///< not of what has no date
    /// Pans where the event is not in view, and zooms in where it stands in a cluster. Opens a lane of it
    /// where all are hidden or folded.
    void bringIntoView(EventIndex event);
    /// The same, and selects it. Where the filter hides the event, what hides it is lifted.
    void reveal(EventIndex event);

Q_SIGNALS:
    void documentChanged();
    /// The document's next version says something else of these events, or, with none, of what stands around
    /// them.
    void documentEdited(const std::vector<timeline::EventIndex> &events);
    void layoutChanged(); ///< document, filter or options: lanes, scale, rows
    void filterChanged();
    void hoverChanged();
    void eraChanged();
    void dimmingChanged();
    /// An event shall be in view; for the one that scrolls.
    void eventWanted(timeline::EventIndex event);
    void arrangingChanged(bool isArranging);

private:
    void arrange();
    void takeArranged(Arranged &arranged);
    void replaceDocument(std::shared_ptr<const Document> document, const QBitArray &shown,
                         Arrangement &&arrangement);
    void replaceShown(const QBitArray &shown, Arrangement &&arrangement);
    void installLayout(Arrangement &&arrangement);
    void openLaneOf(EventIndex event);
    void refit();
    Viewport fitting() const;
    void keepEra(const Document &before);
    /// Where things are on the screen before something changes.
    struct Seen {
        Anchor anchor;
        double plotLeft = 0;
        bool isEventInView = false; ///< the selected one
    };
    Seen seen() const;
    void carryOver(const TimeScale &from, const Seen &before);
    void keepInView(const Seen &before);

    std::shared_ptr<const Document> m_document;
    std::shared_ptr<const Document> m_nextDocument; ///< is being arranged; null where none is
    bool m_keepsView = false;                       ///< when it comes
    /// What is made of it while it is being arranged.
    struct Next {
        QBitArray selectedBefore, selected; ///< in the document of now, and the same events in the next
        CategoryCounts counts;
    };
    std::shared_ptr<Next> m_next;
    std::optional<EventIndex> m_toReveal; ///< when another filter shows it
    CategoryCounts m_categoryCounts;      ///< of the document that is shown
    Arranger m_arranger;
    Filter m_filter;
    LayoutOptions m_options{.steady = true, .inWindow = true, .plainText = plainTextOf};
    LaneChoices m_laneChoices;
    const TextMeasure &m_measure;
    std::unique_ptr<TimelineLayout> m_layout;
    EventModel *m_events;
    EventSelection *m_selection;
    Navigation *m_navigation;
    std::optional<EventIndex> m_hovered;
    std::optional<std::size_t> m_era;
    bool m_dimsUnlinked = true;
    std::optional<double> m_pointer;
    Seen m_seen;                ///< before the layout that is being put in place
    bool m_isReplacing = false; ///< a document is being put in place: selecting anew moves no view
    Viewport m_fit;             ///< what fitAll() showed last; no longer the viewport once that was changed
    QSizeF m_sceneSize{800, 600};
};

} // namespace timeline
