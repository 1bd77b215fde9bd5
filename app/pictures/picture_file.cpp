// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_file.h"

#include "document/bytes/available_memory.h"
#include "document/bytes/file_name.h"
#include "document/edit/file_save.h"

#include <QCoreApplication>
#include <new>

namespace timeloom {

using namespace timeline;

namespace {

QString complaint(const QString &fileName, const QString &reason) {
    return QCoreApplication::translate("picture", "%1 cannot be written: %2")
        .arg(shownFileName(fileName), reason);
}

/// What there is no memory for.
QString needOf(const Picture &picture, PictureFormat format) {
    if (format != PictureFormat::Png) {
        return QCoreApplication::translate("picture", "there is not enough memory to draw it");
    }
    return QCoreApplication::translate("picture", "its %1x%2 pixels take %3 of memory, and there are %4")
        .arg(picture.pixels().width())
        .arg(picture.pixels().height())
        .arg(memoryText(picture.imageBytes()), memoryText(availableMemory()));
}

} // namespace

QString savePicture(const Picture &picture, const QString &fileName, PictureFormat format) {
    QByteArray bytes;
    try {
        bytes = picture.toBytes(format);
    } catch (const std::bad_alloc &) {
        bytes.clear();
    }
    const QString trouble =
        bytes.isEmpty() ? complaint(fileName, needOf(picture, format)) : saveFile(fileName, {bytes}).error();
    return trouble.isEmpty() || !isThere(fileName)
               ? trouble
               : QCoreApplication::translate("picture", "%1; what was there is untouched").arg(trouble);
}

} // namespace timeloom
