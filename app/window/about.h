// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace timeloom {

/// Says what this program is and under which licences it and its fonts are.
void showAbout(QWidget *parent);

} // namespace timeloom
