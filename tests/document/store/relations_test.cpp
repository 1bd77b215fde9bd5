// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/store/relations.h"

#include <QTest>
#include <random>

using namespace timeline;

/// Links by the events that they come from, and by those that they lead to.
class RelationsTest : public QObject {
    Q_OBJECT

    static std::vector<Relation> ofSlowly(const Relations &relations, EventIndex event) {
        std::vector<Relation> found;
        relations.forEach([&](const Relation &relation) {
            if (relation.from == event || relation.to == event) {
                found.push_back(relation);
            }
        });
        return found;
    }

private Q_SLOTS:
    void thoseOfAnEventAreFoundWhateverWasEdited() {
        constexpr EventIndex events = 40;
        std::mt19937 dice(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
        const auto any = [&dice] { return static_cast<EventIndex>(dice() % events); };
        Relations relations;
        for (EventIndex from = 0; from < events; ++from) {
            for (auto links = dice() % 5; links > 0; --links) {
                relations.add({from, any(), static_cast<LinkKind>(dice() % 4)});
            }
        }
        relations.prepare();
        const Relations before = relations;
        for (int step = 0; step < 60; ++step) {
            const EventIndex from = any();
            std::vector<Relation> links;
            for (auto number = dice() % 4; number > 0; --number) {
                links.push_back({from, any(), LinkKind::Related});
            }
            relations.set(from, links);
            QCOMPARE(relations.from(from).size(), links.size());
            QCOMPARE(relations.all().size(), relations.size());
            for (EventIndex event = 0; event < events; ++event) {
                QVERIFY(relations.of(event) == ofSlowly(relations, event));
            }
        }
        for (EventIndex event = 0; event < events; ++event) {
            QVERIFY(before.of(event) == ofSlowly(before, event)); // a copy is one of its own
        }
        QVERIFY(relations.of(events + 1).empty());
    }

    void oneThatLeadsToItselfIsFoundOnce() {
        Relations relations;
        relations.add({3, 3, LinkKind::Related});
        QCOMPARE(relations.of(3).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(RelationsTest)
#include "relations_test.moc"
