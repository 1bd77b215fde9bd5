// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

namespace timeline {

/// Text from a file, made safe to show: control characters and those that turn the direction of writing are
/// written out as their code point, "‹U+202E›", instead of being obeyed. Line ends and tabs stay.
QString visibleText(const QString &text);

/// Why a text is no EDTF date; empty where it is one.
QString dateProblem(const QString &date);

/// How a category is called where people read; that of events without one is "Other", or "Events" where there
/// are no others.
QString categoryTitle(const Document &document, CategoryIndex category);

/// "Claimed", and what that says: "asserted by a party, without evidence".
QString statusTitle(Status status);
QString statusMeaning(Status status);

} // namespace timeline
