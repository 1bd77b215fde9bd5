// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/event_model.h"

#include "document/bytes/hand_over.h"
#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "document/edit/event_edit.h"
#include "document/format/event_fields.h"
#include "document/format/wording.h"
#include "time/edtf.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QLocale>
#include <QPromise>

namespace timeline {

namespace {

/// So many events are sorted while one waits for it.
constexpr EventIndex sortedAtOnce = 20'000;

/// The field that each column shows.
constexpr std::array<EventField, EventModel::columns> columnFields{
    EventField::Date,       EventField::Title,       EventField::Category, EventField::Status,
    EventField::Importance, EventField::Attribution, EventField::Place};

SortKey keyOf(int column) {
    switch (column) {
    case EventModel::TitleColumn:
        return SortKey::Title;
    case EventModel::LaneColumn:
        return SortKey::Category;
    case EventModel::StatusColumn:
        return SortKey::Status;
    case EventModel::ImportanceColumn:
        return SortKey::Importance;
    case EventModel::AttributionColumn:
        return SortKey::Attribution;
    case EventModel::PlaceColumn:
        return SortKey::Place;
    default:
        return SortKey::Date;
    }
}

/// Whether all of `shown` are among `events`; both are all events where they are empty.
bool haveAll(const QBitArray &events, const QBitArray &shown) {
    return events.isEmpty() || (!shown.isEmpty() && (shown & events) == shown);
}

} // namespace

EventModel::EventModel(std::shared_ptr<const Document> document, QObject *parent)
    : QAbstractTableModel(parent), m_document(std::move(document)),
      m_rows(m_document->eventCount(), {}, nullptr) {
    connect(&m_sorting, &QFutureWatcherBase::finished, this, &EventModel::takeOrder);
}

EventModel::~EventModel() {
    stopSorting(); // the thread has its own hold on the document
}

void EventModel::followOrderOf(EventModel *leader) {
    m_leader = leader;
    connect(leader, &EventModel::rowsReplaced, this, [this] {
        if (m_document->eventCount() == m_leader->eventCount() && m_order != m_leader->m_order) {
            arrange();
            replaceRows(rowsNow());
        }
    });
    arrange();
}

void EventModel::setDocument(std::shared_ptr<const Document> document, const QBitArray &shown) {
    beginResetModel();
    stopSorting();
    m_document = std::move(document);
    m_decoded.reset();
    m_shown = shown;
    m_order.reset();
    m_ordered.clear();
    arrange();
    m_rows = rowsNow();
    endResetModel();
    setBusy(m_isSorting);
}

bool EventModel::hasShown(const QBitArray &shown) const {
    return shown == m_shown && !m_isSorting && haveAll(m_ordered, shown);
}

void EventModel::setShown(const QBitArray &shown) {
    if (hasShown(shown)) {
        return;
    }
    m_shown = shown;
    if (!haveAll(m_isSorting ? m_beingSorted : m_ordered, shown)) {
        arrange();
    }
    replaceRows(rowsNow());
    setBusy(m_isSorting);
}

void EventModel::followInPlace(std::shared_ptr<const Document> document) {
    m_document = std::move(document);
    m_decoded.reset();
    if (m_isSorting) { // the document of before
        arrange();
        setBusy(m_isSorting);
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
}

void EventModel::follow(std::shared_ptr<const Document> document, const std::vector<EventIndex> &edited) {
    m_document = std::move(document);
    const auto count = static_cast<qsizetype>(m_document->eventCount());
    const bool wasSorting = m_isBusy; // what is being sorted is the document of before
    stopSorting();
    bool rowsChange = false;
    if (m_shown.isEmpty() && m_document->presentCount() < m_document->eventCount()) {
        m_shown.fill(true, std::max<qsizetype>(m_rows.count(), 0));
    }
    m_shown.resize(m_shown.isEmpty() ? 0 : count);
    for (const EventIndex event : edited) {
        const bool isThere = !m_document->isDeleted(event);
        rowsChange |= isThere != rowOf(event).has_value();
        if (!m_shown.isEmpty()) {
            m_shown.setBit(event, isThere);
        }
        if (m_order && event >= m_order->positions.size()) {
            m_order->positions.resize(event + 1, EventOrder::noPosition);
        }
        if (m_order && isThere && m_order->positions[event] == EventOrder::noPosition) {
            m_order->positions[event] = static_cast<std::uint32_t>(m_order->events.size());
            m_order->events.push_back(event);
        }
        if (!m_ordered.isEmpty()) {
            m_ordered.resize(count);
            m_ordered.setBit(event, m_ordered.testBit(event) || isThere);
        }
    }
    m_decoded.reset();
    if (wasSorting) {
        arrange();
    }
    if (rowsChange) {
        replaceRows(rowsNow());
    }
    setBusy(m_isSorting);
    constexpr std::size_t many = 500; // that are told one by one
    if (edited.size() > many && m_rows.count() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    for (const EventIndex event : edited) {
        if (const auto row = rowOf(event)) {
            Q_EMIT dataChanged(index(*row, 0), index(*row, columns - 1));
        }
    }
}

void EventModel::sort(int column, Qt::SortOrder direction) {
    if (m_leader != nullptr) {
        m_leader->sort(column, direction);
        return;
    }
    if (column == m_sortColumn && direction == m_sortDirection) {
        return;
    }
    m_sortColumn = column;
    m_sortDirection = direction;
    arrange();
    if (!m_isSorting) {
        replaceRows(rowsNow());
    }
    setBusy(m_isSorting);
}

/// Brings the order up to date, or starts to.
void EventModel::arrange() {
    stopSorting();
    if (m_leader != nullptr) {
        m_order = m_leader->m_order;
        m_ordered = m_leader->m_ordered;
    } else if (m_sortColumn < 0) {
        m_order.reset();
        m_ordered.clear();
    } else if (m_document->eventCount() <= sortedAtOnce) {
        m_order = sortEvents(*m_document, {}, keyOf(m_sortColumn), m_sortDirection, {});
        m_ordered.clear();
    } else {
        startSorting();
    }
}

void EventModel::startSorting() {
    m_cancelSorting = std::make_unique<std::stop_source>();
    m_beingSorted = worthSorting();
    m_isSorting = true;
    const auto promise = std::make_shared<QPromise<Order>>();
    promise->start();
    m_sorting.setFuture(promise->future());
    startIn(workers(), [promise, document = m_document, sorted = m_beingSorted, key = keyOf(m_sortColumn),
                        direction = m_sortDirection, token = m_cancelSorting->get_token()] {
        promise->addResult(freedElsewhere(sortEvents(*document, sorted, key, direction, token)));
        handOver();
        promise->finish();
    });
}

void EventModel::stopSorting() {
    if (m_cancelSorting) {
        m_cancelSorting->request_stop();
    }
    m_sorting.setFuture({});
    m_isSorting = false;
}

void EventModel::takeOrder() {
    if (!m_isSorting) {
        return;
    }
    takeOver();
    m_order = m_sorting.result();
    m_ordered = m_beingSorted;
    stopSorting();
    replaceRows(rowsNow());
    setBusy(false);
}

/// All events, so that another filter needs no sorting; but of many only those that are shown, if these are
/// few.
QBitArray EventModel::worthSorting() const {
    constexpr qsizetype few = 4;
    return m_shown.count(true) < m_shown.size() / few ? m_shown : QBitArray();
}

EventRows EventModel::rowsNow() const {
    return {m_document->eventCount(), m_shown, haveAll(m_ordered, m_shown) ? m_order : nullptr};
}

void EventModel::setBusy(bool isBusy) {
    if (isBusy != m_isBusy) {
        m_isBusy = isBusy;
        Q_EMIT busyChanged(isBusy);
    }
}

void EventModel::replaceRows(EventRows rows) {
    Q_EMIT rowsAboutToBeReplaced();
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<EventIndex> pointedAt;
    pointedAt.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before) {
        pointedAt.push_back(eventAt(index.row()));
    }
    m_rows = std::move(rows);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const std::optional<int> row = rowOf(pointedAt[static_cast<std::size_t>(i)]);
        after.push_back(row ? index(*row, before[i].column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT rowsReplaced();
}

QBitArray EventModel::shown() const {
    return m_shown.isEmpty() ? QBitArray(static_cast<qsizetype>(eventCount()), true) : m_shown;
}

std::optional<int> EventModel::rowOf(EventIndex event) const {
    const auto row = m_rows.rowOf(event);
    return row ? std::optional(static_cast<int>(*row)) : std::nullopt;
}

int EventModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.count());
}

int EventModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant EventModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const EventIndex event = eventAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::EditRole:
        return index.column() == PlaceColumn
                   ? details(event).place.title // its position is no text
                   : EventEdit::value(details(event), fieldOf(index.column())).toVariant();
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(event, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == ImportanceColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                                  : QVariant();
    case EventRole:
        return event;
    case ColorRole: {
        const auto color = m_document->categories()[m_document->category(event)].color;
        return color ? QVariant::fromValue(*color) : QVariant();
    }
    default:
        return {};
    }
}

QString EventModel::fieldOf(int column) {
    return eventKey(columnFields.at(static_cast<std::size_t>(column)));
}

Qt::ItemFlags EventModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags there = QAbstractTableModel::flags(index);
    return index.isValid() && m_writer ? there | Qt::ItemIsEditable : there;
}

bool EventModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !m_writer || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        value == data(index, Qt::EditRole)) {
        return false;
    }
    const EventIndex event = eventAt(index.row());
    const QString field = fieldOf(index.column());
    const auto json = EventEdit::parse(field, value.toString()); // a number is held to by its editor
    const bool isTaken = value.toString().isEmpty() && // but of a place with a position the title alone
                         (index.column() != PlaceColumn || !details(event).place.at);
    return json && m_writer(event, field, isTaken ? QJsonValue(QJsonValue::Undefined) : *json);
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section >= 0 && section < columns
               ? eventFieldLabel(columnFields.at(static_cast<std::size_t>(section)))
               : QVariant();
}

const EventDetails &EventModel::details(EventIndex event) const {
    if (m_decoded != event) {
        m_details = m_document->details(event);
        m_decoded = event;
    }
    return m_details;
}

QString EventModel::text(EventIndex event, int column) const {
    switch (column) {
    case DateColumn:
        return details(event).date.isEmpty() ? tr("no date")
                                             : visibleText(describeDate(details(event).date.toStdString()));
    case TitleColumn:
        return visibleName(m_document->eventTitle(event), TextUse::Title).simplified();
    case LaneColumn:
        return categoryTitle(*m_document, m_document->category(event));
    case StatusColumn:
        return statusTitle(m_document->status(event), details(event).ownStatus);
    case ImportanceColumn:
        return EventEdit::has(m_document->eventText(event), "importance")
                   ? QLocale().toString(m_document->importance(event), 'f', 2)
                   : QString();
    case AttributionColumn:
        return visibleName(details(event).attribution).simplified();
    case PlaceColumn:
        return visibleName(placeText(details(event).place)).simplified();
    default:
        return {};
    }
}

QString EventModel::toolTip(EventIndex event, int column) const {
    switch (column) {
    case DateColumn:
        return visibleText(details(event).date);
    case StatusColumn: {
        const Status status = m_document->status(event);
        return tr("%1: %2", "a status and its meaning")
            .arg(statusTitle(status, details(event).ownStatus), statusMeaning(status));
    }
    default:
        return text(event, column);
    }
}

} // namespace timeline
