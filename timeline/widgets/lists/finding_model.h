// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QAbstractTableModel>

namespace timeline {

/// What is wrong with a file, finding by finding, in the order of their places.
class FindingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeverityColumn, LineColumn, PlaceColumn, MessageColumn };
    enum Role {
        EventRole = Qt::UserRole, ///< the event that it is about; nothing where that one is not shown
        IsErrorRole,
        UnreadRole, ///< the place in the file where what is not shown as an event stands
    };

    explicit FindingModel(std::shared_ptr<const Document> document, QObject *parent = nullptr);
    void setDocument(std::shared_ptr<const Document> document);
    /// The document was edited: this is what it is now, perhaps another one.
    void noteEdit(std::shared_ptr<const Document> document);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const Document> m_document;
    FindingList m_findings; ///< a copy, since those of a document that is edited come and go
};

} // namespace timeline
