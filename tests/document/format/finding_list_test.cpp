// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_list.h"
#include "document/json/json_value.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace timeline;

namespace {

Finding randomFinding(QRandomGenerator &random) {
    constexpr qint64 farthest = (qint64{1} << 48) - 1;
    const auto number = [&random] {
        return static_cast<qint64>(random.generate64() & farthest) >> random.bounded(48);
    };
    QStringList arguments;
    for (int count = random.bounded(4); count > 0; --count) {
        arguments += QStringLiteral("word %1 \u00e4\u20ac").arg(random.bounded(3));
    }
    return {random.bounded(2) == 0 ? FindingCode::WrongValue : FindingCode::LostLink, number(), arguments,
            random.bounded(3) == 0 ? std::nullopt : std::optional(random.bounded(1000U))};
}

/// What is counted along the way is compared as well.
std::vector<Finding> asVector(const FindingList &list) {
    const std::vector<Finding> all = {list.begin(), list.end()};
    FindingList::Counts counts{};
    for (const Finding &finding : all) {
        ++counts.at(static_cast<std::size_t>(finding.code));
    }
    if (counts != list.countsByKind()) {
        qFatal("the counts are not those of the findings");
    }
    return all;
}

} // namespace

/// A list is compared with a vector on which the same is done.
class FindingListTest : public QObject {
    Q_OBJECT

    FindingList m_list;
    std::vector<Finding> m_all;

private slots:
    void init() {
        QRandomGenerator random(12);
        m_list = {};
        m_all.clear();
        for (int i = 0; i < 500; ++i) {
            m_all.push_back(randomFinding(random));
            m_list.add(m_all.back());
        }
    }

    void givesWhatWasAdded() {
        QCOMPARE(asVector(m_list), m_all);
        QCOMPARE(m_list.size(), m_all.size());
        QVERIFY(m_list.front() == m_all.front() && m_list.back() == m_all.back());
        const FindingList none;
        QVERIFY(none.empty() && none.begin() == none.end());
    }

    void changesNoCopy() {
        const FindingList copy = m_list;
        QVERIFY(copy == m_list);
        m_list.add({});
        QVERIFY(copy != m_list);
        QCOMPARE(asVector(copy), m_all);
        m_list = copy;
        m_list.eraseIf([](const FindingList::About &finding) { return finding.event == 3U; });
        m_list.sortByOffset();
        QCOMPARE(asVector(copy), m_all);
    }

    void sortsByOffset() {
        m_list.sortByOffset();
        std::ranges::stable_sort(m_all, {}, &Finding::offset);
        QCOMPARE(asVector(m_list), m_all);
    }

    void erases() {
        const auto isGone = [](const auto &finding) { return finding.event && *finding.event % 2 == 0; };
        m_list.eraseIf(isGone);
        std::erase_if(m_all, isGone);
        QCOMPARE(asVector(m_list), m_all);
        m_list.eraseIf([](const FindingList::About &) { return true; });
        QVERIFY(m_list.empty());
    }

    void erasesWhatSaysTheSame() {
        const QSet<QString> words = {m_all[0].arguments.value(0), QStringLiteral("word 1 \u00e4\u20ac"),
                                     QStringLiteral("nobody says this")};
        m_list.eraseOfEvents(FindingCode::LostLink, words);
        std::erase_if(m_all, [&words](const Finding &finding) {
            return finding.event && finding.code == FindingCode::LostLink &&
                   words.contains(finding.arguments.value(0));
        });
        QCOMPARE(asVector(m_list), m_all);
        FindingList().eraseOfEvents(FindingCode::LostLink, words);
    }

    /// In their places, behind those of the same offset; and what was shared stays as it was.
    void insertsAndErasesAsEditsDo() {
        QRandomGenerator random(7);
        m_list.sortByOffset();
        std::ranges::stable_sort(m_all, {}, &Finding::offset);
        for (int step = 0; step < 4'000; ++step) { // chunks are split on the way
            const FindingList copy = m_list;
            const std::size_t size = m_all.size();
            const Finding finding = randomFinding(random);
            m_list.insert(finding);
            m_all.insert(std::ranges::upper_bound(m_all, finding.offset, {}, &Finding::offset), finding);
            QCOMPARE(copy.size(), size);
        }
        QCOMPARE(asVector(m_list), m_all);
        const std::vector<EventIndex> events = {2, 5};
        const std::vector<ByteRange> places = {{0, 100}, {300, 310}};
        const FindingList copy = m_list;
        const std::vector<Finding> before = m_all;
        m_list.eraseOf(events, places);
        std::erase_if(m_all, [&](const Finding &finding) {
            return finding.event ? std::ranges::count(events, *finding.event) > 0
                                 : std::ranges::any_of(places, [&](ByteRange place) {
                                       return place.contains(finding.offset);
                                   });
        });
        QCOMPARE(asVector(m_list), m_all);
        QCOMPARE(asVector(copy), before);
    }

    void appendsWithOtherNumbers() {
        FindingList both = m_list;
        both.append(m_list, 1000);
        QCOMPARE(both.size(), 2 * m_all.size());
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            Finding expected = m_all[i];
            QVERIFY(both[i] == expected);
            expected.event = expected.event ? std::optional(*expected.event + 1000) : std::nullopt;
            QVERIFY(both[m_all.size() + i] == expected);
        }
    }

    void numbersEventsAnew() {
        const auto number = [](EventIndex event) {
            return event % 3 == 0 ? std::nullopt : std::optional(event / 3);
        };
        m_list.renumberEvents(number);
        for (Finding &finding : m_all) {
            finding.event = finding.event ? number(*finding.event) : std::nullopt;
        }
        QCOMPARE(asVector(m_list), m_all);
    }

    /// Findings that come and go, as those of an event that is edited, each time with other arguments.
    void forgetsArgumentsThatNoFindingHas() {
        for (int i = 0; i < 12'000; ++i) {
            m_list.eraseIf([](const auto &finding) { return finding.offset == 7; });
            m_list.add({FindingCode::NoDate, 7, {QStringLiteral("the date %1").arg(i)}});
        }
        std::erase_if(m_all, [](const Finding &finding) { return finding.offset == 7; });
        QCOMPARE(m_list.back().arguments, QStringList(QStringLiteral("the date 11999")));
        m_list.eraseIf([](const auto &finding) { return finding.offset == 7; });
        QCOMPARE(asVector(m_list), m_all);
    }
};

QTEST_APPLESS_MAIN(FindingListTest)
#include "finding_list_test.moc"
