// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/file_bytes.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("timeline", text);
}

/// Opens what the name means; gives what stands in the way, or nothing.
QString open(QFile &file, const QString &fileName) {
    if (fileName == "-"_L1) {
        return file.open(stdin, QIODevice::ReadOnly) ? QString() : file.errorString();
    }
    file.setFileName(fileName == ":story"_L1 ? u":/timeloom/deepseek.json"_s : fileName);
    const QFileInfo info(file.fileName());
    if (!info.exists()) {
        return tr("there is no such file");
    }
    if (info.isDir()) {
        return tr("it is a folder; expected a file");
    }
    return file.open(QIODevice::ReadOnly) ? QString() : file.errorString();
}

} // namespace

std::optional<QByteArray> readBytes(const QString &fileName, QString *error) {
    QFile file;
    QString problem = open(file, fileName);
    QByteArray bytes;
    if (problem.isEmpty()) {
        bytes = file.readAll();
        if (file.error() != QFileDevice::NoError) {
            problem = file.errorString();
        }
    }
    if (problem.isEmpty()) {
        return bytes;
    }
    if (error != nullptr) {
        *error = tr("cannot read %1: %2").arg(fileName, problem);
    }
    return std::nullopt;
}

} // namespace timeline
