// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

/// Windows of tests are drawn nowhere.
inline const bool isOffscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

/// A mouse over one widget: sends what a person's would, at times that the test says.
class Pointer {
public:
    explicit Pointer(QWidget *widget) : m_widget(widget) {}

    Qt::KeyboardModifiers modifiers;
    quint64 time = 0; ///< milliseconds

    void press(QPointF at, Qt::MouseButton button = Qt::LeftButton) {
        m_down = button;
        send(QEvent::MouseButtonPress, at, button);
    }
    void move(QPointF at) { send(QEvent::MouseMove, at, Qt::NoButton); }
    void release(QPointF at) {
        const Qt::MouseButton button = std::exchange(m_down, Qt::NoButton);
        send(QEvent::MouseButtonRelease, at, button);
    }
    void click(QPointF at, Qt::MouseButton button = Qt::LeftButton) {
        press(at, button);
        release(at);
    }
    void drag(QPointF from, QPointF to) {
        press(from);
        move((from + to) / 2);
        move(to);
        release(to);
    }
    void doubleClick(QPointF at) {
        click(at);
        m_down = Qt::LeftButton;
        send(QEvent::MouseButtonDblClick, at, Qt::LeftButton);
        release(at);
    }
    void wheel(QPointF at, QPoint angle) {
        QWheelEvent event(at, m_widget->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_widget, &event);
    }

private:
    void send(QEvent::Type type, QPointF at, Qt::MouseButton button) {
        QMouseEvent event(type, at, m_widget->mapToGlobal(at), button, m_down, modifiers);
        event.setTimestamp(time);
        QCoreApplication::sendEvent(m_widget, &event);
    }

    QWidget *m_widget;
    Qt::MouseButton m_down = Qt::NoButton;
};
