// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/file_save.h"

#include "document/bytes/file_lock.h"
#include "document/bytes/file_stamp.h"

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
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
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
        QCOMPARE(saveFile(path("new"), {"one ", "", "two"}).error(), QString());
        QCOMPARE(read(path("new")), QByteArray("one two"));
        QCOMPARE(saveFile(path("new"), {"three"}).error(), QString());
        QCOMPARE(read(path("new")), QByteArray("three"));
        QCOMPARE(saveFile(path("new"), {}).error(), QString());
        QCOMPARE(read(path("new")), QByteArray());
        QCOMPARE(files(), QStringList(QStringLiteral("new")));
    }

    void aLinkStaysALink() {
        write(path("file"), "old");
        QVERIFY(QFile::link(path("file"), path("link")));
        QVERIFY(QFile::link(path("link"), path("second")));
        QCOMPARE(saveFile(path("second"), {"new"}).error(), QString());
        QCOMPARE(read(path("file")), QByteArray("new"));
        QVERIFY(QFileInfo(path("link")).isSymLink() && QFileInfo(path("second")).isSymLink());
    }

#ifdef Q_OS_UNIX
    void linksInACircleAreRefused() {
        QCOMPARE(::symlink(qPrintable(path("b")), qPrintable(path("a"))), 0);
        QCOMPARE(::symlink(qPrintable(path("a")), qPrintable(path("b"))), 0);
        QVERIFY(!saveFile(path("a"), {"new"}).error().isEmpty());
        QVERIFY(QFileInfo(path("a")).isSymLink());
    }

    void permissionsStay() {
        write(path("file"), "old");
        QCOMPARE(::chmod(qPrintable(path("file")), 0640), 0);
        QCOMPARE(saveFile(path("file"), {"new"}).error(), QString());
        struct stat after {};
        QCOMPARE(::stat(qPrintable(path("file")), &after), 0);
        QCOMPARE(after.st_mode & 07777U, 0640U);
    }

    void whatIsNoFileIsRefused() {
        QCOMPARE(::mkfifo(qPrintable(path("pipe")), 0600), 0);
        QVERIFY(saveFile(path("pipe"), {"new"}).error().contains(path("pipe")));
        QVERIFY(!saveFile(m_folder.path(), {"new"}).error().isEmpty());
        QVERIFY(!saveFile(path("not/there"), {"new"}).error().isEmpty());
        QCOMPARE(files(), QStringList(QStringLiteral("pipe")));
    }

    void aReadOnlyFileOrFolderIsLeftAlone() {
        if (::geteuid() == 0) {
            QSKIP("Root may write everywhere.");
        }
        write(path("file"), "old");
        QCOMPARE(::chmod(qPrintable(path("file")), 0400), 0);
        QVERIFY(!saveFile(path("file"), {"new"}).error().isEmpty());
        QCOMPARE(::chmod(qPrintable(path("file")), 0600), 0);
        QCOMPARE(::chmod(qPrintable(m_folder.path()), 0500), 0);
        QVERIFY(!saveFile(path("file"), {"new"}).error().isEmpty());
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
        const QString failure = saveFile(path("file"), {QByteArray(600, 'x'), QByteArray(600, 'y')}).error();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY(failure.contains(path("file")));
        QCOMPARE(read(path("file")), QByteArray("old"));
        QCOMPARE(files(), QStringList(QStringLiteral("file")));
    }

    void whatOthersWroteIsLeftAlone() {
        write(path("file"), "mine");
        const QByteArray stamp = stampOf(path("file"));
        write(path("file"), "ours");
        const SaveResult refused = saveFile(path("file"), {"new"}, stamp);
        QVERIFY(refused.is(ProblemCode::ChangedMeanwhile) && refused.error().contains(path("file")));
        QCOMPARE(read(path("file")), QByteArray("ours"));
        const SaveResult saved = saveFile(path("file"), {"new"}, stampOf(path("file")));
        QVERIFY(saved.error().isEmpty() && !saved.is(ProblemCode::ChangedMeanwhile));
        QCOMPARE(*saved, stampOf(path("file")));
        QVERIFY(QFile::remove(path("file"))); // one that was deleted is written again
        QCOMPARE(saveFile(path("file"), {"newer"}, *saved).error(), QString());
        QCOMPARE(read(path("file")), QByteArray("newer"));
        QCOMPARE(files(), QStringList(QStringLiteral("file")));
    }

    void largeFilesAreToldApartToo() {
        const QByteArray large(9'000'000, 'x');
        const SaveResult first = saveFile(path("file"), {large});
        QCOMPARE(*first, stampOf(path("file")));
        QVERIFY(!saveFile(path("file"), {large}, *first).is(ProblemCode::ChangedMeanwhile));
        QVERIFY(saveFile(path("file"), {large}, *first)
                    .is(ProblemCode::ChangedMeanwhile)); // the same bytes, another's file
        QCOMPARE(files(), QStringList(QStringLiteral("file")));
    }

    /// Many at once, each counting on from what stands in the file.
    void ofSeveralWritersNoneIsLost_data() {
        QTest::addColumn<bool>("holdsTheLock");
        QTest::newRow("the lock is held while reading") << true;
        QTest::newRow("tried again when others were quicker") << false;
    }
    void ofSeveralWritersNoneIsLost() {
        QFETCH(bool, holdsTheLock);
        const QString file = path("file");
        write(file, "0");
        const auto countOn = [&] {
            std::unique_ptr<FileLock> lock;
            if (holdsTheLock) {
                lock = std::move(*FileLock::of(file));
            }
            const QByteArray now = read(file);
            return saveFile(file, {QByteArray::number(now.toInt() + 1)}, stampOfContent({now}), lock.get());
        };
        constexpr int writers = 4;
        constexpr int counts = 15;
        std::vector<pid_t> children;
        for (int i = 0; i < writers; ++i) {
            children.push_back(::fork());
            if (children.back() == 0) {
                for (int done = 0; done < counts;) {
                    const SaveResult saved = countOn();
                    // IsBusy: on a loaded machine others may have the lock for longer than one waits.
                    if (!saved && !saved.is(ProblemCode::ChangedMeanwhile) &&
                        !saved.is(ProblemCode::IsBusy)) {
                        ::_exit(1);
                    }
                    done += saved ? 1 : 0;
                }
                ::_exit(0);
            }
        }
        for (const pid_t child : children) {
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        QCOMPARE(read(file), QByteArray::number(writers * counts));
        QCOMPARE(files(), QStringList(QStringLiteral("file")));
    }

    void whoWaitsTooLongIsTold() {
        write(path("file"), "old");
        const auto held = FileLock::of(path("file"));
        QVERIFY(bool(held));
        QVERIFY(FileLock::of(path("file"), std::chrono::milliseconds(20)).is(ProblemCode::IsBusy));
        QCOMPARE(saveFile(path("file"), {"new"}, {}, held->get()).error(), QString());
        // It is the lock of the file that was: whoever comes now finds the new one free.
        QVERIFY(bool(FileLock::of(path("file"), std::chrono::milliseconds(200))));
        QVERIFY(FileLock::of(path("no file")).is(ProblemCode::NoSuchFile));
    }

    void otherNamesAreCounted() {
        write(path("file"), "old");
        QCOMPARE(otherNamesOf(path("file")), 0);
        QCOMPARE(::link(qPrintable(path("file")), qPrintable(path("second"))), 0);
        QVERIFY(QFile::link(path("file"), path("symlink")));
        QCOMPARE(otherNamesOf(path("symlink")), 1);
        QCOMPARE(otherNamesOf(path("no file")), 0);
        QCOMPARE(otherNamesOf(m_folder.path()), 0);
    }

#ifdef Q_OS_LINUX
    void attributesAndAccessListsStay() {
        const QByteArray file = QFile::encodeName(path("file"));
        write(path("file"), "old");
        if (::setxattr(file.constData(), "user.note", "seen", 4, 0) != 0) {
            QSKIP("This file system has no extended attributes.");
        }
        // Version 2; owner rw-, user 12345 r--, group r--, mask r--, others ---
        const QByteArray list = QByteArray::fromHex("02000000"
                                                    "01000600ffffffff"
                                                    "0200040039300000"
                                                    "04000400ffffffff"
                                                    "10000400ffffffff"
                                                    "20000000ffffffff");
        const bool hasLists = ::setxattr(file.constData(), "system.posix_acl_access", list.constData(),
                                         static_cast<std::size_t>(list.size()), 0) == 0;
        QCOMPARE(saveFile(path("file"), {"new"}).error(), QString());
        QByteArray value(100, '\0');
        const auto get = [&](const char *name) {
            const ssize_t size = ::getxattr(file.constData(), name, value.data(), 100);
            return value.left(std::max<ssize_t>(size, 0));
        };
        QCOMPARE(get("user.note"), QByteArray("seen"));
        if (!hasLists) {
            QSKIP("This file system has no access lists.");
        }
        QCOMPARE(get("system.posix_acl_access"), list);
    }
#endif

#ifdef Q_OS_LINUX
    /// A new file in a folder gets the list that the folder has for new ones.
    void theFoldersAccessListIsNotTakenOver() {
        const QString folder = path("folder");
        QVERIFY(QDir().mkdir(folder));
        write(folder + QStringLiteral("/file"), "old");
        const QByteArray file = QFile::encodeName(folder + QStringLiteral("/file"));
        QCOMPARE(::chmod(file.constData(), 0640), 0);
        const QByteArray list = QByteArray::fromHex("02000000"
                                                    "01000700ffffffff"
                                                    "0200040039300000"
                                                    "04000500ffffffff"
                                                    "10000500ffffffff"
                                                    "20000000ffffffff");
        if (::setxattr(QFile::encodeName(folder).constData(), "system.posix_acl_default", list.constData(),
                       static_cast<std::size_t>(list.size()), 0) != 0) {
            QDir(folder).removeRecursively();
            QSKIP("This file system has no access lists.");
        }
        QCOMPARE(saveFile(folder + QStringLiteral("/file"), {"new"}).error(), QString());
        struct stat after {};
        QCOMPARE(::stat(file.constData(), &after), 0);
        QCOMPARE(after.st_mode & 07777U, 0640U);
        QVERIFY(::getxattr(file.constData(), "system.posix_acl_access", nullptr, 0) < 0);
        QVERIFY(QDir(folder).removeRecursively());
    }
#endif

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
                    static_cast<void>(saveFile(path("file"), {fresh}));
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
