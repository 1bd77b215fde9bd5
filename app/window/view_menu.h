// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/surfaces.h"

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;

namespace timeloom {

/// Adds the View menu, and what of it belongs into a tool bar to `toolBar` (nullptr: a separator); gives its
/// menu of panes, which is empty. `find` puts the cursor where one says what to look for.
QMenu *addViewMenu(QMenuBar &bar, timeline::Workspace &workspace, Surfaces &surfaces,
                   const std::function<void()> &find, std::vector<QAction *> &toolBar);

} // namespace timeloom
