// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/arranger.h"

#include <QItemSelectionModel>
#include <QObject>
#include <functional>

namespace timeline {

class EventModel;

/// What all panes look at: one document, one filter, one selection, one viewport. Panes talk to the workspace
/// and listen to it; no pane knows another.
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
    /// Indices for events that are not there yet, see the same of Document.
    EventIndex addPlace(std::optional<EventIndex> after);
    EventIndex adopt(ByteRange unread);
    bool canEdit() const { return m_nextDocument == nullptr; }

    /// The filter that was asked for last. What is shown follows, among many events a moment later.
    const Filter &filter() const { return m_filter; }
    void setFilter(const Filter &filter);
    void setQuery(const QString &query); ///< another query; categories that are hidden stay so
    LayoutOptions layoutOptions() const { return m_options; }
    void setLayoutOptions(LayoutOptions options);
    bool isArranging() const { return m_arranger.isBusy(); } ///< what is shown is behind what was asked for

    /// Lanes, scale and rows for the document under the filter; never null.
    const TimelineLayout &layout() const { return *m_layout; }

    /// The events as a table: rows are the events that the filter shows, in the order of the sorted column.
    EventModel *events() const { return m_events; }
    /// The selection of all views; its model is events().
    QItemSelectionModel *selection() const { return m_selection; }
    std::vector<EventIndex> selectedEvents() const;
    bool isSelected(EventIndex event) const;
    std::optional<EventIndex> currentEvent() const;
    void select(EventIndex event,
                QItemSelectionModel::SelectionFlags how = QItemSelectionModel::ClearAndSelect);
    void select(const std::vector<EventIndex> &events); ///< exactly these, as far as the filter shows them
    void clearSelection();

    std::optional<EventIndex> hovered() const { return m_hovered; }
    void setHovered(std::optional<EventIndex> event);

    /// The viewport of the timeline. Changes made by `navigate` can be gone back through; those by
    /// `setViewport` (each step of an animation or a drag) cannot.
    const Viewport &viewport() const { return m_viewport; }
    QSizeF sceneSize() const { return m_sceneSize; } ///< of the timeline's widget
    void setSceneSize(QSizeF size);
    /// Where the viewport is, or is on its way to.
    const Viewport &destination() const { return m_destination ? *m_destination : m_viewport; }
    void setViewport(const Viewport &viewport); ///< at once; ends a movement
    void moveTo(const Viewport &viewport);      ///< animated, where somebody animates
    void stepTo(const Viewport &viewport);      ///< a step of a movement; for the one that animates
    void endMovement();                         ///< stays where the viewport is now
    void navigate(const Viewport &viewport);    ///< asks the timeline to go there, animated
    /// Shows all. From then on a change of size, filter or options shows all again, until the viewport is
    /// changed.
    void fitAll();
    void frame(const Span &span);
    /// Pans where the event is not in view, and zooms in where it stands in a cluster.
    void bringIntoView(EventIndex event);
    /// The same, and selects it. Where the filter hides the event, what hides it is lifted.
    void reveal(EventIndex event);
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void goBack();
    void goForward();
    /// Remembers where a drag or a run of zoom steps begins, to go back to. To be called before its first
    /// step.
    void rememberViewport();
    static constexpr std::size_t historyLimit = 200;

Q_SIGNALS:
    void documentChanged();
    /// The document's next version says something else of these events, or, with none, of what stands around
    /// them.
    void documentEdited(const std::vector<timeline::EventIndex> &events);
    void layoutChanged(); ///< document, filter or options: lanes, scale, rows
    void filterChanged();
    void selectionChanged();
    void hoverChanged();
    void viewportChanged();
    /// For the one that animates, which calls stepTo. Where nobody listens, the workspace goes there at once.
    void navigationRequested(const timeline::Viewport &target);
    void movementEnded();
    /// An event shall be in view; for the one that scrolls.
    void eventWanted(timeline::EventIndex event);
    void historyChanged();
    void arrangingChanged(bool isArranging);

private:
    EventIndex addIndex(const std::function<EventIndex(Document &)> &add);
    void arrange();
    void takeArranged(Arranged &arranged);
    void replaceDocument(std::shared_ptr<const Document> document, const QBitArray &shown,
                         Arrangement &&arrangement);
    void replaceShown(const QBitArray &shown, Arrangement &&arrangement);
    void installLayout(Arrangement &&arrangement);
    void refit();
    void refreshSelection(const std::vector<EventIndex> &before);
    void travel(std::vector<Viewport> &from, std::vector<Viewport> &to);
    void replaceViewports(const std::function<Viewport(const Viewport &)> &change);

    std::shared_ptr<const Document> m_document;
    std::shared_ptr<const Document> m_nextDocument; ///< is being arranged; null where none is
    bool m_keepsView = false;                       ///< when it comes
    std::optional<EventIndex> m_toReveal;           ///< when another filter shows it
    Arranger m_arranger;
    Filter m_filter;
    LayoutOptions m_options;
    const TextMeasure &m_measure;
    std::unique_ptr<TimelineLayout> m_layout;
    EventModel *m_events;
    QItemSelectionModel *m_selection;
    std::optional<EventIndex> m_hovered;
    bool m_isReplacing = false; ///< a document is being put in place: selecting anew moves no view
    Viewport m_viewport;
    std::optional<Viewport> m_destination; ///< of an animation that goes on
    Viewport m_fit; ///< what fitAll() showed last; no longer the viewport once that was changed
    QSizeF m_sceneSize{800, 600};
    std::vector<Viewport> m_back, m_forward;
};

} // namespace timeline
