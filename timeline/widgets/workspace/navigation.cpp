// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/navigation.h"

#include "layout/scale/carried.h"

#include <QMetaMethod>
#include <algorithm>
#include <utility>

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
    const bool isOther = viewport != m_now.viewport;
    if (m_destination && m_destination->viewport == viewport) {
        m_now = *std::exchange(m_destination, std::nullopt);
    } else if (isOther) {
        m_now = {viewport, nullptr};
    }
    if (isOther) {
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
    move({viewport, nullptr});
}

void Navigation::move(const View &view) {
    m_destination = view;
    Q_EMIT navigationRequested(view.viewport);
    if (!isSignalConnected(QMetaMethod::fromSignal(&Navigation::navigationRequested))) {
        stepTo(view.viewport);
    }
}

void Navigation::rememberViewport() {
    const View remembered = aim();
    m_forward.clear();
    if (m_back.empty() || m_back.back().viewport != remembered.viewport) {
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

void Navigation::travel(std::vector<View> &from, std::vector<View> &to) {
    // A gesture that moved nothing has left a place behind that nobody needs to go back to.
    while (!from.empty() && from.back().viewport == destination()) {
        from.pop_back();
    }
    if (!from.empty()) {
        const View target = from.back();
        from.pop_back();
        to.push_back(aim());
        move(target);
    }
    Q_EMIT historyChanged();
}

void Navigation::carryOver(const TimeScale &from, const TimeScale &to, QSizeF size, double shift,
                           const Anchor &anchor) {
    if (from == to && size == m_now.viewport.size()) {
        return;
    }
    const auto carry = [&](View &view) {
        const auto selected = anchor.isEventIn(view.viewport) ? anchor.event : std::nullopt;
        // Who has selected something since looks at it, and not at where one was.
        if (!view.chosen || (selected && selected != view.chosen->selected)) {
            view.chosen = std::make_shared<const View::Chosen>(View::Chosen{view.viewport, from, selected});
        }
        const Viewport before = std::exchange(
            view.viewport, carried(view.chosen->viewport, view.chosen->scale, to).resized(size));
        if (view.chosen->scale == to && view.chosen->viewport.width() == size.width()) {
            view.chosen.reset();
            return;
        }
        const double x = anchor.in(before);
        const double at = carriedAxis(before.axis(x), from, to);
        // What a narrower plot would lose keeps a little room beside it.
        constexpr double room = 24; // pixels
        const double wanted = std::clamp(x - shift, std::min(x, room),
                                         std::max(room, size.width() - std::min(before.width() - x, room)));
        view.viewport = view.viewport.pannedBy(view.viewport.x(at) - wanted);
    };
    m_now = aim(); // a movement's coordinates are those of the scale or size that was
    endMovement();
    carry(m_now);
    std::ranges::for_each(m_back, carry);
    std::ranges::for_each(m_forward, carry);
}

void Navigation::replace(const Viewport &viewport) {
    endMovement();
    m_now = {viewport, nullptr};
}

} // namespace timeline
