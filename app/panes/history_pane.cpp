// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/history_pane.h"

#include "app/signs/row_delegate.h"

#include <QItemSelectionModel>

namespace timeloom {

namespace {

/// A step; those that were taken back are dim.
class StepDelegate : public RowDelegate {
public:
    explicit StepDelegate(HistoryPane *view) : RowDelegate(view), m_view(view) {}

protected:
    Parts partsOf(const QModelIndex &index, const QStyleOptionViewItem &option) const override {
        Parts parts = RowDelegate::partsOf(index, option);
        parts.indent = 8;
        parts.isDim = index.row() > m_view->currentIndex().row();
        return parts;
    }

private:
    HistoryPane *m_view;
};

} // namespace

HistoryPane::HistoryPane(timeline::Editor &editor, QWidget *parent)
    : QUndoView(editor.undoStack(), parent), m_editor(editor) {
    setEmptyLabel(tr("As it was opened"));
    setAccessibleName(tr("History"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new StepDelegate(this));
    // Its model would turn the stack at once.
    disconnect(selectionModel(), &QItemSelectionModel::currentChanged, model(), nullptr);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && current.row() != m_editor.undoStack()->index()) {
            m_editor.turnTo(current.row());
            if (!m_editor.work().isBusy()) {
                QMetaObject::invokeMethod(this, &HistoryPane::showIndex, Qt::QueuedConnection);
            }
        }
    });
    connect(&editor.work(), &timeline::EditWork::busyChanged, this, &HistoryPane::showIndex);
}

/// Where the stack is, which may not be what was clicked: it was refused, or cancelled.
void HistoryPane::showIndex() {
    if (!m_editor.work().isBusy()) {
        selectionModel()->setCurrentIndex(model()->index(m_editor.undoStack()->index(), 0),
                                          QItemSelectionModel::ClearAndSelect);
    }
}

} // namespace timeloom
