// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/events_file_name.h"

#include "document/bytes/file_name.h"
#include "document/bytes/visible_text.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

bool isFileName(const QString &name) {
    return name != ":story"_L1 && name != "-"_L1;
}

bool isSmall(const QString &fileName) {
    constexpr qint64 smallFile = 1 << 20; // bytes
    return !isFileName(fileName) || QFileInfo(fileName).size() < smallFile;
}

QString shownName(const QString &fileName) {
    return visibleText(QFileInfo(fileName).fileName());
}

QString whyNoFile(const QString &fileName) {
    if (!isThere(fileName) || isRegularFile(fileName)) {
        return {};
    }
    return (QFileInfo(fileName).isDir()
                ? QCoreApplication::translate("timeloom::FileName",
                                              "%1 is a folder; expected an events file.")
                : QCoreApplication::translate("timeloom::FileName",
                                              "%1 is a device or a pipe; expected an events file."))
        .arg(shownName(fileName));
}

} // namespace timeloom
