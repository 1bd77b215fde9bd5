// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/signs.h"

#include <QAbstractButton>

namespace timeloom {

/// One of several choices, with its sign.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    Chip(Sign sign, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
};

} // namespace timeloom
