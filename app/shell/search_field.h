// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QLabel;
class QToolButton;

namespace timeline {
class Workspace;
}

namespace timeloom {

/// The one place where one says what to look for: the workspace's filter as text, how many events it shows,
/// and which of them one is at. Typing never moves the view; Return brings the next one in.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(timeline::Workspace &workspace, QWidget *parent = nullptr);

    void begin(); ///< takes the focus, and what stands there is typed over
    void goBy(int step);
    QString position() const { return m_position; } ///< "3 of 17"; empty where nothing is looked for

Q_SIGNALS:
    void left();                     ///< Esc in an empty field
    void wentTo(const QString &say); ///< "Match 3 of 17: DeepSeek-V3"

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    QToolButton *button(const QString &iconName, const QString &name);
    void applyTyped();
    void showFilter();
    void showCount();
    void showError();
    void arrange();

    timeline::Workspace &m_workspace;
    QLabel *m_count;
    QLabel *m_error; ///< below the field, over what is there
    QToolButton *m_previous, *m_next, *m_clear;
    QTimer m_typing;
    QString m_position;
    bool m_isAtMatch = false; ///< Return went to one of those that are shown now
};

} // namespace timeloom
