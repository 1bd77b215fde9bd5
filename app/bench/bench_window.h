// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/stall_watch.h"
#include "widgets/workspace/editor.h"

#include <QMainWindow>
#include <functional>
#include <memory>

namespace timeloom {

/// A window as somebody knows it who may include it.
struct WindowToMeasure {
    std::unique_ptr<QMainWindow> window;
    timeline::Workspace &workspace;
    timeline::Editor &editor;
    std::function<void(const QString &fileName)> open;
};

/// What one does with a window, and what it costs.
struct WindowStep {
    const char *name;
    double milliseconds = 0; ///< until it was done, all its parts together
    StallWatch::Stall stall; ///< while it was done, and in a moment after it
};

/// Opens a file that may be written to in a window that is shown with all its panes, does all that people do
/// with many events, saves one edit, and closes it. The steps are always the same, in the same order.
std::vector<WindowStep> measureWindow(const std::function<WindowToMeasure()> &make, const QString &fileName);
std::vector<WindowStep> measureMainWindow(const QString &fileName); ///< in the program's own window

/// A line each, or one object on one line.
QString toText(const std::vector<WindowStep> &steps);
QString toJson(const std::vector<WindowStep> &steps);

/// The steps in which the window's thread did not answer for longer than it should, a line each.
QStringList stallsOf(const std::vector<WindowStep> &steps);

} // namespace timeloom
