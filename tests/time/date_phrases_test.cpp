// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/date_phrases.h"

#include "test_paths.h"
#include "time/edtf.h"

#include <QFile>
#include <QLocale>
#include <QTest>

using namespace timeline;

namespace {

/// "1905-11 ask, 1905/1911 ask", "1850~", "none"
QString shown(const std::vector<Reading> &readings) {
    QStringList texts;
    for (const Reading &reading : readings) {
        texts += reading.edtf + QLatin1StringView(reading.isSafe ? "" : " ask");
    }
    return texts.isEmpty() ? QStringLiteral("none") : texts.join(QStringLiteral(" | "));
}

} // namespace

class DatePhrasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }

    void readsWhatPeopleWrite_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("expected");
        QFile file(QStringLiteral(TEST_DATA "/date-phrases.tsv"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        int line = 0;
        while (!file.atEnd()) {
            const QString text = QString::fromUtf8(file.readLine()).chopped(1);
            ++line;
            if (text.startsWith(u'#') || text.isEmpty()) {
                continue;
            }
            const QStringList columns = text.split(u'\t');
            QVERIFY2(columns.size() == 2, qPrintable(text));
            QTest::addRow("%d: %s", line, qPrintable(columns[0])) << columns[0] << columns[1];
        }
        QVERIFY(line > 200);
    }
    void readsWhatPeopleWrite() {
        QFETCH(QString, phrase);
        QFETCH(QString, expected);
        QCOMPARE(shown(readingsOf(phrase)), expected);
        // Case, and blanks around, do not matter.
        QCOMPARE(shown(readingsOf(phrase.toUpper())), expected);
        QCOMPARE(shown(readingsOf(QStringLiteral("\t %1\u00A0").arg(phrase))), expected);
        for (const Reading &reading : readingsOf(phrase)) {
            QVERIFY(std::holds_alternative<ParsedDate>(parseDate(reading.edtf.toStdString())));
            // What it offers it takes for what it is.
            const std::vector<Reading> again = readingsOf(reading.edtf);
            QVERIFY(std::ranges::count(again, reading.edtf, &Reading::edtf) == 1);
        }
        const auto safe = safeReading(phrase);
        QCOMPARE(safe.has_value(), expected != u"none" && !expected.contains(u" ask"));
    }

    void pairsTheEndsOfAnInterval_data() {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *start, const char *end, const char *expected) {
            QTest::addRow("%s, %s", start, end)
                << QString::fromUtf8(start) << QString::fromUtf8(end) << QString::fromUtf8(expected);
        };
        row("March 2020", "5 May 2020", "2020-03/2020-05-05");
        row("02/03/2020", "05/04/2020", "2020-03-02/2020-04-05 ask | 2020-02-03/2020-05-04 ask");
        row("02/03/2020", "15/04/2020", "2020-03-02/2020-04-15");
        row("2020", "2021", "2020/2021");
        row("2020~", "..", "2020~/..");
        row("..", "185X", "../185X");
        row("March 2020", "soon", "none");
        row("5", "8 May 2020", "none"); // they stand apart: none says a thing of the other
        row("2021", "2020", "none");
        row("2020", "2021/2022", "none");
        row("", "", "none");
    }
    void pairsTheEndsOfAnInterval() {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(QString, expected);
        QCOMPARE(shown(readingsOf(start, end)), expected);
    }

    void knowsTheMonthsOfTheUsersLanguage() {
        QCOMPARE(shown(readingsOf(QString::fromUtf8("czerwiec 2024"))), QStringLiteral("none"));
        QLocale::setDefault(QLocale(QLocale::Polish));
        QCOMPARE(shown(readingsOf(QString::fromUtf8("czerwiec 2024"))), QStringLiteral("2024-06"));
        QCOMPARE(shown(readingsOf(QStringLiteral("5 May 2024"))), QStringLiteral("2024-05-05"));
        QLocale::setDefault(QLocale(QLocale::Chinese));
        QCOMPARE(shown(readingsOf(QString::fromUtf8("1966年5月3日"))), QStringLiteral("1966-05-03"));
    }

    void longTextsAreNoPhrases() {
        const QString date = QStringLiteral("1850");
        QCOMPARE(shown(readingsOf(QString(1'000'000, u' ') + date)), date);
        for (const QString &piece : {QStringLiteral("1850-"), QStringLiteral("a-"), QStringLiteral("("),
                                     QStringLiteral("1 "), QStringLiteral("from "), QStringLiteral("c.")}) {
            QCOMPARE(shown(readingsOf(piece.repeated(1'000'000))), QStringLiteral("none"));
            const QString longest = piece.repeated(100).first(100);
            for (const Reading &reading : readingsOf(longest)) {
                QVERIFY(std::holds_alternative<ParsedDate>(parseDate(reading.edtf.toStdString())));
            }
        }
    }
};

QTEST_APPLESS_MAIN(DatePhrasesTest)
#include "date_phrases_test.moc"
