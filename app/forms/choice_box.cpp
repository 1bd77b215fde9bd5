// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/choice_box.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QWheelEvent>

namespace timeloom {

void ChoiceBox::keyPressEvent(QKeyEvent *event) {
    const QString text = event->text();
    const bool isLetter = !isEditable() && !text.isEmpty() && text.front().isPrint() &&
                          !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        showPopup();
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!isEditable()) {
            showPopup();
            return;
        }
        break;
    default:
        break;
    }
    if (isLetter) {
        showPopup();
        view()->keyboardSearch(text);
        return;
    }
    QComboBox::keyPressEvent(event);
}

/// It is meant for what the box stands in.
void ChoiceBox::wheelEvent(QWheelEvent *event) {
    event->ignore();
}

} // namespace timeloom
