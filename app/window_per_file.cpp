// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window_per_file.h"

#include "app/journal.h"

#include <QLocalSocket>

namespace timeloom {

namespace {

QString socketOf(const QString &fileName) {
    return stateFolder() + QLatin1Char('/') + Journal::keyOf(fileName) + QLatin1String(".window");
}

} // namespace

WindowPerFile::WindowPerFile(QObject *parent) : QObject(parent) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->deleteLater();
            Q_EMIT wanted();
        }
    });
}

bool WindowPerFile::raise(const QString &fileName) {
    constexpr int patience = 300; // milliseconds: it is on this machine, or dead
    QLocalSocket socket;
    socket.connectToServer(socketOf(fileName));
    return socket.waitForConnected(patience);
}

void WindowPerFile::claim(const QString &fileName) {
    m_server.close();
    if (fileName.isEmpty()) {
        return;
    }
    const QString name = socketOf(fileName);
    if (!m_server.listen(name)) {
        QLocalServer::removeServer(name); // of a window that ended without taking it away
        m_server.listen(name);
    }
}

} // namespace timeloom
