// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/field_wheel.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDial>
#include <QEvent>
#include <QPointer>
#include <QSlider>
#include <QTabBar>

namespace timeloom {

namespace {

bool isField(const QWidget *widget) {
    return qobject_cast<const QComboBox *>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(widget) != nullptr ||
           qobject_cast<const QSlider *>(widget) != nullptr ||
           qobject_cast<const QDial *>(widget) != nullptr || qobject_cast<const QTabBar *>(widget) != nullptr;
}

/// A calendar in a window of its own was opened to look for a day, and turns its pages.
bool isInCalendar(const QWidget *widget) {
    while (widget != nullptr && !widget->isWindow() &&
           qobject_cast<const QCalendarWidget *>(widget) == nullptr) {
        widget = widget->parentWidget();
    }
    return widget != nullptr && qobject_cast<const QCalendarWidget *>(widget) != nullptr &&
           widget->window()->windowType() != Qt::Popup;
}

} // namespace

void FieldWheel::guard() {
    static QPointer<FieldWheel> one;
    if (!one) {
        one = new FieldWheel(qApp);
        qApp->installEventFilter(one);
    }
}

bool FieldWheel::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) {
        return false;
    }
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr) {
        return false;
    }
    if (event->type() == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus) {
            widget->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
    const bool isKept = isField(widget) || isInCalendar(widget);
    if (isKept) {
        event->ignore(); // so that it goes to what the field stands in
    }
    return isKept;
}

} // namespace timeloom
