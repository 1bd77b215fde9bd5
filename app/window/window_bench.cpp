// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/bench_window.h"
#include "app/commands/command.h"
#include "app/window/main_window.h"

namespace timeloom {

std::vector<WindowStep> measureMainWindow(const QString &fileName) {
    return measureWindow(
        [] {
            auto window = std::make_unique<MainWindow>();
            MainWindow &made = *window;
            return WindowToMeasure{std::move(window), made.workspace(), made.editor(),
                                   [&made](const QString &name) { made.open(name); }};
        },
        fileName);
}

} // namespace timeloom
