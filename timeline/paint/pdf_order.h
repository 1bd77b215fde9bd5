// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace timeline {

/// A PDF as QPdfWriter makes it, but the same at every start and everywhere: its objects stand in the order
/// in which they are referred to, instead of in that of a hash table whose seed is random, and its date is a
/// fixed one, instead of one whose length depends on the time zone. Done afterwards, because neither the seed
/// nor the zone of a process can be changed without harm to what else it does meanwhile.
QByteArray inFixedOrder(const QByteArray &pdf);

} // namespace timeline
