// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <vector>

namespace timeloom {

/// How long it is from one event to another, as exactly as their dates are known, each with what it is: from
/// beginning to beginning; where one of them lasts also the gap, or for how long both go on. Translated.
std::vector<std::pair<QString, QString>> timeApart(const timeline::Document &document,
                                                   timeline::EventIndex one, timeline::EventIndex other);

} // namespace timeloom
