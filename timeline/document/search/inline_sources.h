// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <stop_token>

namespace timeline {

/// The declared source that one is which stands in an event: the one with its id; without an id one with its
/// title and address.
const Source *declaredAs(const Document &document, const Source &source);

/// The sources that stand in the events themselves and are none of the declared ones, each once: those with
/// one id are one, as are those without with the same title and address. Looks at all events, on all cores: a
/// million take some tenths of a second.
std::vector<Source> inlineSourcesOf(const Document &document);

} // namespace timeline
