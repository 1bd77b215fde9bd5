// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCborValue>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

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
    const QString path = real.isEmpty() ? info.absoluteFilePath() : real;
    return QString::fromLatin1(
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

Journal::Journal(const QString &fileName)
    : m_path(stateFolder() + u'/' + keyOf(fileName) + u".journal"_s), m_fileName(fileName) {}

bool Journal::exists() const {
    return !m_path.isEmpty() && QFile::exists(m_path);
}

std::optional<Journal::Content> Journal::read() const {
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(file.readAll(), &error);
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

void Journal::setAside() const {
    for (int number = 1; exists() && number < 100; ++number) {
        if (QFile::rename(m_path, m_path + u'.' + QString::number(number))) {
            return;
        }
    }
}

void Journal::remove() const {
    if (!m_path.isEmpty()) {
        QFile::remove(m_path);
    }
}

} // namespace timeloom
