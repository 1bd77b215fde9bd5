// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/first_geometry.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace timeloom {

namespace {

constexpr QSize usual(1600, 1000); // as large where there is room
constexpr QSize largest(2400, 1500);
constexpr double share = 0.8; // of a large screen

qint64 areaOf(const QRect &rect) {
    return rect.isEmpty() ? 0 : qint64{rect.width()} * rect.height();
}

} // namespace

QRect firstGeometry(const QRect &available) {
    const QRect room = available.marginsRemoved(likelyFrame);
    const auto wanted = [](int all, int least, int most) {
        return std::min({all, most, std::max(least, static_cast<int>(all * share))});
    };
    QRect first(0, 0, wanted(room.width(), usual.width(), largest.width()),
                wanted(room.height(), usual.height(), largest.height()));
    first.setSize(first.size().expandedTo(smallestWindow));
    first.moveCenter(room.center());
    // Where the smallest does not fit, its beginning is to be seen.
    first.moveTopLeft({std::max(first.left(), room.left()), std::max(first.top(), room.top())});
    return first;
}

QRect broughtInto(const QRect &kept, const QList<QRect> &available) {
    if (available.isEmpty()) {
        return kept;
    }
    const auto covered = [&kept](const QRect &screen) { return areaOf(screen & kept); };
    const QRect room = std::ranges::max_element(available, {}, covered)->marginsRemoved(likelyFrame);
    QRect brought = kept;
    brought.setSize(kept.size().boundedTo(room.size()).expandedTo(smallestWindow));
    brought.moveLeft(std::max(room.left(), std::min(brought.left(), room.right() - brought.width() + 1)));
    brought.moveTop(std::max(room.top(), std::min(brought.top(), room.bottom() - brought.height() + 1)));
    return brought;
}

void placeWindow(QWidget &window, const QByteArray &kept) {
    QList<QRect> available;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        available += screen->availableGeometry();
    }
    window.setMinimumSize(smallestWindow);
    if (!window.restoreGeometry(kept)) {
        const QScreen *first = QGuiApplication::primaryScreen();
        window.setGeometry(firstGeometry(first != nullptr ? first->availableGeometry() : window.geometry()));
    } else if (!(window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))) {
        window.setGeometry(broughtInto(window.geometry(), available));
    }
}

} // namespace timeloom
