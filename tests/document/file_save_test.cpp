// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/file_save.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace timeline;

class FileSaveTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    static QByteArray read(const QString &fileName) {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }
    static void write(const QString &fileName, const QByteArray &bytes) {
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QStringList files() const {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

private Q_SLOTS:
    void cleanup() {
        for (const QString &file : files()) {
            QFile::remove(m_folder.filePath(file));
        }
    }

    void writesAllPieces() {
        QCOMPARE(saveFile(path("new"), {"one ", "", "two"}), QString());
        QCOMPARE(read(path("new")), QByteArray("one two"));
        QCOMPARE(saveFile(path("new"), {"three"}), QString());
        QCOMPARE(read(path("new")), QByteArray("three"));
        QCOMPARE(saveFile(path("new"), {}), QString());
        QCOMPARE(read(path("new")), QByteArray());
        QCOMPARE(files(), QStringList(QStringLiteral("new")));
    }

    void aLinkStaysALink() {
        write(path("file"), "old");
        QVERIFY(QFile::link(path("file"), path("link")));
        QVERIFY(QFile::link(path("link"), path("second")));
        QCOMPARE(saveFile(path("second"), {"new"}), QString());
        QCOMPARE(read(path("file")), QByteArray("new"));
        QVERIFY(QFileInfo(path("link")).isSymLink() && QFileInfo(path("second")).isSymLink());
    }

#ifdef Q_OS_UNIX
    void linksInACircleAreRefused() {
        QCOMPARE(::symlink(qPrintable(path("b")), qPrintable(path("a"))), 0);
        QCOMPARE(::symlink(qPrintable(path("a")), qPrintable(path("b"))), 0);
        QVERIFY(!saveFile(path("a"), {"new"}).isEmpty());
        QVERIFY(QFileInfo(path("a")).isSymLink());
    }

    void permissionsStay() {
        write(path("file"), "old");
        QCOMPARE(::chmod(qPrintable(path("file")), 0640), 0);
        QCOMPARE(saveFile(path("file"), {"new"}), QString());
        struct stat after {};
        QCOMPARE(::stat(qPrintable(path("file")), &after), 0);
        QCOMPARE(after.st_mode & 07777U, 0640U);
    }

    void whatIsNoFileIsRefused() {
        QCOMPARE(::mkfifo(qPrintable(path("pipe")), 0600), 0);
        QVERIFY(saveFile(path("pipe"), {"new"}).contains(path("pipe")));
        QVERIFY(!saveFile(m_folder.path(), {"new"}).isEmpty());
        QVERIFY(!saveFile(path("not/there"), {"new"}).isEmpty());
        QCOMPARE(files(), QStringList(QStringLiteral("pipe")));
    }

    void aReadOnlyFileOrFolderIsLeftAlone() {
        if (::geteuid() == 0) {
            QSKIP("Root may write everywhere.");
        }
        write(path("file"), "old");
        QCOMPARE(::chmod(qPrintable(path("file")), 0400), 0);
        QVERIFY(!saveFile(path("file"), {"new"}).isEmpty());
        QCOMPARE(::chmod(qPrintable(path("file")), 0600), 0);
        QCOMPARE(::chmod(qPrintable(m_folder.path()), 0500), 0);
        QVERIFY(!saveFile(path("file"), {"new"}).isEmpty());
        QCOMPARE(::chmod(qPrintable(m_folder.path()), 0700), 0);
        QCOMPARE(read(path("file")), QByteArray("old"));
    }

    /// A limit to the size of files stands in for a full disk: a write comes back short, the next one fails.
    void aFullDiskLeavesTheOldFile() {
        write(path("file"), "old");
        struct rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit small = before;
        small.rlim_cur = 1000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const QString failure = saveFile(path("file"), {QByteArray(600, 'x'), QByteArray(600, 'y')});
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY(failure.contains(path("file")));
        QCOMPARE(read(path("file")), QByteArray("old"));
        QCOMPARE(files(), QStringList(QStringLiteral("file")));
    }

    void killedAtAnyMomentItIsTheOldFileOrTheNew() {
        const QByteArray old(300'000, 'o');
        const QByteArray fresh(300'000, 'n');
        int replaced = 0;
        constexpr int rounds = 60;
        for (int round = 0; round < rounds; ++round) {
            write(path("file"), old);
            std::array<int, 2> ends{};
            QCOMPARE(::pipe(ends.data()), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                while (::write(ends[1], "", 1) == 1) { // about to save
                    saveFile(path("file"), {fresh});
                }
            }
            QVERIFY(child > 0);
            for (int saves = 0; saves <= round % 3; ++saves) {
                char told = 0;
                QCOMPARE(::read(ends[0], &told, 1), ssize_t{1});
            }
            ::kill(child, SIGKILL); // in the midst of a save
            ::close(ends[0]);
            ::close(ends[1]);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            const QByteArray now = read(path("file"));
            QVERIFY(now == old || now == fresh);
            replaced += now == fresh ? 1 : 0;
        }
        QVERIFY(replaced > 0); // at least those that were killed in a later save
    }
#endif
};

QTEST_APPLESS_MAIN(FileSaveTest)
#include "file_save_test.moc"
