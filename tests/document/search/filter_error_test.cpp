// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/search/filter.h"

#include <QTest>

using namespace timeline;

/// What in a query is a mistake, and what is text although it has a colon.
class FilterErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsWrong_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("at"); // -1 where nothing is
        const auto row = [](const char *query, int at) {
            QTest::newRow(query) << QString::fromUtf8(query) << at;
        };
        row("foo:bar", 0);
        row("a foo:bar", 2);
        row("-foo:bar", 1);
        row("  \"x y\"  Befor:xyz", 9);
        row("before:xyz", 7);
        row("a -After:\"3 May\"", 9);
        row("before:2022 after:2020-05~ during:202X date:2020/..", -1);
        row("before:", -1);
        row("foo:\"bar baz\"", 0);
        row("größe:3", 0);
        row("foo::", 0);
        row("foo:bar baz:1", 0);
        row("status:nonsense", -1); // a file may have such a word
        row("a -status:\"non sense\"", -1);
        row("Status:PLANNED", -1);
        row("status:planned tag:x category:y source:z id:w", -1);
        row("category:a category:b", -1);
        row("", -1);
        row("foo", -1);
        row("foo:", -1);
        row("status:", -1);
        row("foo: bar", -1);
        row("\"foo:bar\"", -1);
        row("-\"foo:bar\"", -1);
        row("x\"foo:bar\"", -1);
        row("C:x", -1);
        row("C:\\Temp", -1);
        row("10:30", -1);
        row("R2:D2", -1);
        row("http://x.org", -1);
        row("file:\\\\server", -1);
        row("a-b:c", -1);
        row(":x", -1);
        row("-:x", -1);
        row("::", -1);
    }
    void tellsWhatIsWrong() {
        QFETCH(QString, query);
        QFETCH(int, at);
        const Filter filter(query);
        QCOMPARE(filter.error() ? filter.error()->at : -1, at);
        QVERIFY(!filter.error() ||
                filter.error()->problem.message().contains(QStringLiteral("expected one of ")));
    }
};

QTEST_GUILESS_MAIN(FilterErrorTest)
#include "filter_error_test.moc"
