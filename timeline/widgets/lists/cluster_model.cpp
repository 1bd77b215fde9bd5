// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/cluster_model.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "document/format/wording.h"
#include "time/edtf.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <algorithm>

namespace timeline {

ClusterModel::ClusterModel(const Document &document, std::vector<EventIndex> events, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_events(std::move(events)) {
    fetchMore({});
}

QVariant ClusterModel::data(const QModelIndex &index, int role) const {
    constexpr qsizetype longestTitle = 200; // characters
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const EventIndex event = eventAt(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const QString date = m_document.details(event, bit(EventField::Date)).date;
    if (role == Qt::DisplayRole) {
        return visibleText(describeDateBriefly(date.toStdString())) + QStringLiteral(" · ") +
               visibleName(m_document.eventTitle(event).left(longestTitle), TextUse::Title).simplified();
    }
    return plainToolTip(visibleName(m_document.eventTitle(event), TextUse::Title) + u'\n' +
                        visibleText(describeDate(date.toStdString())));
}

bool ClusterModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && static_cast<std::size_t>(m_rows) < m_events.size();
}

void ClusterModel::fetchMore(const QModelIndex &parent) {
    constexpr std::size_t few = 500; // rows that a list lays out unnoticed
    if (canFetchMore(parent)) {
        fetch(std::min(m_events.size(), static_cast<std::size_t>(m_rows) + few));
    }
}

void ClusterModel::fetchAll() {
    if (canFetchMore({})) {
        fetch(m_events.size());
    }
}

void ClusterModel::fetch(std::size_t rows) {
    beginInsertRows({}, m_rows, static_cast<int>(rows) - 1);
    m_rows = static_cast<int>(rows);
    endInsertRows();
}

} // namespace timeline
