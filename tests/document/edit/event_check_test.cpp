// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_check.h"

#include "document/edit/event_edit.h"
#include "document/read/reader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace timeline;

class EventCheckTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<Document> document() {
        return readDocument("{\"categories\": [{\"id\": \"market\", \"title\": \"Market\"}],\n"
                            " \"sources\": [{\"id\": \"reuters\", \"title\": \"Reuters\"}],\n"
                            " \"events\": [{\"id\": \"one\", \"title\": \"One\", \"date\": \"2001\"},\n"
                            "  {\"id\": \"r1-out\", \"title\": \"R1\", \"date\": \"2025\"},\n"
                            "  {\"id\": \"Mixed-Case\", \"title\": \"M\", \"date\": \"2025\"},\n"
                            "  {\"id\": \"two\", \"title\": \"2\", \"date\": \"2025\"},\n"
                            "  {\"id\": \"TWO\", \"title\": \"2\", \"date\": \"2025\"}]}")
            .document;
    }

private Q_SLOTS:
    void findsWhatIsWrongAndMendsIt_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("fix");       // its title; empty: there is none
        QTest::addColumn<QByteArray>("mended"); // is in the event, or in the head, afterwards
        const auto row = [](const char *name, const char *members, const char *field, const char *fix,
                            const char *mended) {
            QTest::newRow(name) << QByteArray(members) << QString::fromUtf8(field) << QString::fromUtf8(fix)
                                << QByteArray(mended);
        };
        row("reversed", "\"date\": \"2024/2022\"", "date", "Swap start and end", "\"2022/2024\"");
        row("ends reversed", "\"start\": \"2024\", \"end\": \"2022\"", "date", "Swap start and end",
            "\"start\": \"2022\", \"end\": \"2024\"");
        row("in words", "\"date\": \"March 2024\"", "date", "Write it as 2024-03", "\"date\": \"2024-03\"");
        row("number", "\"date\": 20240301", "date", "Write it as 2024-03-01", "\"date\": \"2024-03-01\"");
        row("start in words", "\"start\": \"March 2024\"", "date", "Write it as 2024-03",
            "\"start\": \"2024-03\"");
        row("start in words, end open", "\"start\": \"March 2024\", \"end\": \"..\"", "date",
            "Write it as 2024-03/..", "\"start\": \"2024-03\", \"end\": \"..\"");
        row("start with a stroke", "\"start\": \"5/2024\", \"end\": \"2025\"", "date",
            "Write it as 2024-05/2025", "\"start\": \"2024-05\", \"end\": \"2025\"");
        row("end alone", "\"end\": \"2024\"", "date", "", "");
        row("date and start", "\"date\": \"2024\", \"start\": \"2024\"", "date", "", "");
        row("one of two", "\"date\": \"03/04/2024\"", "date", "Write it as 2024-03-04",
            "\"date\": \"2024-03-04\"");
        row("category like an id", "\"date\": \"2024\", \"category\": \"Market\"", "category", "Use “market”",
            "\"category\": \"market\"");
        row("category", "\"date\": \"2024\", \"category\": \"x\"", "category", "Declare “x”",
            "{\"id\": \"x\", \"title\": \"x\"}");
        row("source like a title", "\"date\": \"2024\", \"sources\": [\"REUTERS\"]", "sources",
            "Use “reuters”", "[\"reuters\"]");
        row("source", "\"date\": \"2024\", \"sources\": [\"reuters\", \"ft\"]", "sources", "Declare “ft”",
            "{\"id\": \"ft\", \"title\": \"ft\"}");
        row("source away", "\"date\": \"2024\", \"sources\": [\"reuters\", \"ft\"]", "sources", "Remove it",
            "[\"reuters\"]");
        row("link like an id", "\"date\": \"2024\", \"links\": [{\"to\": \"R1-out\"}]", "links",
            "Use “r1-out”", "\"r1-out\"");
        row("link away", "\"date\": \"2024\", \"links\": [{\"to\": \"x\"}, {\"to\": \"one\"}]", "links",
            "Remove the link", "[{\"to\": \"one\"}]");
        row("link in another case", "\"date\": \"2024\", \"links\": [{\"to\": \"mixed case\", \"x\": 1}]",
            "links", "Use \u201cMixed-Case\u201d", "[{\"to\": \"Mixed-Case\", \"x\": 1}]");
        row("link away, unknown members stay",
            "\"date\": \"2024\", \"links\": [{\"to\": \"x\"}, {\"to\": \"one\", \"x\": 1}]", "links",
            "Remove the link", "[{\"to\": \"one\", \"x\": 1}]");
        row("id", "\"date\": \"2024\", \"id\": \"one\"", "id", "Make it “one-2”", "\"one-2\"");
        row("status", "\"date\": \"2024\", \"status\": \"Planned\"", "status", "Write it as planned",
            "\"planned\"");
        row("status unknown", "\"date\": \"2024\", \"status\": \"sure\"", "status", "", "");
        row("importance", "\"date\": \"2024\", \"importance\": 7", "importance", "Write it as 1",
            "\"importance\": 1");
        row("importance as text", "\"date\": \"2024\", \"importance\": \"0.5\"", "importance",
            "Write it as 0.5", "\"importance\": 0.5");
        row("importance no number", "\"date\": \"2024\", \"importance\": \"nan\"", "importance", "", "");
        row("importance too big", "\"date\": \"2024\", \"importance\": 1e400", "importance", "", "");
        row("importance below", "\"date\": \"2024\", \"importance\": -0.5", "importance", "Write it as 0",
            "\"importance\": 0");
        row("importance twice", "\"date\": \"2024\", \"importance\": 0.5, \"importance\": 0.6", "importance",
            "", "");
        row("status twice", "\"date\": \"2024\", \"status\": \"planned\", \"status\": \"planned\"", "status",
            "", "");
        row("category twice", "\"date\": \"2024\", \"category\": \"market\", \"category\": \"market\"",
            "category", "", "");
        row("attribution a number", "\"date\": \"2024\", \"attribution\": 1.50", "attribution",
            "Write it as 1.50", "\"attribution\": \"1.50\"");
        row("source not in a list", "\"date\": \"2024\", \"sources\": \"reuters\"", "sources",
            "Write it as reuters", "[\"reuters\"]");
        row("one tag", "\"date\": \"2024\", \"tags\": \"x\"", "tags", "Write it as x", "[\"x\"]");
    }
    void findsWhatIsWrongAndMendsIt() {
        QFETCH(QByteArray, members);
        QFETCH(QString, field);
        QFETCH(QString, fix);
        QFETCH(QByteArray, mended);
        const auto events = document();
        const QByteArray text = "{\"title\": \"T\", " + members + "}";
        const std::vector<FieldFinding> found = checkFields(*events, std::nullopt, text);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().field, field);
        QVERIFY(!found.front().finding.message().isEmpty());
        const std::vector<EventFix> &fixes = found.front().fixes;
        const auto wanted = std::ranges::find(fixes, fix, &EventFix::title);
        if (fix.isEmpty()) {
            QVERIFY(fixes.empty());
            return;
        }
        QVERIFY2(wanted != fixes.end(), fixes.empty() ? "none" : qPrintable(fixes.front().title));
        QByteArray after = text;
        if (wanted->isInHead) {
            const EditedText head = EventEdit::setInHead(events->head(), wanted->field, wanted->value);
            QVERIFY2(head, qPrintable(head.error()));
            events->apply({{}, *head});
            QVERIFY2(events->head().contains(mended), events->head().constData());
        } else {
            const EditedText edited = EventEdit::set(text, wanted->field, wanted->value);
            QVERIFY2(edited, qPrintable(edited.error()));
            after = *edited;
            QVERIFY2(after.contains(mended), after.constData());
        }
        QVERIFY(checkFields(*events, std::nullopt, after).empty());
        const EventIndex event = events->addPlace(std::nullopt);
        events->apply({{{event, after}}, {}});
        QVERIFY(checkFields(*events, event, events->eventText(event).toByteArray()).empty());
        QVERIFY(events->findings().empty());
    }

    void whatIsMissingIsOfTheEventAsAWhole() {
        const std::vector<FieldFinding> found = checkFields(*document(), std::nullopt, "{\"title\": \"T\"}");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found.front().finding.severity() == Severity::Error);
        QVERIFY(found.front().fixes.empty());
    }

    void theMostObviousComesFirst_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("titles");
        const auto row = [](const char *member, const char *titles) {
            QTest::newRow(member) << QByteArray(member) << QString::fromUtf8(titles);
        };
        row("\"category\": \"MARKET\"", "Use “market”|Declare “MARKET”");
        row("\"sources\": [\"Reuters\"]", "Use “reuters”|Declare “Reuters”|Remove it");
        row("\"links\": [{\"to\": \"ONE\"}]", "Use “one”|Remove the link");
        row("\"links\": [{\"to\": \"Two\"}]", "Remove the link"); // "two" and "TWO" there are
    }
    void theMostObviousComesFirst() {
        QFETCH(QByteArray, member);
        const auto found =
            checkFields(*document(), std::nullopt, "{\"title\": \"T\", \"date\": \"2024\", " + member + "}");
        QCOMPARE(found.size(), std::size_t{1});
        QStringList titles;
        for (const EventFix &fix : found.front().fixes) {
            titles += fix.title;
        }
        QTEST(titles.join(QChar(u'|')), "titles");
    }

    void allThatADateMayMeanIsOffered_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("titles");
        const auto row = [](const char *members, const char *titles) {
            QTest::newRow(members) << QByteArray(members) << QString::fromUtf8(titles);
        };
        row("\"date\": \"1791-2\"", "Write it as [1791,1792]|Write it as 1791-02");
        row("\"date\": \"1824/5\"", "Write it as [1824,1825]");
        row("\"date\": \"c.1830-40\"", "Write it as 1830~/1840~");
        row("\"date\": \"soon\"", "");
        row("\"start\": \"02/03/2020\", \"end\": \"05/04/2020\"",
            "Write it as 2020-03-02/2020-04-05|Write it as 2020-02-03/2020-05-04");
        row("\"start\": \"02/03/2020\", \"end\": \"15/04/2020\"", "Write it as 2020-03-02/2020-04-15");
        row("\"date\": \"2024/2022\"", "Swap start and end");
        row("\"date\": \"1920-21\"", "Write it as 1920/1921");
    }
    void allThatADateMayMeanIsOffered() {
        QFETCH(QByteArray, members);
        const auto found = checkFields(*document(), std::nullopt, "{\"title\": \"T\", " + members + "}");
        QVERIFY(!found.empty());
        QStringList titles;
        for (const EventFix &fix : found.front().fixes) {
            titles += fix.title;
        }
        QTEST(titles.join(QChar(u'|')), "titles");
    }

    void amongSeasonsWhatLooksLikeTwoYearsIsOne() {
        const QByteArray text = R"({"title": "T", "date": "2020-21"})";
        const auto seasons = readDocument(R"([{"title": "A", "date": "2020-22"}])").document;
        QVERIFY(seasons->hasSeasons());
        QVERIFY(checkFields(*seasons, std::nullopt, text).empty());
        const auto years = readDocument(R"([{"title": "A", "date": "2020-21"}])").document;
        QVERIFY(!years->hasSeasons());
        QCOMPARE(checkFields(*years, std::nullopt, text).size(), std::size_t{1});
        // An edit of something else keeps what was found of the date.
        Document edited = *years;
        edited.apply({{{0, QByteArray(R"({"title": "B", "date": "2020-21"})")}}, {}});
        QCOMPARE(edited.findings().size(), std::size_t{1});
        QCOMPARE(nameOf(edited.findings().front().code), QStringLiteral("year-and-next"));
    }

    void aTitleThatIsANumberIsItsText() {
        const auto events = document();
        const QByteArray text = "{\"title\": 1984.0, \"date\": \"2024\"}";
        const auto found = checkFields(*events, std::nullopt, text);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().fixes.size(), std::size_t{1});
        const EventFix &fix = found.front().fixes.front();
        QCOMPARE(fix.value.toString(), QString::fromUtf8("1984.0"));
        QVERIFY(checkFields(*events, std::nullopt, *EventEdit::set(text, fix.field, fix.value)).empty());
    }

    /// Declaring keeps what else is in the list, in heads too that Qt's own parser refuses.
    void declaringLosesNothing_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after"); // the elements; empty: it cannot be declared without loss
        const QByteArray a = "{\"id\": \"a\", \"title\": \"A\", \"x\": 1}";
        const QByteArray q = "{\"id\": \"q\", \"title\": \"q\"}";
        QTest::newRow("unknown members") << "{\"sources\": [" + a + "], \"events\": []}" << a + ", " + q;
        QTest::newRow("a number too big")
            << "{\"x\": 1e400, \"sources\": [" + a + "], \"events\": []}" << a + ", " + q;
        QTest::newRow("a number too big in it")
            << QByteArray("{\"sources\": [{\"id\": \"a\", \"title\": \"A\", \"x\": 1e400}], \"events\": []}")
            << QByteArray();
        QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF{\"sources\": [" + a + "], \"events\": []}" << a + ", " + q;
        QTest::newRow("null") << QByteArray("{\"sources\": null, \"events\": []}") << q;
        QTest::newRow("no list") << QByteArray("{\"events\": []}") << q;
        QTest::newRow("no head") << QByteArray("[]") << q;
        QTest::newRow("no list but an object")
            << QByteArray("{\"sources\": {}, \"events\": []}") << QByteArray();
    }
    void declaringLosesNothing() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto events = readDocument(before).document;
        QVERIFY(events);
        const QByteArray text = "{\"title\": \"T\", \"date\": \"2024\", \"sources\": [\"q\"]}";
        const auto found = checkFields(*events, std::nullopt, text);
        QCOMPARE(found.size(), std::size_t{1});
        const auto &fixes = found.front().fixes;
        const auto fix = std::ranges::find(fixes, true, &EventFix::isInHead);
        QCOMPARE(fix == fixes.end(), after.isEmpty());
        if (fix != fixes.end()) {
            events->apply({{}, *EventEdit::setInHead(events->head(), fix->field, fix->value)});
            QVERIFY2(events->head().contains('[' + after + ']'), events->head().constData());
            QVERIFY(checkFields(*events, std::nullopt, text).empty());
        }
    }

    void whatElseIsWrongInAListStays() {
        const QByteArray text =
            "{\"title\": \"T\", \"date\": \"2024\", \"sources\": [\"reuters\", 7, \"ft\"], "
            "\"links\": [{\"kind\": \"odd\", \"to\": \"one\"}, {\"to\": \"x\"}, {}]}";
        const auto events = document();
        QByteArray after = text;
        for (const FieldFinding &finding : checkFields(*events, std::nullopt, text)) {
            if (!finding.fixes.empty()) {
                const EventFix &fix = finding.fixes.back();
                after = *EventEdit::set(after, fix.field, fix.value);
            }
        }
        QCOMPARE(after, QByteArray(text).replace(", \"ft\"", "").replace(", {\"to\": \"x\"}", ""));
    }

    void findingsAreInTheOrderOfTheText() {
        const QByteArray text = "{\"date\": \"soon\", \"category\": \"x\", \"title\": 7, \"importance\": 2, "
                                "\"sources\": [\"x\"], \"status\": \"x\"}";
        QStringList fields;
        for (const FieldFinding &finding : checkFields(*document(), std::nullopt, text)) {
            fields += finding.field;
        }
        QStringList expected;
        for (const char *field : {"date", "category", "title", "importance", "sources", "status"}) {
            expected += QString::fromLatin1(field);
        }
        QCOMPARE(fields, expected);
    }

    void whatIsNoObjectHasNoFields_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"7", "\"text\"", "[\"a\", 1]", "null", "{}"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void whatIsNoObjectHasNoFields() {
        QFETCH(QByteArray, text);
        const auto found = checkFields(*document(), std::nullopt, text);
        QVERIFY(!found.empty());
        for (const FieldFinding &finding : found) {
            QVERIFY(finding.fixes.empty());
        }
    }

    void anEventIsNotItsOwnTwin() {
        const auto events = document();
        QVERIFY(checkFields(*events, 0, events->eventText(0).toByteArray()).empty());
        QCOMPARE(checkFields(*events, 1, events->eventText(0).toByteArray()).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(EventCheckTest)
#include "event_check_test.moc"
