// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/edit_control.h"
#include "document/edit/event_edit.h"
#include "document/store/document.h"

#include <functional>

namespace timeline {

/// Another text for the event of this number among those that are changed, made of the text that it has. Is
/// called on several threads at once.
using TextChange = std::function<EditedText(std::size_t number, QByteArrayView text)>;

/// An edit that gives events other texts, made on all cores; those that stay as they are are left out, and
/// those that are deleted are passed over. A problem is that of the first event that has one.
Result<DocumentEdit> changedTexts(const Document &document, const std::vector<EventIndex> &events,
                                  const TextChange &change, EditControl &control);

} // namespace timeline
