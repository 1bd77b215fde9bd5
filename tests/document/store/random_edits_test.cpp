// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/saved_bytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <random>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

/// A file with random events in random formatting: bad events, unknown keys, odd numbers and escapes among
/// them.
class RandomFile {
public:
    explicit RandomFile(unsigned seed) : m_random(seed) {
        m_lineEnd = pick({"", "\n", "\r\n"});
        m_indent = pick({"", "  ", "\t"});
        m_colon = pick({":", ": ", " : "});
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    QByteArray pick(const QByteArrayList &list) { return list[below(static_cast<int>(list.size()))]; }

    QByteArray make(int mostEvents = 7) {
        const QByteArray array = list(below(mostEvents), true);
        const QByteArray bom = below(4) == 0 ? QByteArray("\xEF\xBB\xBF") : QByteArray();
        if (below(4) == 0) {
            return bom + array + m_lineEnd;
        }
        QByteArrayList members = {"\"events\"" + m_colon + array};
        if (below(2) == 0) {
            members.prepend("\"title\"" + m_colon + "\"T\\u0069tle\"");
        }
        if (below(2) == 0) {
            members.append("\"x-note\"" + m_colon + "{\"events\": [1.50e3]}");
        }
        if (below(2) == 0) {
            members.insert(below(static_cast<int>(members.size()) + 1),
                           "\"undated\"" + m_colon +
                               (below(4) == 0 ? pick({"null", "\"\"", "[]", "17"}) : list(below(4), false)));
        }
        return bom + "{" + m_lineEnd + members.join("," + m_lineEnd) + m_lineEnd + "}" + m_lineEnd;
    }

    std::mt19937 &generator() { return m_random; }

private:
    QByteArray list(int count, bool areDated) {
        QByteArrayList events;
        for (int i = 0; i < count; ++i) {
            events += event(areDated || below(6) == 0);
        }
        const QByteArray gap = m_lineEnd + m_indent;
        return events.isEmpty() ? pick({"[]", "[ ]"})
                                : "[" + gap + events.join("," + pick({"", " ", gap})) + m_lineEnd + "]";
    }

    QByteArray event(bool isDated) {
        if (below(8) == 0) {
            return pick({"17", "{\"title\": \"no date\"}", "\"text\"", "null", "{}"});
        }
        QByteArrayList members = {"\"title\"" + m_colon +
                                  pick({"\"A\"", "\"\\u00e9\\n\"", "\"\xC3\xA9 \\\"q\\\"\""})};
        if (isDated) {
            members.append("\"date\"" + m_colon + pick({"\"2020\"", "\"2021-05~\"", "\"1990/..\""}));
        }
        if (below(2) == 0) {
            members.append("\"id\"" + m_colon + "\"e" + QByteArray::number(m_nextId++) + "\"");
        }
        if (below(2) == 0) {
            members.append("\"importance\"" + m_colon + pick({"0.50", "5e-1", "1"}));
        }
        if (below(3) == 0) {
            members.append("\"tags\"" + m_colon + pick({"[]", "[\"a\"]", "[ \"a\",\"b\" ]"}));
        }
        if (below(3) == 0) {
            members.append("\"x-data\"" + m_colon + pick({"1.50e3", "{\"a\": [1, 2.0]}", "null"}));
        }
        if (below(3) == 0) {
            members.append("\"links\"" + m_colon + "[{\"to\": \"e0\", \"note\": 7}]");
        }
        std::shuffle(members.begin(), members.end(), m_random);
        const QByteArray gap = pick({"", " ", m_lineEnd + m_indent});
        return "{" + gap + members.join("," + gap) + gap + "}";
    }

    std::mt19937 m_random; // NOLINT(bugprone-random-generator-seed): the same each time
    QByteArray m_lineEnd, m_indent, m_colon;
    int m_nextId = 0;
};

/// What matters of an event, for comparing documents.
QString gist(const Document &document, EventIndex event) {
    const EventDetails details = document.details(event);
    const Span span = document.span(event);
    return QStringList{details.id,
                       details.title,
                       details.date,
                       details.tags.join(u','),
                       document.categories()[document.category(event)].id,
                       QString::number(document.importanceByte(event)),
                       QString::number(span.begin.seconds),
                       QString::number(span.end.seconds),
                       QString::fromUtf8(document.eventText(event).toByteArray())}
        .join(u'|');
}

QStringList gists(const Document &document) {
    QStringList list;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isDeleted(event)) {
            list += gist(document, event);
        }
    }
    list.sort();
    return list;
}

/// What is wrong, wherever it stands: an event of the same id is named by its line or by its title.
QStringList problems(const Document &document) {
    QStringList list;
    for (const Finding &finding : document.findings()) {
        list += finding.message().section(u" is that of "_s, 0, 0);
    }
    list.sort();
    return list;
}

QStringList messages(const Document &document) {
    QStringList list;
    for (const Finding &each : document.findings()) {
        const Finding finding = document.located(each);
        list +=
            QString::number(finding.line) + u':' + QString::number(finding.column) + u' ' + finding.message();
    }
    list.sort();
    return list;
}

QStringList relations(const Document &document) {
    QStringList list;
    for (const Relation &relation : document.relations().all()) {
        list += document.details(relation.from).title + u'>' + document.details(relation.to).id;
    }
    list.sort();
    return list;
}

} // namespace

class RandomEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Random edits: what is saved is what one reads, what was not touched stands there byte for byte, and
    /// all of it undone is the file that there was.
    void randomEditsComeBack_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 0; seed < 400; ++seed) {
            QTest::addRow("%u", seed) << seed;
        }
    }
    void randomEditsComeBack() {
        QFETCH(unsigned, seed);
        RandomFile random(seed);
        const QByteArray file = random.make();
        const auto document = read(file);
        QVERIFY2(document, file.constData());
        const QStringList gistsBefore = gists(*document);
        const QStringList messagesBefore = messages(*document);
        const QStringList relationsBefore = relations(*document);
        std::vector<DocumentEdit> inverses;
        for (int step = 0; step < 12; ++step) {
            const EventIndex count = document->eventCount();
            const int kind = random.below(6);
            DocumentEdit edit;
            const std::vector<ByteRange> unread = document->unread();
            if (kind == 5 && !unread.empty()) {
                const ByteRange one =
                    unread[static_cast<std::size_t>(random.below(static_cast<int>(unread.size())))];
                QCOMPARE(document->unreadAt(one.begin), std::optional(one));
                const EventIndex place = document->adopt(one);
                QVERIFY(document->isDeleted(place));
                const bool goes = random.below(2) == 0;
                edit.events.push_back(
                    {place,
                     goes ? QByteArray() : "{\"title\": \"mended\", \"id\": \"e1\", \"date\": \"2001\"}"});
            } else if (kind == 0 || count == 0) {
                const EventIndex place = document->addPlace(
                    count == 0 || random.below(3) == 0
                        ? std::nullopt
                        : std::optional(static_cast<EventIndex>(random.below(static_cast<int>(count)))));
                const QByteArrayView like =
                    count > 0 && !document->isDeleted(0) ? document->eventText(0) : QByteArrayView();
                edit.events.push_back(
                    {place,
                     EventEdit::write({{u"title"_s, u"N%1"_s.arg(step)}, {u"date"_s, u"2024"_s}}, like)});
                if (document->lists().hasUndated && random.below(4) == 0) {
                    edit.events.back().text = R"({"title": "no date"})";
                }
            } else if (kind == 1) {
                edit.events.push_back({static_cast<EventIndex>(random.below(static_cast<int>(count))), {}});
            } else if (kind == 2) {
                const auto declared = [&](const QStringList &ids) {
                    QJsonArray list;
                    for (const QString &id : ids) {
                        list.append(QJsonObject{{u"id"_s, id}});
                    }
                    return list;
                };
                const QStringList ids = {u"c%1"_s.arg(random.below(3)), u"s%1"_s.arg(random.below(3))};
                const QList<std::pair<QString, QJsonValue>> values = {
                    {u"title"_s, u"Title %1"_s.arg(step)},
                    {u"categories"_s, declared(ids)},
                    {u"categories"_s, QJsonValue::Undefined},
                    {u"sources"_s, declared(ids)},
                    {u"sources"_s, QJsonValue::Undefined}};
                const auto &[field, value] = values[random.below(static_cast<int>(values.size()))];
                edit.head = *EventEdit::setInHead(document->head(), field, value);
            } else {
                const auto event = static_cast<EventIndex>(random.below(static_cast<int>(count)));
                if (document->isDeleted(event)) {
                    continue;
                }
                const QList<std::pair<QString, QJsonValue>> values = {
                    {u"title"_s, u"\u00fc \"%1\"\n"_s.arg(step)},
                    {u"date"_s, u"19%1-0%2"_s.arg(70 + step).arg(1 + step % 9)},
                    {u"tags"_s, QJsonArray{u"b"_s, u"a"_s, u"t%1"_s.arg(step)}},
                    {u"tags"_s, QJsonValue::Undefined},
                    {u"date"_s, document->lists().hasUndated ? QJsonValue(QJsonValue::Undefined) : u"1999"_s},
                    {u"id"_s, u"e%1"_s.arg(step)},
                    {u"category"_s, u"c%1"_s.arg(step % 3)},
                    {u"importance"_s, 0.25},
                    {u"sources"_s, QJsonArray{u"s%1"_s.arg(step % 3), u"c1"_s}},
                    {u"links"_s, QJsonArray{QJsonObject{{u"to"_s, u"e1"_s}}}},
                    {u"description"_s, u"text"_s}};
                const auto &[field, value] = values[random.below(static_cast<int>(values.size()))];
                const QByteArray before = document->eventText(event).toByteArray();
                const EditedText text = EventEdit::set(before, field, value);
                QVERIFY2(text, qPrintable(text.error()));
                const QJsonObject read = QJsonDocument::fromJson(*text).object();
                QJsonObject expected = QJsonDocument::fromJson(before).object();
                value.isUndefined() ? expected.remove(field) : static_cast<void>(expected[field] = value);
                if (field != "links"_L1) { // which keep what is unknown in them
                    QCOMPARE(read, expected);
                }
                edit.events.push_back({event, *text});
            }
            inverses.push_back(document->apply(edit));
            const QByteArray saved = savedBytes(*document);
            const auto again = read(saved);
            QVERIFY2(again, saved.constData());
            QCOMPARE(gists(*again), gists(*document));
            QCOMPARE(again->title(), document->title());
            QCOMPARE(relations(*again), relations(*document));
            QCOMPARE(problems(*document), problems(*again));
        }
        while (!inverses.empty()) {
            document->apply(inverses.back());
            inverses.pop_back();
        }
        QVERIFY(document->changes().empty());
        QCOMPARE(savedBytes(*document), file);
        QCOMPARE(gists(*document), gistsBefore);
        QCOMPARE(messages(*document), messagesBefore);
        QCOMPARE(relations(*document), relationsBefore);
    }

    /// One edit of many events, whose texts are seen at a glance, is what edits of each are, which are read
    /// with care; so is what takes it back.
    void anEditOfManyIsThoseOfEach_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1000; seed < 1150; ++seed) {
            QTest::addRow("%u", seed) << seed;
        }
    }
    void anEditOfManyIsThoseOfEach() {
        QFETCH(unsigned, seed);
        RandomFile random(seed);
        const QByteArray file = random.make(80);
        const auto many = read(file);
        const auto each = read(file);
        QVERIFY2(many && each, file.constData());
        const QStringList gistsBefore = gists(*many);
        const QStringList messagesBefore = messages(*many);
        const QStringList relationsBefore = relations(*many);
        std::vector<DocumentEdit> inverses;
        for (int step = 0; step < 4; ++step) {
            DocumentEdit edit;
            for (EventIndex event = 0; event < many->eventCount(); ++event) {
                if (random.below(8) == 0) {
                    continue;
                }
                if (many->isDeleted(event) || random.below(10) == 0) {
                    edit.events.push_back(
                        {event, many->isDeleted(event) && many->edited().find(event) != nullptr
                                    ? KeptText::inFile()
                                    : KeptText()});
                    continue;
                }
                const QList<std::pair<QString, QJsonValue>> values = {
                    {u"title"_s, u"\u00fc \"%1\"\n"_s.arg(step)},
                    {u"date"_s, u"19%1-0%2"_s.arg(70 + step).arg(1 + step % 9)},
                    {u"tags"_s, QJsonArray{u"b"_s, u"t%1"_s.arg(step)}},
                    {u"date"_s, many->lists().hasUndated ? QJsonValue(QJsonValue::Undefined) : u"1999"_s},
                    {u"id"_s, u"e%1"_s.arg(random.below(40))},
                    {u"category"_s, u"c%1"_s.arg(step % 3)},
                    {u"status"_s, u"half so"_s},
                    {u"importance"_s, 2.5},
                    {u"sources"_s, QJsonArray{u"s%1"_s.arg(step % 3)}},
                    {u"links"_s, QJsonArray{QJsonObject{{u"to"_s, u"e%1"_s.arg(random.below(40))}}}}};
                const auto &[field, value] = values[random.below(static_cast<int>(values.size()))];
                const EditedText text = EventEdit::set(many->eventText(event), field, value);
                if (text) {
                    edit.events.push_back({event, *text});
                }
            }
            std::shuffle(edit.events.begin(), edit.events.end(), random.generator());
            inverses.push_back(many->apply(edit));
            for (const EventText &one : edit.events) {
                each->apply({{one}, {}});
            }
            if (many->lists().undated.isEmpty()) { // those that come from there find their places together
                QCOMPARE(savedBytes(*many), savedBytes(*each));
            }
            QCOMPARE(gists(*many), gists(*each));
            QCOMPARE(messages(*many), messages(*each));
            QCOMPARE(relations(*many), relations(*each));
            QCOMPARE(many->undatedCount(), each->undatedCount());
            QCOMPARE(many->presentCount(), each->presentCount());
            QCOMPARE(many->presentCategories(), each->presentCategories());
        }
        for (; !inverses.empty(); inverses.pop_back()) {
            many->apply(inverses.back());
        }
        QVERIFY(many->changes().empty());
        QCOMPARE(savedBytes(*many), file);
        QCOMPARE(gists(*many), gistsBefore);
        QCOMPARE(messages(*many), messagesBefore);
        QCOMPARE(relations(*many), relationsBefore);
    }
};

QTEST_APPLESS_MAIN(RandomEditsTest)
#include "random_edits_test.moc"
