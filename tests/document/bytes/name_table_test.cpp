// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/name_table.h"

#include <QTest>
#include <map>
#include <random>

using namespace timeline;

/// Names get their numbers as they come, whatever their number, and also once a set was cleared.
class NameTableTest : public QObject {
    Q_OBJECT

    static std::string nameOf(unsigned number) {
        return number % 7 == 0 ? std::string(number % 50, '\0') : "name" + std::to_string(number);
    }

private slots:
    void setOfManyNames() {
        NameSet names;
        for (int round = 0; round < 2; ++round) {
            QVERIFY(names.isEmpty());
            QVERIFY(!names.contains(""));
            std::map<std::string, std::size_t> expected;
            std::mt19937 random(7);
            for (int i = 0; i < 20'000; ++i) {
                const std::string name = nameOf(static_cast<unsigned>(random() % 5'000));
                QCOMPARE(names.contains(name), expected.contains(name));
                const std::size_t number = expected.emplace(name, expected.size()).first->second;
                QCOMPARE(names.insert(name), number);
                QCOMPARE(names.find(name), std::optional(number));
                QCOMPARE(names[number], std::string_view(name));
            }
            QCOMPARE(names.size(), expected.size());
            QVERIFY(!names.contains("another"));
            names.clear();
        }
    }

    void tableWithALimit() {
        NameTable table(3);
        QCOMPARE(table.add("a"), std::size_t{0});
        QCOMPARE(table.add("b"), std::size_t{1});
        QCOMPARE(table.add("c"), std::size_t{2});
        QVERIFY(!table.hasOverflowed());
        QCOMPARE(table.add("b"), std::size_t{1});
        QVERIFY(!table.hasOverflowed());
        QCOMPARE(table.add("d"), std::size_t{2});
        QVERIFY(table.hasOverflowed());
        QCOMPARE(table.size(), std::size_t{3});
        QCOMPARE(table.name(2), std::string_view("c"));
    }

    void listsAreJoined() {
        NameList list;
        list.add("one");
        list.add("");
        NameList next;
        next.add("two");
        list.append(next);
        list.append(NameList());
        QCOMPARE(list.size(), std::size_t{3});
        QCOMPARE(list[0], std::string_view("one"));
        QCOMPARE(list[1], std::string_view());
        QCOMPARE(list[2], std::string_view("two"));
    }
};

QTEST_APPLESS_MAIN(NameTableTest)
#include "name_table_test.moc"
