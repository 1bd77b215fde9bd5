// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/available_memory.h"

#include <QFile>
#include <QLocale>
#include <algorithm>
#include <limits>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr qint64 unknown = std::numeric_limits<qint64>::max();

#ifdef Q_OS_LINUX

QByteArray contentOf(const QString &fileName) {
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); // all are small
}

/// "MemAvailable:   20881234 kB"
qint64 freeMemory() {
    const QByteArray text = contentOf(u"/proc/meminfo"_s);
    const QByteArray key = "MemAvailable:";
    const qsizetype at = text.indexOf(key);
    const qsizetype end = text.indexOf("kB", at);
    return at >= 0 && end >= 0
               ? text.mid(at + key.size(), end - at - key.size()).trimmed().toLongLong() * 1024
               : unknown;
}

qint64 limitOfGroup() {
    bool isNumber = false;
    const qint64 limit = contentOf(u"/sys/fs/cgroup/memory.max"_s).trimmed().toLongLong(&isNumber);
    return isNumber ? limit : unknown;
}

qint64 usedAddresses() {
    return contentOf(u"/proc/self/statm"_s).split(' ').first().toLongLong() * sysconf(_SC_PAGESIZE);
}

#else

qint64 freeMemory() {
    return unknown;
}
qint64 limitOfGroup() {
    return unknown;
}
qint64 usedAddresses() {
    return 0;
}

#endif

qint64 freeAddresses() {
#ifdef Q_OS_UNIX
    struct rlimit limit {};
    if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        return std::max<qint64>(0, static_cast<qint64>(limit.rlim_cur) - usedAddresses());
    }
#endif
    return unknown;
}

} // namespace

qint64 availableMemory() {
    return std::min({freeMemory(), limitOfGroup(), freeAddresses()});
}

QString memoryText(qint64 bytes) {
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace timeline
