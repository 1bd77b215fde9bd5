// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_size.h"

#include <QTest>

using namespace timeloom;

class PictureSizeTest : public QObject {
    Q_OBJECT

private slots:
    void isReadAsPeopleSayIt_data();
    void isReadAsPeopleSayIt();
    void isNoSize_data();
    void isNoSize();
};

void PictureSizeTest::isReadAsPeopleSayIt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<bool>("isPaper");
    const auto row = [](const char *text, QSize pixels, bool isPaper) {
        QTest::newRow(text) << QString::fromLatin1(text) << pixels << isPaper;
    };
    row("1920x1080", {1920, 1080}, false);
    row("1080X1350px", {1080, 1350}, false);
    row("210x297mm", {794, 1123}, true);
    row("8.5x11in", {816, 1056}, true);
    row("595x842pt", {793, 1123}, true);
    row("A4", {794, 1123}, true);
    row("a4-landscape", {1123, 794}, true);
    row("A3-portrait", {1123, 1587}, true);
    row("A0", {3179, 4494}, true);
    row("Letter", {816, 1056}, true);
    row("Tabloid-landscape", {1632, 1056}, true);
}

void PictureSizeTest::isReadAsPeopleSayIt() {
    QFETCH(QString, text);
    QFETCH(QSize, pixels);
    QFETCH(bool, isPaper);
    const std::optional<PictureSize> size = pictureSizeFrom(text);
    QVERIFY(size);
    QCOMPARE(size->pixels.toSize(), pixels);
    QCOMPARE(size->isPaper, isPaper);
}

void PictureSizeTest::isNoSize_data() {
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "A", "A6", "A4-", "A4-sideways", "B4", "800", "800x", "x600", "0x0",
                             "0x10mm", "1e3x1e3", "-1x5", "10x10cm", "axb", "1920x1080x3", "210 x 297 mm"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void PictureSizeTest::isNoSize() {
    QFETCH(QString, text);
    QVERIFY(!pictureSizeFrom(text));
}

QTEST_MAIN(PictureSizeTest)
#include "picture_size_test.moc"
