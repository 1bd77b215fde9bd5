// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_name.h"

#include "document/bytes/text_check.h"
#include "document/bytes/visible_text.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <array>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

constexpr char16_t escape = 0xDC00; // and the byte, of 0x80 at least

/// Whether a byte that is no UTF-8 stands here.
bool isByte(QStringView name, qsizetype i) {
    const char16_t unit = name[i].unicode();
    return unit >= escape + 0x80 && unit <= escape + 0xFF && (i == 0 || !name[i - 1].isHighSurrogate());
}

} // namespace

QString fileNameFromBytes(QByteArrayView bytes) {
    QString name;
    while (const auto odd = findInvalidUtf8(bytes)) {
        name += QFile::decodeName(bytes.first(*odd).toByteArray());
        name += QChar(static_cast<char16_t>(escape + static_cast<unsigned char>(bytes[*odd])));
        bytes = bytes.sliced(*odd + 1);
    }
    return name + QFile::decodeName(bytes.toByteArray());
}

QByteArray fileNameBytes(const QString &fileName) {
    QByteArray bytes;
    qsizetype done = 0;
    for (qsizetype i = 0; i < fileName.size(); ++i) {
        if (isByte(fileName, i)) {
            bytes += QFile::encodeName(fileName.sliced(done, i - done));
            bytes += static_cast<char>(fileName[i].unicode() - escape);
            done = i + 1;
        }
    }
    return bytes + QFile::encodeName(fileName.sliced(done));
}

QString shownFileName(const QString &fileName) {
    QString shown;
    for (qsizetype i = 0; i < fileName.size(); ++i) {
        const char16_t unit = fileName[i].unicode();
        if (isByte(fileName, i)) {
            shown += u"\\x%1"_s.arg(QString::number(unit - escape, 16).toUpper());
        } else if (unit == u'\n' || unit == u'\r' || unit == u'\t') {
            shown += u"‹U+%1›"_s.arg(QString::number(unit, 16).toUpper(), 4, u'0');
        } else {
            shown += fileName[i];
        }
    }
    return visibleText(shown);
}

std::optional<QString> withoutLinks(const QString &fileName) {
    constexpr int mostLinks = 40; // as Linux has it
#ifdef Q_OS_UNIX
    QByteArray name = fileNameBytes(fileName);
    for (int i = 0; i <= mostLinks; ++i) {
        std::array<char, 4096> buffer{};
        const ssize_t size = ::readlink(name.constData(), buffer.data(), buffer.size());
        if (size < 0) {
            return fileNameFromBytes(name);
        }
        const QByteArray target(buffer.data(), size);
        name = target.startsWith('/') ? target : name.left(name.lastIndexOf('/') + 1) + target;
    }
#else
    QFileInfo info(fileName);
    for (int i = 0; i <= mostLinks; ++i) {
        if (!info.isSymLink()) {
            return info.filePath();
        }
        info = QFileInfo(info.symLinkTarget());
    }
#endif
    return std::nullopt;
}

#ifdef Q_OS_UNIX

namespace {

std::optional<struct stat> statusOf(const QString &fileName) {
    struct stat status {};
    return ::stat(fileNameBytes(fileName).constData(), &status) == 0 ? std::optional(status) : std::nullopt;
}

} // namespace

bool isThere(const QString &fileName) {
    return statusOf(fileName).has_value();
}

bool isRegularFile(const QString &fileName) {
    const auto status = statusOf(fileName);
    return status && S_ISREG(status->st_mode);
}

bool isSameFile(const QString &a, const QString &b) {
    const auto first = statusOf(a);
    const auto second = statusOf(b);
    return first && second && first->st_dev == second->st_dev && first->st_ino == second->st_ino;
}

#else

bool isThere(const QString &fileName) {
    return QFileInfo::exists(fileName);
}

bool isRegularFile(const QString &fileName) {
    return QFileInfo(fileName).isFile();
}

bool isSameFile(const QString &a, const QString &b) {
    const QString path = QFileInfo(a).canonicalFilePath();
    return !path.isEmpty() && path == QFileInfo(b).canonicalFilePath();
}

#endif

} // namespace timeline
