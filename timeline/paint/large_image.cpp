// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/large_image.h"

#include "text/kept_image.h"

#ifdef Q_OS_LINUX
#include <cstdlib>
#include <sys/mman.h>
#endif

namespace timeline {

#ifdef Q_OS_LINUX
QImage largeImage(QSize size) {
    constexpr std::size_t largePage = 2 << 20;
    const auto needed = static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()) * 4;
    const std::size_t bytes = (needed + largePage - 1) / largePage * largePage;
    void *memory = std::aligned_alloc(largePage, bytes);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    madvise(memory, bytes, MADV_HUGEPAGE); // only a wish
    QImage image(static_cast<uchar *>(memory), size.width(), size.height(),
                 QImage::Format_ARGB32_Premultiplied, std::free, memory);
    return checkedImage(image);
}
#else
QImage largeImage(QSize size) {
    return checkedImage({size, QImage::Format_ARGB32_Premultiplied});
}
#endif

} // namespace timeline
