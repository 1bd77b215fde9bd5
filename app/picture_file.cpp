// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace timeloom {

namespace {

QString complaint(const QString &fileName, const QString &reason) {
    return QCoreApplication::translate("picture", "%1 cannot be written: %2").arg(fileName, reason);
}

} // namespace

QString savePicture(const timeline::Picture &picture, const QString &fileName,
                    timeline::PictureFormat format) {
    // QSaveFile would put a file in the place of a pipe or a device.
    const QFileInfo info(fileName);
    if (info.exists() && !info.isFile()) {
        return complaint(fileName, QCoreApplication::translate("picture", "it is no regular file"));
    }
    QSaveFile file(fileName);
    const bool written = file.open(QIODevice::WriteOnly) && picture.write(file, format) && file.flush();
    if (!written) {
        file.cancelWriting();
    }
    return written && file.commit() ? QString() : complaint(fileName, file.errorString());
}

} // namespace timeloom
