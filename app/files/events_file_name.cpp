// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/events_file_name.h"

#include "document/bytes/file_name.h"
#include "document/bytes/visible_text.h"

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

Result<> checkFileName(const QString &name) {
    if (!isFileName(name) || !isThere(name) || isRegularFile(name)) {
        return {};
    }
    return Problem{QFileInfo(name).isDir() ? ProblemCode::FolderForEvents : ProblemCode::DeviceForEvents,
                   {shownName(name)}};
}

} // namespace timeloom
