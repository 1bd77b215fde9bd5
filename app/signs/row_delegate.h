// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/signs.h"

#include <QStyledItemDelegate>

namespace timeloom {

/// Paints the rows of all lists: a ground that tells what is selected, and on it a check box, a sign, words,
/// a note, a bar, a count and one button. The button is painted, never a widget, and found again when it is
/// clicked.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) {}

    /// The least height of a row, in pixels at a text of 13.
    void setRowHeight(int pixels) { m_rowHeight = pixels; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    /// Where a cell's button stands; none where it has none.
    QRect buttonRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QString buttonText(const QStyleOptionViewItem &option, const QModelIndex &index) const {
        return partsOf(index, option).button;
    }

Q_SIGNALS:
    void buttonClicked(const QModelIndex &index);

protected:
    /// What a cell shows, from the left to the right.
    struct Parts {
        std::optional<Qt::CheckState> check;
        Sign sign;
        QString lead; ///< before the words, in a column of its own
        QString text;
        QString note;              ///< after it, or right of it
        std::optional<double> bar; ///< from 0 to 1, instead of the words
        QString count;             ///< at the right
        QString button;
        QString buttonIcon; ///< instead of its words, by its name
        bool isStrong = false;
        bool isDim = false;
        bool isAtRight = false; ///< the words
        int indent = 0;         ///< pixels
    };
    virtual Parts partsOf(const QModelIndex &index, const QStyleOptionViewItem &option) const;
    /// Whether this cell begins a row: a row that is selected has a bar there.
    virtual bool isFirst(const QModelIndex &index) const { return index.column() == 0; }
    virtual bool isLined() const { return false; } ///< a hairline below each row

private:
    int m_rowHeight = 28;
};

} // namespace timeloom
