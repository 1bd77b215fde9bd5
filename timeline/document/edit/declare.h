// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_edit.h"

namespace timeline {

/// The text around the events with more in one of its lists, "categories" or "sources": these ids, which are
/// their titles as well, after what is there. A problem is that something else than a list stands there.
EditedText withDeclared(const QByteArray &head, const QString &list, const QStringList &ids);

/// The same with another value of a field of a category, which is declared if it is not yet. Every other byte
/// stays. A problem is as well that its key is there twice.
EditedText withCategoryField(const QByteArray &head, const QString &id, const QString &field,
                             const QJsonValue &value);

} // namespace timeline
