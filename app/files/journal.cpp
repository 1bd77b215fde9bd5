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

#include <cerrno>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

Problem saidBySystem(const QString &text) {
    return {ProblemCode::System, {text}};
}

/// What a regular file holds that may be a journal; never waits, and follows no link.
Result<QByteArray> contentOf(const QString &path) {
    constexpr qint64 largest = qint64{1} << 30; // bytes
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        return saidBySystem(qt_error_string(errno));
    }
    struct stat there {};
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle)) {
        return saidBySystem(file.errorString());
    }
    if (::fstat(descriptor, &there) != 0 || !S_ISREG(there.st_mode)) {
        return ProblemCode::NoRegularFile;
    }
    // One that is no map of CBOR is none, however large it is.
    char first = 0;
    constexpr int mapType = 5;
    if (there.st_size > largest || !file.getChar(&first) ||
        static_cast<unsigned char>(first) >> 5 != mapType) {
        return ProblemCode::NoJournal;
    }
    file.ungetChar(first);
    try {
        QByteArray bytes = file.read(largest);
        return file.error() == QFile::NoError ? Result<QByteArray>(bytes) : saidBySystem(file.errorString());
    } catch (const std::bad_alloc &) {
        return ProblemCode::NotEnoughMemory;
    }
}

/// Gives a file the first of these names that is free.
Result<QString> renamed(const QString &path, const QString &base) {
    constexpr int mostNames = 100;
    QFile file(path);
    for (int number = 1; number < mostNames; ++number) {
        QString name = base + QString::number(number);
        if (file.rename(name)) {
            return name;
        }
    }
    return saidBySystem(file.errorString());
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

Result<Journal::Content> Journal::read() const {
    const Result<QByteArray> bytes = contentOf(m_path);
    if (!bytes) {
        return bytes.problem();
    }
    QCborParserError error;
    QCborValue value;
    try {
        value = QCborValue::fromCbor(*bytes, &error);
    } catch (const std::bad_alloc &) {
        return ProblemCode::NotEnoughMemory;
    }
    if (error.error != QCborError::NoError) { // cut short, it would be a map that must not be asked
        return ProblemCode::NoJournal;
    }
    const QCborMap map = value.toMap();
    const auto edits = PendingEdits::fromBytes(map[u"edits"_s].toByteArray());
    if (!edits || edits->isEmpty()) {
        return ProblemCode::NoJournal;
    }
    return Content{*edits, map[u"fileHash"_s].toByteArray(),
                   QDateTime::fromMSecsSinceEpoch(map[u"written"_s].toInteger())};
}

Result<> Journal::write(const PendingEdits &edits, const QByteArray &fileHash) const {
    QSaveFile file(m_path);
    if (m_path.isEmpty()) {
        return ProblemCode::NoSuchFile;
    }
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return saidBySystem(file.errorString());
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
    const bool isWritten = cbor.endMap() && file.flush() && file.error() == QFile::NoError && file.commit();
    return isWritten ? Result<>() : saidBySystem(file.errorString());
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

Result<> Journal::setAside() const {
    const Result<QString> aside = exists() ? renamed(m_path, m_path + u'.') : Result<QString>(QString());
    return aside ? Result<>() : aside.problem();
}

Result<QString> Journal::putAway() const {
    return renamed(m_path, m_path + u".unreadable."_s);
}

void Journal::remove() const {
    if (!m_path.isEmpty()) {
        QFile::remove(m_path);
    }
}

} // namespace timeloom
