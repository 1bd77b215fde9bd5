// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

namespace timeloom {

/// How two events are related, as seen from one of them. In the order in which they are shown.
enum class Relationship { FollowsFrom, LeadsTo, PartOf, HasPart, Contradicts, ContradictedBy, Related };
inline constexpr int relationshipCount = 7;

Relationship relationshipOf(timeline::LinkKind kind, bool isOutgoing);
QString relationshipTitle(Relationship relationship);

} // namespace timeloom
