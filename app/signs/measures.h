// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

namespace timeloom {

/// Sizes of the window are told for text of 13 pixels, and grow with the system's text.
double textScale(); ///< 1 and more
int px(double atBase);

/// The face of the whole window, `size` as at a base of 13. Weights are 400 text, 500 buttons, 600 headings.
QFont textFont(double size = 13, int weight = 400);

/// Loads the faces of the window and makes them the application's. To be called once, before the first
/// widget.
void useOwnFonts();

/// What is spoken of a button without words, and its tip.
void nameButton(QWidget *button, const QString &name);

} // namespace timeloom
