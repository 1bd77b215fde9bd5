// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_edit.h"

namespace timeline {

/// The text around the events with more in one of its lists, "categories" or "sources": these ids, which are
/// their titles as well, after what is there. A problem is that something else than a list stands there.
EditedText withDeclared(const QByteArray &head, const QString &list, const QStringList &ids);

} // namespace timeline
