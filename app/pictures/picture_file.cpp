// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_file.h"

#include "document/bytes/available_memory.h"
#include "document/bytes/file_name.h"
#include "document/edit/file_save.h"

namespace timeloom {

using namespace timeline;

namespace {

/// What there is no memory for.
Problem needOf(const Picture &picture, PictureFormat format) {
    if (format != PictureFormat::Png) {
        return {ProblemCode::NoMemoryToDraw};
    }
    return {ProblemCode::NoMemoryForPixels,
            {QString::number(picture.pixels().width()), QString::number(picture.pixels().height()),
             memoryText(picture.imageBytes()), memoryText(availableMemory())}};
}

} // namespace

Result<> savePicture(const Picture &picture, const QString &fileName, PictureFormat format) {
    using Attempt = Problem::Attempt;
    const Result<QByteArray> bytes = picture.toBytes(format);
    if (!bytes) {
        return needOf(picture, format).of(isThere(fileName) ? Attempt::WriteOver : Attempt::Write, fileName);
    }
    if (const SaveResult saved = saveFile(fileName, {*bytes}); !saved) {
        return saved.problem().of(isThere(fileName) ? Attempt::SaveOver : Attempt::Save, fileName);
    }
    return {};
}

} // namespace timeloom
