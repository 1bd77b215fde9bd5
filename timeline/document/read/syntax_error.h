// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QByteArrayView>

#include <rapidjson/error/error.h>

namespace timeline {

/// Puts an error of the parser into words: what stands there, and what was expected. `stringBegin` is where
/// the string began that was read last.
Finding explainSyntaxError(QByteArrayView bytes, rapidjson::ParseErrorCode code, qint64 offset,
                           qint64 stringBegin);

} // namespace timeline
