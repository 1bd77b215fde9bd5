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
        event += below(3) == 0   ? ",\"place\":" + quoted(title(2))
                 : below(3) == 0 ? ",\"place\":{\"at\":[1,2],\"title\":" + quoted(title(2)) + "}"
                                 : QByteArray();
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
        case SortKey::Place:
            return collator.compare(details[a].place.title, details[b].place.title) < 0;
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
            for (int key = 0; key <= static_cast<int>(SortKey::Place); ++key) {
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

    /// Within a millisecond all digits count, and what is somewhere before stands by the latest that it can
    /// mean.
    void sortsDates_data() {
        QTest::addColumn<QByteArrayList>("dates"); // in the order in which they belong
        const QByteArray second = "2024-02-03T09:14:07";
        QTest::newRow("within a millisecond")
            << QByteArrayList{second + ".120100Z", second + ".120400Z", second + ".120900Z"};
        QTest::newRow("digits of all lengths") << QByteArrayList{second,
                                                                 second + ".12/" + second + ".12000001",
                                                                 second + ".120",
                                                                 second + ".1200001",
                                                                 second + ".12000012",
                                                                 second + ".1209",
                                                                 second + ".12099999999999999999999999",
                                                                 second + ".121"};
        QTest::newRow("ends") << QByteArrayList{
            second + ".1204/" + second + ".1205", second + ".1204/" + second + ".12061",
            second + ".1204/" + second + ".1207", second + ".1204/" + second + ".120",
            second + ".1204/" + second + ".121"};
        QTest::newRow("zones") << QByteArrayList{"2024-02-03T11:14:07.1201+02:00", second + ".1202Z",
                                                 second + ".1203", "2024-02-03T04:14:07.1204-05"};
        QTest::newRow("or earlier") << QByteArrayList{"1824-05-03", "1899-12-31", "1900-10",
                                                      "1900-10-02", "[..1900]",   "1901"};
        QTest::newRow("unknown start")
            << QByteArrayList{"../1950", "1824", "/1899", "1900", "{..1900}", "1901"};
        QTest::newRow("unknown start and open end") << QByteArrayList{"/..", "1824"};
    }
    void sortsDates() {
        QFETCH(QByteArrayList, dates);
        for (int round = 0; round < 20; ++round) {
            std::vector<EventIndex> order(static_cast<std::size_t>(dates.size()));
            std::iota(order.begin(), order.end(), 0U);
            std::shuffle(order.begin(), order.end(), randomNumbers);
            QByteArrayList events;
            for (const EventIndex place : order) {
                events.append("{\"title\": \"a\", \"date\": \"" + dates[static_cast<qsizetype>(place)] +
                              "\"}");
            }
            const auto document = readDocument('[' + events.join(',') + ']').document;
            const auto sorted = [&](Qt::SortOrder direction) {
                const auto made = sortEvents(*document, {}, SortKey::Date, direction, {});
                QByteArrayList all;
                for (const EventIndex event : made->events) {
                    all.append(dates[static_cast<qsizetype>(order[event])]);
                }
                return all;
            };
            QCOMPARE(sorted(Qt::AscendingOrder), dates);
            QByteArrayList back = sorted(Qt::DescendingOrder);
            std::ranges::reverse(back);
            QCOMPARE(back, dates);
        }
    }

    /// Letters that are others in other languages.
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

    void sortsAnyTitles_data() {
        QTest::addColumn<QByteArrayList>("titles"); // as they stand in the file
        QTest::addColumn<QString>("locale");
        const QByteArrayList strange = {"\\ud83d",
                                        "\\u0000",
                                        "a\\u0000",
                                        "\uFEFFb",
                                        "\\ud83d\\ude00",
                                        "\U0001F600",
                                        "\U0001F469\u200D\U0001F680",
                                        "\u05E9\u05DC\u05D5\u05DD",
                                        "\u0633\u0644\u0627\u0645",
                                        "\u202Eabc",
                                        "2",
                                        "10",
                                        "1e3",
                                        "-1",
                                        "\u0663",
                                        "\u00BD",
                                        "z",
                                        "Z",
                                        "\u00C4rger",
                                        "Arger",
                                        "\U00010400",
                                        "\U00010428a", // Deseret, which has upper and lower case
                                        "\uFDFA"};     // sorts as eighteen letters
        for (const char *locale : {"C", "en_US", "de_DE", "ja_JP", "ar_EG", "th_TH"}) {
            QTest::addRow("strange, %s", locale) << strange + strange << QString::fromLatin1(locale);
        }
        QTest::newRow("the same") << QByteArrayList(70'000, "Minutes") << u"en_US"_s;
        // Some the same, some but for case, accents or the last letter.
        QByteArrayList alike;
        for (int i = 0; i < 9'000; ++i) {
            const QByteArray made =
                QByteArray("of the same ").repeated(12) + static_cast<char>('a' + below(3));
            alike << (below(3) == 0   ? made.toUpper()
                      : below(3) == 0 ? QByteArray(made).replace('a', "\u00E4")
                                      : made);
        }
        QTest::newRow("alike for long") << alike << u"de_DE"_s;
        // Each begins the next: as deep as texts are long, and yet no deep calls.
        QByteArrayList growing;
        for (int i = 0; i < 300; ++i) {
            growing << QByteArray("more and ").repeated(1'000).first(9'000 - 30 * (i * 7 % 300));
        }
        QTest::newRow("each begins the next") << growing << u"en_US"_s;
        QTest::newRow("long ones") << QByteArrayList{QByteArray(60'000, 'a') + 'b', QByteArray(60'000, 'a'),
                                                     QByteArray(60'000, 'A') + 'a'}
                                   << u"en_US"_s;
    }
    void sortsAnyTitles() {
        QFETCH(QByteArrayList, titles);
        QFETCH(QString, locale);
        QLocale::setDefault(QLocale(locale));
        const auto document = readDocument("[{\"date\":\"2001\",\"title\":\"" +
                                           titles.join("\"},{\"date\":\"2001\",\"title\":\"") + "\"}]")
                                  .document;
        QCOMPARE(document->eventCount(), static_cast<EventIndex>(titles.size()));
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QVERIFY(sortEvents(*document, {}, SortKey::Title, direction, {})->events ==
                    expectedOrder(*document, SortKey::Title, direction));
            const auto byNothing = sortEvents(*document, {}, SortKey::Attribution, direction, {});
            QVERIFY(std::ranges::is_sorted(byNothing->events)); // which none of them has
        }
    }

    /// Of a longer text, and of its key, no more is looked at: what differs beyond stays in the file's order.
    void sortsByTheFirst64Ki() {
        QLocale::setDefault(QLocale(u"en_US"_s));
        const QByteArray same(70'000, 'a');
        const auto document =
            readDocument("[{\"title\":\"" + same + "b\",\"date\":\"2001\"},{\"title\":\"" + same +
                         "a\",\"date\":\"2001\"},{\"title\":\"Z\",\"date\":\"2001\"}]")
                .document;
        QCOMPARE(sortEvents(*document, {}, SortKey::Title, Qt::DescendingOrder, {})->events,
                 (std::vector<EventIndex>{2, 0, 1}));
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
