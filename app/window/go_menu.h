// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenuBar;

namespace timeline {
class Workspace;
}

namespace timeloom {

class FocusParts;
class SearchField;
class Surfaces;

/// Adds the Go menu: to the search and its matches, to where one was, from part to part of the window.
void addGoMenu(QMenuBar &bar, timeline::Workspace &workspace, Surfaces &surfaces, SearchField &search,
               FocusParts &parts);

} // namespace timeloom
