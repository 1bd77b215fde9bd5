// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_stamp.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace timeline;
using namespace Qt::StringLiterals;

class FileStampTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QByteArray &bytes) const {
        QFile file(m_folder.filePath(u"file"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    /// Changes a byte without a trace in size and time.
    static bool changeInSecret(const QString &path, qint64 at) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite)) {
            return false;
        }
        const QDateTime written = file.fileTime(QFileDevice::FileModificationTime);
        return file.seek(at) && file.write("!") == 1 && file.flush() &&
               file.setFileTime(written, QFileDevice::FileModificationTime);
    }

private Q_SLOTS:
    void everyChangeIsTold_data() {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("at");
        for (const qint64 size : {1, 5000, 8'388'607, 8'388'608, 20'000'000}) {
            for (const qint64 at : {qint64{0}, size / 3, size - 1}) {
                QTest::addRow("byte %lld of %lld", static_cast<long long>(at), static_cast<long long>(size))
                    << size << at;
            }
        }
    }
    void everyChangeIsTold() {
        QFETCH(qint64, size);
        QFETCH(qint64, at);
        const QString path = write(QByteArray(size, 'x'));
        const QByteArray before = stampOf(path);
        QVERIFY(!before.isEmpty());
        QCOMPARE(stampOf(path), before);
        QVERIFY(changeInSecret(path, at));
        QVERIFY(stampOf(path) != before);
    }

    void theSameContentIsNoChangeOfASmallFile() {
        const QString path = write("some bytes");
        const QByteArray before = stampOf(path);
        QCOMPARE(stampOfContent({"some", " bytes"}), before);
        QVERIFY(QFile::remove(path));
        write("some bytes");
        QCOMPARE(stampOf(path), before);
    }

    /// While others read on from where they are.
    void ofAnOpenFile() {
        for (const qint64 size : {100, 9'000'000}) {
            QFile file(write(QByteArray(size, 'x')));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.read(10).size(), 10);
            QCOMPARE(stampOf(file), stampOf(file.fileName()));
            QCOMPARE(file.readAll().size(), size - 10);
        }
        QVERIFY(stampOfContent({QByteArray(9'000'000, 'x')}).isEmpty());
    }

    void whatIsNoFileHasNone() {
        QVERIFY(stampOf(m_folder.path()).isEmpty());
        QVERIFY(stampOf(m_folder.filePath(u"nothing"_s)).isEmpty());
#ifdef Q_OS_UNIX
        QVERIFY(stampOf(u"/dev/zero"_s).isEmpty());
        const QString pipe = m_folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        QVERIFY(stampOf(pipe).isEmpty()); // and does not wait for somebody to write
#endif
        QVERIFY(!stampOf(write({})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(FileStampTest)
#include "file_stamp_test.moc"
