// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/references.h"

#include <QJsonValue>

namespace timeline {

/// What mends a finding by one click.
struct EventFix {
    QString title;    ///< for a button; translated
    QString field;    ///< of the event, or of the file's head
    QJsonValue value; ///< what to give it; undefined takes it out
    bool isInHead = false;
};

/// What is wrong with one field of an event, and what mends it, the most obvious first.
struct FieldFinding {
    QString field; ///< "date" for "start" and "end" too; empty: the event as a whole
    Finding finding;
    std::vector<EventFix> fixes;
};

/// What is wrong with an event if this were its text, in the order of the text.
std::vector<FieldFinding> checkFields(const Document &document, std::optional<EventIndex> event,
                                      const QByteArray &text);

} // namespace timeline
