// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/event_model.h"

#include "document/wording.h"
#include "time/edtf.h"
#include "widgets/plain_tool_tip.h"

#include <QCollator>
#include <QLocale>
#include <algorithm>
#include <numeric>

namespace timeline {

namespace {

/// Sorts stably by a key of each event, in the wanted direction. Keys are made once an event.
template <typename KeyOf>
void sortByKey(std::vector<EventIndex> &events, Qt::SortOrder order, KeyOf keyOf) {
    using Key = decltype(keyOf(EventIndex{}));
    std::vector<std::pair<Key, EventIndex>> keyed;
    keyed.reserve(events.size());
    for (const EventIndex event : events) {
        keyed.emplace_back(keyOf(event), event);
    }
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::stable_sort(keyed, [ascending](const auto &a, const auto &b) {
        return ascending ? a.first < b.first : b.first < a.first;
    });
    std::ranges::transform(keyed, events.begin(), [](const auto &pair) { return pair.second; });
}

} // namespace

EventModel::EventModel(std::shared_ptr<const Document> document, QObject *parent)
    : QAbstractTableModel(parent), m_document(std::move(document)) {
    fill({});
    arrange();
}

void EventModel::setDocument(std::shared_ptr<const Document> document, const QBitArray &shown) {
    beginResetModel();
    m_document = std::move(document);
    m_decoded.reset();
    fill(shown);
    arrange();
    endResetModel();
}

void EventModel::setShown(const QBitArray &shown) {
    rearrange([&] {
        fill(shown);
        arrange();
    });
}

void EventModel::sort(int column, Qt::SortOrder order) {
    if (column == m_sortColumn && order == m_sortOrder) {
        return;
    }
    rearrange([&] {
        m_sortColumn = column;
        m_sortOrder = order;
        std::ranges::sort(m_events);
        arrange();
    });
}

template <typename Change>
void EventModel::rearrange(Change change) {
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<EventIndex> pointedAt;
    pointedAt.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before) {
        pointedAt.push_back(eventAt(index.row()));
    }
    change();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const std::optional<int> row = rowOf(pointedAt[static_cast<std::size_t>(i)]);
        after.push_back(row ? index(*row, before[i].column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

/// The shown events, in the file's order.
void EventModel::fill(const QBitArray &shown) {
    m_events.clear();
    if (shown.isEmpty()) {
        m_events.resize(m_document->eventCount());
        std::iota(m_events.begin(), m_events.end(), 0U);
    } else {
        m_events.reserve(static_cast<std::size_t>(shown.count(true)));
        for (EventIndex event = 0; event < m_document->eventCount(); ++event) {
            if (shown.testBit(event)) {
                m_events.push_back(event);
            }
        }
    }
}

/// Brings m_events, which is in the file's order, into the order of the sorted column.
void EventModel::arrange() {
    const Document &document = *m_document;
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    switch (m_sortColumn) {
    case DateColumn:
        sortByKey(m_events, m_sortOrder, [&](EventIndex event) {
            const Span span = document.span(event);
            return std::pair(span.begin, span.end);
        });
        break;
    case TitleColumn:
        sortByKey(m_events, m_sortOrder,
                  [&](EventIndex event) { return collator.sortKey(document.eventTitle(event)); });
        break;
    case LaneColumn: {
        // Lanes in the order of the timeline, which is that of the file's categories.
        sortByKey(m_events, m_sortOrder, [&](EventIndex event) { return document.category(event); });
        break;
    }
    case StatusColumn:
        sortByKey(m_events, m_sortOrder, [&](EventIndex event) { return document.status(event); });
        break;
    case ImportanceColumn:
        sortByKey(m_events, m_sortOrder, [&](EventIndex event) { return document.importance(event); });
        break;
    case AttributionColumn:
        sortByKey(m_events, m_sortOrder,
                  [&](EventIndex event) { return collator.sortKey(document.details(event).attribution); });
        break;
    default:
        break;
    }
    number();
}

void EventModel::number() {
    m_rows.assign(m_document->eventCount(), noRow);
    for (std::size_t row = 0; row < m_events.size(); ++row) {
        m_rows[m_events[row]] = static_cast<std::uint32_t>(row);
    }
}

std::optional<int> EventModel::rowOf(EventIndex event) const {
    if (event >= m_rows.size() || m_rows[event] == noRow) {
        return std::nullopt;
    }
    return static_cast<int>(m_rows[event]);
}

int EventModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
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

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case DateColumn:
        return tr("Date");
    case TitleColumn:
        return tr("Title");
    case LaneColumn:
        return tr("Category");
    case StatusColumn:
        return tr("Status");
    case ImportanceColumn:
        return tr("Importance");
    case AttributionColumn:
        return tr("Attribution");
    default:
        return {};
    }
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
        return visibleText(describeDate(details(event).date.toStdString()));
    case TitleColumn:
        return visibleText(details(event).title.simplified());
    case LaneColumn:
        return categoryTitle(*m_document, m_document->category(event));
    case StatusColumn:
        return statusTitle(m_document->status(event));
    case ImportanceColumn:
        return QLocale().toString(m_document->importance(event), 'f', 2);
    case AttributionColumn:
        return visibleText(details(event).attribution.simplified());
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
        return tr("%1: %2", "a status and its meaning").arg(statusTitle(status), statusMeaning(status));
    }
    default:
        return text(event, column);
    }
}

} // namespace timeline
