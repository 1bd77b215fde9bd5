// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/read/reader.h"
#include "document/search/filter.h"
#include "document/store/event_table.h"
#include "document/store/relations.h"
#include "document/store/versioned_map.h"

#include <QRandomGenerator>
#include <QTest>
#include <map>
#include <thread>

using namespace timeline;
using namespace Qt::StringLiterals;

/// What a document is made of: every copy is one of its own, whatever is done to the others, on any thread.
class VersionsTest : public QObject {
    Q_OBJECT

    static EventRow row(std::size_t number, std::uint8_t importance) {
        EventRow row;
        row.offset = static_cast<qint64>(number);
        row.length = 7;
        row.importance = importance;
        return row;
    }
    static QByteArray event(int number, int year = 2000) {
        const QByteArray id = QByteArray::number(number);
        return "{\"id\": \"" + id + "\", \"title\": \"event " + id + "\", \"date\": \"" +
               QByteArray::number(year) + "\", \"links\": [{\"to\": \"" + QByteArray::number(number / 2) +
               "\"}, {\"to\": \"lost\"}]}";
    }

private Q_SLOTS:
    void mapsAreLikeStandardOnes_data() {
        QTest::addColumn<quint32>("bound"); // of the keys
        QTest::addColumn<int>("steps");
        QTest::newRow("few") << 60U << 200;
        QTest::newRow("dense") << 5'000U << 20'000;
        QTest::newRow("spread") << 0xFFFFFFFFU << 3'000;
    }
    void mapsAreLikeStandardOnes() {
        QFETCH(quint32, bound);
        QFETCH(int, steps);
        using Map = VersionedMap<int>;
        QRandomGenerator random(bound);
        Map map;
        std::map<quint32, int> same;
        std::vector<std::pair<Map, std::map<quint32, int>>> kept;
        const auto areSame = [](const Map &a, const std::map<quint32, int> &b) {
            std::map<quint32, int> all;
            a.forEach([&](quint32 key, int value) { all.emplace_hint(all.end(), key, value); });
            return all == b && a.size() == b.size();
        };
        for (int step = 0; step < steps; ++step) {
            const quint32 key = step == 0 ? bound : random.bounded(bound);
            if (random.bounded(3) == 0) {
                map.erase(key);
                same.erase(key);
            } else {
                map.set(key, step);
                same[key] = step;
            }
            if (step % (steps / 10) == 0) {
                kept.emplace_back(map, same);
            }
            const quint32 from = random.bounded(bound);
            const auto next = same.lower_bound(from);
            const Map::Entry *found = map.from(from);
            QCOMPARE(found != nullptr, next != same.end());
            QVERIFY(found == nullptr || (found->key == next->first && found->value == next->second));
            QCOMPARE(map.find(from) != nullptr, same.contains(from));
        }
        QVERIFY(areSame(map, same));
        for (const auto &[version, then] : kept) {
            QVERIFY(areSame(version, then));
        }
        while (const Map::Entry *entry = map.from(0)) {
            map.erase(entry->key);
        }
        QVERIFY(map.isEmpty() && map.from(0) == nullptr);
        QVERIFY(areSame(kept.back().first, kept.back().second));
    }

    void tablesAreCopies_data() {
        QTest::addColumn<std::size_t>("size");
        for (const std::size_t size : {0U, 1U, 1023U, 1024U, 1025U, 65'536U, 70'000U}) {
            QTest::addRow("%zu", size) << size;
        }
    }
    void tablesAreCopies() {
        QFETCH(std::size_t, size);
        EventColumns read;
        for (std::size_t i = 0; i < size; ++i) {
            read.append(row(i, 1));
        }
        const EventTable before(read);
        EventTable after = before;
        after.append(row(size, 2));
        after.set(size / 2, row(size / 2, 3));
        const EventTable between = after;
        after.set(size, row(size, 4));
        QCOMPARE(before.size(), size);
        QCOMPARE(after.size(), size + 1);
        for (std::size_t i = 0; i < size; ++i) {
            QCOMPARE(before.importance(i), std::uint8_t{1});
            QCOMPARE(after.offset(i), static_cast<qint64>(i));
            QCOMPARE(after.importance(i), std::uint8_t(i == size / 2 ? 3 : 1));
        }
        QCOMPARE(between.importance(size), std::uint8_t(size == 0 ? 3 : 2));
        QCOMPARE(after.importance(size), std::uint8_t{4});
    }

    void relationsOfEditedEventsReplaceThoseRead() {
        Relations relations;
        for (const EventIndex from : {1U, 1U, 3U, 5U}) {
            relations.add({from, 0, LinkKind::Related});
        }
        Relations edited = relations;
        edited.set(3, {});
        edited.set(4, {});
        edited.set(1, {{1, 9, LinkKind::LeadsTo}});
        edited.set(2, {{2, 1, LinkKind::PartOf}, {2, 5, LinkKind::PartOf}});
        edited.set(9, {{9, 9, LinkKind::Related}});
        QCOMPARE(relations.size(), std::size_t{4});
        QCOMPARE(edited.size(), std::size_t{5});
        QString all;
        for (const Relation &relation : edited.all()) {
            all += u" %1>%2"_s.arg(relation.from).arg(relation.to);
        }
        QCOMPARE(all, u" 1>9 2>1 2>5 5>0 9>9"_s);
        QCOMPARE(edited.of(9).size(), std::size_t{2});
        QCOMPARE(relations.of(1).size(), std::size_t{2});
        QVERIFY(edited.from(3).empty());
    }

    /// While one edits, whoever has a version reads what it said: rows, texts, ids, links, findings, search,
    /// changes, the place of a finding. The thread sanitizer looks on.
    void versionsAreReadWhileOneEdits() {
        constexpr int count = 3'000;
        constexpr int edits = 400;
        QByteArrayList events;
        for (int i = 0; i < count; ++i) {
            events += event(i);
        }
        std::shared_ptr<const Document> shown = readDocument("[" + events.join(",\n") + "]").document;
        QCOMPARE(shown->findings().size(), std::size_t{count + 1}); // the first links to itself
        std::mutex mutex;
        std::atomic<bool> isDone = false;
        std::atomic<int> wrong = 0;
        const auto read = [&] {
            while (!isDone) {
                std::shared_ptr<const Document> document;
                {
                    const std::lock_guard lock(mutex);
                    document = shown;
                }
                const auto edited = static_cast<EventIndex>(document->presentCount() - count);
                int renamed = 0;
                for (EventIndex i = 0; i < document->eventCount(); ++i) {
                    renamed += document->begin(i) != document->begin(count - 1) ? 1 : 0;
                }
                const bool isRight =
                    renamed == static_cast<int>(2 * edited) &&
                    document->changes().size() == (edited == 0 ? 0 : 2 * edited) &&
                    document->findEvent(u"new %1"_s.arg(edited - 1)).has_value() == (edited > 0) &&
                    !document->findEvent(u"new %1"_s.arg(edited)) &&
                    document->relations().size() == count + edited &&
                    document->findings().size() == count + 1 + edited &&
                    document->located(document->findings()[0]).line == (edited == 0 ? 1 : 0) &&
                    Filter(u"edited"_s).apply(*document).count(true) == static_cast<qsizetype>(edited);
                wrong += isRight ? 0 : 1;
            }
        };
        {
            const std::jthread one(read);
            const std::jthread other(read);
            for (int i = 0; i < edits; ++i) {
                const auto next = std::make_shared<Document>(*shown);
                const EventIndex added = next->addPlace(EventIndex(i));
                const QByteArray name = "new " + QByteArray::number(i);
                next->apply({{{EventIndex(i),
                               QByteArray(event(i, 1900)).replace("title\": \"", "title\": \"edited ")},
                              {added, QByteArray(event(i, 1900))
                                          .replace("\"id\": \"" + QByteArray::number(i) + '"',
                                                   "\"id\": \"" + name + '"')}},
                             {}});
                const std::lock_guard lock(mutex);
                shown = next;
            }
            isDone = true;
        }
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(shown->presentCount(), EventIndex{count + edits});
    }
};

QTEST_GUILESS_MAIN(VersionsTest)
#include "versions_test.moc"
