// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QExplicitlySharedDataPointer>

namespace timeline {

/// Whether nobody else has what this points to. Qt's own detach() asks without saying so to the processor: a
/// thread that looked at it before it let go would not be known to have looked.
template <typename T>
bool isOwn(const QExplicitlySharedDataPointer<T> &shared) {
    return shared && shared->ref.loadAcquire() == 1;
}

/// What it points to, to be changed: a copy where others have it, too; made where there is nothing.
template <typename T>
T &own(QExplicitlySharedDataPointer<T> &shared) {
    if (!shared) {
        shared = new T;
    } else if (!isOwn(shared)) {
        shared = new T(*shared);
    }
    return *shared;
}

} // namespace timeline
