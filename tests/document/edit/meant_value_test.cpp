// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/meant_value.h"

#include <QTest>

using namespace timeline;

class MeantValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meant"); // empty: not sure
        const auto row = [](const char *text, const char *meant) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(meant);
        };
        row("0.7", "0.7");
        row(" 7 ", "7");
        row("0,7", "0.7");
        row("0,125", "0.125");
        row("1,500", "");
        row("1,5", "1.5");
        row("1,500.5", "");
        row("high", "");
        row("inf", "");
        row("", "");
    }
    void numbers() {
        QFETCH(QString, text);
        QFETCH(QString, meant);
        const auto number = meantNumber(text);
        QCOMPARE(number ? QString::number(*number) : QString(), meant);
    }

    void statuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *text, const char *meant) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(meant);
        };
        row("Confirmed ", "confirmed");
        row("CLAIMED", "claimed");
        row("canceled", "cancelled");
        row("cancellled", "cancelled");
        row("palnned", "planned");
        row("reportde", "reported");
        row("planted", "");
        row("sure", "");
        row("confirmed by two", "");
        row("", "");
    }
    void statuses() {
        QFETCH(QString, text);
        QFETCH(QString, meant);
        const auto status = meantStatus(text);
        QCOMPARE(status ? toString(*status) : QString(), meant);
    }

    void intervalsAreTurnedRound() {
        QCOMPARE(swappedDate(QStringLiteral("2024/2022")), QStringLiteral("2022/2024"));
        QCOMPARE(swappedDate(QStringLiteral("2024")), std::nullopt);
        QCOMPARE(swappedDate(QStringLiteral("/2024")), std::nullopt);
        QCOMPARE(swappedDate(QStringLiteral("x/2024")), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(MeantValueTest)
#include "meant_value_test.moc"
