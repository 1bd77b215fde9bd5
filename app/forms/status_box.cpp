// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/status_box.h"

#include "document/format/wording.h"

namespace timeloom {

using namespace timeline;

void addStatuses(QComboBox &box) {
    for (int i = 0; i < namedStatusCount; ++i) {
        const auto status = static_cast<Status>(i);
        box.addItem(statusTitle(status), toString(status));
    }
}

int indexOfStatus(QComboBox &box, const QString &word) {
    if (const int known = box.findData(word); known >= 0 || word.isEmpty()) {
        return known;
    }
    if (box.count() > namedStatusCount) {
        box.removeItem(namedStatusCount);
    }
    box.addItem(statusTitle(Status::Own, word), word);
    return box.count() - 1;
}

} // namespace timeloom
