// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/rail.h"

#include "app/signs/measures.h"
#include "paint/tokens.h"

#include <QAction>
#include <QPainter>
#include <QVBoxLayout>

namespace timeloom {

Rail::Rail(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 8);
    column->setSpacing(4);
    column->addStretch(1);
}

QToolButton *Rail::make(QAction *action) {
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({px(20), px(20)});
    button->setFixedSize(px(32), px(32));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    connect(action, &QAction::toggled, this, qOverload<>(&QWidget::update));
    return button;
}

QToolButton *Rail::add(QAction *action) {
    auto *column = static_cast<QVBoxLayout *>(layout());
    QToolButton *button = make(action);
    int pages = 0; // before the stretch
    while (column->itemAt(pages)->spacerItem() == nullptr) {
        ++pages;
    }
    column->insertWidget(pages, button);
    return button;
}

QToolButton *Rail::addAtEnd(QAction *action) {
    QToolButton *button = make(action);
    layout()->addWidget(button);
    return button;
}

QSize Rail::sizeHint() const {
    return {px(40), px(160)};
}

void Rail::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const timeline::Tokens &tokens = timeline::Tokens::forPalette(palette());
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(0, 0, 1, height(), tokens.line);
    for (const QToolButton *button : findChildren<QToolButton *>()) {
        if (button->isChecked()) { // the bar at the edge, so that colour does not tell alone
            painter.fillRect(0, button->y(), 3, button->height(), tokens.accent);
        }
    }
}

} // namespace timeloom
