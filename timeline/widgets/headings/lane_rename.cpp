// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/headings/lane_rename.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>
#include <utility>

namespace timeline {

LaneRename::LaneRename(const LaneActions &actions, QWidget &view, QWidget &canvas,
                       std::function<QRectF(const QString &key)> placeOf)
    : m_actions(actions), m_view(view), m_canvas(canvas), m_placeOf(std::move(placeOf)) {
    connect(&actions.workspace(), &Workspace::documentChanged, this, &LaneRename::leave);
}

void LaneRename::begin(const QString &key) {
    leave();
    if (const QString why = m_actions.obstacle(key); !why.isEmpty()) {
        m_actions.refuse(why);
        return;
    }
    m_key = key;
    m_before = LaneActions::titleOf(*m_actions.categoryOf(key));
    m_field = new QLineEdit(m_before, &m_canvas);
    m_field->setAccessibleName(tr("Title of the lane"));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, &LaneRename::take);
    connect(m_field, &QLineEdit::editingFinished, this, &LaneRename::take); // keys went elsewhere
    settle();
    if (m_field != nullptr) {
        m_field->selectAll();
        m_field->show();
        m_field->setFocus(Qt::OtherFocusReason);
    }
}

void LaneRename::settle() {
    if (m_field == nullptr) {
        return;
    }
    const QRectF place = m_placeOf(m_key);
    if (place.isEmpty()) {
        leave();
        return;
    }
    constexpr double left = 8;
    constexpr double narrowest = 180; // where headings are slim
    const double width = std::max(narrowest, place.width() - left);
    const double height = m_field->sizeHint().height();
    const double lowest = std::max(0.0, m_canvas.height() - height);
    m_field->setGeometry(QRectF(left, std::min(place.top() + 2, lowest), width, height).toRect());
}

bool LaneRename::leave() {
    const QPointer<QLineEdit> field = std::exchange(m_field, nullptr);
    if (field == nullptr) {
        return false;
    }
    field->disconnect(this);
    if (field->hasFocus()) { // before it goes, as that would give it to who comes next
        m_view.setFocus(Qt::OtherFocusReason);
    }
    field->hide();
    field->deleteLater();
    return true;
}

void LaneRename::take() {
    if (m_field == nullptr) {
        return;
    }
    const QString title = m_field->text().trimmed();
    const QString key = m_key;
    leave();
    if (!title.isEmpty() && title != m_before) {
        m_actions.rename(key, title);
    }
}

bool LaneRename::eventFilter(QObject *object, QEvent *event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (object == m_field && isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            leave();
        }
        return true;
    }
    return QObject::eventFilter(object, event);
}

} // namespace timeline
