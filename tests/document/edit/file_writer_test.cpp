// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/file_bytes.h"
#include "document/edit/file_save.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace timeline;

/// Saving what stays of a file that is read, from that file.
class FileWriterTest : public QObject {
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
    /// So many bytes of which no two stretches are alike.
    static QByteArray numbered(qsizetype size) {
        QByteArray bytes;
        bytes.reserve(size + 16);
        for (int i = 0; bytes.size() < size; ++i) {
            bytes += QByteArray::number(i) + ' ';
        }
        bytes.truncate(size);
        return bytes;
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

    /// Pieces of a file that is mapped come from the file itself, a block at a time.
    void piecesOfAMappedFile_data() {
        QTest::addColumn<QList<int>>("cuts"); // where a new text stands between what stays
        QTest::addColumn<QByteArray>("between");
        constexpr int block = 1 << 20;
        QTest::newRow("nothing new") << QList<int>() << QByteArray();
        QTest::newRow("at the first byte and after the last")
            << QList<int>{0, 5'000'000} << QByteArray("new");
        QTest::newRow("around a block's end")
            << QList<int>{block - 1, block, block + 1, 2 * block} << QByteArray("x");
        QTest::newRow("as long as a block") << QList<int>{7, 3 * block} << QByteArray(block, 'y');
        QTest::newRow("longer than two") << QList<int>{block / 2} << QByteArray(2 * block + 1, 'z');
        QList<int> everywhere;
        for (int i = 0; i < 5'000'000; i += 501) {
            everywhere += i;
        }
        QTest::newRow("everywhere") << everywhere << QByteArray("and");
    }
    void piecesOfAMappedFile() {
        QFETCH(const QList<int>, cuts);
        QFETCH(const QByteArray, between);
        const QByteArray old = numbered(5'000'000);
        write(path("file"), old);
        ReadControl nobodyStopsIt(nullptr);
        const auto bytes = readBytes(path("file"), nobodyStopsIt);
        QVERIFY(bool(bytes));
        std::vector<QByteArrayView> pieces;
        QByteArray expected;
        int begin = 0;
        for (const int cut : cuts) {
            pieces.push_back(bytes->view().sliced(begin, cut - begin));
            pieces.emplace_back(between);
            expected += old.sliced(begin, cut - begin) + between;
            begin = cut;
        }
        pieces.push_back(bytes->view().sliced(begin));
        expected += old.sliced(begin);
        QCOMPARE(saveFile(path("file"), pieces, bytes->stamp(), nullptr, *bytes).error(), QString());
        QVERIFY(read(path("file")) == expected);
        QVERIFY(bytes->view() == old); // the file that was is what was read
    }

    void manyStretchesAreWholeToo() {
        const QByteArray part = numbered(9'000'001);
        const std::vector<QByteArrayView> pieces(13, part);
        QCOMPARE(saveFile(path("file"), pieces).error(), QString());
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            QVERIFY(file.read(part.size()) == part);
        }
        QVERIFY(file.atEnd());
    }

#ifdef Q_OS_LINUX
    void whatWasCutOffIsNotSaved() {
        const QByteArray old = numbered(5'000'000);
        write(path("file"), old);
        ReadControl nobodyStopsIt(nullptr);
        const auto bytes = readBytes(path("file"), nobodyStopsIt);
        QVERIFY(bytes && bytes->isMapped());
        QVERIFY(QFile::resize(path("file"), 3'000'000));
        write(path("other"), "other");
        const std::vector<QByteArrayView> pieces = {"new", bytes->view()};
        QVERIFY(saveFile(path("other"), pieces, {}, nullptr, *bytes).is(ProblemCode::WasCut));
        QCOMPARE(read(path("other")), QByteArray("other"));
        QCOMPARE(files(), QStringList({QStringLiteral("file"), QStringLiteral("other")}));
    }

    /// Those that were copied away are there whatever becomes of the file.
    void ownBytesAreSavedWhole() {
        const QByteArray old = numbered(5'000'000);
        write(path("file"), old);
        ReadControl nobodyStopsIt(nullptr);
        const auto bytes = readBytes(path("file"), nobodyStopsIt);
        if (!bytes->makeOwn()) {
            QSKIP("There is no room for a copy.");
        }
        QVERIFY(QFile::resize(path("file"), 3'000'000));
        QCOMPARE(saveFile(path("file"), {bytes->view()}, {}, nullptr, *bytes).error(), QString());
        QVERIFY(read(path("file")) == old);
    }
#endif
};

QTEST_APPLESS_MAIN(FileWriterTest)
#include "file_writer_test.moc"
