// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QAbstractListModel>
#include <vector>

namespace timeline {

/// The titles of events that have no room of their own, as many as one likes: rows come as one scrolls on.
class ClusterModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// The document stays as it is: whoever shows another has another list.
    ClusterModel(const Document &document, std::vector<EventIndex> events, QObject *parent = nullptr);

    EventIndex eventAt(int row) const { return m_events[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void fetchAll();

private:
    void fetch(std::size_t rows);

    Document m_document;
    std::vector<EventIndex> m_events;
    int m_rows = 0;
};

} // namespace timeline
