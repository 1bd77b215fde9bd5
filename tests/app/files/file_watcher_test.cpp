// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/file_watcher.h"
#include "document/bytes/file_stamp.h"

#include <QDateTime>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace timeloom;

class FileWatcherTest : public QObject {
    Q_OBJECT

    QString m_file;
    std::unique_ptr<FileWatcher> m_watcher;
    std::unique_ptr<QSignalSpy> m_changes;

    bool replace(const QByteArray &bytes) const {
        QSaveFile file(m_file);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    }

private Q_SLOTS:
    void init() {
        m_file = home.path("watched.json");
        QVERIFY(write(m_file, "one"));
        m_watcher = std::make_unique<FileWatcher>();
        m_watcher->watch(m_file);
        m_changes = std::make_unique<QSignalSpy>(m_watcher.get(), &FileWatcher::changed);
    }

    void noticesAWriteInPlace() {
        QVERIFY(write(m_file, "two")); // of the same size
        QTRY_COMPARE(m_changes->size(), 1);
        QVERIFY(write(m_file, "three"));
        QTRY_COMPARE(m_changes->size(), 2);
    }

    void noticesReplacementAgainAndAgain() {
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(replace(QByteArray("replaced ") + QByteArray::number(i)));
            QTRY_COMPARE(m_changes->size(), i);
        }
        QVERIFY(write(m_file, "and in place"));
        QTRY_COMPARE(m_changes->size(), 4);
    }

    void aBurstIsOneChange() {
        for (int i = 0; i < 10; ++i) {
            QVERIFY(write(m_file, "burst " + QByteArray::number(i)));
        }
        QTRY_VERIFY(!m_changes->isEmpty());
        m_watcher->look();
        QCOMPARE(m_changes->size(), 1);
    }

    void aTouchIsNoChange() {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(1), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(replace("one"));
        m_watcher->look();
        QVERIFY(m_changes->isEmpty());
        QVERIFY(replace("other"));
        QTRY_COMPARE(m_changes->size(), 1);
    }

    void aVanishedFileIsNoChangeButItsReturnIs() {
        QVERIFY(QFile::remove(m_file));
        m_watcher->look();
        QVERIFY(m_changes->isEmpty());
        QVERIFY(write(m_file, "back"));
        QTRY_COMPARE(m_changes->size(), 1);
    }

    void aVanishedFileIsTold() {
        QSignalSpy vanished(m_watcher.get(), &FileWatcher::vanished);
        QVERIFY(QFile::remove(m_file));
        m_watcher->look();
        m_watcher->look(); // some programs delete a file and write it again
        QVERIFY(vanished.isEmpty() && !m_watcher->isVanished());
        QTRY_COMPARE(vanished.size(), 1);
        m_watcher->look();
        QCOMPARE(vanished.size(), 1);
        QVERIFY(m_watcher->isVanished() && m_changes->isEmpty());
        QVERIFY(write(m_file, "back"));
        QTRY_VERIFY(!m_watcher->isVanished());
    }

    /// Looking at it would wait for somebody to write into it.
    void aPipeInItsPlaceIsNotWaitedFor() {
        QVERIFY(QFile::remove(m_file));
        QCOMPARE(::mkfifo(qPrintable(m_file), 0600), 0);
        m_watcher->look();
        QVERIFY(m_changes->isEmpty());
        QVERIFY(m_watcher->stamp() != timeline::stampOf(m_file));
        QVERIFY(QFile::remove(m_file));
    }

    void looksAtOnceWhenAsked() {
        QVERIFY(write(m_file, "two"));
        m_watcher->look();
        QCOMPARE(m_changes->size(), 1);
        m_watcher->look();
        QCOMPARE(m_changes->size(), 1);
    }

    void watchesOnlyTheLastFile() {
        const QString other = home.path("other.json");
        QVERIFY(write(other, "one"));
        m_watcher->watch(other);
        QVERIFY(write(m_file, "two"));
        m_watcher->look();
        QVERIFY(m_changes->isEmpty());
        QVERIFY(write(other, "two"));
        QTRY_COMPARE(m_changes->size(), 1);
        m_watcher->watch(QString());
        QVERIFY(write(other, "three"));
        m_watcher->look();
        QCOMPARE(m_changes->size(), 1);
    }

    void followsALinkToItsNewTarget() {
        const QString link = home.path("link.json");
        QVERIFY(write(home.path("a.json"), "a") && write(home.path("b.json"), "b"));
        QVERIFY(QFile::link(home.path("a.json"), link));
        m_watcher->watch(link);
        QVERIFY(QFile::remove(link) && QFile::link(home.path("b.json"), link));
        m_watcher->look();
        QCOMPARE(m_changes->size(), 1);
    }
};

QTEST_MAIN(FileWatcherTest)
#include "file_watcher_test.moc"
