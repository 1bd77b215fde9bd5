// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/file_name.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class FileNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteComesBack() {
        QByteArray all;
        for (int first = 1; first < 256; ++first) {
            for (int second = 1; second < 256; ++second) {
                all += static_cast<char>(first);
                all += static_cast<char>(second);
                all += "\xF0\x9F\x98\x80";
            }
        }
        QCOMPARE(fileNameBytes(fileNameFromBytes(all)), all);
        QCOMPARE(fileNameBytes(fileNameFromBytes(QByteArray())), QByteArray());
    }

    void whatIsTextStaysText_data() {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "m.json", "/a b/ü.json", "日本", "😀", "-", ":story"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void whatIsTextStaysText() {
        QFETCH(QString, text);
        QCOMPARE(fileNameFromBytes(text.toUtf8()), text);
        QCOMPARE(fileNameBytes(text), text.toUtf8());
        QCOMPARE(shownFileName(text), text);
    }

    void showsWhatCannotBeSeen() {
        QCOMPARE(shownFileName(fileNameFromBytes("a\xFF\xC3")), u"a\\xFF\\xC3"_s);
        QCOMPARE(shownFileName(u"a\u202Eb\nc\td\u0007"_s), u"a‹U+202E›b‹U+000A›c‹U+0009›d‹U+0007›"_s);
    }

    void knowsOneFileByAnyName() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a"_s);
        const QString link = folder.filePath(u"b"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(file, link));
        QVERIFY(isSameFile(file, link));
        QVERIFY(isSameFile(file, folder.path() + u"/./a"_s));
        QVERIFY(!isSameFile(file, folder.path()));
        QVERIFY(!isSameFile(file, folder.filePath(u"c"_s)));
        QVERIFY(!isSameFile(folder.filePath(u"c"_s), folder.filePath(u"c"_s)));
    }
};

QTEST_GUILESS_MAIN(FileNameTest)
#include "file_name_test.moc"
