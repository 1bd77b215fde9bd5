// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_sink.h"
#include "document/json/json_value.h"

namespace timeline {

/// Reports every key that occurs again in the same object, however deep within `value`: once, with how often
/// where that is more than twice. Readers use the first. What lies in `passedOver`, a list, is not looked at.
void reportDuplicateKeys(const JsonText &text, JsonValue value, FindingSink &sink, ByteRange passedOver = {});

} // namespace timeline
