// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/event_order.h"

#include "document/read/reader.h"
#include "widgets/order/sort_items.h"
#include "widgets/workspace/event_rows.h"

#include <QCollator>
#include <QLocale>
#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

std::mt19937 randomNumbers(20260); // NOLINT(cert-msc51-cpp): the same at each run

int below(int count) {
    return std::uniform_int_distribution<int>(0, count - 1)(randomNumbers);
}

/// Titles of all that collators treat in their own ways: accents, ligatures, ignored characters, letters of
/// two characters, vowels that are written first, other scripts, escapes.
QString title(int longest) {
    static const QStringList parts = {
        u"a"_s,      u"b"_s,      u"c"_s,      u"h"_s,      u"ch"_s,     u"A"_s,      u"B"_s,
        u"1"_s,      u"10"_s,     u" "_s,      u"-"_s,      u"aa"_s,     u"\u00E5"_s, u"\u00E4"_s,
        u"\u00F6"_s, u"o"_s,      u"z"_s,      u"\u00DF"_s, u"ss"_s,     u"\u00E6"_s, u"ae"_s,
        u"\u0301"_s, u"\u00AD"_s, u"\u0438"_s, u"\u0418"_s, u"\u0439"_s, u"\u03C3"_s, u"\u03C2"_s,
        u"\u6881"_s, u"\u0E40"_s, u"\u0E01"_s, u"\u0E02"_s, u"\"x"_s,    u"\\"_s,     u"\U0001F600"_s};
    QString made = u"t"_s;
    for (int i = below(longest + 1); i > 0; --i) {
        made += parts[below(below(3) == 0 ? static_cast<int>(parts.size()) : 9)];
    }
    return made;
}

QByteArray quoted(const QString &text) {
    QByteArray made = text.toUtf8();
    made.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + made + '"';
}

std::shared_ptr<const Document> documentOf(int events, int longest) {
    static const QByteArrayList dates = {"2001",    "2001-01-01", "-0044",   "Y-17E7",
                                         "2001/..", "2001-05",    "../1990", "2001-01-01T10:00:00.500"};
    QByteArrayList all;
    for (int i = 0; i < events; ++i) {
        QByteArray event = "{\"title\":" + quoted(title(longest)) + ",\"date\":\"" +
                           dates[below(static_cast<int>(dates.size()))] + "\",\"category\":\"" +
                           QByteArray::number(below(300)) + "\"";
        event += below(2) == 0 ? ",\"status\":\"planned\",\"importance\":0." + QByteArray::number(below(100))
                               : ",\"attribution\":" + quoted(title(3));
        all.append(event + "}");
    }
    return readDocument('[' + all.join(',') + ']').document;
}

/// What the order should be: that of the straightforward way.
std::vector<EventIndex> expectedOrder(const Document &document, SortKey key, Qt::SortOrder direction) {
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<EventDetails> details;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        details.push_back(document.details(event));
    }
    const auto isLess = [&](EventIndex a, EventIndex b) {
        switch (key) {
        case SortKey::Date:
            return std::pair(document.span(a).begin, document.span(a).end) <
                   std::pair(document.span(b).begin, document.span(b).end);
        case SortKey::Title:
            return collator.compare(details[a].title, details[b].title) < 0;
        case SortKey::Category:
            return document.category(a) < document.category(b);
        case SortKey::Status:
            return document.status(a) < document.status(b);
        case SortKey::Importance:
            return document.importance(a) < document.importance(b);
        case SortKey::Attribution:
            return collator.compare(details[a].attribution, details[b].attribution) < 0;
        }
        return false;
    };
    std::vector<EventIndex> events(document.eventCount());
    std::iota(events.begin(), events.end(), 0U);
    std::ranges::stable_sort(events, [&](EventIndex a, EventIndex b) {
        return direction == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
    });
    return events;
}

} // namespace

Q_DECLARE_METATYPE(SortKey)

class EventOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::system()); }

    void sorts_data() {
        QTest::addColumn<SortKey>("key");
        QTest::addColumn<int>("events");
        for (const int events : {1, 2, 300, 12'000}) {
            for (int key = 0; key <= static_cast<int>(SortKey::Attribution); ++key) {
                QTest::addRow("key %d of %d", key, events) << static_cast<SortKey>(key) << events;
            }
        }
    }
    void sorts() {
        QFETCH(SortKey, key);
        QFETCH(int, events);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto document = documentOf(events, 6);
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QCOMPARE(sortEvents(*document, {}, key, direction, {})->events,
                     expectedOrder(*document, key, direction));
        }
    }

    /// Letters that are others in other languages: the fast way must notice where it is wrong.
    void sortsTextsAsTheLanguageDoes_data() {
        QTest::addColumn<QString>("locale");
        for (const char *name :
             {"C", "en_US", "de_DE", "sv_SE", "da_DK", "cs_CZ", "hu_HU", "th_TH", "zh_CN"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void sortsTextsAsTheLanguageDoes() {
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale(locale));
        for (const int longest : {1, 4, 40}) {
            const auto document = documentOf(1'500, longest);
            QCOMPARE(sortEvents(*document, {}, SortKey::Title, Qt::AscendingOrder, {})->events,
                     expectedOrder(*document, SortKey::Title, Qt::AscendingOrder));
        }
    }

    /// Titles that begin, or are, all the same.
    void sortsTitlesThatAreAlike() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QByteArrayList all;
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray number = i % 2 == 0 ? QByteArray() : QByteArray::number(i * 7919 % 1'000);
            all.append("{\"title\":\"Minutes of the meeting" + number + "\",\"date\":\"2000\"}");
        }
        const auto document = readDocument('[' + all.join(',') + ']').document;
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QCOMPARE(sortEvents(*document, {}, SortKey::Title, direction, {})->events,
                     expectedOrder(*document, SortKey::Title, direction));
        }
    }

    /// Texts that are alike for long, in numbers that are sorted level by level: some the same, some but for
    /// case, accents or the last letter.
    void sortsLongTextsThatAreAlike() {
        QCollator collator;
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        QByteArrayList all;
        for (int i = 0; i < 9'000; ++i) {
            QString made = u"of the same "_s.repeated(12) + QChar(u'a' + below(3));
            made = below(3) == 0 ? made.toUpper() : below(3) == 0 ? made.replace(u'a', u'\u00E4') : made;
            all.append("{\"title\":" + quoted(made) + ",\"date\":\"2001\"}");
        }
        const auto document = readDocument('[' + all.join(',') + ']').document;
        std::vector<QString> titles;
        std::vector<EventIndex> expected(document->eventCount());
        std::iota(expected.begin(), expected.end(), 0U);
        for (const EventIndex event : expected) {
            titles.push_back(document->eventTitle(event));
        }
        std::ranges::stable_sort(
            expected, [&](EventIndex a, EventIndex b) { return collator.compare(titles[a], titles[b]) < 0; });
        QCOMPARE(sortEvents(*document, {}, SortKey::Title, Qt::AscendingOrder, {})->events, expected);
    }

    void givesNothingWhenCancelled() {
        const auto document = documentOf(50, 5);
        std::stop_source source;
        source.request_stop();
        QVERIFY(!sortEvents(*document, {}, SortKey::Title, Qt::AscendingOrder, source.get_token()));
    }

    void sortsKeys() {
        for (const std::size_t size : {0U, 1U, 255U, 5'000U}) {
            std::vector<SortItem> items(size);
            for (std::size_t i = 0; i < size; ++i) {
                items[i].event = static_cast<EventIndex>(i);
                items[i].setKey(std::uint64_t{0xABCDEF0123456789} ^
                                (static_cast<std::uint64_t>(below(300)) << (below(2) * 40)));
            }
            std::vector<SortItem> expected = items;
            std::ranges::stable_sort(expected, {}, &SortItem::key);
            sortByKeys(items, [](auto) {});
            for (std::size_t i = 0; i < size; ++i) {
                QCOMPARE(items[i].event, expected[i].event);
            }
        }
    }

    /// All that filters and orders make of rows, against lists.
    void rowsAreWhatIsShownInOrder() {
        const auto document = documentOf(1'500, 5);
        const EventIndex count = document->eventCount();
        const auto randomBits = [count](int oneIn) {
            QBitArray bits(static_cast<qsizetype>(count));
            for (EventIndex event = 0; event < count; ++event) {
                bits.setBit(event, below(oneIn) == 0);
            }
            return bits;
        };
        const QBitArray part = randomBits(3);
        const QList<std::shared_ptr<const EventOrder>> orders = {
            nullptr, sortEvents(*document, {}, SortKey::Title, Qt::DescendingOrder, {}),
            sortEvents(*document, part, SortKey::Category, Qt::AscendingOrder, {})};
        for (const auto &order : orders) {
            for (const QBitArray &shown :
                 {QBitArray(), randomBits(1), randomBits(2), randomBits(200), part, QBitArray(count)}) {
                const EventRows rows(count, shown, order);
                std::vector<EventIndex> expected;
                for (EventIndex place = 0; place < (order ? order->events.size() : count); ++place) {
                    const EventIndex event = order ? order->events[place] : place;
                    if (shown.isEmpty() || shown.testBit(event)) {
                        expected.push_back(event);
                    }
                }
                QCOMPARE(rows.count(), static_cast<std::uint32_t>(expected.size()));
                for (std::uint32_t row = 0; row < rows.count(); ++row) {
                    QCOMPARE(rows.eventAt(row), expected[row]);
                    QCOMPARE(rows.rowOf(expected[row]), std::optional(row));
                }
                for (EventIndex event = 0; event < count; ++event) {
                    QCOMPARE(rows.rowOf(event).has_value(),
                             std::ranges::find(expected, event) != expected.end());
                }
                QVERIFY(!rows.rowOf(count));
            }
        }
        QCOMPARE(EventRows(0, {}, nullptr).count(), 0U);
    }
};

QTEST_GUILESS_MAIN(EventOrderTest)
#include "event_order_test.moc"
