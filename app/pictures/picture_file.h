// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/picture.h"

namespace timeloom {

/// Writes a picture into a file, whole or not at all.
timeline::Result<> savePicture(const timeline::Picture &picture, const QString &fileName,
                               timeline::PictureFormat format);

} // namespace timeloom
