// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/json_value.h"

namespace timeloom {

/// A member of the file's head: the JSON text of its value, and whether its key is there twice.
struct HeadMember {
    std::optional<timeline::JsonType> type; ///< nothing where there is no such member
    QByteArray text;
    bool isTwice = false;

    /// Why it is left as it is, for people.
    QString whyLeft() const;
};

HeadMember memberOf(const QByteArray &head, const QString &key);

} // namespace timeloom
