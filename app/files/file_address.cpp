// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/file_address.h"

#include "document/bytes/file_name.h"

#include <QSysInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace timeloom {

QString fileNameOf(const QUrl &address) {
    const QString host = address.host();
    const bool isHere = host.isEmpty() || host == "localhost"_L1 ||
                        host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) == 0;
    // Its bytes need not be UTF-8, and QUrl::toLocalFile() would lose them.
    const QByteArray name = QByteArray::fromPercentEncoding(address.path(QUrl::FullyEncoded).toLatin1());
    return address.isLocalFile() && isHere && name.startsWith('/') && !name.contains('\0')
               ? timeline::fileNameFromBytes(name)
               : QString();
}

QString fileNameFromArgument(const QString &argument) {
    if (!argument.startsWith("file:"_L1, Qt::CaseInsensitive) || timeline::isThere(argument)) {
        return argument;
    }
    const QString name = fileNameOf(QUrl(argument));
    return name.isEmpty() ? argument : name;
}

} // namespace timeloom
