// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/drawer_room.h"

#include "widgets/view/timeline_view.h"

#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double air = 12; // pixels between the event and the drawer

} // namespace

DrawerRoom::DrawerRoom(Workspace &workspace, const TimelineView &view, std::function<int()> inset,
                       QObject *parent)
    : QObject(parent), m_workspace(workspace), m_view(view), m_inset(std::move(inset)) {
    connect(workspace.selection(), &EventSelection::changed, this, &DrawerRoom::look);
}

void DrawerRoom::look() {
    Navigation *navigation = m_workspace.navigation();
    const int inset = m_inset();
    if (inset == 0) {
        if (m_shifted && navigation->destination() == m_shifted->to) {
            navigation->moveTo(m_shifted->from);
        }
        m_shifted.reset();
        return;
    }
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    const Scene &scene = m_view.scene();
    const SceneItem *item = current ? scene.itemOf(*current) : nullptr;
    if (item == nullptr || navigation->destination() != navigation->viewport()) {
        return; // it is on its way to where it will be seen
    }
    const QRectF reach = item->reach();
    const double free = m_view.viewport()->width() - inset - air;
    const double covered = std::min(reach.right() - free, reach.left() - scene.plot.left() - air);
    if (covered > 0) {
        const Viewport from =
            m_shifted && m_shifted->to == navigation->viewport() ? m_shifted->from : navigation->viewport();
        const Viewport to = navigation->viewport().pannedBy(covered);
        m_shifted = {from, to};
        navigation->moveTo(to);
    }
}

} // namespace timeloom
