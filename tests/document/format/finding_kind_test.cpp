// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_kind.h"
#include "document/read/reader.h"

#include <QTest>
#include <set>

using namespace timeline;
using namespace Qt::StringLiterals;

class FindingKindTest : public QObject {
    Q_OBJECT

    static QStringList told(const FindingList &findings) {
        QStringList lines;
        for (const FindingGroup &group : groupedByKind(findings)) {
            lines += u"%1 %2 %3"_s.arg(group.findings.size())
                         .arg(toString(group.kind.severity()), group.kind.sentence());
        }
        return lines;
    }

private Q_SLOTS:
    void partsByFieldAndWhatWasExpected() {
        const auto document =
            readDocument(R"([{"title": "a", "date": "2001", "importance": 7, "description": 5},
                             {"title": "b", "date": "2002", "importance": "0.7", "status": "sure"},
                             {"title": "c", "date": "2003", "importance": 3, "attribution": 5},
                             {"title": "d", "date": "soon"},
                             {"title": "e", "start": "later"},
                             {"title": "f", "date": "2004", "importance": -1}])")
                .document;
        QCOMPARE(
            told(document->findings()),
            QStringList({u"1 error \"date\" cannot be read as a date"_s,
                         u"1 error \"start\" cannot be read as a date"_s,
                         u"3 warning \"importance\" is not a number from 0 to 1"_s,
                         u"1 warning \"description\" is not a string"_s,
                         u"1 warning \"importance\" is not a number"_s,
                         u"1 warning \"attribution\" is not a string"_s,
                         u"1 note \"status\" is a word of this file's own, which is drawn as claimed"_s}));
    }

    void everyFindingIsInOneGroup() {
        FindingList list;
        for (int i = 0; i < 5000; ++i) {
            const auto code = i % 3 == 0 ? FindingCode::LostLink : FindingCode::UnusedValue;
            list.add({code, i, {u"f%1"_s.arg(i % 7), u"\"%1\""_s.arg(i), u"a number"_s}});
        }
        std::set<std::uint32_t> all;
        const std::vector<FindingGroup> groups = groupedByKind(list);
        QCOMPARE(groups.size(), std::size_t{8});
        for (const FindingGroup &group : groups) {
            QVERIFY(std::ranges::is_sorted(group.findings));
            for (const std::uint32_t number : group.findings) {
                QCOMPARE(FindingKind::of(list[number]), group.kind);
                QVERIFY(all.insert(number).second);
            }
        }
        QCOMPARE(all.size(), list.size());
    }

    void theOtherEventOfAnIdDoesNotMatter() {
        FindingList list;
        list.add({FindingCode::RepeatedId, 1, {u"\"a\""_s, u"\"One\""_s}});
        list.add({FindingCode::RepeatedIdOfLine, 2, {u"\"b\""_s, u"7"_s}});
        QCOMPARE(told(list), QStringList(u"2 error an id is that of another event"_s));
    }

    void everyKindHasItsSentence() {
        for (std::size_t i = 0; i < findingCodeCount; ++i) {
            const Finding finding{static_cast<FindingCode>(i), 0, {u"one"_s, u"two"_s, u"3"_s}};
            const QString sentence = FindingKind::of(finding).sentence();
            QVERIFY(!sentence.isEmpty());
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        }
    }

    void wordsOfTheFileAreNotObeyed() {
        const FindingKind kind{FindingCode::UnusedValue, {u"%3"_s, {}, u"a number"_s}};
        QCOMPARE(kind.sentence(), u"\"%3\" is not a number"_s);
    }
};

QTEST_APPLESS_MAIN(FindingKindTest)
#include "finding_kind_test.moc"
