// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QMenu;
class QWidget;

namespace timeline {

class Workspace;

/// Asks at a place of the screen by what lanes are to be made.
/// Makes the choices of a menu those of what lanes stand for, with that of now checked.
void fillGroupings(QMenu &menu, Workspace &workspace);
void popUpGroupings(Workspace &workspace, QWidget *parent, QPoint globalPos);

} // namespace timeline
