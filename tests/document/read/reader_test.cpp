// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"

#include "time/calendar.h"
#include "time/edtf.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// Every finding as "line:column: severity: message".
QStringList linesOf(const ReadResult &result) {
    QStringList lines;
    result.tellFindings(
        [&lines](const Finding &finding) { lines.append(toString(finding, QString()).mid(1)); });
    return lines;
}

/// JSON with single quotes for double ones: moc of Qt 6.4 loses its way in raw strings.
QByteArray json(const char *text) {
    return QByteArray(text).replace('\'', '"');
}

Span spanOf(const char *date) {
    return std::get<ParsedDate>(parseDate(date)).span;
}

} // namespace

class ReaderTest : public QObject {
    Q_OBJECT

private slots:
    /// A finding for all that are alike, not one for each.
    void tellsRepeatedKeysOnce_data() {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QStringList>("expected");
        const QString twice =
            u"1:%1: warning: the key %2 occurs again in this object; expected it once, and the "
            "first is used"_s;
        const QString often =
            u"1:%1: warning: the key %2 occurs %3 times in this object; expected it once, and the "
            "first is used"_s;
        const QByteArray start = json("[{'title': 'a', 'date': '2000'");
        QTest::newRow("twice") << start + json(", 'title': 'b'}]")
                               << QStringList(twice.arg(33).arg(u"\"title\""_s));
        QTest::newRow("thrice") << start + json(", 'title': 'b', 'title': 7}]")
                                << QStringList(often.arg(33).arg(u"\"title\""_s).arg(3));
        QTest::newRow("two keys") << start + json(", 'x': 1, 'y': 2, 'x': 3, 'y': 4, 'x': 5}]")
                                  << QStringList{often.arg(49).arg(u"\"x\""_s).arg(3),
                                                 twice.arg(57).arg(u"\"y\""_s)};
        QTest::newRow("in two objects")
            << start + json(", 'o': {'k': 1, 'k': 2, 'p': {'k': 1, 'k': 1, 'k': 1}}}]")
            << QStringList{twice.arg(47).arg(u"\"k\""_s), often.arg(69).arg(u"\"k\""_s).arg(3)};
        QTest::newRow("written differently")
            << start + json(", 'x': 1, '\\u0078': 2}]") << QStringList(twice.arg(41).arg(u"\"x\""_s));
        QTest::newRow("many") << start + json(", 'k': 1").repeated(20'000) + "}]"
                              << QStringList(often.arg(41).arg(u"\"k\""_s).arg(20'000));
    }
    void tellsRepeatedKeysOnce() {
        QFETCH(QByteArray, events);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(readDocument(events)), expected);
    }

    void tellsOnceThatThereAreTooManyCategories_data() {
        QTest::addColumn<bool>("areDeclared");
        QTest::addColumn<int>("findings");
        QTest::newRow("declared") << true << 2; // in the list, and for the events
        QTest::newRow("named by events") << false << 1;
    }
    void tellsOnceThatThereAreTooManyCategories() {
        QFETCH(bool, areDeclared);
        QFETCH(int, findings);
        constexpr int many = 66'000;
        QByteArrayList categories;
        QByteArrayList events;
        for (int i = 0; i < many; ++i) {
            const QByteArray id = "\"c" + QByteArray::number(i) + '"';
            categories.append("{\"id\":" + id + '}');
            events.append("{\"title\":\"e\",\"date\":\"2000\",\"category\":" + id + '}');
        }
        const QByteArray declared =
            areDeclared ? "\"categories\":[" + categories.join(',') + "]," : QByteArray();
        const auto result = readDocument('{' + declared + "\"events\":[" + events.join(',') + "]}");
        QCOMPARE(result.document->eventCount(), EventIndex{many});
        QCOMPARE(result.document->categories().size(), std::size_t{noCategory});
        QCOMPARE(static_cast<int>(result.findings.size()), findings);
        if (areDeclared) {
            QCOMPARE(
                result.findings.front().message(),
                u"%1 categories are too many, from this one on; expected at most %2"_s.arg(many - noCategory)
                    .arg(noCategory));
        }
    }

    void readsColumns() {
        const auto result = readDocument(json(
            "{'title': 'T', 'description': 'D', 'asOf': '2025-02-25', "
            "'categories': [{'id': 'a', 'title': 'A', 'color': '#d9480f'}, {'id': 'b', 'color': '#0f0'}], "
            "'events': [ "
            "{'id': 'x', 'title': 'One', 'date': '2021', 'category': 'b', 'status': 'planned', 'importance': "
            "1}, "
            "{'title': 'Two', 'start': '2020-01', 'end': '2020-03-05'}, "
            "{'title': 'Three', 'start': '2019-05-06'}]}"));
        QCOMPARE(linesOf(result), QStringList());
        QVERIFY(result.isJson);
        const Document &document = *result.document;
        QCOMPARE(document.title(), u"T"_s);
        QCOMPARE(document.description(), u"D"_s);
        QCOMPARE(document.asOfText(), u"2025-02-25"_s);
        QVERIFY(*document.asOf() == spanOf("2025-02-25"));
        QCOMPARE(document.eventCount(), 3U);
        QVERIFY(document.span(0) == spanOf("2021"));
        QVERIFY(document.span(1) == spanOf("2020-01/2020-03-05"));
        QVERIFY(document.span(2) == spanOf("2019-05-06"));
        QVERIFY(document.status(0) == Status::Planned);
        QVERIFY(document.status(1) == Status::Confirmed);
        QCOMPARE(document.importance(0), 1.0F);
        QVERIFY(qAbs(document.importance(1) - 0.5F) < 0.01F);
        QCOMPARE(document.categories().size(), 3U);
        QCOMPARE(*document.categories()[0].color, 0xd9480fU);
        QCOMPARE(*document.categories()[1].color, 0x00ff00U);
        QCOMPARE(document.categories()[1].title, u"b"_s);
        QCOMPARE(document.category(0), CategoryIndex(1));
        QCOMPARE(document.category(1), CategoryIndex(2));
        QCOMPARE(document.categories()[2].id, QString());
        QVERIFY(!document.categories()[2].declared);
        QCOMPARE(document.eventTitle(1), u"Two"_s);
        QCOMPARE(document.details(1).date, u"2020-01/2020-03-05"_s);
        QCOMPARE(document.eventText(2).toByteArray(),
                 QByteArray(json("{'title': 'Three', 'start': '2019-05-06'}")));
        QVERIFY(document.extent()->begin == spanOf("2019-05-06").begin);
        QVERIFY(document.extent()->end == spanOf("2021").end);
    }

    /// Of a date that is open, the end that is known lies within.
    void extentOfOpenDates() {
        const auto open = readDocument("[{\"title\": \"A\", \"date\": \"1962/..\"}]").document->extent();
        QVERIFY(open->begin == spanOf("1962").begin && open->begin < open->end);
        const auto before = readDocument("[{\"title\": \"A\", \"date\": \"../1962\"}]").document->extent();
        QVERIFY(before->end == spanOf("1962").end && before->begin < before->end);
    }

    void readsDetails() {
        const auto result = readDocument(json(
            "[{'id': 'e\\u0031', 'title': 'A \\'b\\' \\u00e9\\ud83d\\ude00', "
            "'date': '2022-08-31/..', 'category': 'c', 'description': 'Line\\nnext', 'attribution': 'who', "
            "'place': {'title': 'Berlin', 'at': [52.5, 13]}, 'status': 'claimed', 'importance': 0.25, "
            "'tags': ['x', 'y'], 'sources': [], "
            "'measures': [{'name': 'm', 'value': 1.5e3, 'max': 2000, 'unit': 'u', 'approximate': true}], "
            "'links': [{'to': 'e2'}, {'to': 'e2', 'kind': 'leads-to'}], "
            "'media': [{'url': 'https://example.org/a.png', 'caption': 'c', 'credit': 'd', 'alt': 'e'}]}, "
            "{'id': 'e2', 'title': 'B', 'date': '2023', 'links': [{'to': 'e1', 'kind': 'contradicts'}]}]"));
        QCOMPARE(linesOf(result), QStringList());
        const Document &document = *result.document;
        const EventDetails details = document.details(0);
        QCOMPARE(details.id, u"e1"_s);
        QCOMPARE(details.title, u"A \"b\" é😀"_s);
        QCOMPARE(document.eventTitle(0), details.title);
        QCOMPARE(details.date, u"2022-08-31/.."_s);
        QCOMPARE(details.category, u"c"_s);
        QCOMPARE(details.description, u"Line\nnext"_s);
        QCOMPARE(details.attribution, u"who"_s);
        QCOMPARE(details.place.title, u"Berlin"_s);
        QCOMPARE(details.place.at, std::optional(std::pair(52.5, 13.0)));
        QVERIFY(details.status == Status::Claimed);
        QCOMPARE(details.importance, 0.25F);
        QCOMPARE(details.tags, (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(details.measures.size(), 1U);
        QCOMPARE(details.measures[0].value, 1500.0);
        QCOMPARE(details.measures[0].max, std::optional(2000.0));
        QVERIFY(details.measures[0].approximate);
        QCOMPARE(details.links.size(), 2U);
        QVERIFY(details.links[0].kind == LinkKind::Related);
        QCOMPARE(details.media[0].alt, u"e"_s);
        QCOMPARE(document.findEvent(u"e1"_s), std::optional<EventIndex>(0));
        QCOMPARE(document.findEvent(u"e2"_s), std::optional<EventIndex>(1));
        QCOMPARE(document.findEvent(u"e3"_s), std::nullopt);
        QCOMPARE(document.relations().size(), 3U);
        QCOMPARE(document.relations().of(1).size(), 3U);
        QVERIFY(document.relations().of(1)[2].kind == LinkKind::Contradicts);
        QVERIFY(document.span(0).isOpenAtEnd());
        QVERIFY(document.extent()->end == spanOf("2023").end);
    }

    void leavesOutWhatIsNoEventAndKeepsTheOthers() {
        const auto result = readDocument(
            "[\n {\"title\": \"A\", \"date\": \"2020\", \"id\": \"a\"},\n"
            " {\"title\": \"B\", \"date\": \"2020-13\"},\n 5,\n"
            " {\"title\": \"C\", \"date\": \"2021\", \"links\": [{\"to\": \"a\"}], \"id\": \"c\"},\n"
            " [{\"x\": 1, \"x\": 2}]\n]");
        QCOMPARE(result.findings.size(), 4U);
        const Document &document = *result.document;
        QCOMPARE(document.eventCount(), 3U);
        QCOMPARE(document.undatedCount(), 1U);
        QVERIFY(document.isUndated(1));
        QCOMPARE(document.eventTitle(2), u"C"_s);
        QCOMPARE(document.relations().size(), 1U);
        QCOMPARE(document.relations().all()[0].from, 2U);
        QCOMPARE(document.findEvent(u"c"_s), std::optional<EventIndex>(2));
        QCOMPARE(result.located(result.findings[0]).line, 3);
        QCOMPARE(result.findings[0].event, std::optional<EventIndex>(1));
        QVERIFY(!result.findings[1].event);
        QCOMPARE(result.located(result.findings[1]).line, 4);
        QCOMPARE(result.located(result.findings[1]).column, 2);
    }

    void onlyFieldsThatAreAskedForAreDecoded() {
        const auto document =
            readDocument("[{\"id\": \"a\", \"title\": \"t\", \"date\": \"2001\", \"tags\": [\"x\"], "
                         "\"links\": [{\"to\": \"b\"}], \"sources\": [\"s\"], \"status\": \"claimed\", "
                         "\"attribution\": \"who\"}]")
                .document;
        const EventDetails some = document->details(0, bit(EventField::Tags) | bit(EventField::Attribution));
        QCOMPARE(some.date, QStringLiteral("2001"));
        QCOMPARE(some.tags, QStringList(QStringLiteral("x")));
        QCOMPARE(some.attribution, QStringLiteral("who"));
        QVERIFY(some.id.isEmpty() && some.links.empty() && some.sources.isEmpty());
        QVERIFY(some.status == Status::Confirmed);
        QCOMPARE(document->details(0, 0).date, QStringLiteral("2001"));
        QCOMPARE(document->details(0).links.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(ReaderTest)
#include "reader_test.moc"
