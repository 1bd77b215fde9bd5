// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/recent_files.h"

#include "document/bytes/file_name.h"

#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

const QString settingsKey = u"recentFiles"_s;
constexpr int mostFiles = 10;

/// Settings have room for characters alone: a byte of a name that is none, and what marks such, as %FF.
QString kept(const QString &name) {
    return QString::fromLatin1(timeline::fileNameBytes(name).toPercentEncoding(" /\\:"));
}

QString fromKept(const QString &text) {
    return timeline::fileNameFromBytes(QByteArray::fromPercentEncoding(text.toUtf8()));
}

} // namespace

QStringList recentFiles() {
    QStringList files;
    for (const QString &text : QSettings().value(settingsKey).toStringList()) {
        files += fromKept(text);
    }
    return files;
}

void rememberFile(const QString &fileName) {
    QStringList files = recentFiles();
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(fileName));
    files.removeAll(path);
    files.prepend(path);
    QStringList texts;
    for (const QString &file : files.mid(0, mostFiles)) {
        texts += kept(file);
    }
    QSettings().setValue(settingsKey, texts);
}

} // namespace timeloom
