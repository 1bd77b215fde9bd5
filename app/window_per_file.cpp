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

/// Whether somebody listens, however busy: the system takes the connection for those that live.
bool connects(const QString &name) {
    constexpr int patience = 300; // milliseconds
    QLocalSocket socket;
    socket.connectToServer(name);
    return socket.waitForConnected(patience);
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
    return connects(socketOf(fileName));
}

void WindowPerFile::claim(const QString &fileName) {
    m_server.close();
    if (fileName.isEmpty()) {
        return;
    }
    const QString name = socketOf(fileName);
    if (!m_server.listen(name) && !connects(name)) {
        QLocalServer::removeServer(name); // of a window that ended without taking it away
        m_server.listen(name);
    }
}

} // namespace timeloom
