// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <functional>

namespace timeline {

class Workspace;

/// The categories as a list with check boxes: what is not checked, the workspace's filter hides. Says how
/// many events each has, and under a filter how many of them are shown.
class LaneModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TitleColumn, CountColumn };
    enum Role {
        ColorRoleRole = Qt::UserRole, ///< a ColorRole, for the theme
        FileColorRole,                ///< the file's own colour, an Rgb; nothing where it gives none
        CategoryIdRole,
        ShownRole, ///< how many of its events are shown
    };

    /// `workspace` must outlive the model.
    explicit LaneModel(Workspace *workspace, QObject *parent = nullptr);

    void showAll();
    void hideAll();
    void showOnly(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        CategoryIndex category = 0;
        EventIndex events = 0;
        EventIndex shown = 0; ///< of these
    };
    void reset();
    std::vector<Row> countEvents() const;
    void recount();
    static QString countOf(const Row &row);
    bool isShown(int row) const;
    /// Hides the rows for which `isHidden` holds, and shows all others.
    void hide(const std::function<bool(int)> &isHidden);

    Workspace *m_workspace;
    std::vector<Row> m_rows; ///< the categories that have events
    QStringList m_ids;       ///< of all categories, when they were counted
    QTimer m_recount;        ///< once for a burst of edits
};

} // namespace timeline
