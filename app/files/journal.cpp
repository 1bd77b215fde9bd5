// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/journal.h"

#include "app/files/journal_batch.h"
#include "document/bytes/file_name.h"

#include <QCborMap>
#include <QCborStreamReader>
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

/// Before edits were appended, a journal was one map of CBOR.
bool isOfOld(QByteArrayView bytes) {
    constexpr int mapType = 5;
    return !bytes.isEmpty() && static_cast<unsigned char>(bytes.front()) >> 5 == mapType;
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
    // One that does not begin so is none, however large it is.
    const QByteArray begin = file.peek(QByteArrayView(JournalBatch::magic).size());
    if (there.st_size > largest || (begin != JournalBatch::magic && !isOfOld(begin))) {
        return ProblemCode::NoJournal;
    }
    try {
        QByteArray bytes = file.read(there.st_size);
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

namespace {

QCborMap mapIn(const QByteArray &bytes) {
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    // Cut short, it would be a map that must not be asked.
    return error.error == QCborError::NoError ? value.toMap() : QCborMap();
}

Result<Journal::Content> contentOfOld(const QByteArray &bytes) {
    const QCborMap map = mapIn(bytes);
    const auto edits = PendingEdits::fromBytes(map[u"edits"_s].toByteArray());
    if (!edits || edits->isEmpty()) {
        return ProblemCode::NoJournal;
    }
    return Journal::Content{*edits, map[u"fileHash"_s].toByteArray(),
                            QDateTime::fromMSecsSinceEpoch(map[u"written"_s].toInteger())};
}

} // namespace

Result<Journal::Content> Journal::read() const try {
    const Result<QByteArray> bytes = contentOf(m_path);
    if (!bytes) {
        return bytes.problem();
    }
    if (isOfOld(*bytes)) {
        return contentOfOld(*bytes);
    }
    JournalRecords records(QByteArrayView(*bytes).sliced(QByteArrayView(JournalBatch::magic).size()));
    const QCborMap head = mapIn(records.next().value_or(QByteArray()));
    JournalReplay replay;
    while (const auto record = records.next()) {
        replay.take(*record);
    }
    const PendingEdits edits = replay.edits();
    if (!replay.hasAny() || !edits.isSound()) {
        return ProblemCode::NoJournal;
    }
    return Content{edits, head[u"fileHash"_s].toByteArray(), QFileInfo(m_path).lastModified()};
} catch (const std::bad_alloc &) {
    return ProblemCode::NotEnoughMemory;
}

Result<qint64> Journal::rewrite(const Fill &fill, const QByteArray &fileHash) const {
    QSaveFile file(m_path);
    if (m_path.isEmpty()) {
        return ProblemCode::NoSuchFile;
    }
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return saidBySystem(file.errorString());
    }
    const QCborMap head{{u"file"_s, QFileInfo(m_fileName).absoluteFilePath()}, {u"fileHash"_s, fileHash}};
    JournalBatch batch(file);
    bool isWritten =
        file.write(JournalBatch::magic) > 0 && JournalBatch::writeRecord(file, head.toCborValue().toCbor());
    fill(batch);
    isWritten = batch.finish() && isWritten;
    const qint64 size = file.pos();
    return isWritten && file.commit() ? Result<qint64>(size) : saidBySystem(file.errorString());
}

Result<qint64> Journal::append(const Fill &fill, qint64 size) const {
    const int descriptor =
        ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    QFile file;
    struct stat there {};
    if (descriptor < 0 || !file.open(descriptor, QIODevice::WriteOnly, QFile::AutoCloseHandle)) {
        return saidBySystem(qt_error_string(errno));
    }
    if (::fstat(descriptor, &there) != 0 || !S_ISREG(there.st_mode) || there.st_size != size ||
        !file.seek(size)) {
        return ProblemCode::NoJournal; // somebody else's
    }
    JournalBatch batch(file);
    fill(batch);
    if (!batch.finish() || !file.flush() || ::fdatasync(descriptor) != 0) {
        const Problem problem = saidBySystem(file.errorString());
        static_cast<void>(::ftruncate(descriptor, size)); // a batch that is not whole counts for nothing
        return problem;
    }
    return file.pos();
}

Result<> Journal::write(const PendingEdits &edits, const QByteArray &fileHash) const {
    const auto fill = [&edits](JournalBatch &batch) {
        quint32 key = 0;
        for (const PendingEdits::Change &change : edits.events) {
            batch.add(key++, change);
        }
        if (edits.head) {
            batch.setHead(*edits.head);
        }
    };
    const Result<qint64> written = rewrite(fill, fileHash);
    return written ? Result<>() : written.problem();
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
