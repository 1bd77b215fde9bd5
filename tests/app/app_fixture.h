// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>

/// A home of its own for a test, so that no one's settings are read or changed. No window is shown.
class OwnHome {
public:
    OwnHome() {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("HOME", m_folder.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("timeloom"));
        QCoreApplication::setApplicationName(QStringLiteral("timeloom-test"));
    }
    QString path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }

private:
    QTemporaryDir m_folder;
};

inline const OwnHome home;

inline bool write(const QString &fileName, const QByteArray &bytes) {
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray read(const QString &fileName) {
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers the next dialog of this type, as soon as it is there.
template <typename Dialog>
void answerNext(QObject *context, std::function<void(Dialog &)> answer) {
    auto *look = new QTimer(context);
    QObject::connect(look, &QTimer::timeout, context, [look, answer] {
        if (auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget())) {
            look->deleteLater();
            answer(*dialog);
        }
    });
    look->start(0);
}
