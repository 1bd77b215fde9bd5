// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace timeloom {

/// Sees to it that a file is open in one window only: a window listens under a name made of the file's path,
/// and who wants to open the file asks there first.
class WindowPerFile : public QObject {
    Q_OBJECT

public:
    explicit WindowPerFile(QObject *parent = nullptr);

    /// Has the window that shows this file come forward; false where there is none.
    static bool raise(const QString &fileName);
    /// From now on this window shows that file; none where the name is empty.
    void claim(const QString &fileName);

Q_SIGNALS:
    void wanted(); ///< somebody wants to see the file

private:
    QLocalServer m_server;
};

} // namespace timeloom
