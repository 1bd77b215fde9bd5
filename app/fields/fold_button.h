// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace timeloom {

/// The head of a part of a form that can be folded: an arrow, what is in it, and how many.
class FoldButton : public QToolButton {
    Q_OBJECT

public:
    explicit FoldButton(const QString &title, QWidget *parent = nullptr);

    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
};

} // namespace timeloom
