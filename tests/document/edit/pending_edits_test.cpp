// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/merge.h"

#include "document/edit/event_edit.h"
#include "document/read/reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// Texts to be replaced by others; each must be there.
using Replacements = QList<std::pair<QByteArray, QByteArray>>;

const QByteArray eventA = "{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\", \"x-note\": 1.50e0}";
const QByteArray eventB =
    "{\"id\": \"b\", \"title\": \"B\", \"date\": \"2002\", \"status\": \"claimed\", \"importance\": 0.10}";
const QByteArray eventC = "{ \"title\" : \"no id\", \"date\" : \"2003\" }";
const QByteArray eventD = "{\"id\":\"d\",\"title\":\"\\u0044\",\"date\":\"2004\"}";

QByteArray fileOf(const QByteArrayList &events) {
    return "{\n  \"title\": \"T\",\n  \"x-head\": [ 1.0 ],\n  \"events\": [\n    " + events.join(",\n    ") +
           "\n  ]\n}\n";
}

const QByteArray base = fileOf({eventA, eventB, eventC, eventD});

std::shared_ptr<Document> read(const QByteArray &bytes) {
    return readDocument(bytes).document;
}

QByteArray savedBytes(const Document &document) {
    const std::vector<Splice> changes = document.changes();
    QByteArray all;
    for (const QByteArrayView piece : spliced(document.bytes(), changes)) {
        all.append(piece.data(), piece.size());
    }
    return all;
}

QByteArray replaced(QByteArray text, const Replacements &replacements) {
    for (const auto &[from, to] : replacements) {
        text.replace(from, to);
    }
    return text;
}

bool hasAll(const QByteArray &text, const Replacements &replacements) {
    return std::ranges::all_of(replacements, [&](const auto &one) { return text.contains(one.first); });
}

/// Edits the document: texts of events and the head with these replacements. What becomes empty is deleted.
void edit(Document &document, const Replacements &replacements) {
    DocumentEdit edit;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        const QByteArray before = document.eventText(event).toByteArray();
        if (const QByteArray after = replaced(before, replacements); after != before) {
            edit.events.push_back({event, after});
        }
    }
    if (const QByteArray head = replaced(document.head(), replacements); head != document.head()) {
        edit.head = head;
    }
    document.apply(edit);
}

EventIndex addAtEnd(Document &document) {
    return document.addPlace(document.eventCount() - 1);
}

/// What the file says when the edits have been made in it.
QByteArray broughtTogether(const Merge &merge, Document &theirs) {
    theirs.apply(merge.edit(
        [&](const std::vector<QByteArray> &texts) {
            std::vector<EventIndex> places;
            std::ranges::generate_n(std::back_inserter(places), std::ssize(texts),
                                    [&] { return addAtEnd(theirs); });
            return places;
        },
        [&](ByteRange unread) { return theirs.adopt(unread); }));
    return savedBytes(theirs);
}

bool isSame(const PendingEdits::Change &a, const PendingEdits::Change &b) {
    return a.saved == b.saved && a.now == b.now;
}

} // namespace

class PendingEditsTest : public QObject {
    Q_OBJECT

    /// Edits of each kind: a field, a new event, a deleted one, the head.
    static PendingEdits someEdits() {
        const auto document = read(base);
        edit(*document, {{"\"A\"", "\"\xC3\xA4\""}, {eventB, ""}, {"\"T\"", "\"U\""}});
        document->apply({{{addAtEnd(*document), "{\"title\": \"new\", \"date\": \"2005\"}"}}, {}});
        return PendingEdits::of(*document, {});
    }

private Q_SLOTS:
    /// What others write into a large file shows in its bytes, as long as nobody has copied them.
    void whatOthersWroteIntoTheBytesIsTheirs() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file.json"_s);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path); // in place
            return file.open(QIODevice::ReadWrite) && file.write(bytes) == bytes.size();
        };
        QByteArrayList events = {eventA, eventB};
        events.resize(40'000, eventD);
        const QByteArray file = fileOf(events);
        QVERIFY(write(file));
        const auto document = readFile(path)->document;
        edit(*document, {{"\"A\"", "\"A2\""}, {"\"T\"", "\"T2\""}});
        QVERIFY(write(replaced(file, {{"2001", "2007"}, {"1.0 ]", "2.0 ]"}})));
        const auto theirs = readFile(path)->document;
        const Merge merge(PendingEdits::of(*document, {}), *theirs);
        const QByteArray both = broughtTogether(merge, *theirs);
        for (const char *part : {"\"A2\"", "2007", "\"T2\"", "2.0 ]"}) {
            QVERIFY2(both.contains(part), part);
        }
    }

    void tellsWhatIsNotSaved() {
        const auto document = read(base);
        QVERIFY(PendingEdits::of(*document, document->edited()).isEmpty());
        const PendingEdits pending = someEdits();
        QCOMPARE(pending.events.size(), std::size_t{3});
        QVERIFY(isSame(pending.events[0], {eventA, QByteArray(eventA).replace("\"A\"", "\"\xC3\xA4\"")}));
        QVERIFY(isSame(pending.events[1], {eventB, {}}));
        QVERIFY(isSame(pending.events[2], {{}, "{\"title\": \"new\", \"date\": \"2005\"}"}));
        QVERIFY(pending.head.has_value());
        QCOMPARE(pending.head->saved, document->head());
        QCOMPARE(pending.head->now, document->head().replace("\"T\"", "\"U\""));
    }

    /// The document still has the bytes that were read first: what was saved since then is not pending, what
    /// was undone since then is.
    void knowsWhatWasSaved() {
        const auto document = read(base);
        const QByteArray otherA = QByteArray(eventA).replace("\"A\"", "\"A2\"");
        const QByteArray fresh = "{\"title\": \"new\", \"date\": \"2005\"}";
        const EventIndex place = addAtEnd(*document);
        const QByteArray head = document->head();
        const DocumentEdit back =
            document->apply({{{0, otherA}, {1, {}}, {place, fresh}}, head + QByteArray(" ")});
        const EditedTexts saved = document->edited();
        QVERIFY(PendingEdits::of(*document, saved).isEmpty());

        document->apply({{{3, {}}}, {}});
        const PendingEdits one = PendingEdits::of(*document, saved);
        QCOMPARE(one.events.size(), std::size_t{1});
        QVERIFY(isSame(one.events[0], {eventD, {}}));
        QVERIFY(!one.head);

        document->apply({{{3, eventD}}, {}});
        document->apply(back);
        QVERIFY(document->changes().empty());
        const PendingEdits undone = PendingEdits::of(*document, saved);
        QCOMPARE(undone.events.size(), std::size_t{3});
        for (const PendingEdits::Change &expected :
             {PendingEdits::Change{otherA, eventA}, {{}, eventB}, {fresh, {}}}) {
            QVERIFY(
                std::ranges::any_of(undone.events, [&](const auto &each) { return isSame(each, expected); }));
        }
        QVERIFY(undone.head && isSame(*undone.head, {head + " ", head}));
    }

    void bytesComeBack() {
        const PendingEdits pending = someEdits();
        const auto again = PendingEdits::fromBytes(pending.toBytes());
        QVERIFY(again.has_value());
        QVERIFY(std::ranges::equal(again->events, pending.events, isSame));
        QVERIFY(again->head && isSame(*again->head, *pending.head));
        QCOMPARE(again->toBytes(), pending.toBytes());

        const auto withoutHead = PendingEdits::fromBytes(PendingEdits{pending.events, {}}.toBytes());
        QVERIFY(withoutHead && !withoutHead->head && withoutHead->events.size() == pending.events.size());
    }

    void cutBytesAreNothing() {
        const QByteArray bytes = someEdits().toBytes();
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY2(!PendingEdits::fromBytes(bytes.first(size)), qPrintable(QString::number(size)));
        }
    }

    void garbageIsNothing_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("this is no journal");
        QTest::newRow("JSON") << QByteArray("{\"events\": []}");
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("ones") << QByteArray(100, '\xFF');
        QTest::newRow("a list") << QByteArray("\x80");
        QTest::newRow("deep") << QByteArray(100'000, '\x81');
        QTest::newRow("a length that cannot be") << QByteArray("\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
    }
    void garbageIsNothing() {
        QFETCH(QByteArray, bytes);
        QVERIFY(!PendingEdits::fromBytes(bytes));
    }

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

    /// What cannot be read is found again, and what they broke is not told to be gone.
    void whatCannotBeReadIsBroughtTogether() {
        const QByteArray broken = QByteArray(eventB).replace("\"date\"", "\"when\"");
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
        const auto theirs = read(replaced(base, {{eventB, broken}}));
        Merge both(PendingEdits::of(*ours, {}), *theirs);
        QCOMPARE(both.conflicts().size(), std::size_t{1});
        QVERIFY(both.conflicts().front().theirs.contains(u"cannot be read"_s));
        both.conflicts().front().takesOurs = false;
        QCOMPARE(broughtTogether(both, *theirs), replaced(base, {{eventB, broken}}));
        both.conflicts().front().takesOurs = true;
        QCOMPARE(broughtTogether(both, *theirs), replaced(base, {{"\"B\"", "\"B2\""}}));
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
        const EventIndex place = document->adopt(document->unread().front());
        document->apply({{{place, mended}}, {}});
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

QTEST_APPLESS_MAIN(PendingEditsTest)
#include "pending_edits_test.moc"
