// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/workspace.h"

#include "document/bytes/hand_over.h"
#include "widgets/workspace/event_model.h"

#include <QMetaMethod>
#include <QScopedValueRollback>
#include <algorithm>
#include <utility>

namespace timeline {

namespace {

/// How much of an event is in view at least, in pixels, so that nobody has to look for it.
constexpr double seenWidth = 24;

/// The same stretch of time on another scale. Nothing changes where both are linear.
Viewport carried(const Viewport &viewport, const TimeScale &from, const TimeScale &to) {
    if (from.isLinear() && to.isLinear()) {
        return viewport;
    }
    const double begin = to.axis(from.instant(viewport.left()));
    const double end = to.axis(from.instant(viewport.right()));
    return Viewport::showing(begin, end, viewport.size());
}

/// The same event in a document read anew: the one with its id, or one that says the very same in its place.
std::optional<EventIndex> sameEvent(const Document &before, EventIndex event, const Document &after) {
    const QString id = before.details(event).id;
    if (!id.isEmpty()) {
        return after.findEvent(id);
    }
    if (event < after.eventCount() && after.eventText(event) == before.eventText(event)) {
        return event;
    }
    return std::nullopt;
}

/// The cluster that an event stands in; nothing where it has a mark of its own or is not in the plot at all.
const SceneItem *clusterOf(const Scene &scene, const TimelineLayout &layout, EventIndex event) {
    if (scene.itemOf(event) != nullptr || event >= layout.document().eventCount()) {
        return nullptr; // or it is newer than the layout
    }
    const double begin = layout.axis().span(event).begin;
    const std::optional<std::size_t> lane = layout.lanes().laneOf(layout.axis(), event);
    const auto cluster = std::ranges::find_if(scene.items, [&](const SceneItem &item) {
        return item.shape == ItemShape::Cluster && item.lane == lane && item.axisBegin <= begin &&
               begin <= item.axisEnd;
    });
    return cluster != scene.items.end() ? &*cluster : nullptr;
}

} // namespace

Workspace::Workspace(const TextMeasure &measure, QObject *parent)
    : QObject(parent), m_document(std::make_shared<const Document>()), m_measure(measure),
      m_events(new EventModel(m_document, this)), m_selection(new QItemSelectionModel(m_events, this)) {
    installLayout(Arrangement(*m_document, {}, m_options.grouping, m_options.folded));
    refit();
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &Workspace::selectionChanged);
    connect(m_selection, &QItemSelectionModel::currentChanged, this, &Workspace::selectionChanged);
    connect(&m_arranger, &Arranger::arranged, this,
            [this](const std::shared_ptr<Arranged> &arranged) { takeArranged(*arranged); });
    connect(&m_arranger, &Arranger::busyChanged, this, &Workspace::arrangingChanged);
}

Workspace::~Workspace() = default;

void Workspace::setDocument(std::shared_ptr<const Document> document, bool keepView) {
    m_nextDocument = document ? std::move(document) : std::make_shared<const Document>();
    m_keepsView = keepView;
    m_toReveal.reset();
    if (!keepView) {
        m_filter = Filter();
    }
    arrange();
}

EventIndex Workspace::addPlace(std::optional<EventIndex> after) {
    return addIndex([after](Document &document) { return document.addPlace(after); });
}

EventIndex Workspace::adopt(ByteRange unread) {
    return addIndex([unread](Document &document) { return document.adopt(unread); });
}

EventIndex Workspace::addIndex(const std::function<EventIndex(Document &)> &add) {
    const auto next = std::make_shared<Document>(*m_document);
    const EventIndex place = add(*next);
    m_document = next;
    m_events->follow(m_document, {});
    if (isArranging()) {
        arrange();
    } else {
        m_layout->follow(*m_document, {});
    }
    return place;
}

DocumentEdit Workspace::apply(const DocumentEdit &edit) {
    Q_ASSERT(canEdit());
    // From here on all lanes are filled anew faster than event by event.
    constexpr std::size_t many = 5'000;
    // A layout that is behind cannot follow.
    const bool arrangesAll = edit.head || edit.events.size() > many || isArranging();
    const std::vector<EventIndex> selected = selectedEvents();
    std::vector<EventIndex> events;
    std::ranges::transform(edit.events, std::back_inserter(events), &EventText::event);
    const auto next = std::make_shared<Document>(*m_document);
    DocumentEdit inverse = next->apply(edit);
    m_document = next;
    m_events->follow(m_document, events);
    if (m_hovered && m_document->isDeleted(*m_hovered)) {
        setHovered(std::nullopt);
    }
    if (arrangesAll) { // till then the layout has the document that it was made from
        arrange();
    } else {
        m_layout->follow(*m_document, events);
    }
    Q_EMIT documentEdited(events);
    if (!arrangesAll) {
        // New lanes may have wider titles.
        if (const QSizeF size = m_layout->plotSize(m_sceneSize); size != m_viewport.size()) {
            replaceViewports([size](const Viewport &viewport) { return viewport.resized(size); });
        }
        Q_EMIT layoutChanged();
        Q_EMIT viewportChanged();
    }
    refreshSelection(selected);
    return inverse;
}

void Workspace::arrange() {
    m_arranger.arrange(m_nextDocument ? m_nextDocument : m_document, m_filter, m_options);
}

void Workspace::takeArranged(Arranged &arranged) {
    if (m_nextDocument) {
        replaceDocument(std::exchange(m_nextDocument, nullptr), arranged.shown,
                        std::move(arranged.arrangement));
    } else {
        replaceShown(arranged.shown, std::move(arranged.arrangement));
    }
    if (const auto event = std::exchange(m_toReveal, std::nullopt)) {
        select(*event);
        bringIntoView(*event);
    }
}

void Workspace::replaceDocument(std::shared_ptr<const Document> document, const QBitArray &shown,
                                Arrangement &&arrangement) {
    const QScopedValueRollback<bool> replacing(m_isReplacing, true);
    std::vector<EventIndex> selected;
    std::optional<EventIndex> current;
    if (m_keepsView) {
        for (const EventIndex event : selectedEvents()) {
            if (const auto same = sameEvent(*m_document, event, *document)) {
                selected.push_back(*same);
            }
        }
        if (const auto event = currentEvent()) {
            current = sameEvent(*m_document, *event, *document);
        }
    } else {
        m_back.clear();
        m_forward.clear();
        m_fit = m_viewport; // the new layout shows all of it
    }
    setHovered(std::nullopt);
    m_document = std::move(document);
    m_events->setDocument(m_document, shown);
    installLayout(std::move(arrangement));
    Q_EMIT documentChanged();
    Q_EMIT layoutChanged();
    Q_EMIT filterChanged();
    Q_EMIT historyChanged();
    Q_EMIT viewportChanged();
    select(selected);
    if (current) {
        select(*current, QItemSelectionModel::Select);
    }
    Q_EMIT selectionChanged();
}

void Workspace::replaceShown(const QBitArray &shown, Arrangement &&arrangement) {
    const std::vector<EventIndex> before = selectedEvents();
    m_events->setShown(shown);
    installLayout(std::move(arrangement));
    if (m_hovered && !m_events->rowOf(*m_hovered)) {
        setHovered(std::nullopt);
    }
    Q_EMIT layoutChanged();
    Q_EMIT viewportChanged();
    refreshSelection(before);
}

void Workspace::setFilter(const Filter &filter) {
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    m_toReveal.reset();
    arrange();
    Q_EMIT filterChanged();
}

void Workspace::setQuery(const QString &query) {
    Filter changed(query);
    for (const QString &id : m_filter.hiddenCategories()) {
        changed.setCategoryHidden(id, true);
    }
    setFilter(changed);
}

void Workspace::setLayoutOptions(LayoutOptions options) {
    if (options.grouping == m_options.grouping && options.folded == m_options.folded &&
        options.allRows == m_options.allRows) {
        return;
    }
    m_options = options;
    arrange();
}

/// Makes the layout anew and carries all viewports over to its scale. Whoever saw all, sees all again.
void Workspace::installLayout(Arrangement &&arrangement) {
    const bool sawAll = m_viewport == m_fit;
    LayoutOptions options = m_options; // others may have been asked for since
    options.grouping = arrangement.lanes.grouping;
    options.folded = arrangement.folded;
    auto layout = std::make_unique<TimelineLayout>(std::move(arrangement), options, m_measure);
    if (m_layout) {
        const QSizeF size = layout->plotSize(m_sceneSize);
        replaceViewports([&](const Viewport &viewport) {
            return carried(viewport, m_layout->scale(), layout->scale()).resized(size);
        });
        // An index of millions takes a while to be taken apart.
        startIn(*QThreadPool::globalInstance(),
                [old = std::shared_ptr<TimelineLayout>(std::move(m_layout))] {});
    }
    m_layout = std::move(layout);
    if (sawAll) {
        refit();
    }
}

void Workspace::replaceViewports(const std::function<Viewport(const Viewport &)> &change) {
    endMovement(); // its coordinates are those of the scale that was
    m_viewport = change(m_viewport);
    std::ranges::transform(m_back, m_back.begin(), change);
    std::ranges::transform(m_forward, m_forward.begin(), change);
}

/// Shows all, at once and without history.
void Workspace::refit() {
    m_fit = m_layout->fitAll(m_sceneSize);
    endMovement();
    m_viewport = m_fit;
}

std::vector<EventIndex> Workspace::selectedEvents() const {
    std::vector<EventIndex> events;
    const QItemSelection selected = m_selection->selection();
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); range.isValid() && row <= range.bottom(); ++row) {
            events.push_back(m_events->eventAt(row));
        }
    }
    if (!std::ranges::is_sorted(events)) {
        std::ranges::sort(events);
    }
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

bool Workspace::isSelected(EventIndex event) const {
    const std::optional<int> row = m_events->rowOf(event);
    return row && m_selection->selection().contains(m_events->index(*row, 0));
}

std::optional<EventIndex> Workspace::currentEvent() const {
    const QModelIndex current = m_selection->currentIndex();
    if (!current.isValid() || !m_selection->isSelected(current)) {
        return std::nullopt;
    }
    return m_events->eventAt(current.row());
}

void Workspace::select(EventIndex event, QItemSelectionModel::SelectionFlags how) {
    if (const auto row = m_events->rowOf(event)) {
        m_selection->setCurrentIndex(m_events->index(*row, 0), how | QItemSelectionModel::Rows);
    }
}

void Workspace::select(const std::vector<EventIndex> &events) {
    std::vector<int> rows;
    for (const EventIndex event : events) {
        if (const auto row = m_events->rowOf(event)) {
            rows.push_back(*row);
        }
    }
    std::ranges::sort(rows);
    QItemSelection selection;
    for (auto begin = rows.begin(); begin != rows.end();) {
        auto end = begin + 1;
        while (end != rows.end() && *end <= *(end - 1) + 1) {
            ++end;
        }
        selection.append({m_events->index(*begin, 0), m_events->index(*(end - 1), EventModel::columns - 1)});
        begin = end;
    }
    m_selection->select(selection, QItemSelectionModel::ClearAndSelect);
}

void Workspace::clearSelection() {
    m_selection->clear();
}

/// Mends what Qt's selection model does when rows vanish: it says nothing, and it forgets a selection of all
/// rows.
void Workspace::refreshSelection(const std::vector<EventIndex> &before) {
    std::vector<EventIndex> staying = before;
    std::erase_if(staying, [this](EventIndex event) { return !m_events->rowOf(event); });
    if (selectedEvents() != staying) {
        select(staying);
    } else if (staying != before) {
        Q_EMIT selectionChanged();
    }
}

void Workspace::setHovered(std::optional<EventIndex> event) {
    if (event != m_hovered) {
        m_hovered = event;
        Q_EMIT hoverChanged();
    }
}

void Workspace::setSceneSize(QSizeF size) {
    if (size == m_sceneSize) {
        return;
    }
    const bool sawAll = destination() == m_fit;
    m_sceneSize = size;
    const QSizeF plot = m_layout->plotSize(size);
    replaceViewports([plot](const Viewport &viewport) { return viewport.resized(plot); });
    if (sawAll) {
        refit();
    }
    Q_EMIT viewportChanged();
}

void Workspace::setViewport(const Viewport &viewport) {
    endMovement();
    stepTo(viewport);
}

void Workspace::endMovement() {
    m_destination.reset();
    Q_EMIT movementEnded();
}

void Workspace::stepTo(const Viewport &viewport) {
    if (m_destination == viewport) {
        m_destination.reset();
    }
    if (viewport != m_viewport) {
        m_viewport = viewport;
        Q_EMIT viewportChanged();
    }
}

void Workspace::navigate(const Viewport &viewport) {
    if (viewport != destination()) {
        rememberViewport();
        moveTo(viewport);
    }
}

void Workspace::moveTo(const Viewport &viewport) {
    m_destination = viewport;
    Q_EMIT navigationRequested(viewport);
    if (!isSignalConnected(QMetaMethod::fromSignal(&Workspace::navigationRequested))) {
        setViewport(viewport);
    }
}

void Workspace::fitAll() {
    m_fit = m_layout->fitAll(m_sceneSize);
    navigate(m_fit);
}

void Workspace::frame(const Span &span) {
    navigate(m_layout->fit(span, m_sceneSize));
}

void Workspace::bringIntoView(EventIndex event) {
    if (m_isReplacing || !m_events->rowOf(event)) {
        return;
    }
    Viewport target = destination();
    const auto [begin, end] = m_layout->axisOf(m_document->span(event));
    const double seen = std::min(target.right(), end) - std::max(target.left(), begin);
    const double wanted = std::min(end - begin, seenWidth * target.scale());
    if (seen < wanted || end < target.left() || begin > target.right()) {
        // What is longer than the window is shown from its begin.
        const double from = std::min((begin + end) / 2, begin + target.width() / 2 * target.scale());
        target = target.pannedBy(target.x(from) - target.width() / 2);
    }
    const Scene scene = m_layout->scene(target, m_sceneSize);
    if (const SceneItem *cluster = clusterOf(scene, *m_layout, event)) {
        target = Viewport::showing(cluster->axisBegin, cluster->axisEnd, target.size());
    }
    navigate(target);
    Q_EMIT eventWanted(event);
}

void Workspace::reveal(EventIndex event) {
    if (event >= m_document->eventCount()) {
        return;
    }
    if (!m_events->rowOf(event)) {
        Filter lifted = m_filter;
        lifted.setCategoryHidden(m_document->categories()[m_document->category(event)].id, false);
        setFilter(lifted.matches(*m_document, event) ? lifted : Filter());
        if (!m_events->rowOf(event)) { // it will be there in a moment
            m_toReveal = event;
            return;
        }
    }
    select(event);
    bringIntoView(event);
}

void Workspace::rememberViewport() {
    const Viewport remembered = destination();
    m_forward.clear();
    if (m_back.empty() || m_back.back() != remembered) {
        if (m_back.size() == historyLimit) {
            m_back.erase(m_back.begin());
        }
        m_back.push_back(remembered);
    }
    Q_EMIT historyChanged();
}

void Workspace::goBack() {
    travel(m_back, m_forward);
}

void Workspace::goForward() {
    travel(m_forward, m_back);
}

void Workspace::travel(std::vector<Viewport> &from, std::vector<Viewport> &to) {
    // A gesture that moved nothing has left a place behind that nobody needs to go back to.
    while (!from.empty() && from.back() == destination()) {
        from.pop_back();
    }
    if (!from.empty()) {
        const Viewport target = from.back();
        from.pop_back();
        to.push_back(destination());
        moveTo(target);
    }
    Q_EMIT historyChanged();
}

} // namespace timeline
