// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/strict_check.h"

#include "document/read/reader.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// What version 0.1 refuses of what is fine today.
class StrictCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warns_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("found"); // empty: nothing
        const auto row = [](const char *member, const char *found) {
            QTest::newRow(member) << QByteArray(member) << QString::fromUtf8(found);
        };
        row("\"id\": \"a\"", "");
        row("\"id\": 7", "\"id\" is 7, which version 0.1 refuses; expected a string that is not empty");
        row("\"category\": \"\"",
            "\"category\" is \"\", which version 0.1 refuses; expected a string that is not empty");
        row("\"description\": \"\"", "");
        row("\"description\": null", "\"description\" is null, which version 0.1 refuses; expected a string");
        row("\"place\": []", "\"place\" is an array, which version 0.1 refuses; expected a string");
        row("\"end\": null",
            "\"end\" is null, which version 0.1 refuses; expected a date such as \"2024\", \"2024-03-01\" or "
            "\"2020/2021\"");
        row("\"status\": \"planned\"", "");
        row("\"status\": \"benign\"", "\"status\" is \"benign\", which version 0.1 refuses; expected one of "
                                      "confirmed, reported, claimed, "
                                      "disputed, planned, cancelled");
        row("\"importance\": \"\"",
            "\"importance\" is \"\", which version 0.1 refuses; expected a number from 0 to 1");
        row("\"tags\": []", "");
        row("\"tags\": \"\"", "\"tags\" is \"\", which version 0.1 refuses; expected an array");
        row("\"tags\": [\"a\", 1]",
            "\"tags\" is 1, which version 0.1 refuses; expected a string that is not empty");
        row("\"sources\": [{\"title\": \"T\"}]",
            "\"sources\" is an object, which version 0.1 refuses; expected a string that is not empty");
        row("\"links\": [{\"to\": 7}]",
            "\"to\" is 7, which version 0.1 refuses; expected a string that is not empty");
        row("\"links\": [{\"to\": \"a\", \"kind\": null}]",
            "\"kind\" is null, which version 0.1 refuses; expected one of leads-to, part-of, contradicts, "
            "related");
        row("\"measures\": [{\"name\": \"\", \"value\": 1, \"unit\": \"\", \"max\": []}]",
            "\"max\" is an array, which version 0.1 refuses; expected a number");
        row("\"place\": {\"title\": \"\", \"at\": null}",
            "\"at\" is null, which version 0.1 refuses; expected latitude and longitude in degrees, as "
            "[52.52, "
            "13.405]");
        row("\"media\": null", "\"media\" is null, which version 0.1 refuses; expected an array");
        row("\"unknown\": null", "");
        row("\"tags\": [], \"tags\": null", "");
    }
    void warns() {
        QFETCH(QByteArray, member);
        QFETCH(QString, found);
        const QByteArray bytes = "[{\"title\": \"T\", \"start\": \"2020\", " + member + "}]";
        const FindingList findings = refusedEarlier(*readDocument(bytes).document);
        QStringList messages;
        for (const Finding &finding : findings) {
            messages += finding.message();
            QVERIFY(finding.severity() == Severity::Warning);
        }
        QCOMPARE(messages.join(u'\n'), found);
    }

    void warnsOfTheHead() {
        const QByteArray bytes = "{\"title\": \"\", \"description\": \"\", \"eras\": [], \"series\": null, "
                                 "\"categories\": [{\"id\": 7, \"color\": null}], \"x\": null, "
                                 "\"events\": [{\"title\": \"T\", \"date\": \"2020\"}], "
                                 "\"sources\": [{\"id\": \"s\", \"publisher\": \"\", \"url\": \"\"}]}";
        QStringList refused;
        for (const Finding &finding : refusedEarlier(*readDocument(bytes).document)) {
            refused += finding.arguments.first(2).join(u' ');
            QVERIFY(!finding.event);
        }
        QCOMPARE(refused,
                 QStringList({u"title \"\""_s, u"series null"_s, u"id 7"_s, u"color null"_s, u"url \"\""_s}));
    }
};

QTEST_GUILESS_MAIN(StrictCheckTest)
#include "strict_check_test.moc"
