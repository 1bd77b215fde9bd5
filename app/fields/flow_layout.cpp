// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace timeloom {

QLayoutItem *FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item; // whoever asks takes it
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    for (const auto &item : m_items) {
        width += item->isEmpty() ? 0 : item->sizeHint().width() + m_gap;
    }
    return {width, minimumSize().height()};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto &item : m_items) {
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

/// Gives the height that they take.
int FlowLayout::arrange(const QRect &rect, bool places) const {
    int x = rect.left();
    int y = rect.top();
    int rowHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) { // hidden
            continue;
        }
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(rect.width(), 1), 1 << 20));
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            x = rect.left();
            y += rowHeight + m_gap;
            rowHeight = 0;
        }
        if (places) {
            item->setGeometry(QRect(QPoint(x, y), size));
        }
        x += size.width() + m_gap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - rect.top();
}

} // namespace timeloom
