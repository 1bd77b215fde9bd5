// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

namespace timeline {

/// Why a text is no EDTF date; empty where it is one.
QString dateProblem(const QString &date);

/// "Claimed", and what that says: "asserted by a party".
QString statusTitle(Status status);
QString statusMeaning(Status status);
/// The same; the file's own word as it stands there, what is hidden in it written out.
QString statusTitle(Status status, const QString &ownStatus);

/// "Berlin (52.52° N, 13.405° E)"
QString placeText(const Place &place);
/// Between the titles of two events: "leads to".
QString linkWording(LinkKind kind);

} // namespace timeline
