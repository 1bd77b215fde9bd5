// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_bytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <array>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Bytes that were read and made one's own stay as they were, whatever happens to the file: the larger files
/// here are mapped where the system can.
class FileBytesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString pathOf(const QByteArray &bytes) const {
        QFile file(m_folder.filePath(u"file"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    static QByteArray numbers(qsizetype size) {
        QByteArray bytes;
        for (int i = 0; bytes.size() < size; ++i) {
            bytes += QByteArray::number(i) + ' ';
        }
        return bytes.first(size);
    }
    static Result<FileBytes> bytesOf(const QString &path) {
        ReadControl control(nullptr);
        return readBytes(path, control);
    }

private slots:
    void readsAllSizes_data() {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 1000, 1'048'575, 1'048'576, 1'048'577, 20'000'001}) {
            QTest::addRow("%d", size) << size;
        }
    }
    void readsAllSizes() {
        QFETCH(int, size);
        const QByteArray expected = numbers(size);
        const auto bytes = bytesOf(pathOf(expected));
        QVERIFY(bool(bytes));
        QVERIFY(bytes->view() == expected);
    }

    void staysAsItWas_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("change");
        for (const int size : {10'000, 3'000'000, 20'000'000}) {
            for (const char *change : {"overwrite", "truncate", "shorten", "append", "remove"}) {
                QTest::addRow("%s %d", change, size) << size << QString::fromLatin1(change);
            }
        }
    }
    void staysAsItWas() {
        QFETCH(int, size);
        QFETCH(QString, change);
        const QByteArray expected = numbers(size);
        const QString path = pathOf(expected);
        const auto bytes = bytesOf(path);
        const auto again = bytesOf(path);
        QVERIFY(bytes && again);
        QVERIFY(bytes->makeOwn() && again->makeOwn());
        const char *where = bytes->view().data();
        QFile file(path);
        if (change == u"overwrite"_s) {
            QVERIFY(file.open(QIODevice::ReadWrite));
            QCOMPARE(file.write(QByteArray(size, 'x')), qint64(size));
        } else if (change == u"truncate"_s) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write("new"), qint64(3));
        } else if (change == u"shorten"_s) {
            QVERIFY(file.resize(5));
        } else if (change == u"append"_s) {
            QVERIFY(file.open(QIODevice::Append));
            QCOMPARE(file.write("new"), qint64(3));
        } else {
            QVERIFY(file.remove());
        }
        file.close();
        QCOMPARE(bytes->view().data(), where);
        QVERIFY(bytes->view() == expected);
        QVERIFY(again->view() == expected);
        QVERIFY(!bytes->isCut() && !bytes->isWritten());
        if (change != u"remove"_s) {
            QVERIFY(bytesOf(path)->view() != expected); // the writer has had its way
        }
    }

    /// Whoever cuts a file off need not wait, and who reads on lives: what is gone reads as zeros.
    void whatIsCutOffReadsAsZeros_data() {
        QTest::addColumn<int>("left");
        for (const int left : {0, 5, 4096, 1'000'000, 2'999'999}) {
            QTest::addRow("%d bytes left", left) << left;
        }
    }
    void whatIsCutOffReadsAsZeros() {
        QFETCH(int, left);
        const QByteArray expected = numbers(3'000'000);
        const QString path = pathOf(expected);
        const auto bytes = bytesOf(path);
        QVERIFY(bool(bytes));
        QVERIFY(QFile::resize(path, left));
        constexpr int page = 4096;
        const qsizetype gone = (left + page - 1) / page * page; // the page that is left in part is there
        QVERIFY(bytes->view().first(left) == QByteArrayView(expected).first(left));
        if (gone < expected.size()) {
            QVERIFY(!bytes->isCut());
            QCOMPARE(bytes->view().sliced(gone).count('\0'), expected.size() - gone);
            QVERIFY(bytes->isCut());
        }
        QVERIFY(bytes->isWritten());
        std::array<char, 100> memory{};
        QCOMPARE(bytes->look(2'999'900, 100, memory).count('\0'), left > 2'999'900 ? 1 : 100);
        bytes->letGo(0, expected.size()); // and reads so again
        QVERIFY(bytes->view().first(left) == QByteArrayView(expected).first(left));
        QCOMPARE(bytes->view().back(), '\0');
    }

    /// The same, where the bytes are made one's own only after that.
    void makesItsOwnWhatIsLeft() {
        const QByteArray expected = numbers(3'000'000);
        const QString path = pathOf(expected);
        const auto bytes = bytesOf(path);
        QVERIFY(bytes && QFile::resize(path, 1'000'000));
        QVERIFY(bytes->makeOwn());
        QVERIFY(bytes->isCut() && bytes->isWritten());
        QVERIFY(bytes->view().first(1'000'000) == QByteArrayView(expected).first(1'000'000));
        QCOMPARE(bytes->view().count('\0'), 2'000'000);
    }

    void tellsWhetherOthersWrote() {
        const QString path = pathOf(numbers(3'000'000));
        const auto bytes = bytesOf(path);
        QVERIFY(bytes && !bytes->isWritten());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        QCOMPARE(file.write("x"), qint64(1));
        QVERIFY(bytes->isWritten());
    }

    void aCopyThatIsStoppedChangesNothing() {
        const QByteArray expected = numbers(3'000'000);
        const auto bytes = bytesOf(pathOf(expected));
        std::stop_source stop;
        stop.request_stop();
        if (bytes->makeOwn(stop.get_token())) {
            QSKIP("This file system clones.");
        }
        QVERIFY(bytes->view() == expected);
        QVERIFY(bytes->makeOwn());
    }

    /// What was let go comes back, from the file or from the copy.
    void letsGoWithoutLosingAnything() {
        const QByteArray expected = numbers(20'000'000);
        const QString path = pathOf(expected);
        const auto bytes = bytesOf(path);
        QVERIFY(bool(bytes));
        bytes->letGo(0, expected.size());
        QVERIFY(bytes->view() == expected);
        bytes->letGo(12'345, 12'345'678);
        QVERIFY(bytes->view() == expected);
        QVERIFY(bytes->makeOwn());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("new"), qint64(3));
        file.close();
        bytes->letGo(0, expected.size());
        QVERIFY(bytes->view() == expected);
    }

    void readsWhatIsBeingWritten() {
        const QByteArray expected = numbers(2'000'000);
        QFile file(pathOf(expected));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto bytes = bytesOf(file.fileName());
        QVERIFY(bool(bytes));
        QVERIFY(bytes->makeOwn());
        QCOMPARE(file.write(QByteArray(2'000'000, 'x')), qint64(2'000'000));
        file.close();
        QVERIFY(bytes->view() == expected);
    }

    void keepsNoFileOpen() {
        const auto openFiles = [] {
            return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size();
        };
        const QString path = pathOf(numbers(2'000'000));
        const auto before = openFiles();
        for (int i = 0; i < 50; ++i) {
            QVERIFY(bool(bytesOf(path)));
        }
        QVERIFY(openFiles() <= before);
    }
};

QTEST_GUILESS_MAIN(FileBytesTest)
#include "file_bytes_test.moc"
