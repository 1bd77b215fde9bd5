// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/saved_bytes.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class MendedEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// All that have the id of an earlier event are told so, with its title, for as long as that is so.
    void twinsAreToldWhileTheyAreSuch() {
        const auto document = read("[{\"id\": 7, \"title\": \"A\", \"date\": \"2020\"},"
                                   "{\"id\": \"7\", \"title\": \"B\", \"date\": \"2020\"},"
                                   "{\"id\": 7, \"title\": \"C\", \"date\": \"2020\"},"
                                   "{\"title\": \"D\", \"date\": \"2020\", \"links\": [{\"to\": 7}]}]");
        const auto told = [&document] {
            QStringList all;
            for (const Finding &finding : document->findings()) {
                all += QString::number(finding.event.value_or(99)) + u' ' + finding.arguments.join(u' ');
            }
            all.sort();
            return all;
        };
        const auto target = [&document] { return document->relations().of(3).front().to; };
        const QStringList atFirst{u"1 \"7\" \"A\""_s, u"2 \"7\" \"A\""_s};
        const QByteArray first = document->eventText(0).toByteArray();
        QCOMPARE(told().size(), 2); // as it was read, with the line of the first
        QCOMPARE(target(), EventIndex{0});
        const DocumentEdit renamed = document->apply({{{0, QByteArray(first).replace("7", "8")}}, {}});
        QCOMPARE(told(), QStringList{u"2 \"7\" \"B\""_s});
        QCOMPARE(target(), EventIndex{1});
        const DocumentEdit again = document->apply(renamed);
        QCOMPARE(told(), atFirst);
        QCOMPARE(target(), EventIndex{0});
        document->apply(again);
        QCOMPARE(told(), QStringList{u"2 \"7\" \"B\""_s});
        document->apply(renamed);
        const DocumentEdit titled = document->apply({{{0, QByteArray(first).replace("A", "Z")}}, {}});
        QCOMPARE(told(), QStringList({u"1 \"7\" \"Z\""_s, u"2 \"7\" \"Z\""_s}));
        document->apply(titled);
        QCOMPARE(told(), atFirst);
        document->apply({{{0, QByteArray()}}, {}});
        QCOMPARE(told(), QStringList{u"2 \"7\" \"B\""_s});
    }

    void whatCannotBeReadIsMended() {
        const QByteArray broken = "\"A: March 2021\"";
        const QByteArray mended = R"({"id": "a", "title": "A", "date": "2021-03"})";
        const QByteArray file =
            "[\n  {\"title\": \"Z\", \"date\": \"2020\", \"links\": [{\"to\": \"a\"}]},\n  7,\n  " + broken +
            "\n]\n";
        const auto document = read(file);
        QCOMPARE(document->eventCount(), EventIndex{1});
        QCOMPARE(document->findings().size(), std::size_t{3}); // both, and the link to nowhere
        const std::vector<ByteRange> unread = document->unread();
        QCOMPARE(unread.size(), std::size_t{2});
        QCOMPARE(document->unreadAt(unread[1].begin + 5), std::optional(unread[1]));
        QVERIFY(!document->unreadAt(file.indexOf("2020")));
        QVERIFY(!document->unreadAt(unread[1].end));
        const EventIndex event = document->adopt(unread[1]);
        QCOMPARE(document->adopt(unread[1]), event);
        QVERIFY(document->isDeleted(event));
        QVERIFY(document->changes().empty());
        const DocumentEdit inverse = document->apply({{{event, mended}}, {}});
        QCOMPARE(savedBytes(*document), QByteArray(file).replace(broken, mended));
        QVERIFY(!document->isDeleted(event));
        QCOMPARE(document->findEvent(u"a"_s), std::optional(event));
        QCOMPARE(document->findings().size(), std::size_t{1});
        QCOMPARE(document->relations().size(), std::size_t{1});
        document->apply(inverse);
        QCOMPARE(savedBytes(*document), file);
        QVERIFY(document->isDeleted(event));
        QCOMPARE(document->findings().size(), std::size_t{3});
        QCOMPARE(document->located(document->findings()[2]).line, qint64{4});
    }

    void manyThatCannotBeReadAreFound() {
        constexpr int count = 20'000;
        QByteArrayList events;
        for (int i = 0; i < count; ++i) {
            events += i % 1000 == 0 ? "{\"title\": \"A\", \"date\": \"2020\"}" : "[{}, 7]";
        }
        const auto document = read('[' + events.join(",\n") + ']');
        const std::vector<ByteRange> unread = document->unread();
        QCOMPARE(unread.size(), static_cast<std::size_t>(count - count / 1000));
        QCOMPARE(document->unreadAt(unread.back().begin), std::optional(unread.back()));
    }
};

QTEST_APPLESS_MAIN(MendedEventsTest)
#include "mended_events_test.moc"
