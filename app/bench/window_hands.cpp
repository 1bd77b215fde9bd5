// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/window_hands.h"

#include "app/signs/trough.h"
#include "widgets/view/timeline_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTableView>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

/// Comes after all that waits already, painting too.
class LastEvent : public QObject {
public:
    LastEvent() { QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority - 1); }
    bool isHere() const { return m_isHere; }

protected:
    bool event(QEvent *event) override {
        m_isHere = m_isHere || event->type() == QEvent::User;
        return QObject::event(event);
    }

private:
    bool m_isHere = false;
};

void press(QWidget &in, int key, const QString &text) {
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&in, &event);
    }
}

void sendMouse(QWidget &to, QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
    QMouseEvent event(type, at, to.mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&to, &event);
}

} // namespace

void WindowHands::showPanes() {
    m_window.resize(1920, 1400);
    m_window.show();
    waitUntil([this] { return pane("details"_L1)->findChild<QWidget *>() != nullptr; });
    trigger(Qt::ALT | Qt::Key_4);
    waitUntilPainted();
}

QWidget *WindowHands::pane(QLatin1StringView name) const {
    return m_window.findChild<QWidget *>(name);
}

timeline::TimelineView *WindowHands::view() const {
    return m_window.findChild<timeline::TimelineView *>();
}

QLineEdit *WindowHands::filter() const {
    return m_window.findChild<QLineEdit *>("search"_L1);
}

QTableView *WindowHands::table() const {
    return pane("table"_L1)->findChild<QTableView *>();
}

void WindowHands::showForm(bool isShown) {
    pane("details"_L1)->findChild<Trough *>("readOrEdit"_L1)->button(isShown ? 1 : 0)->click();
}

QLineEdit *WindowHands::formTitle() const {
    return pane("details"_L1)->findChild<QLineEdit *>(); // the first of the fields
}

void WindowHands::trigger(const QKeySequence &shortcut) {
    for (QAction *action : m_window.findChildren<QAction *>()) {
        if (action->shortcuts().contains(shortcut)) {
            action->trigger();
            return;
        }
    }
}

void WindowHands::type(QWidget &into, QChar letter) {
    press(into, letter.toUpper().unicode(), QString(letter));
}

void WindowHands::pressReturn(QWidget &in) {
    press(in, Qt::Key_Return, u"\r"_s);
}

void WindowHands::clear(QLineEdit &line) {
    line.selectAll();
    press(line, Qt::Key_Delete, {});
}

void WindowHands::pointAt(QPointF at) {
    sendMouse(*view()->viewport(), QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
}

void WindowHands::click(QPointF at) {
    pointAt(at);
    sendMouse(*view()->viewport(), QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    sendMouse(*view()->viewport(), QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
}

void WindowHands::answerDialog(const std::function<void(QDialog &)> &answer) {
    auto *look = new QTimer(&m_window);
    QObject::connect(look, &QTimer::timeout, &m_window, [look, answer] {
        if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
            look->deleteLater();
            answer(*dialog);
        }
    });
    look->start(1);
}

void WindowHands::waitUntil(const std::function<bool()> &isDone) {
    QEventLoop loop;
    while (!isDone()) {
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    waitUntilPainted();
}

void WindowHands::waitUntilPainted() {
    QEventLoop loop;
    for (int i = 0; i < 2; ++i) { // what is due at once comes after what is posted, and is painted then
        const LastEvent last;
        while (!last.isHere()) {
            loop.processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
}

void WindowHands::waitQuietly() {
    constexpr int quiet = 150; // milliseconds
    QEventLoop loop;
    QTimer::singleShot(quiet, &loop, &QEventLoop::quit);
    loop.exec();
    waitUntilPainted();
}

} // namespace timeloom
