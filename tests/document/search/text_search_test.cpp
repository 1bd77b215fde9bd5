// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/search/text_search.h"

#include "document/read/reader.h"
#include "document/search/filter.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// How a random document writes characters that need no escape.
enum class Writing { Plain, Ascii, Mixed };

/// Random documents whose texts are of few characters, so that short needles occur: those with case in more
/// than one way, of all lengths in UTF-8, and all that has to be escaped.
class RandomDocuments {
public:
    explicit RandomDocuments(unsigned seed) : m_random(seed) {}

    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }

    QString text(int longest) {
        static const QString letters = u"aAbsSkKiIuU01n \u017F\u212A\u00DF\u1E9E\u0130\u0131\u00E9\u00C9"
                                       u"\u00E5\u212B\u03C3\u03C2\u03A3\u043A\u041A\u0440\u0420\u6881\u0301"
                                       u"\"\\/\n\t\u0001\uFEFF"_s;
        QString made;
        for (int i = below(longest + 1); i > 0; --i) {
            switch (below(24)) {
            case 0:
                made += u"\U0001F600"_s;
                break;
            case 1:
                made += u"\U00010400"_s; // upper case, in the second plane
                break;
            case 2:
                made += u"\U00010428"_s; // the same, lower
                break;
            default:
                // More of the first, so that words come up again.
                made += letters[below(below(2) == 0 ? 8 : static_cast<int>(letters.size()))];
            }
        }
        return made;
    }

    QByteArray string(const QString &text, Writing writing) {
        QByteArray made = "\"";
        for (const uint character : text.toUcs4()) {
            const QString c = QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
            const bool must = character < 0x20 || character == '"' || character == '\\';
            const bool escapes = must || (writing == Writing::Ascii && character >= 0x80) ||
                                 (writing == Writing::Mixed && below(3) == 0);
            static const QByteArray shortOnes = "\"\\/\b\f\n\r\t";
            const qsizetype known = character < 0x80 ? shortOnes.indexOf(static_cast<char>(character)) : -1;
            if (!escapes) {
                made += c.toUtf8();
            } else if (known >= 0 && below(2) == 0) {
                made += '\\';
                made += "\"\\/bfnrt"[known];
            } else {
                for (const QChar unit : c) {
                    const QByteArray digits = QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
                    made += "\\u" + (below(2) == 0 ? digits : digits.toUpper());
                }
            }
            if (writing == Writing::Mixed && below(40) == 0) {
                made += below(2) == 0 ? "\\uD83D" : "\\ude00"; // a half alone
            }
        }
        return made + '"';
    }

    QByteArray number() {
        return std::array{"7", "-1.5e3", "20", "1e400", "0"}.at(static_cast<std::size_t>(below(5)));
    }

    QByteArray event(Writing writing, const QByteArray &gap) {
        const auto some = [&] { return string(text(9), writing); };
        const auto list = [&](const QByteArray &rare) {
            QByteArray made = "[" + gap;
            for (int i = below(4); i > 0; --i) {
                made += (below(12) == 0 ? rare : some()) + gap + (i > 1 ? "," : "") + gap;
            }
            return made + "]";
        };
        const QByteArray odd = "{" + gap + "\"title\":" + some() + ",\"x\":[[" + some() + "],{}]}";
        const QByteArray source = "{" + gap + "\"id\":" + (below(2) == 0 ? some() : number()) +
                                  ",\"title\":" + some() + gap + ",\"url\" :" + some() + "}";
        const auto key = [&](const char *name) {
            return writing == Writing::Mixed && below(5) == 0
                       ? string(QString::fromLatin1(name), Writing::Mixed)
                       : '"' + QByteArray(name) + '"';
        };
        QList<std::pair<QByteArray, QByteArray>> members = {{key("title"), string(u"x"_s + text(9), writing)},
                                                            {key("date"), "\"2001\""}};
        const auto perhaps = [&](const char *name, const QByteArray &value) {
            if (below(3) == 0) {
                members.append({key(name), value});
            }
        };
        perhaps("description", below(9) == 0 ? odd : some());
        perhaps("attribution", below(9) == 0 ? "12" : some());
        perhaps("place", below(2) == 0   ? some()
                         : below(9) == 0 ? odd
                                         : "{" + key("title") + gap + ":" + some() + ",\"at\":[1,2]}");
        perhaps("tags", below(9) == 0 ? some() : list(odd));
        perhaps("sources", list(below(2) == 0 ? QByteArray("null") : below(2) == 0 ? number() : source));
        perhaps("id", below(3) == 0 ? number() : some());
        perhaps("note", below(2) == 0 ? some() : odd);
        perhaps("media", "[{\"url\":" + some() + ",\"caption\":" + some() + "}]");
        perhaps("title", some()); // a key twice
        perhaps("tags", list(number()));
        perhaps("importance", "0.01");
        std::shuffle(members.begin(), members.end(), m_random);
        QByteArrayList parts;
        for (const auto &[name, value] : members) {
            parts.append(gap + name + gap + ":" + gap + value);
        }
        return "{" + parts.join(gap + ",") + gap + "}";
    }

    std::shared_ptr<const Document> document(Writing writing, int events) {
        const QByteArray gap = below(2) == 0 ? QByteArray() : QByteArray("\n  ");
        QByteArrayList all;
        for (int i = 0; i < events; ++i) {
            all.append(below(15) == 0 ? "{\"title\": \"bad ask\"}" : event(writing, gap));
        }
        return readDocument("{\"title\": \"ask\", \"events\": [" + all.join("," + gap) + "]}").document;
    }

private:
    std::mt19937 m_random;
};

/// The meaning: what QString finds in the decoded texts.
bool isThere(const Document &document, EventIndex event, const QString &text, TextSearch::Where where) {
    const EventDetails details = document.details(event);
    const auto isSame = [&](const QString &each) { return each.compare(text, Qt::CaseInsensitive) == 0; };
    const auto holds = [&](const QString &each) { return each.contains(text, Qt::CaseInsensitive); };
    switch (where) {
    case TextSearch::Where::Tag:
        return std::ranges::any_of(details.tags, isSame);
    case TextSearch::Where::Source:
        return anySource(details, isSame);
    case TextSearch::Where::Status:
        return details.status == Status::Own && isSame(details.ownStatus);
    case TextSearch::Where::Id:
        return isSame(details.id);
    case TextSearch::Where::Texts:
        break;
    }
    return holds(details.title) || holds(details.description) || holds(details.attribution) ||
           holds(details.place.title) || std::ranges::any_of(details.tags, holds);
}

std::vector<std::uint8_t> found(const Document &document, const QString &text, TextSearch::Where where) {
    std::vector<std::uint8_t> bits(document.eventCount(), 7);
    TextSearch(document, text, where).search(0, bits, {});
    return bits;
}

} // namespace

Q_DECLARE_METATYPE(Writing)

class TextSearchTest : public QObject {
    Q_OBJECT

private slots:
    void findsWhatQStringFinds_data() {
        QTest::addColumn<Writing>("writing");
        QTest::newRow("UTF-8") << Writing::Plain;
        QTest::newRow("ASCII") << Writing::Ascii;
        QTest::newRow("mixed") << Writing::Mixed;
    }
    void findsWhatQStringFinds() {
        QFETCH(Writing, writing);
        RandomDocuments random(20260);
        int hits = 0;
        for (int round = 0; round < 150; ++round) {
            const auto document = random.document(writing, 30);
            QVERIFY(document);
            for (int i = 0; i < 24; ++i) {
                const auto where = static_cast<TextSearch::Where>(random.below(8) < 5 ? 0 : random.below(4));
                QString text = i == 0 ? u"title"_s : i == 1 ? u"ask"_s : random.text(i % 4 + 1);
                if (i > 12) { // parts of what is there
                    const auto event =
                        static_cast<EventIndex>(random.below(static_cast<int>(document->eventCount())));
                    const EventDetails details = document->details(event);
                    const QStringList all = QStringList{details.title, details.description, details.id,
                                                        details.attribution, details.place.title} +
                                            details.tags + details.sources;
                    text = all[random.below(static_cast<int>(all.size()))];
                    const int from = random.below(static_cast<int>(text.size()) + 1);
                    text = where == TextSearch::Where::Texts ? text.mid(from, 1 + random.below(6)) : text;
                    text = random.below(2) == 0 ? text.toUpper() : text.toLower();
                }
                if (text.isEmpty()) {
                    continue;
                }
                const auto bits = found(*document, text, where);
                for (EventIndex event = 0; event < document->eventCount(); ++event) {
                    const bool expected = isThere(*document, event, text, where);
                    hits += expected ? 1 : 0;
                    QVERIFY2(bits[event] == (expected ? 1 : 0),
                             qPrintable(u"%1 (%2) in %3"_s.arg(text)
                                            .arg(static_cast<int>(where))
                                            .arg(QString::fromUtf8(document->eventText(event)))));
                }
            }
        }
        QVERIFY(hits > 1000);
    }

    /// In a text it is a character like others.
    void aByteOrderMarkIsACharacter() {
        QByteArrayList events;
        for (const char *tag : {"war", "\xEF\xBB\xBFwar", "\\uFEFFWar", "\\ufeff\\uFEFFwar", "awar"}) {
            events.append("{\"title\":\"x\",\"date\":\"2000\",\"tags\":[\"" + QByteArray(tag) + "\"]}");
        }
        const auto document = readDocument('[' + events.join(',') + ']').document;
        QCOMPARE(found(*document, u"war"_s, TextSearch::Where::Tag),
                 (std::vector<std::uint8_t>{1, 0, 0, 0, 0}));
        for (EventIndex event = 0; event < document->eventCount(); ++event) {
            QCOMPARE(isThere(*document, event, u"war"_s, TextSearch::Where::Tag), event == 0);
        }
    }

    /// Across the borders of what threads take, and of blocks.
    void findsInManyEvents() {
        QByteArrayList events;
        std::vector<EventIndex> expected;
        for (EventIndex event = 0; event < 20'000; ++event) {
            const bool holds = event % 4096 < 2 || event % 4096 == 4095 || event % 977 == 5;
            if (holds) {
                expected.push_back(event);
            }
            events.append("{\"title\":\"" + QByteArray(static_cast<qsizetype>(event % 97), 'x') +
                          (holds ? "NeeDle" : "needl") + "\",\"date\":\"2000\"}");
        }
        const auto document = readDocument('[' + events.join(',') + ']').document;
        const QBitArray shown = Filter(u"needle"_s).apply(*document);
        const QBitArray hidden = Filter(u"-needle"_s).apply(*document);
        QCOMPARE(shown.size(), 20'000);
        std::vector<EventIndex> there;
        for (EventIndex event = 0; event < document->eventCount(); ++event) {
            if (shown.testBit(event)) {
                there.push_back(event);
            }
        }
        QCOMPARE(there, expected);
        QCOMPARE(hidden, ~shown);
    }

    void appliesFiltersAsItMatchesEvents() {
        RandomDocuments random(7);
        for (int round = 0; round < 60; ++round) {
            const auto document = random.document(Writing::Mixed, 50);
            QStringList terms;
            for (int i = random.below(3); i >= 0; --i) {
                static const QStringList fields = {{}, {}, {}, u"tag:"_s, u"id:"_s, u"status:"_s};
                QString value = random.text(2);
                terms << (random.below(3) == 0 ? u"-"_s : QString()) + fields[random.below(6)] + u'"' +
                             value.remove(u'"') + u'"';
            }
            const Filter filter(terms.join(u' '));
            const QBitArray shown = filter.apply(*document);
            for (EventIndex event = 0; event < document->eventCount() && !shown.isEmpty(); ++event) {
                QVERIFY2(shown.testBit(event) == filter.matches(*document, event),
                         qPrintable(filter.query()));
            }
        }
    }

    void givesUpWhenCancelled() {
        const auto document = RandomDocuments(1).document(Writing::Plain, 100);
        std::stop_source source;
        source.request_stop();
        QCOMPARE(Filter(u"a"_s).apply(*document, source.get_token()).count(true), 0);
        QVERIFY(Filter(u"a"_s).apply(*document).count(true) > 0);
    }

    void knowsTheVariantsOfCharacters() {
        for (char32_t c = 0; c < 0x11000; ++c) {
            const auto variants = caseVariants(c);
            QVERIFY(std::ranges::find(variants, c) != variants.end());
        }
        QCOMPARE(caseVariants(U'K').size(), 3U); // k, K, the sign of kelvin
        QCOMPARE(caseVariants(U'\u0130').size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TextSearchTest)
#include "text_search_test.moc"
