// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/window_per_file.h"

#include "app/files/journal.h"
#include "document/bytes/file_name.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QLocalSocket>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

QString socketOf(const QString &key) {
    return stateFolder() + u'/' + key + u".window"_s;
}

/// Whether somebody listens, however busy: the system takes the connection for those that live.
bool connects(const QString &key) {
    constexpr int patience = 300; // milliseconds
    QLocalSocket socket;
    socket.connectToServer(socketOf(key));
    return socket.waitForConnected(patience);
}

/// Who has a file listens in a moment.
void callForward(const QString &key) {
    constexpr int longest = 1000;         // milliseconds
    constexpr unsigned long between = 20; // milliseconds
    for (const QDeadlineTimer end(longest); !connects(key) && !end.hasExpired();) {
        QThread::msleep(between);
    }
}

/// The same for all names of a file; empty where there is none yet.
QString keyOnDisk(const QString &fileName) {
    struct stat there {};
    return ::stat(timeline::fileNameBytes(fileName).constData(), &there) == 0
               ? u"%1-%2"_s.arg(there.st_dev, 0, 16).arg(there.st_ino, 0, 16)
               : QString();
}

} // namespace

/// A file that is locked for as long as this lives. It says who has it.
class FileClaim::Lock {
public:
    enum class Result { Held, Others, Impossible };

    Lock(const QString &key, const QByteArray &self)
        : m_path(QFile::encodeName(stateFolder() + u'/' + key + u".lock"_s)), m_key(key) {
        constexpr int mostTries = 100;
        for (int i = 0; i < mostTries && result == Result::Impossible; ++i) {
            tryOnce(self);
        }
    }
    ~Lock() {
        if (result == Result::Held) {
            ::unlink(m_path.constData()); // before it is let go: who waits looks whether it is still there
        }
        close();
    }
    Q_DISABLE_COPY_MOVE(Lock)

    QString key() const { return m_key; }
    Result result = Result::Impossible;
    QByteArray owner; ///< of one that others hold

private:
    void tryOnce(const QByteArray &self) {
        constexpr mode_t onlyMine = 0600;
        m_file = ::open(m_path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, onlyMine);
        if (m_file < 0) {
            return;
        }
        struct stat held {};
        struct stat there {};
        if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) {
                result = Result::Others;
                owner.resize(ownerSize);
                owner.resize(std::max<qsizetype>(::pread(m_file, owner.data(), ownerSize, 0), 0));
            }
        } else if (::fstat(m_file, &held) == 0 && ::stat(m_path.constData(), &there) == 0 &&
                   held.st_ino == there.st_ino && held.st_dev == there.st_dev) {
            result = Result::Held;
            if (::ftruncate(m_file, 0) != 0 ||
                ::pwrite(m_file, self.data(), static_cast<std::size_t>(self.size()), 0) < 0) {
                return; // it is held all the same; who wants the file is not told where it is
            }
            return;
        }
        close();
    }
    void close() {
        if (m_file >= 0) {
            ::close(std::exchange(m_file, -1));
        }
    }

    static constexpr qsizetype ownerSize = 64; // more than a key
    QByteArray m_path;
    QString m_key;
    int m_file = -1;
};

FileClaim::FileClaim(QString fileName, QString key) : m_fileName(std::move(fileName)), m_key(std::move(key)) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->deleteLater();
            Q_EMIT wanted();
        }
    });
}

FileClaim::~FileClaim() {
    m_server.close(); // while the locks are held: what others listen under is not taken away
}

/// False where somebody else has it. What cannot be locked is had all the same.
bool FileClaim::hold(const QString &key, QString *other) {
    auto lock = std::make_unique<Lock>(key, m_key.toLatin1());
    if (lock->result == Lock::Result::Others) {
        *other = lock->owner.isEmpty() ? key : QString::fromLatin1(lock->owner);
        return false;
    }
    m_locks.push_back(std::move(lock));
    return true;
}

std::unique_ptr<FileClaim> FileClaim::take(const QString &fileName, QString *other) {
    const QString key = Journal::keyOf(fileName);
    std::unique_ptr<FileClaim> claim(new FileClaim(fileName, key));
    const QString onDisk = keyOnDisk(fileName);
    if (!claim->hold(key, other) || (!onDisk.isEmpty() && !claim->hold(onDisk, other))) {
        return nullptr;
    }
    if (claim->m_locks.front()->result == Lock::Result::Impossible && connects(key)) {
        *other = key; // no locks are to be had here
        return nullptr;
    }
    QLocalServer::removeServer(socketOf(key)); // of a window that ended without taking it away
    claim->m_server.listen(socketOf(key));
    return claim;
}

void FileClaim::renew() {
    const QString onDisk = keyOnDisk(m_fileName);
    if (onDisk.isEmpty() || m_locks.back()->key() == onDisk) {
        return;
    }
    m_locks.resize(1);
    QString other;
    hold(onDisk, &other);
}

bool WindowPerFile::raise(const QString &fileName) {
    QString other;
    if (FileClaim::take(fileName, &other) != nullptr) {
        return false;
    }
    callForward(other);
    return true;
}

std::unique_ptr<FileClaim> WindowPerFile::take(const QString &fileName) {
    constexpr int mostStories = 100;
    QString other;
    auto claim = FileClaim::take(fileName, &other);
    if (fileName.startsWith(u':')) {
        for (int number = 2; !claim && number < mostStories; ++number) {
            claim = FileClaim::take(u"%1 %2"_s.arg(fileName).arg(number), &other);
        }
    } else if (!claim) {
        callForward(other);
    }
    return claim;
}

void WindowPerFile::prepare(std::unique_ptr<FileClaim> claim) {
    m_next = std::move(claim);
    if (m_next) {
        connect(m_next.get(), &FileClaim::wanted, this, &WindowPerFile::wanted);
    }
}

void WindowPerFile::settle(bool isOther) {
    if (isOther || m_next) {
        m_shown = std::move(m_next);
    }
}

void WindowPerFile::giveUp() {
    m_next.reset();
}

void WindowPerFile::renew() {
    if (m_shown) {
        m_shown->renew();
    }
}

} // namespace timeloom
