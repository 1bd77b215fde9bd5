// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/lazy_pages.h"

#include <QVBoxLayout>
#include <utility>

namespace timeloom {

int LazyPages::addPage(const QString &name, const Maker &make) {
    auto *room = new QWidget;
    room->setObjectName(name);
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_makers.push_back(make);
    return addWidget(room);
}

QWidget *LazyPages::content(int page) {
    QLayout *room = widget(page)->layout();
    if (const Maker make = std::exchange(m_makers.at(static_cast<std::size_t>(page)), {})) {
        room->addWidget(make());
    }
    return room->itemAt(0)->widget();
}

void LazyPages::fill() {
    for (int page = 0; page < count(); ++page) {
        content(page);
    }
}

void LazyPages::showPage(int page) {
    content(page);
    setCurrentIndex(page);
}

} // namespace timeloom
