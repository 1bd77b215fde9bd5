// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/read/reader.h"
#include "document/search/filter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <random>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

QByteArray joined(const Document &document) {
    const std::vector<Splice> changes = document.changes();
    QByteArray all;
    for (const QByteArrayView piece : spliced(document.bytes(), changes)) {
        all.append(piece.data(), piece.size());
    }
    return all;
}

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

    QByteArray make() {
        const QByteArray array = list(below(7), true);
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

class DocumentEditTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<Document> read(const QByteArray &bytes) { return readDocument(bytes).document; }

private Q_SLOTS:
    void oneFieldIsOneLine() {
        const QByteArray file = "{\n  \"title\": \"T\",\n  \"events\": [\n    {\n      \"id\": \"a\",\n      "
                                "\"title\": \"A\",\n      \"date\": \"2020\"\n    }\n  ]\n}\n";
        const auto document = read(file);
        const EditedText text = EventEdit::set(document->eventText(0), u"title"_s, u"B"_s);
        const DocumentEdit inverse = document->apply({{{0, *text}}, {}});
        QCOMPARE(joined(*document), QByteArray(file).replace("\"A\"", "\"B\""));
        QCOMPARE(document->eventTitle(0), u"B"_s);
        QCOMPARE(document->findEvent(u"a"_s), std::optional<EventIndex>(0));
        document->apply(inverse);
        QVERIFY(document->changes().empty());
        QCOMPARE(joined(*document), file);
    }

    void eventsComeAndGo_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QList<int>>("deleted");
        QTest::addColumn<int>("after"); // -2: nothing is added
        QTest::addColumn<QByteArray>("expected");
        const QByteArray three =
            "[\n  {\"title\":\"A\",\"date\":\"1\"},\n  7,\n  {\"title\":\"B\",\"date\":\"2000\"},\n"
            "  {\"title\":\"C\",\"date\":\"2001\"}\n]";
        const QByteArray lines = QByteArray(three).replace("\"1\"", "\"1999\"");
        const auto a = "  {\"title\":\"A\",\"date\":\"1999\"}";
        const auto b = "  {\"title\":\"B\",\"date\":\"2000\"}";
        const auto c = "  {\"title\":\"C\",\"date\":\"2001\"}";
        const auto n = "  {\"title\":\"N\",\"date\":\"2024\"}";
        const auto of = [](const QByteArrayList &parts) { return "[\n" + parts.join(",\n") + "\n]"; };
        QTest::newRow("first") << lines << QList{0} << -2 << of({"  7", b, c});
        QTest::newRow("middle") << lines << QList{1} << -2 << of({a, "  7", c});
        QTest::newRow("last") << lines << QList{2} << -2 << of({a, "  7", b});
        QTest::newRow("last two") << lines << QList{2, 1} << -2 << of({a, "  7"});
        QTest::newRow("all") << lines << QList{2, 1, 0} << -2 << of({"  7"});
        QTest::newRow("new in front") << lines << QList<int>{} << -1 << of({n, a, "  7", b, c});
        QTest::newRow("new after the first") << lines << QList<int>{} << 0 << of({a, n, "  7", b, c});
        QTest::newRow("new at the end") << lines << QList<int>{} << 2 << of({a, "  7", b, c, n});
        QTest::newRow("new instead of the first") << lines << QList{0} << 0 << of({n, "  7", b, c});
        QTest::newRow("new instead of the last") << lines << QList{2} << 2 << of({a, "  7", b, n});
        QTest::newRow("new, in front, first gone") << lines << QList{0} << -1 << of({n, "  7", b, c});
        QTest::newRow("only one goes")
            << QByteArray("[ {\"title\":\"A\",\"date\":\"1999\"} ]") << QList{0} << -2 << QByteArray("[]");
        QTest::newRow("only one is replaced")
            << QByteArray("[ {\"title\":\"A\",\"date\":\"1999\"} ]") << QList{0} << 0
            << QByteArray("[ {\"title\":\"N\",\"date\":\"2024\"} ]");
        QTest::newRow("into nothing") << QByteArray("{\"events\": []}") << QList<int>{} << -1
                                      << QByteArray("{\"events\": [{\"title\":\"N\",\"date\":\"2024\"}]}");
        QTest::newRow("into nothing, lines")
            << QByteArray("{\n  \"events\": []\n}") << QList<int>{} << -1
            << QByteArray("{\n  \"events\": [\n    {\"title\":\"N\",\"date\":\"2024\"}\n  ]\n}");
    }
    void eventsComeAndGo() {
        QFETCH(QByteArray, file);
        QFETCH(QList<int>, deleted);
        QFETCH(int, after);
        QFETCH(QByteArray, expected);
        const auto document = read(file);
        std::vector<DocumentEdit> inverses;
        if (after > -2) {
            const EventIndex place =
                document->addPlace(after < 0 ? std::nullopt : std::optional(static_cast<EventIndex>(after)));
            inverses.push_back(document->apply({{{place, "{\"title\":\"N\",\"date\":\"2024\"}"}}, {}}));
        }
        for (const int event : deleted) {
            inverses.push_back(document->apply({{{static_cast<EventIndex>(event), {}}}, {}}));
        }
        QCOMPARE(joined(*document), expected);
        while (!inverses.empty()) {
            document->apply(inverses.back());
            inverses.pop_back();
        }
        QCOMPARE(joined(*document), file);
    }

    void headIsEdited() {
        const QByteArray file =
            "{\n  \"title\": \"T\",\n  \"events\": [\n    {\"title\": \"A\", \"date\": \"2020\", "
            "\"category\": \"c\"}\n  ]\n}\n";
        const auto document = read(file);
        DocumentEdit edit;
        edit.head = *EventEdit::setInHead(document->head(), u"title"_s, u"U"_s);
        edit.head =
            *EventEdit::setInHead(*edit.head, u"categories"_s, QJsonArray{QJsonObject{{u"id"_s, u"d"_s}}});
        const DocumentEdit inverse = document->apply(edit);
        QCOMPARE(document->title(), u"U"_s);
        QCOMPARE(document->categories().size(), std::size_t{2});
        QCOMPARE(document->categories()[document->category(0)].id, u"c"_s);
        QCOMPARE(document->findings().size(), std::size_t{1}); // "c" is not declared now
        QCOMPARE(joined(*document),
                 QByteArray(file).replace("\"T\",", "\"U\",\n  \"categories\": [{\"id\": \"d\"}],"));
        document->apply(inverse);
        QCOMPARE(joined(*document), file);
        QVERIFY(document->findings().empty());
        QCOMPARE(document->categories().size(), std::size_t{1});
    }

    void parentsFollowEditsOfTheHead() {
        const QByteArray file =
            "{\"categories\": [{\"id\": \"a\", \"parent\": \"b\"}, {\"id\": \"b\", "
            "\"parent\": \"a\"}], \"events\": [{\"title\": \"A\", \"date\": \"2020\", "
            "\"category\": \"b\"}, {\"title\": \"B\", \"date\": \"2020\", \"category\": \"c\"}]}";
        const auto document = read(file);
        const auto told = [&](FindingCode code) {
            return std::ranges::count(document->findings(), code, &Finding::code);
        };
        QCOMPARE(told(FindingCode::CircleOfParents), 1);
        QCOMPARE(document->categories()[0].parentAt, noCategory);
        QCOMPARE(document->categories()[1].parentAt, CategoryIndex{0});
        DocumentEdit edit;
        edit.head =
            document->head().replace(", \"parent\": \"a\"", "").replace("\"id\": \"a\"", "\"id\": \"x\"");
        const DocumentEdit inverse = document->apply(edit);
        QCOMPARE(told(FindingCode::CircleOfParents), 0);
        QCOMPARE(document->categories()[0].parentAt, CategoryIndex{1});
        QCOMPARE(document->categories()[1].parent, QString());
        edit.head = edit.head->replace("\"parent\": \"b\"", "\"parent\": \"c\"");
        document->apply(edit); // "c" is made for an event, but not declared
        QCOMPARE(told(FindingCode::UndeclaredParent), 1);
        QCOMPARE(document->categories()[0].parentAt, noCategory);
        document->apply(inverse);
        QCOMPARE(told(FindingCode::CircleOfParents), 1);
        QCOMPARE(joined(*document), file);
    }

    /// Who has the id of something that cannot be read is told so for as long as that is so.
    void theTwinOfWhatCannotBeReadIsTold() {
        const QByteArray broken = "{\"id\": \"a\", \"title\": \"A\"}";
        const auto document =
            read("[\n {\"id\": \"a\", \"title\": \"Z\", \"date\": \"2020\"},\n " + broken + "\n]\n");
        const auto twins = [&] {
            return std::ranges::count_if(document->findings(), [](const Finding &finding) {
                return finding.event == EventIndex{0} && finding.message().contains(u"in line 3"_s);
            });
        };
        QCOMPARE(twins(), 1);
        const QByteArray fine = document->eventText(0).toByteArray();
        const DocumentEdit renamed = document->apply({{{0, QByteArray(fine).replace("\"a\"", "\"b\"")}}, {}});
        QCOMPARE(twins(), 0);
        document->apply(renamed);
        QCOMPARE(twins(), 1);
        const EventIndex event = document->adopt(document->unread().front());
        const QByteArray mended = "{\"id\": \"c\", \"title\": \"A\", \"date\": \"2021\"}";
        const DocumentEdit inverse = document->apply({{{event, mended}}, {}});
        QVERIFY(document->findings().empty());
        document->apply(inverse);
        QCOMPARE(twins(), 1);
        // Mended with its id it is an event like others.
        document->apply({{{event, QByteArray(mended).replace("\"c\"", "\"a\"")}}, {}});
        QCOMPARE(twins(), 0);
        QCOMPARE(document->findings().size(), std::size_t{1});
    }

    /// All that have the id of an earlier event are told so, with its title, for as long as that is so.
    void twinsAreToldWhileTheyAreSuch() {
        const auto document = read("[{\"id\": 7, \"title\": \"A\", \"date\": \"2020\"},"
                                   "{\"id\": \"7\", \"title\": \"B\", \"date\": \"2020\"},"
                                   "{\"id\": 7, \"title\": \"C\", \"date\": \"2020\"},"
                                   "{\"title\": \"D\", \"date\": \"2020\", \"links\": [{\"to\": 7}]}]");
        const auto told = [&document] {
            QStringList all;
            for (const Finding &finding : document->findings()) {
                all += QString::number(finding.event.value_or(99)) + u' ' + finding.arguments.join(u' ');
            }
            all.sort();
            return all;
        };
        const auto target = [&document] { return document->relations().of(3).front().to; };
        const QStringList atFirst{u"1 \"7\" \"A\""_s, u"2 \"7\" \"A\""_s};
        const QByteArray first = document->eventText(0).toByteArray();
        QCOMPARE(told().size(), 2); // as it was read, with the line of the first
        QCOMPARE(target(), EventIndex{0});
        const DocumentEdit renamed = document->apply({{{0, QByteArray(first).replace("7", "8")}}, {}});
        QCOMPARE(told(), QStringList{u"2 \"7\" \"B\""_s});
        QCOMPARE(target(), EventIndex{1});
        const DocumentEdit again = document->apply(renamed);
        QCOMPARE(told(), atFirst);
        QCOMPARE(target(), EventIndex{0});
        document->apply(again);
        QCOMPARE(told(), QStringList{u"2 \"7\" \"B\""_s});
        document->apply(renamed);
        const DocumentEdit titled = document->apply({{{0, QByteArray(first).replace("A", "Z")}}, {}});
        QCOMPARE(told(), QStringList({u"1 \"7\" \"Z\""_s, u"2 \"7\" \"Z\""_s}));
        document->apply(titled);
        QCOMPARE(told(), atFirst);
        document->apply({{{0, QByteArray()}}, {}});
        QCOMPARE(told(), QStringList{u"2 \"7\" \"B\""_s});
    }

    /// Whatever was edited, taken back and made again: those that the file would have, read anew.
    void presentCategoriesAreThoseOfAFreshFile() {
        const auto document = read("{\"categories\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"events\": ["
                                   "{\"title\": \"1\", \"date\": \"2020\", \"category\": \"x\"},"
                                   "{\"title\": \"2\", \"date\": \"2020\", \"category\": \"a\"},"
                                   "{\"title\": \"3\", \"date\": \"2020\"}]}");
        const auto idsOf = [](const Document &one) {
            QStringList ids;
            for (const CategoryIndex index : one.presentCategories()) {
                ids += one.categories()[index].id;
            }
            ids.sort();
            return ids.join(u',');
        };
        const auto isAsFresh = [&] { return idsOf(*document) == idsOf(*read(joined(*document))); };
        QCOMPARE(idsOf(*document), u",a,b,x"_s);
        const QByteArray without = "{\"title\": \"1\", \"date\": \"2020\", \"category\": \"y\"}";
        DocumentEdit noneDeclared;
        noneDeclared.head = *EventEdit::setInHead(document->head(), u"categories"_s, QJsonArray());
        const std::vector<std::pair<DocumentEdit, QString>> edits = {
            {{{{0, without}}, {}}, u",a,b,y"_s}, // the last event of an undeclared one went
            {{{{2, {}}}, {}}, u"a,b,y"_s},       {noneDeclared, u"a,y"_s},
            {{{{1, {}}}, {}}, u"y"_s},           {{{{0, {}}}, {}}, QString()},
        };
        std::vector<DocumentEdit> back;
        for (const auto &[edit, expected] : edits) {
            back.push_back(document->apply(edit));
            QCOMPARE(idsOf(*document), expected);
            QVERIFY(isAsFresh());
        }
        for (auto edit = back.rbegin(); edit != back.rend(); ++edit) {
            document->apply(*edit);
            QVERIFY(isAsFresh());
        }
        QCOMPARE(idsOf(*document), u",a,b,x"_s);
    }

    void whatCannotBeReadIsMended() {
        const QByteArray broken = "{\"id\": \"a\", \"title\": \"A\", \"date\": \"March 2021\"}";
        const QByteArray file =
            "[\n  {\"title\": \"Z\", \"date\": \"2020\", \"links\": [{\"to\": \"a\"}]},\n  7,\n  " + broken +
            "\n]\n";
        const auto document = read(file);
        QCOMPARE(document->eventCount(), EventIndex{1});
        QCOMPARE(document->findings().size(), std::size_t{3}); // 7, the date, and the link to nowhere
        const std::vector<ByteRange> unread = document->unread();
        QCOMPARE(unread.size(), std::size_t{2});
        QCOMPARE(document->unreadAt(unread[1].begin + 5), std::optional(unread[1]));
        QVERIFY(!document->unreadAt(file.indexOf("2020")));
        QVERIFY(!document->unreadAt(unread[1].end));
        const EventIndex event = document->adopt(unread[1]);
        QCOMPARE(document->adopt(unread[1]), event);
        QVERIFY(document->isDeleted(event));
        QVERIFY(document->changes().empty());
        const QByteArray mended = QByteArray(broken).replace("March 2021", "2021-03");
        const DocumentEdit inverse = document->apply({{{event, mended}}, {}});
        QCOMPARE(joined(*document), QByteArray(file).replace(broken, mended));
        QVERIFY(!document->isDeleted(event));
        QCOMPARE(document->findEvent(u"a"_s), std::optional(event));
        QCOMPARE(document->findings().size(), std::size_t{1});
        QCOMPARE(document->relations().size(), std::size_t{1});
        document->apply(inverse);
        QCOMPARE(joined(*document), file);
        QVERIFY(document->isDeleted(event));
        QCOMPARE(document->findings().size(), std::size_t{3});
        QCOMPARE(document->located(document->findings()[2]).line, qint64{4});
    }

    void manyThatCannotBeReadAreFound() {
        constexpr int count = 20'000;
        QByteArrayList events;
        for (int i = 0; i < count; ++i) {
            events += i % 1000 == 0 ? "{\"title\": \"A\", \"date\": \"2020\"}" : "{\"title\": \"A\"}";
        }
        const auto document = read('[' + events.join(",\n") + ']');
        const std::vector<ByteRange> unread = document->unread();
        QCOMPARE(unread.size(), static_cast<std::size_t>(count - count / 1000));
        QCOMPARE(document->unreadAt(unread.back().begin), std::optional(unread.back()));
    }

    void searchFindsWhatWasEdited() {
        const auto document =
            read("[{\"title\":\"apple\",\"date\":\"2020\"},{\"title\":\"pear\",\"date\":\"2020\"},"
                 "{\"title\":\"apple\",\"date\":\"2020\"}]");
        document->apply(
            {{{0, "{\"title\":\"pear\",\"date\":\"2020\"}"}, {1, "{\"title\":\"apple\",\"date\":\"2020\"}"}},
             {}});
        document->apply({{{2, {}}}, {}});
        const QBitArray shown = Filter(u"apple"_s).apply(*document);
        QCOMPARE(shown.size(), 3);
        QVERIFY(!shown.testBit(0) && shown.testBit(1) && !shown.testBit(2));
        const QBitArray all = Filter().apply(*document);
        QVERIFY(all.testBit(0) && all.testBit(1) && !all.testBit(2));
    }

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
            const QByteArray saved = joined(*document);
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
        QCOMPARE(joined(*document), file);
        QCOMPARE(gists(*document), gistsBefore);
        QCOMPARE(messages(*document), messagesBefore);
        QCOMPARE(relations(*document), relationsBefore);
    }
};

QTEST_APPLESS_MAIN(DocumentEditTest)
#include "document_edit_test.moc"
