// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QAbstractListModel>
#include <QTimer>
#include <vector>

namespace timeline {

class Document;
class Workspace;

/// The events without a date that the filter shows, in the file's order. They can be dragged.
class UndatedModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        EventRole = Qt::UserRole,
        DetailRole, ///< in one line, what tells it from others of the same title
        NoteRole,   ///< how its description begins
        StatusRole, ///< a Status
        WhoRole,    ///< "Reported · parish chest"
    };

    /// `workspace` must outlive the model.
    explicit UndatedModel(Workspace *workspace, QObject *parent = nullptr);

    EventIndex eventAt(const QModelIndex &index) const {
        return m_events[static_cast<std::size_t>(index.row())];
    }
    QModelIndex indexOf(EventIndex event) const; ///< invalid where it is not among them
    /// How the step is called in which these get a date; translated.
    static QString stepName(const Document &document, const std::vector<EventIndex> &events);
    /// What was dragged out of a list of this program; nothing where it is something else.
    static std::vector<EventIndex> dragged(const QMimeData *data);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }

private:
    void refresh();
    QString detail(EventIndex event, const QString &separator) const;

    Workspace *m_workspace;
    std::vector<EventIndex> m_events;
    QTimer m_due; ///< once for a burst of edits
};

} // namespace timeline
