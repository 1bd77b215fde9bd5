// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/head_member.h"

#include "document/bytes/visible_text.h"

#include <QCoreApplication>

namespace timeloom {

using namespace timeline;

HeadMember memberOf(const QByteArray &head, const QString &key) {
    const JsonText text(head);
    const JsonValue root = text.root();
    HeadMember found;
    if (root.type != JsonType::Object) {
        return found; // a bare array of events
    }
    JsonObjectCursor members(text, root);
    while (const auto member = members.next()) {
        if (text.string(member->key) == key) {
            found.isTwice = found.type.has_value();
            if (found.isTwice) {
                break;
            }
            found.type = member->value.type;
            found.text = text.raw(member->value.range).toByteArray();
        }
    }
    return found;
}

QString HeadMember::whyLeft() const {
    return isTwice
               ? QCoreApplication::translate(
                     "timeloom::HeadMember",
                     "The file has this twice, so that it is not sure which is meant. It is left as it is.")
               : QCoreApplication::translate(
                     "timeloom::HeadMember",
                     "In the file this is %1, which cannot be edited here. It is left as it is.")
                     .arg(quoted(QString::fromUtf8(text.left(200))));
}

} // namespace timeloom
