// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_status.h"

#include "document/format/wording.h"
#include "document/json/json_value.h"
#include "document/store/event_texts.h"

namespace timeline {

QString statusWord(const Document &document, EventIndex event) {
    const Status status = document.status(event);
    if (status != Status::Own) {
        return toString(status);
    }
    const auto word = EventTexts(document.eventText(event), bit(EventField::Status)).next();
    return word ? stringFromUtf8(decodeJsonString({word->data(), static_cast<std::size_t>(word->size())}))
                : QString();
}

QString statusTitle(const Document &document, EventIndex event) {
    const Status status = document.status(event);
    return statusTitle(status, status == Status::Own ? statusWord(document, event) : QString());
}

} // namespace timeline
