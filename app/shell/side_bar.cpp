// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/side_bar.h"

#include "app/shell/lazy_pages.h"
#include "paint/tokens.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace timeloom {

namespace {

constexpr int edge = 4; // at the left, to be dragged

} // namespace

SideBar::SideBar(QWidget *parent) : QWidget(parent), m_pages(new LazyPages(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(edge, 0, 0, 0);
    row->addWidget(m_pages);
    setCursor(Qt::SizeHorCursor);
    m_pages->setCursor(Qt::ArrowCursor);
}

void SideBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const timeline::Tokens &tokens = timeline::Tokens::forPalette(palette());
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(0, 0, 1, height(), tokens.line);
}

void SideBar::mousePressEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton && event->position().x() <= edge) {
        m_grip = event->position().toPoint().x();
    }
}

void SideBar::mouseMoveEvent(QMouseEvent *event) {
    if (m_grip) {
        Q_EMIT widthDragged(width() - event->position().toPoint().x() + *m_grip);
    }
}

void SideBar::mouseReleaseEvent(QMouseEvent *) {
    m_grip.reset();
}

} // namespace timeloom
