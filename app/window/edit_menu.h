// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"

class QAction;
class QMenuBar;

namespace timeloom {

class Surfaces;

/// What of the menu stands in a bar, too.
struct EditActions {
    QAction *undo;
    QAction *redo;
    QAction *newEvent;
};

/// Adds the Edit menu. The same actions come up with the right mouse button on lanes and page.
EditActions addEditMenu(QMenuBar &bar, timeline::Workspace &workspace, timeline::Editor &editor,
                        Surfaces &surfaces);

} // namespace timeloom
