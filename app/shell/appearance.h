// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenu;

namespace timeloom {

/// Light or dark: as the system has it, or as the user wants it here. Everything that draws follows the
/// application's palette, so that this is the one place that knows.
enum class Appearance { System, Light, Dark };

/// Applies what the user chose last. To be called once, before the first window is made.
void applySavedAppearance();

/// Adds the choice to a menu; it is applied at once and kept.
void addAppearanceMenu(QMenu *menu);

} // namespace timeloom
