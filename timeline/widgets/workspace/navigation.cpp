// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/navigation.h"

#include <QMetaMethod>
#include <algorithm>

namespace timeline {

void Navigation::setViewport(const Viewport &viewport) {
    endMovement();
    stepTo(viewport);
}

void Navigation::endMovement() {
    m_destination.reset();
    Q_EMIT movementEnded();
}

void Navigation::stepTo(const Viewport &viewport) {
    if (m_destination == viewport) {
        m_destination.reset();
    }
    if (viewport != m_viewport) {
        m_viewport = viewport;
        Q_EMIT viewportChanged();
    }
}

void Navigation::navigate(const Viewport &viewport) {
    if (viewport != destination()) {
        rememberViewport();
        moveTo(viewport);
    }
}

void Navigation::moveTo(const Viewport &viewport) {
    m_destination = viewport;
    Q_EMIT navigationRequested(viewport);
    if (!isSignalConnected(QMetaMethod::fromSignal(&Navigation::navigationRequested))) {
        setViewport(viewport);
    }
}

void Navigation::rememberViewport() {
    const Viewport remembered = destination();
    m_forward.clear();
    if (m_back.empty() || m_back.back() != remembered) {
        if (m_back.size() == historyLimit) {
            m_back.erase(m_back.begin());
        }
        m_back.push_back(remembered);
    }
    Q_EMIT historyChanged();
}

void Navigation::forgetHistory() {
    m_back.clear();
    m_forward.clear();
}

void Navigation::goBack() {
    travel(m_back, m_forward);
}

void Navigation::goForward() {
    travel(m_forward, m_back);
}

void Navigation::travel(std::vector<Viewport> &from, std::vector<Viewport> &to) {
    // A gesture that moved nothing has left a place behind that nobody needs to go back to.
    while (!from.empty() && from.back() == destination()) {
        from.pop_back();
    }
    if (!from.empty()) {
        const Viewport target = from.back();
        from.pop_back();
        to.push_back(destination());
        moveTo(target);
    }
    Q_EMIT historyChanged();
}

void Navigation::carryOver(const std::function<Viewport(const Viewport &)> &change) {
    endMovement(); // its coordinates are those of the scale that was
    m_viewport = change(m_viewport);
    std::ranges::transform(m_back, m_back.begin(), change);
    std::ranges::transform(m_forward, m_forward.begin(), change);
}

void Navigation::replace(const Viewport &viewport) {
    endMovement();
    m_viewport = viewport;
}

} // namespace timeline
