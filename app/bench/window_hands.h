// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QMainWindow>
#include <QPointF>
#include <functional>

class QDialog;
class QWidget;
class QLineEdit;
class QTableView;

namespace timeline {
class TimelineView;
} // namespace timeline

namespace timeloom {

/// Does with a window what people do with keys and pointer, and waits for what it does about that.
class WindowHands {
public:
    explicit WindowHands(QMainWindow &window) : m_window(window) {}

    /// Shows the window with its side bar and the table open.
    void showPanes();

    timeline::TimelineView *view() const;
    QLineEdit *filter() const;
    QTableView *table() const;
    void showForm(bool isShown); ///< instead of what is to be read of the selected events
    QLineEdit *formTitle() const;

    void trigger(const QKeySequence &shortcut); ///< the action that has it
    void type(QWidget &into, QChar letter);
    void pressReturn(QWidget &in);
    void clear(QLineEdit &line); ///< as its button does
    void pointAt(QPointF at);    ///< in the timeline
    void click(QPointF at);
    /// Answers the next dialog as soon as it is there.
    void answerDialog(const std::function<void(QDialog &)> &answer);

    /// Lets the window work until a condition holds and all is painted.
    static void waitUntil(const std::function<bool()> &isDone);
    static void waitUntilPainted();
    static void waitQuietly(); ///< for as long as something may come late

private:
    QWidget *pane(QLatin1StringView name) const;

    QMainWindow &m_window;
};

} // namespace timeloom
