// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace timeloom {

/// Two or more choices beside each other in one trough, of which one holds.
class Trough : public QWidget {
    Q_OBJECT

public:
    explicit Trough(const QStringList &choices, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int choice); ///< says nothing
    QAbstractButton *button(int choice) const;

Q_SIGNALS:
    void chosen(int choice); ///< by a person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_buttons;
};

} // namespace timeloom
