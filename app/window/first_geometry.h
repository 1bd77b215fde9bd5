// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMargins>
#include <QRect>

class QWidget;

namespace timeloom {

inline constexpr QSize smallestWindow{800, 500};
/// What the system may put around a window before one can ask it: the title bar and narrow edges.
inline constexpr QMargins likelyFrame{4, 36, 4, 4};

/// Where a window is shown that nobody has placed yet: in the middle of what the screen has free, its frame
/// within that, too. It is large, but not without end on a large screen. All in logical pixels.
QRect firstGeometry(const QRect &available);

/// A geometry that was kept, with its frame in the free part of the screen of which it covers most, or of the
/// first where it covers none: it is moved, and made smaller where it does not fit.
QRect broughtInto(const QRect &kept, const QList<QRect> &available);

/// Gives a window its smallest size and the geometry that QWidget::saveGeometry() gave, or its first where
/// there is none. To be called before it is shown.
void placeWindow(QWidget &window, const QByteArray &kept);

} // namespace timeloom
