// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/journal.h"

#include "document/bytes/file_name.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCborValue>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// What a regular file holds; never waits, and follows no link. Nothing where it is none, or larger than any
/// journal is.
std::optional<QByteArray> contentOf(const QString &path) {
    constexpr qint64 largest = qint64{1} << 30; // bytes
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
    struct stat there {};
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle) ||
        ::fstat(descriptor, &there) != 0 || !S_ISREG(there.st_mode) || there.st_size > largest) {
        return std::nullopt;
    }
    // One that is no map of CBOR is none, however large it is.
    char first = 0;
    constexpr int mapType = 5;
    if (!file.getChar(&first) || static_cast<unsigned char>(first) >> 5 != mapType) {
        return std::nullopt;
    }
    file.ungetChar(first);
    try {
        QByteArray bytes = file.read(largest);
        return file.error() == QFile::NoError ? std::optional(bytes) : std::nullopt;
    } catch (const std::bad_alloc &) {
        return std::nullopt;
    }
}

/// Gives a file the first of these names that is free.
QString renamed(const QString &path, const QString &base) {
    constexpr int mostNames = 100;
    for (int number = 1; number < mostNames; ++number) {
        QString name = base + QString::number(number);
        if (QFile::rename(path, name)) {
            return name;
        }
    }
    return {};
}

} // namespace

QString stateFolder() {
    // XDG base directories: what is empty or relative counts as not set.
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    const QString home = QDir::isAbsolutePath(given) ? given : QDir::homePath() + u"/.local/state"_s;
    QString folder = home + u"/timeloom"_s;
    if (QDir().mkpath(folder)) {
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return folder;
}

QString Journal::keyOf(const QString &fileName) {
    const QFileInfo info(fileName);
    const QString real = info.canonicalFilePath();
    const QString folder = real.isEmpty() ? QFileInfo(info.absolutePath()).canonicalFilePath() : QString();
    const QString path = !real.isEmpty()     ? real
                         : !folder.isEmpty() ? folder + u'/' + info.fileName() // it is not there yet
                                             : info.absoluteFilePath();
    return QString::fromLatin1(
        QCryptographicHash::hash(fileNameBytes(path), QCryptographicHash::Sha256).toHex().left(32));
}

Journal::Journal(const QString &fileName)
    : m_path(stateFolder() + u'/' + keyOf(fileName) + u".journal"_s), m_fileName(fileName) {}

bool Journal::exists() const {
    return !m_path.isEmpty() && (QFile::exists(m_path) || QFileInfo(m_path).isSymLink());
}

std::optional<Journal::Content> Journal::read() const {
    const std::optional<QByteArray> bytes = m_path.isEmpty() ? std::nullopt : contentOf(m_path);
    if (!bytes) {
        return std::nullopt;
    }
    QCborParserError error;
    QCborValue value;
    try {
        value = QCborValue::fromCbor(*bytes, &error);
    } catch (const std::bad_alloc &) {
        return std::nullopt;
    }
    if (error.error != QCborError::NoError) { // cut short, it would be a map that must not be asked
        return std::nullopt;
    }
    const QCborMap map = value.toMap();
    const auto edits = PendingEdits::fromBytes(map[u"edits"_s].toByteArray());
    if (!edits || edits->isEmpty()) {
        return std::nullopt;
    }
    return Content{*edits, map[u"fileHash"_s].toByteArray(),
                   QDateTime::fromMSecsSinceEpoch(map[u"written"_s].toInteger())};
}

bool Journal::write(const PendingEdits &edits, const QByteArray &fileHash) const {
    QSaveFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return false;
    }
    QCborStreamWriter cbor(&file);
    cbor.startMap(4);
    cbor.append("file"_L1);
    cbor.append(QFileInfo(m_fileName).absoluteFilePath());
    cbor.append("fileHash"_L1);
    cbor.append(fileHash);
    cbor.append("written"_L1);
    cbor.append(QDateTime::currentMSecsSinceEpoch());
    cbor.append("edits"_L1);
    cbor.append(edits.toBytes());
    return cbor.endMap() && file.flush() && file.error() == QFile::NoError && file.commit();
}

Journal Journal::leftBehind() const {
    Journal aside = *this;
    for (int number = 1; number < 100 && !m_path.isEmpty(); ++number) {
        aside.m_path = m_path + u'.' + QString::number(number);
        if (aside.exists()) {
            break;
        }
    }
    return aside;
}

bool Journal::setAside() const {
    return !exists() || !renamed(m_path, m_path + u'.').isEmpty();
}

QString Journal::putAway() const {
    return renamed(m_path, m_path + u".unreadable."_s);
}

void Journal::remove() const {
    if (!m_path.isEmpty()) {
        QFile::remove(m_path);
    }
}

} // namespace timeloom
