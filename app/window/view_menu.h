// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/surfaces.h"

class QAction;
class QMenu;
class QMenuBar;

namespace timeloom {

/// What of the menu stands in bars, too, and its menu of panes, which is empty.
struct ViewActions {
    QAction *lanes;
    QAction *page;
    QAction *fold;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *everything;
    QMenu *panes;
};

ViewActions addViewMenu(QMenuBar &bar, timeline::Workspace &workspace, Surfaces &surfaces);

} // namespace timeloom
