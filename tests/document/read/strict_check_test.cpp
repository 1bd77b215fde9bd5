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
};

QTEST_GUILESS_MAIN(StrictCheckTest)
#include "strict_check_test.moc"
