// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

#include <QJsonArray>

namespace timeline {

/// The records of an event as JSON, told by their tables and as short as they can be.
QJsonArray toJson(const std::vector<Measure> &measures);
QJsonArray toJson(const std::vector<Link> &links);
QJsonArray toJson(const std::vector<Media> &media);

} // namespace timeline
