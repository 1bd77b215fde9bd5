// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/lane_headings.h"

#include <QKeyEvent>
#include <algorithm>

// What keys do with the headings of lanes.

namespace timeline {

bool LaneHeadings::takeFocus() {
    const Scene &scene = m_view.scene();
    if (m_lastFocus && (m_lastFocus->isHiddenLanes ? scene.hiddenLanes.has_value()
                                                   : lanes().placeOf(m_lastFocus->key).has_value())) {
        focusOn(*m_lastFocus);
    } else if (!scene.lanes.empty()) {
        focusOn({false, scene.lanes.front().key});
    } else if (scene.hiddenLanes) {
        focusOn({true, {}});
    }
    return m_focus.has_value();
}

void LaneHeadings::focusOn(const Place &place) {
    m_focus = m_lastFocus = place;
    m_focusRank = place.isHiddenLanes ? lanes().openCount : lanes().placeOf(place.key).value_or(0);
    bringIntoView(place);
    m_view.tellFocus();
    Q_EMIT changed();
}

void LaneHeadings::loseFocus() {
    if (std::exchange(m_focus, std::nullopt)) {
        Q_EMIT changed();
    }
}

std::optional<LaneHeadings::Place> LaneHeadings::next(const Place &place, int direction) const {
    const std::size_t open = lanes().openCount;
    const std::size_t at = place.isHiddenLanes ? open : lanes().placeOf(place.key).value_or(0);
    if (direction < 0) {
        return at > 0 ? std::optional(Place{false, lanes().lanes[at - 1].key}) : std::nullopt;
    }
    if (at + 1 < open) {
        return Place{false, lanes().lanes[at + 1].key};
    }
    return m_actions.hidesSome() && !place.isHiddenLanes ? std::optional(Place{true, {}}) : std::nullopt;
}

bool LaneHeadings::takesKey(const QKeyEvent &event) const {
    if (!m_focus) {
        return false;
    }
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        return modifiers == Qt::NoModifier || modifiers == Qt::AltModifier;
    case Qt::Key_F:
    case Qt::Key_F10:
        return modifiers == Qt::ShiftModifier;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_F2:
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Menu:
        return modifiers == Qt::NoModifier;
    default:
        return false;
    }
}

bool LaneHeadings::press(const QKeyEvent &event) {
    if (!takesKey(event)) {
        return false;
    }
    const Place at = *m_focus;
    const bool isLane = !at.isHiddenLanes && lanes().placeOf(at.key).has_value();
    const int direction = event.key() == Qt::Key_Up ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!(event.modifiers() & Qt::AltModifier)) {
            focusOn(next(at, direction).value_or(at));
        } else if (isLane) {
            m_actions.moveBy(at.key, direction);
        }
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (lanes().openCount > 0) {
            const std::size_t lane = event.key() == Qt::Key_Home ? 0 : lanes().openCount - 1;
            focusOn({false, lanes().lanes[lane].key});
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_F:
        if (isLane) {
            const bool wasFolded = lanes().choice().folded.contains(at.key);
            m_actions.setFolded(at.key, event.key() == Qt::Key_F ? !wasFolded : event.key() == Qt::Key_Left);
        }
        break;
    case Qt::Key_F2:
        if (isLane) {
            rename(at.key);
        }
        break;
    case Qt::Key_Delete:
        if (isLane) {
            m_actions.hide(at.key);
        }
        break;
    case Qt::Key_Menu:
    case Qt::Key_F10:
        popUpMenu(at);
        break;
    default:
        activate(at);
    }
    return true;
}

/// Keys go on with the same lane, or, where that was hidden or has gone, with what stands where it stood.
void LaneHeadings::follow() {
    if (m_held && m_held->isDragged) {
        drop(); // from where it is no more
    }
    if (!m_focus) {
        return;
    }
    const std::optional<std::size_t> place =
        m_focus->isHiddenLanes ? std::nullopt : lanes().placeOf(m_focus->key);
    const std::size_t open = lanes().openCount;
    if ((m_focus->isHiddenLanes && m_actions.hidesSome()) || (place && *place < open)) {
        focusOn(*m_focus);
    } else if (open > 0) {
        focusOn({false, lanes().lanes[std::min(m_focusRank, open - 1)].key});
    } else if (m_actions.hidesSome()) {
        focusOn({true, {}});
    } else {
        loseFocus();
    }
}

} // namespace timeline
