// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/file_address.h"
#include "document/bytes/file_name.h"

#include <QDir>
#include <QTest>

using namespace timeloom;

class FileAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOpened_data() {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *argument, const QByteArray &name) {
            QTest::newRow(argument) << QString::fromUtf8(argument) << name;
        };
        row("mill.json", "mill.json");
        row(":story", ":story");
        row("-", "-");
        row("", "");
        row("file:///home/me/mill.json", "/home/me/mill.json");
        row("FILE:///home/me/mill.json", "/home/me/mill.json");
        row("file:/home/me/mill.json", "/home/me/mill.json");
        row("file://localhost/home/me/mill.json", "/home/me/mill.json");
        row("file:///home/me/two%20words.json", "/home/me/two words.json");
        row("file:///home/me/m%C3%BChle.json", "/home/me/m\xC3\xBChle.json");
        row("file:///home/me/m\xC3\xBChle.json", "/home/me/m\xC3\xBChle.json");
        row("file:///home/me/m%FChle.json", "/home/me/m\xFChle.json"); // no UTF-8
        row("file:///home/me/100%25.json", "/home/me/100%.json");
        row("file:///home/me/a%23b%3Fc.json#part", "/home/me/a#b?c.json");
        row("file://elsewhere/home/me/mill.json", "file://elsewhere/home/me/mill.json");
        row("file:///home/me/a%00b.json", "file:///home/me/a%00b.json");
        row("file:mill.json", "file:mill.json");
        row("https://example.org/mill.json", "https://example.org/mill.json");
    }
    void whatIsOpened() {
        QFETCH(QString, argument);
        QTEST(timeline::fileNameBytes(fileNameFromArgument(argument)), "name");
    }

    void aFileOfThatNameIsNoAddress() {
        QVERIFY(QDir::setCurrent(home.path("")));
        QVERIFY(QDir().mkpath(QStringLiteral("file:")) && write(QStringLiteral("file:/x.json"), "[]"));
        QCOMPARE(fileNameFromArgument(QStringLiteral("file:/x.json")), QStringLiteral("file:/x.json"));
        QCOMPARE(fileNameFromArgument(QStringLiteral("file:/y.json")), QStringLiteral("/y.json"));
    }
};

QTEST_MAIN(FileAddressTest)
#include "file_address_test.moc"
