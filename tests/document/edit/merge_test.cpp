// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/edits_fixture.h"
#include "document/edit/event_edit.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

bool hasAll(const QByteArray &text, const Replacements &replacements) {
    return std::ranges::all_of(replacements, [&](const auto &one) { return text.contains(one.first); });
}

} // namespace

class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void merges_data() {
        QTest::addColumn<Replacements>("ours");
        QTest::addColumn<Replacements>("theirs");
        QTest::addColumn<int>("conflicts");
        QTest::addColumn<Replacements>("takingOurs"); // in their file
        QTest::addColumn<Replacements>("takingTheirs");
        const Replacements none;
        const auto row = [&](const char *name, const Replacements &ours, const Replacements &theirs,
                             const Replacements &result) {
            QTest::newRow(name) << ours << theirs << 0 << result << result;
        };
        const auto conflict = [&](const char *name, const Replacements &ours, const Replacements &theirs,
                                  const Replacements &result) {
            QTest::newRow(name) << ours << theirs << 1 << result << none;
        };
        const Replacements a2{{"\"A\"", "\"A2\""}}, b2{{"\"B\"", "\"B2\""}}, u{{"\"T\"", "\"U\""}};
        const Replacements planned{{"\"claimed\"", "\"planned\""}};
        const Replacements noStatus{{", \"status\": \"claimed\"", ""}};
        const Replacements unlike{{eventB, "{\"id\": \"b\", \"title\": \"B\", \"date\": \"2002~\"}"}};
        const Replacements deletedB{{eventB, ""}};                // by us
        const Replacements withoutB{{eventB + ",\n    ", ""}};    // in the file
        const Replacements withoutLast{{",\n    " + eventD, ""}}; // in the file
        row("nothing from them", a2, none, a2);
        row("different events", a2, {{"\"2004\"", "\"2004?\""}}, a2);
        row("as it was written", {{"1.50e0", "2.50e0"}}, b2, {{"1.50e0", "2.50e0"}});
        row("different fields", b2, planned, b2);
        row("the same", b2, b2, none);
        row("the same and more", b2 + planned, b2, planned);
        row("a field taken out", noStatus, b2, noStatus);
        row("a field taken out by them", b2, noStatus, b2);
        row("a field taken out by both", noStatus, noStatus, none);
        row("a field added", {{"\"B\",", "\"B\", \"category\": \"c\","}}, planned,
            {{"\"2002\",", "\"2002\", \"category\": \"c\","}}); // stands in the format's order
        row("written otherwise by them", b2, {{", ", " ,\n      "}}, b2);
        row("unknown keys changed by them", a2, {{"1.50e0", "[1.0, {}]"}, {"0.10", "1e-1"}}, a2);
        row("moved", a2 + b2 + Replacements{{"\"no id\"", "\"still\""}},
            {{base, fileOf({eventD, eventC, eventB, eventA})}},
            a2 + b2 + Replacements{{"\"no id\"", "\"still\""}});
        row("more around it", b2, {{eventA, "{\"title\": \"their new\", \"date\": \"1\"},\n" + eventA}}, b2);
        row("deleted by us", deletedB, a2, withoutB);
        row("deleted by both", deletedB, withoutB, none);
        row("head, unchanged by them", u, a2, u);
        row("head, the same", u, u, none);
        row("head, another field", u, {{"\"T\",", "\"T\", \"description\": \"more\","}}, u);
        row("head, unchanged by us", a2, u, a2);
        row("head and events", u + b2, {{"[ 1.0 ]", "[1.0, 2]"}, {"\"claimed\"", "\"planned\""}}, u + b2);
        conflict("another value", b2, {{"\"B\"", "\"theirs\""}}, {{"\"theirs\"", "\"B2\""}});
        conflict("another number", {{"0.10", "0.25"}}, {{"0.10", "0.75"}}, {{"0.75", "0.25"}});
        conflict("changed and taken out", planned, noStatus,
                 {{"\"2002\"", "\"2002\", \"status\": \"planned\""}});
        conflict("taken out and changed", noStatus, planned, {{", \"status\": \"planned\"", ""}});
        conflict("deleted and edited", deletedB, unlike,
                 {{"{\"id\": \"b\", \"title\": \"B\", \"date\": \"2002~\"},\n    ", ""}});
        conflict("edited and deleted", {{"\"\\u0044\"", "\"D2\""}}, withoutLast,
                 {{eventC, eventC + ",\n    " + QByteArray(eventD).replace("\"\\u0044\"", "\"D2\"")}});
        conflict("head, another value", u, {{"\"T\"", "\"theirs\""}}, {{"\"theirs\"", "\"U\""}});
        // What is no conflict is brought in, however the conflict is decided.
        QTest::newRow("one of two fields") << b2 + planned << Replacements{{"\"B\"", "\"theirs\""}} << 1
                                           << planned + Replacements{{"\"theirs\"", "\"B2\""}} << planned;
        QTest::newRow("one of two events") << a2 + b2 << Replacements{{"\"B\"", "\"theirs\""}} << 1
                                           << a2 + Replacements{{"\"theirs\"", "\"B2\""}} << a2;
    }
    void merges() {
        QFETCH(Replacements, ours);
        QFETCH(Replacements, theirs);
        QFETCH(int, conflicts);
        QFETCH(Replacements, takingOurs);
        QFETCH(Replacements, takingTheirs);
        const QByteArray theirFile = replaced(base, theirs);
        QVERIFY(hasAll(base, ours) && hasAll(base, theirs)); // else the row tells nothing
        QVERIFY(hasAll(theirFile, takingOurs) && hasAll(theirFile, takingTheirs));
        const auto document = read(base);
        edit(*document, ours);
        // As it comes out of a journal.
        const auto pending = PendingEdits::fromBytes(PendingEdits::of(*document, {}).toBytes());
        QVERIFY(pending && !pending->isEmpty());
        for (const bool takesOurs : {true, false}) {
            const auto other = read(theirFile);
            Merge merge(*pending, *other);
            QCOMPARE(static_cast<int>(merge.conflicts().size()), conflicts);
            QCOMPARE(savedBytes(*other), theirFile); // not before edit()
            for (Merge::Conflict &each : merge.conflicts()) {
                QVERIFY(each.takesOurs);
                each.takesOurs = takesOurs;
            }
            const QByteArray expected = replaced(theirFile, takesOurs ? takingOurs : takingTheirs);
            QCOMPARE(broughtTogether(merge, *other), expected);
        }
    }

    void conflictsSayWhatIsAtOdds() {
        const auto document = read(base);
        edit(*document, {{"\"B\"", "\"ours\""}, {"\"T\"", "\"U\""}, {eventD, ""}});
        const auto theirs =
            read(replaced(base, {{"\"B\"", "\"theirs\""}, {"\"T\"", "\"V\""}, {"\"2004\"", "\"2005\""}}));
        Merge merge(PendingEdits::of(*document, {}), *theirs);
        QCOMPARE(merge.conflicts().size(), std::size_t{3});
        const Merge::Conflict &field = merge.conflicts()[0];
        QCOMPARE(QStringList({field.field, field.title, field.ours, field.theirs}),
                 QStringList({u"title"_s, u"B"_s, u"ours"_s, u"theirs"_s}));
        const Merge::Conflict &event = merge.conflicts()[1];
        QVERIFY(event.field.isEmpty() && event.ours != event.theirs);
        QCOMPARE(event.title, u"D"_s);
        const Merge::Conflict &head = merge.conflicts()[2];
        QCOMPARE(QStringList({head.field, head.ours, head.theirs}),
                 QStringList({u"title"_s, u"U"_s, u"V"_s}));
        QCOMPARE(head.change, std::size_t{2});
    }

    void newEventsOfBothStay() {
        const QByteArray ours1 = "{\"id\": \"n1\", \"title\": \"N1\", \"date\": \"2010\"}";
        const QByteArray ours2 = "{\"title\": \"N2\", \"date\": \"2011\"}";
        const QByteArray their = "{\"id\": \"m\", \"title\": \"M\", \"date\": \"2012\"}";
        const auto document = read(base);
        for (const QByteArray &text : {ours1, ours2}) {
            document->apply({{{addAtEnd(*document), text}}, {}});
        }
        const QByteArray theirFile = fileOf({eventA, their, eventB, eventC, eventD});
        const auto theirs = read(theirFile);
        Merge merge(PendingEdits::of(*document, {}), *theirs);
        QVERIFY(merge.conflicts().empty());
        QCOMPARE(broughtTogether(merge, *theirs),
                 fileOf({eventA, their, eventB, eventC, eventD, ours1, ours2}));
    }

    /// Twins without an id: each edit finds one of its own.
    void equalEventsAreNotTakenTwice() {
        const QByteArray twin = "{\"title\": \"twin\", \"date\": \"2001\"}";
        const auto document = read(fileOf({twin, twin}));
        document->apply({{{0, "{\"title\": \"one\", \"date\": \"2001\"}"},
                          {1, "{\"title\": \"two\", \"date\": \"2001\"}"}},
                         {}});
        const auto theirs = read(fileOf({twin, twin}));
        const Merge merge(PendingEdits::of(*document, {}), *theirs);
        QCOMPARE(broughtTogether(merge, *theirs), savedBytes(*document));
    }

    /// A key that stands twice cannot be changed field by field; ours must not be dropped without a word.
    /// As when two files were joined.
    void twoEventsOfOneIdAreTwo() {
        const QByteArray twin = QByteArray(eventB).replace("\"B\"", "\"twin\"");
        const auto document = read(fileOf({eventB, twin}));
        edit(*document, {{"\"B\"", "\"one\""}, {"\"twin\"", "\"two\""}});
        const auto theirs = read(fileOf({eventB, twin}));
        const Merge merge(PendingEdits::of(*document, {}), *theirs);
        QCOMPARE(broughtTogether(merge, *theirs), savedBytes(*document));
    }

    /// Each side moved one end, so that the interval would end before it begins.
    void whatIsMadeCanBeRead() {
        const QByteArray file = "[{\"id\": \"a\", \"title\": \"A\", \"start\": \"2001\", \"end\": \"2020\"}]";
        const auto document = read(file);
        edit(*document, {{"2001", "2010"}});
        const auto theirs = read(replaced(file, {{"2020", "2005"}}));
        const Merge merge(PendingEdits::of(*document, {}), *theirs);
        const QByteArray result = broughtTogether(merge, *theirs);
        QVERIFY2(read(result)->eventCount() == 1, result.constData());
    }

    /// The journal of one who crashed after saving, before the journal was taken away.
    void whatIsInTheFileIsNotMadeAgain() {
        const auto document = read(base);
        edit(*document, {{"\"A\"", "\"A2\""}, {"\"no id\"", "\"still\""}, {eventD, ""}});
        const QByteArray fresh = "{\"id\": \"n\", \"title\": \"new\", \"date\": \"2005\"}";
        document->apply({{{addAtEnd(*document), fresh}}, {}});
        const auto theirs = read(savedBytes(*document));
        Merge merge(PendingEdits::of(*document, {}), *theirs, Merge::Origin::Journal);
        QVERIFY(merge.conflicts().empty());
        QCOMPARE(broughtTogether(merge, *theirs), savedBytes(*document));
    }

    /// What is no event is found again, and so is what they left without a date.
    void whatCannotBeReadIsBroughtTogether() {
        const QByteArray broken = "\"B, 2002\"";
        const auto document = read(fileOf({eventA, broken, eventC}));
        const EventIndex place = document->adopt(document->unread().front());
        document->apply({{{place, eventB}}, {}});
        const PendingEdits mended = PendingEdits::of(*document, {});
        QCOMPARE(mended.events.size(), std::size_t{1});
        QVERIFY(isSame(mended.events.front(), {broken, eventB}));
        const auto same = read(fileOf({broken, eventC}));
        const Merge merge(mended, *same);
        QCOMPARE(broughtTogether(merge, *same), fileOf({eventB, eventC}));

        const auto ours = read(base);
        edit(*ours, {{"\"B\"", "\"B2\""}});
        const QByteArray undated = QByteArray(eventB).replace("\"date\"", "\"when\"");
        const auto theirs = read(replaced(base, {{eventB, undated}}));
        Merge both(PendingEdits::of(*ours, {}), *theirs);
        QVERIFY(both.conflicts().empty());
        QCOMPARE(broughtTogether(both, *theirs),
                 replaced(base, {{eventB, QByteArray(undated).replace("\"B\"", "\"B2\"")}}));
    }

    /// A copy of an event that lost its date: mended, it is not taken for the one that it was copied from.
    void aMendedCopyIsNotTheOriginal_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QByteArray>("mended");
        QTest::newRow("the same id")
            << QByteArray("{\"id\": \"x\", \"title\": \"A\", \"date\": \"2024\"}")
            << QByteArray("{\"id\": \"x\", \"title\": \"A\", \"note\": 1}")
            << QByteArray("{\"id\": \"x2\", \"title\": \"A\", \"date\": \"2025\", \"note\": 1}");
        QTest::newRow("the same title") << QByteArray("{\"title\": \"A\", \"date\": \"2024\"}")
                                        << QByteArray("{\"title\": \"A\", \"note\": 1}")
                                        << QByteArray("{\"title\": \"A\", \"date\": \"2025\", \"note\": 1}");
    }
    void aMendedCopyIsNotTheOriginal() {
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QByteArray, mended);
        const auto document = read(fileOf({good, bad}));
        document->apply({{{1, mended}}, {}});
        const auto theirs = read(fileOf({good, bad}));
        const Merge merge(PendingEdits::of(*document, {}), *theirs, Merge::Origin::Journal);
        QCOMPARE(broughtTogether(merge, *theirs), fileOf({good, mended}));
    }

    void bareArrayGetsAHead() {
        const auto document = read("[\n  " + eventA + "\n]\n");
        document->apply({{}, *EventEdit::setInHead(document->head(), u"title"_s, u"T"_s)});
        const QByteArray theirFile = "[\n  " + QByteArray(eventA).replace("\"A\"", "\"A2\"") + "\n]\n";
        const auto theirs = read(theirFile);
        const Merge merge(PendingEdits::of(*document, {}), *theirs);
        QCOMPARE(broughtTogether(merge, *theirs),
                 "{\"title\": \"T\", \"events\": " + theirFile.chopped(1) + "}\n");
    }
};

QTEST_APPLESS_MAIN(MergeTest)
#include "merge_test.moc"
