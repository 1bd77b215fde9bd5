// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/cluster_list.h"

#include "widgets/lists/cluster_model.h"

#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>

namespace timeline {

ClusterList::ClusterList(Workspace &workspace, std::vector<EventIndex> events, QWidget *parent)
    : QListView(parent), m_model(new ClusterModel(workspace.layout().document(), std::move(events), this)) {
    setWindowFlag(Qt::Popup);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Events at one place"));
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(m_model);
    setCurrentIndex(m_model->index(0));
    const auto choose = [this, &workspace](const QModelIndex &index) {
        if (isVisible()) { // a click may be told as two things
            const EventIndex event = m_model->eventAt(index.row());
            close();
            workspace.selection()->select(event);
        }
    };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
    connect(&workspace, &Workspace::layoutChanged, this, &QWidget::close);
}

QSize ClusterList::wantedSize() const {
    constexpr int mostRows = 14; // seen at once
    constexpr int narrowest = 160;
    constexpr int widest = 420;
    const int rows = std::min(m_model->rowCount(), mostRows);
    const int bar = m_model->rowCount() > rows ? verticalScrollBar()->sizeHint().width() : 0;
    const int frame = 2 * frameWidth();
    return {std::clamp(sizeHintForColumn(0) + bar + frame, narrowest, widest),
            rows * sizeHintForRow(0) + frame};
}

void ClusterList::popUp(QPoint globalPos) {
    const QRect free = parentWidget()->screen()->availableGeometry();
    QRect place(globalPos, wantedSize().boundedTo(free.size()));
    place.moveRight(std::min(place.right(), free.right()));
    if (place.bottom() > free.bottom()) {
        place.moveBottom(std::max(globalPos.y(), free.top() + place.height() - 1));
        place.moveBottom(std::min(place.bottom(), free.bottom()));
    }
    place.moveLeft(std::max(place.left(), free.left()));
    setGeometry(place);
    show();
    setFocus(Qt::PopupFocusReason);
}

void ClusterList::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Cancel)) {
        close();
    } else {
        if (event->key() == Qt::Key_End) {
            m_model->fetchAll();
        }
        QListView::keyPressEvent(event);
    }
}

} // namespace timeline
