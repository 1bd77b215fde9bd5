// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/read/reader.h"

#include <QHashFunctions>
#include <QTest>
#include <set>

using namespace timeline;
using namespace Qt::StringLiterals;

class EventIdsTest : public QObject {
    Q_OBJECT

    static constexpr int count = 500;
    static QByteArray event(const QByteArray &id, const QByteArray &date = "2001") {
        return "{\"id\": \"" + id + "\", \"title\": \"x\", \"date\": \"" + date + "\"}";
    }
    std::shared_ptr<Document> m_document; // one's own, to be edited

private Q_SLOTS:
    void init() {
        QByteArrayList events;
        for (int i = 0; i < count; ++i) {
            events += event("event-" + QByteArray::number(i));
        }
        m_document = std::make_shared<Document>(*readDocument('[' + events.join(',') + ']').document);
    }
    void cleanup() { QHashSeed::resetRandomGlobalSeed(); }

    /// Whoever writes a PDF may set Qt's seed: what was found before is found after.
    void areFoundWhateverQtsSeedIs_data() {
        QTest::addColumn<bool>("deterministic");
        QTest::newRow("none") << true;
        QTest::newRow("another") << false;
    }
    void areFoundWhateverQtsSeedIs() {
        QFETCH(bool, deterministic);
        m_document->apply({{{7, event("edited")}}, {}});
        deterministic ? QHashSeed::setDeterministicGlobalSeed() : QHashSeed::resetRandomGlobalSeed();
        for (int i = 0; i < count; ++i) {
            const auto found = m_document->findEvent(u"event-%1"_s.arg(i));
            QCOMPARE(found, i == 7 ? std::nullopt : std::optional(static_cast<EventIndex>(i)));
        }
        QCOMPARE(m_document->findEvent(u"edited"_s), std::optional<EventIndex>(7));
    }

    /// A number is the text that is written.
    void numbersAreIds() {
        const QByteArray bytes = R"([{"id": 7, "title": "x", "date": "2001"},
            {"title": "x", "date": "2001", "links": [{"to": 7}, {"to": "7.0"}], "id": "8"},
            {"id":7.0,"title": "x", "date": "2001", "links": [{"to": 8}]}, {"id": "7", "title": "x", "date": 2001}])";
        Document document = *readDocument(bytes).document;
        const auto found = [&document](const QString &id) {
            const auto event = document.findEvent(id);
            return event ? static_cast<int>(*event) : -1;
        };
        QCOMPARE(found(u"7"_s), 0);
        QCOMPARE(found(u"8"_s), 1);
        QCOMPARE(found(u"7.0"_s), 2);
        QCOMPARE(found(u"07"_s), -1);
        QCOMPARE(document.relations().size(), 3);
        QCOMPARE(document.findings().size(), 1); // the last has the first one's id
        document.apply({{{0, R"({"id": 9, "title": "x", "date": "2001"})"}}, {}});
        QCOMPARE(found(u"9"_s), 0);
        QCOMPARE(found(u"7"_s), 3);
        QCOMPARE(document.findings().size(), 0);
        document.apply({{{0, R"({"id": 7, "title": "x", "date": "2001"})"}}, {}});
        QCOMPARE(found(u"7"_s), 0);
    }

    /// An edit of a copy is none of the one that it was copied from.
    void aCopyIsADocumentOfItsOwn() {
        Document copy = *m_document;
        QVERIFY(copy.isVersionOf(*m_document));
        copy.apply({{{0, {}}, {1, event("one", "1999")}}, {}});
        const EventIndex added = copy.addPlace(3);
        QVERIFY(copy.isDeleted(0));
        QCOMPARE(copy.findEvent(u"one"_s), std::optional<EventIndex>(1));
        QVERIFY(!m_document->isDeleted(0));
        QCOMPARE(m_document->eventCount(), added);
        QCOMPARE(m_document->findEvent(u"event-1"_s), std::optional<EventIndex>(1));
        QCOMPARE(m_document->findEvent(u"one"_s), std::nullopt);
        QVERIFY(m_document->begin(1) != copy.begin(1));
        const EventIndex other = m_document->addPlace({}); // and the other way about
        m_document->apply({{{other, event("mine")}}, {}});
        QVERIFY(copy.isDeleted(other));
    }
};

QTEST_GUILESS_MAIN(EventIdsTest)
#include "event_ids_test.moc"
