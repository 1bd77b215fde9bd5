// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/workspace.h"

#include "document/bytes/hand_over.h"
#include "layout/packing/cluster_events.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/same_events.h"

#include <QScopedValueRollback>
#include <algorithm>
#include <tuple>
#include <utility>

namespace timeline {

namespace {

/// How much of an event is in view at least, in pixels, so that nobody has to look for it.
constexpr double seenWidth = 24;

/// An index of millions takes a while to be taken apart.
void letGoOf(std::unique_ptr<TimelineLayout> layout) {
    freedElsewhere(std::shared_ptr<TimelineLayout>(std::move(layout)));
}

/// A version of a document, ready to be shared.
std::shared_ptr<const Document> shared(std::shared_ptr<const Document> version) {
    return version->eventCount() > Arranger::fewEvents ? freedElsewhere(std::move(version)) : version;
}

} // namespace

Workspace::Workspace(const TextMeasure &measure, QObject *parent)
    : QObject(parent), m_document(std::make_shared<const Document>()), m_measure(measure),
      m_events(new EventModel(m_document, this)), m_selection(new EventSelection(m_events)),
      m_navigation(new Navigation(this)) {
    installLayout(Arrangement(*m_document, {}, m_options));
    refit();
    connect(&m_arranger, &Arranger::arranged, this,
            [this](const std::shared_ptr<Arranged> &arranged) { takeArranged(*arranged); });
    connect(m_selection, &EventSelection::changed, this, [this] {
        if (!m_selection->isEmpty()) {
            selectEra(std::nullopt);
        }
    });
    connect(&m_arranger, &Arranger::busyChanged, this, &Workspace::arrangingChanged);
}

Workspace::~Workspace() {
    letGoOf(std::move(m_layout));
}

void Workspace::setDocument(std::shared_ptr<const Document> document, bool keepView) {
    m_nextDocument = document ? std::move(document) : std::make_shared<const Document>();
    m_keepsView = keepView;
    m_toReveal.reset();
    if (!keepView) {
        m_filter = Filter();
        m_options.openedFolds.clear();
        m_laneChoices.clear();
    }
    arrange();
}

EventIndex Workspace::addPlace(std::optional<EventIndex> after) {
    EventIndex place = 0;
    addPlaces([&](Document &document) { place = document.addPlace(after); });
    return place;
}

EventIndex Workspace::adopt(ByteRange unread) {
    EventIndex place = 0;
    addPlaces([&](Document &document) { place = document.adopt(unread); });
    return place;
}

void Workspace::addPlaces(const std::function<void(Document &)> &add) {
    const auto next = std::make_shared<Document>(*m_document);
    add(*next);
    m_document = shared(next);
    m_events->follow(m_document, {});
    if (isArranging()) {
        arrange();
    } else {
        m_layout->follow(*m_document, {});
    }
}

DocumentEdit Workspace::apply(const DocumentEdit &edit) {
    EditedVersion version = edited(edit);
    take(version);
    return std::move(version.inverse);
}

EditedVersion Workspace::edited(const DocumentEdit &edit) const {
    EditControl control;
    return EditedVersion::of(*m_document, std::make_shared<Document>(*m_document), edit, control);
}

void Workspace::take(const EditedVersion &version) {
    Q_ASSERT(canEdit());
    // From here on the window would wait longer than one notices, or for longer than all anew take.
    constexpr std::size_t many = 500;
    // A layout that is behind cannot follow.
    bool arrangesAll = version.isHeadOther || version.events.size() > many || isArranging();
    if (version.isHeadOther) { // an event's category may have another number now
        m_categoryCounts = CategoryCounts(*version.document);
    } else {
        m_categoryCounts.follow(version);
    }
    const Seen before = seen();
    const std::shared_ptr<const Document> versionBefore = std::exchange(m_document, shared(version.document));
    if (version.isHeadOther) {
        keepEra(*versionBefore);
    }
    if (version.events.size() > many && !version.arePresentOther) {
        m_events->followInPlace(m_document);
    } else {
        m_events->follow(m_document, version.events);
    }
    if (m_hovered && m_document->isDeleted(*m_hovered)) {
        setHovered(std::nullopt);
    }
    arrangesAll |= std::ranges::any_of(version.events, [this](EventIndex event) {
        return m_events->rowOf(event) && m_layout->scale().hidesInBreak(m_document->span(event));
    });
    if (arrangesAll) { // till then the layout has the document that it was made from
        arrange();
    } else {
        m_layout->follow(*m_document, version.events);
    }
    Q_EMIT documentEdited(version.events);
    if (!arrangesAll) {
        carryOver(m_layout->scale(), before); // new lanes may have wider titles
        Q_EMIT layoutChanged();
        Q_EMIT m_navigation->viewportChanged();
    }
    m_selection->refresh();
    keepInView(before);
}

void Workspace::arrange() {
    if (!m_nextDocument) {
        m_arranger.arrange(m_document, m_filter, m_options);
        return;
    }
    m_next = std::make_shared<Next>();
    m_next->selectedBefore = m_keepsView ? m_selection->bits() : QBitArray();
    m_arranger.arrange(m_nextDocument, m_filter, m_options,
                       [next = m_next, before = m_document, document = m_nextDocument] {
                           next->counts = CategoryCounts(*document);
                           next->selected = sameEvents(*before, next->selectedBefore, *document);
                       });
}

void Workspace::takeArranged(Arranged &arranged) {
    m_seen = seen(); // what is selected may be hidden next
    if (m_nextDocument) {
        m_categoryCounts = m_next->counts;
        replaceDocument(std::exchange(m_nextDocument, nullptr), arranged.shown,
                        std::move(arranged.arrangement));
    } else {
        replaceShown(arranged.shown, std::move(arranged.arrangement));
    }
    keepInView(m_seen);
    if (const auto event = std::exchange(m_toReveal, std::nullopt)) {
        m_selection->select(*event);
        bringIntoView(*event);
    }
}

void Workspace::replaceDocument(std::shared_ptr<const Document> document, const QBitArray &shown,
                                Arrangement &&arrangement) {
    const QScopedValueRollback<bool> replacing(m_isReplacing, true);
    const std::shared_ptr<Next> next = std::exchange(m_next, nullptr);
    QBitArray selected;
    std::optional<EventIndex> current;
    if (m_keepsView) {
        // Few that were selected since are looked for now. A part of very many would be worse than none.
        constexpr EventIndex mostKept = 20'000;
        selected = m_selection->bits() == next->selectedBefore ? next->selected
                   : m_selection->count() > mostKept
                       ? QBitArray()
                       : sameEvents(*m_document, m_selection->bits(), *document);
        if (const auto event = m_selection->current()) {
            current = sameEvent(*m_document, *event, *document);
        }
    } else {
        m_navigation->forgetHistory();
        m_fit = m_navigation->viewport(); // the new layout shows all of it
    }
    setHovered(std::nullopt);
    const std::shared_ptr<const Document> documentBefore = std::exchange(m_document, std::move(document));
    if (m_keepsView) {
        keepEra(*documentBefore);
    } else {
        selectEra(std::nullopt);
    }
    m_events->setDocument(m_document, shown);
    installLayout(std::move(arrangement));
    Q_EMIT documentChanged();
    Q_EMIT layoutChanged();
    Q_EMIT filterChanged();
    Q_EMIT m_navigation->historyChanged();
    Q_EMIT m_navigation->viewportChanged();
    selected.resize(static_cast<qsizetype>(m_document->eventCount()));
    m_selection->select(selected);
    if (current) {
        m_selection->select(*current, QItemSelectionModel::Select);
    }
    Q_EMIT m_selection->changed();
}

void Workspace::replaceShown(const QBitArray &shown, Arrangement &&arrangement) {
    m_events->setShown(shown);
    installLayout(std::move(arrangement));
    if (m_hovered && !m_events->rowOf(*m_hovered)) {
        setHovered(std::nullopt);
    }
    Q_EMIT layoutChanged();
    Q_EMIT m_navigation->viewportChanged();
    m_selection->refresh();
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

void Workspace::setLayoutOptions(const LayoutOptions &options) {
    if (options == m_options) {
        return;
    }
    m_options = options;
    arrange();
}

/// Makes the layout anew and carries all viewports over to its scale. Whoever saw all, sees all again. While
/// nothing matches the filter, nothing moves.
void Workspace::installLayout(Arrangement &&arrangement) {
    const bool sawAll = m_navigation->destination() == m_fit;
    const bool standsIn =
        m_layout && arrangement.isFilteredAway() && arrangement.options.foldsAs(m_layout->options());
    if (standsIn) {
        arrangement.scale = m_layout->scale(); // that of no event at all is as good as any
        arrangement.extent = m_layout->axisExtent();
    }
    LayoutOptions options = m_options; // others may have been asked for since
    options.grouping = arrangement.lanes.grouping;
    options.folded = arrangement.options.folded;
    options.openedFolds = arrangement.options.openedFolds;
    const bool isSteady = !m_isReplacing && m_layout && m_layout->scale() == arrangement.scale &&
                          m_layout->axisExtent() == arrangement.extent;
    auto layout = std::make_unique<TimelineLayout>(std::move(arrangement), options, m_measure);
    if (const auto choice = m_laneChoices.find(layout->lanes().grouping); choice != m_laneChoices.end()) {
        layout->choose(choice->second);
    }
    if (standsIn) {
        layout->standInFor(*m_layout);
    }
    if (auto before = std::exchange(m_layout, std::move(layout))) {
        carryOver(before->scale(), m_seen);
        letGoOf(std::move(before));
    }
    if (sawAll && !isSteady) {
        refit();
    } else if (sawAll) {
        m_fit = m_navigation->viewport();
    }
}

/// Shows all, at once and without history.
void Workspace::refit() {
    m_fit = fitting();
    m_navigation->replace(m_fit);
}

/// All that has a date, whatever the filter hides.
Viewport Workspace::fitting() const {
    return m_layout->fitAll(m_sceneSize);
}

Anchor Workspace::anchor() const {
    Anchor anchor;
    if (m_pointer) {
        anchor.pointer = *m_pointer - m_layout->plotLeft(m_sceneSize.width());
    }
    const std::optional<EventIndex> event = m_selection->current();
    const Document &document = m_layout->document();
    if (event && *event < document.eventCount() && document.isPlaced(*event)) {
        anchor.event = event;
        std::tie(anchor.span.begin, anchor.span.end) = m_layout->axisOf(document.span(*event));
    }
    return anchor;
}

Workspace::Seen Workspace::seen() const {
    const Anchor anchor = this->anchor();
    return {anchor, m_layout->plotLeft(m_sceneSize.width()), anchor.isEventIn(m_navigation->destination())};
}

/// Takes all viewports over to the layout and the size of now.
void Workspace::carryOver(const TimeScale &from, const Seen &before) {
    m_navigation->carryOver(from, m_layout->scale(), m_layout->plotSize(m_sceneSize),
                            m_layout->plotLeft(m_sceneSize.width()) - before.plotLeft, before.anchor);
}

/// Who saw the selected event still does, wherever its date has gone.
void Workspace::keepInView(const Seen &before) {
    const Anchor now = anchor();
    const Viewport &view = m_navigation->destination();
    if (before.isEventInView && now.event && !now.isEventIn(view)) {
        m_navigation->moveTo(withInView(view, now.span));
    }
}

void Workspace::setSceneSize(QSizeF size) {
    if (size == m_sceneSize) {
        return;
    }
    const bool sawAll = m_navigation->destination() == m_fit;
    const Seen before = seen();
    m_sceneSize = size;
    carryOver(m_layout->scale(), before);
    if (sawAll) {
        refit();
    }
    Q_EMIT m_navigation->viewportChanged();
}

void Workspace::fitAll() {
    m_fit = fitting();
    m_navigation->navigate(m_fit);
}

void Workspace::frame(const Span &span) {
    if (!span.isNever()) {
        m_navigation->navigate(m_layout->fit(span, m_sceneSize));
    }
}

void Workspace::bringIntoView(EventIndex event) {
    if (m_isReplacing || !m_events->rowOf(event)) {
        return;
    }
    if (m_document->isUndated(event)) { // it has no place where the timeline could go
        Q_EMIT eventWanted(event);
        return;
    }
    openLaneOf(event);
    Viewport target = m_navigation->destination();
    const auto [begin, end] = m_layout->axisOf(m_document->span(event));
    const double seen = std::min(target.right(), end) - std::max(target.left(), begin);
    const double wanted = std::min(end - begin, seenWidth * target.scale());
    if (seen < wanted || end < target.left() || begin > target.right()) {
        target = withInView(target, {begin, end});
    }
    std::vector<EventIndex> clustered = m_layout->clusteredWith(event, target, m_sceneSize);
    if (!clustered.empty() && m_layout->axis().begin(clustered.front()) < target.left()) {
        target = withInView(target, {begin, end}); // at the edge others are counted that come from elsewhere
        clustered = m_layout->clusteredWith(event, target, m_sceneSize);
    }
    target = partingView(m_layout->axis(), clustered, target).value_or(target);
    m_navigation->navigate(target);
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
    m_selection->select(event);
    bringIntoView(event);
}

} // namespace timeline
