// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace timeloom {

/// The strip at the right edge that is always there: which page the side bar shows, and whether it is docked.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);
    QToolButton *add(QAction *action); ///< of a page, checkable
    QToolButton *addAtEnd(QAction *action);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *make(QAction *action);
};

} // namespace timeloom
