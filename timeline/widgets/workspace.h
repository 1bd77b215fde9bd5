// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/filter.h"
#include "layout/timeline_layout.h"

#include <QItemSelectionModel>
#include <QObject>

namespace timeline {

class EventModel;

/// What all panes look at: one document, one filter, one selection, one viewport. Panes talk to the workspace and
/// listen to it; no pane knows another.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(const TextMeasure &measure, QObject *parent = nullptr);
    ~Workspace() override;

    std::shared_ptr<const Document> document() const { return m_document; }
    /// Shows another document. `keepView` (for a reload) keeps viewport, selection (by id) and filter.
    void setDocument(std::shared_ptr<const Document> document, bool keepView = false);

    const Filter &filter() const { return m_filter; }
    void setFilter(const Filter &filter);
    LayoutOptions layoutOptions() const { return m_options; }
    void setLayoutOptions(LayoutOptions options);

    /// Lanes, scale and rows for the document under the filter; never null.
    const TimelineLayout &layout() const { return *m_layout; }

    /// The events as a table: rows are the events that the filter shows, in the order of the sorted column.
    EventModel *events() const { return m_events; }
    /// The selection of all views; its model is events().
    QItemSelectionModel *selection() const { return m_selection; }
    std::vector<EventIndex> selectedEvents() const;
    std::optional<EventIndex> currentEvent() const;
    void select(EventIndex event, QItemSelectionModel::SelectionFlags how = QItemSelectionModel::ClearAndSelect);
    void clearSelection();

    std::optional<EventIndex> hovered() const { return m_hovered; }
    void setHovered(std::optional<EventIndex> event);

    /// The viewport of the timeline. Changes made by `navigate` can be gone back through; those by `setViewport`
    /// (each step of an animation or a drag) cannot.
    const Viewport &viewport() const { return m_viewport; }
    QSizeF sceneSize() const { return m_sceneSize; } ///< of the timeline's widget
    void setSceneSize(QSizeF size);
    void setViewport(const Viewport &viewport);
    void navigate(const Viewport &viewport); ///< asks the timeline to go there, animated
    void fitAll();
    void frame(const Span &span);
    void reveal(EventIndex event); ///< pans or zooms only where the event is not in view; selects it
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void goBack();
    void goForward();
    /// Remembers where a drag or a run of zoom steps began, to go back to.
    void rememberViewport();

Q_SIGNALS:
    void documentChanged();
    void layoutChanged(); ///< document, filter or options: lanes, scale, rows
    void filterChanged();
    void selectionChanged();
    void hoverChanged();
    void viewportChanged();
    void navigationRequested(const timeline::Viewport &target); ///< for the one that animates
    void historyChanged();

private:
    void rebuildLayout();
    std::shared_ptr<const Document> m_document;
    Filter m_filter;
    LayoutOptions m_options;
    const TextMeasure &m_measure;
    std::unique_ptr<TimelineLayout> m_layout;
    EventModel *m_events;
    QItemSelectionModel *m_selection;
    std::optional<EventIndex> m_hovered;
    Viewport m_viewport;
    QSizeF m_sceneSize{800, 600};
    std::vector<Viewport> m_back, m_forward;
};

} // namespace timeline
