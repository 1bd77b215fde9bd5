// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/edits_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

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
};

QTEST_APPLESS_MAIN(PendingEditsTest)
#include "pending_edits_test.moc"
