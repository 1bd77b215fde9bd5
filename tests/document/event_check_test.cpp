// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/event_check.h"

#include "document/event_edit.h"
#include "document/reader.h"

#include <QTest>

using namespace timeline;

class EventCheckTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<Document> document() {
        return readDocument("{\"categories\": [{\"id\": \"market\", \"title\": \"Market\"}],\n"
                            " \"sources\": [{\"id\": \"reuters\", \"title\": \"Reuters\"}],\n"
                            " \"events\": [{\"id\": \"one\", \"title\": \"One\", \"date\": \"2001\"},\n"
                            "  {\"id\": \"r1-out\", \"title\": \"R1\", \"date\": \"2025\"}]}")
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
        row("not sure", "\"date\": \"03/04/2024\"", "date", "", "");
        row("category like an id", "\"date\": \"2024\", \"category\": \"Market \"", "category",
            "Use “market”", "\"category\": \"market\"");
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
        row("id", "\"date\": \"2024\", \"id\": \"one\"", "id", "Make it “one-2”", "\"one-2\"");
        row("status", "\"date\": \"2024\", \"status\": \"Planned\"", "status", "Write it as planned",
            "\"planned\"");
        row("status unknown", "\"date\": \"2024\", \"status\": \"sure\"", "status", "", "");
        row("importance", "\"date\": \"2024\", \"importance\": 7", "importance", "Write it as 1",
            "\"importance\": 1");
        row("importance as text", "\"date\": \"2024\", \"importance\": \"0.5\"", "importance",
            "Write it as 0.5", "\"importance\": 0.5");
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
        QVERIFY(!found.front().message.isEmpty());
        const std::vector<EventFix> &fixes = found.front().fixes;
        const auto wanted = std::ranges::find(fixes, fix, &EventFix::title);
        if (fix.isEmpty()) {
            QVERIFY(fixes.empty());
            return;
        }
        QVERIFY2(wanted != fixes.end(), fixes.empty() ? "none" : qPrintable(fixes.front().title));
        QByteArray after = text;
        if (wanted->isInHead) {
            events->apply({{}, EventEdit::setInHead(events->head(), wanted->field, wanted->value).text});
            QVERIFY2(events->head().contains(mended), events->head().constData());
        } else {
            after = EventEdit::set(text, wanted->field, wanted->value).text;
            QVERIFY2(after.contains(mended), after.constData());
        }
        QVERIFY(checkFields(*events, std::nullopt, after).empty());
    }

    void whatIsMissingIsOfTheEventAsAWhole() {
        const std::vector<FieldFinding> found = checkFields(*document(), std::nullopt, "{\"title\": \"T\"}");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found.front().severity == Severity::Error);
        QVERIFY(found.front().fixes.empty());
    }

    void anEventIsNotItsOwnTwin() {
        const auto events = document();
        QVERIFY(checkFields(*events, 0, events->eventText(0).toByteArray()).empty());
        QCOMPARE(checkFields(*events, 1, events->eventText(0).toByteArray()).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(EventCheckTest)
#include "event_check_test.moc"
