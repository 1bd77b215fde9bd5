// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"

#include <vector>

class QAction;
class QMenuBar;

namespace timeloom {

class Surfaces;

/// Adds the Edit menu, and what of it belongs into a tool bar to `toolBar`. The same actions come up with the
/// right mouse button on lanes and page.
void addEditMenu(QMenuBar &bar, timeline::Workspace &workspace, timeline::Editor &editor, Surfaces &surfaces,
                 std::vector<QAction *> &toolBar);

} // namespace timeloom
