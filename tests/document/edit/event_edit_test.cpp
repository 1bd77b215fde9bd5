// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/format/event_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <random>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

QJsonArray arrayOf(const QByteArray &json) {
    return QJsonDocument::fromJson(json).array();
}

} // namespace

/// Lists of an event, in which more may stand than is understood.
class EventEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A year stays a number where it was one.
    void setsAYear_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *before, const QString &date, const char *after) {
            QTest::addRow("%s %s", before, qPrintable(date))
                << QByteArray(before) << date << QByteArray(after);
        };
        row("{\"date\":1914}", u"1914"_s, "{\"date\":1914}");
        row("{\"date\":1914}", u"1915"_s, "{\"date\":1915}");
        row("{\"date\":1914}", u"-0043"_s, "{\"date\":-43}");
        row("{\"date\":1914}", u"1914~"_s, "{\"date\":\"1914~\"}");
        row("{\"date\":\"1914\"}", u"1915"_s, "{\"date\":\"1915\"}");
        row("{\"start\":1914, \"end\":1918}", u"1915/1918"_s, "{\"start\":1915, \"end\":1918}");
    }
    void setsAYear() {
        QFETCH(QByteArray, before);
        QFETCH(QString, date);
        QFETCH(QByteArray, after);
        QCOMPARE(*EventEdit::set(before, u"date"_s, date), after);
    }

    /// So does an id, as far as it is one integer; what is not changed stays as it is written.
    void keepsNumbersThatAreIds_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const QString &field, const char *before, const QJsonValue &value,
                            const char *after) {
            QTest::addRow("%s %s %s", qPrintable(field), before, after)
                << field << QByteArray(before) << value << QByteArray(after);
        };
        row(u"id"_s, "{\"id\":7}", u"7"_s, "{\"id\":7}");
        row(u"id"_s, "{\"id\":7}", u"8"_s, "{\"id\":8}");
        row(u"id"_s, "{\"id\":7}", u"r8"_s, "{\"id\":\"r8\"}");
        row(u"id"_s, "{\"id\":7}", u"08"_s, "{\"id\":\"08\"}");
        row(u"id"_s, "{\"id\":7}", u"8.50"_s, "{\"id\":\"8.50\"}");
        row(u"id"_s, "{\"id\":\"7\"}", u"8"_s, "{\"id\":\"8\"}");
        row(u"id"_s, "{\"id\":7.50}", u"7.50"_s, "{\"id\":7.50}");
        row(u"id"_s, "{\"id\":7}", u"9223372036854775807"_s, "{\"id\":9223372036854775807}");
        row(u"id"_s, "{\"id\":7}", u"9223372036854775808"_s, "{\"id\":\"9223372036854775808\"}");
        row(u"id"_s, "{\"id\":9223372036854775806}", u"9223372036854775807"_s,
            "{\"id\":9223372036854775807}");
        row(u"id"_s, "{\"id\":123456789012345678901234567890}", u"123456789012345678901234567890"_s,
            "{\"id\":123456789012345678901234567890}");
        row(u"category"_s, "{\"category\":-1}", u"-2"_s, "{\"category\":-2}");
        row(u"category"_s, "{\"category\":0}", QJsonValue(QJsonValue::Undefined), "{}");
        row(u"title"_s, "{\"title\":7}", u"7"_s, "{\"title\":\"7\"}");
        row(u"tags"_s, "{\"tags\":[7, \"a\"]}", QJsonArray{u"7"_s, u"8"_s}, "{\"tags\":[7, \"8\"]}");
        row(u"sources"_s, "{\"sources\":[9007199254740992,9007199254740993]}",
            QJsonArray{u"9007199254740993"_s}, "{\"sources\":[9007199254740993]}");
        row(u"sources"_s, "{\"sources\":[1e2,7]}", QJsonArray{u"7"_s, u"1e2"_s}, "{\"sources\":[7,1e2]}");
        row(u"links"_s, "{\"links\":[{\"to\":7},{\"to\":1.50}]}",
            QJsonArray{QJsonObject{{u"to"_s, u"7"_s}, {u"kind"_s, u"part-of"_s}},
                       QJsonObject{{u"to"_s, u"1.50"_s}}},
            "{\"links\":[{\"to\":7,\"kind\":\"part-of\"},{\"to\":1.50}]}");
        row(u"links"_s, "{\"links\":[{\"to\":7}]}", QJsonArray{QJsonObject{{u"to"_s, u"8"_s}}},
            "{\"links\":[{\"to\":8}]}");
    }
    void keepsNumbersThatAreIds() {
        QFETCH(QString, field);
        QFETCH(QByteArray, before);
        QFETCH(QJsonValue, value);
        QFETCH(QByteArray, after);
        const EditedText edited = value.isArray() ? EventEdit::setList(before, field, value.toArray())
                                                  : EventEdit::set(before, field, value);
        QCOMPARE(*edited, after);
        if (field != "links"_L1) {
            QCOMPARE(*EventEdit::set(before, field, value), after);
        }
    }

    /// A text for a place that has a position, too, is its title.
    void setsAPlace_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("none") << QByteArray("{\"title\": \"T\"}") << u"B"_s
                              << QByteArray("{\"title\": \"T\", \"place\": \"B\"}");
        QTest::newRow("a text") << QByteArray("{\"place\": \"A\"}") << u"B"_s
                                << QByteArray("{\"place\": \"B\"}");
        QTest::newRow("an object")
            << QByteArray("{\"place\": {\"at\": [1.50, 2], \"title\": \"A\", \"x\": 1e0}}") << u"B"_s
            << QByteArray("{\"place\": {\"at\": [1.50, 2], \"title\": \"B\", \"x\": 1e0}}");
        QTest::newRow("an object's title goes")
            << QByteArray("{\"place\": {\"title\": \"A\", \"at\": [1.50, 2]}}") << QString()
            << QByteArray("{\"place\": {\"at\": [1.50, 2]}}");
    }
    void setsAPlace() {
        QFETCH(QByteArray, before);
        QFETCH(QString, text);
        QFETCH(QByteArray, after);
        QCOMPARE(*EventEdit::set(before, u"place"_s, text), after);
    }

    void setsALists_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("what is not understood stays behind its neighbour")
            << u"tags"_s << QByteArray(R"({"tags": ["a", true, "b"]})") << QByteArray(R"(["a", "c", "b"])")
            << QByteArray(R"({"tags": ["a", true, "c", "b"]})");
        QTest::newRow("at the front it stays there")
            << u"tags"_s << QByteArray(R"({"tags": [null, "a"]})") << QByteArray(R"(["b"])")
            << QByteArray(R"({"tags": [null, "b"]})");
        QTest::newRow("it stays when its neighbour goes")
            << u"tags"_s << QByteArray(R"({"tags": ["a", true, "b"]})") << QByteArray(R"(["b"])")
            << QByteArray(R"({"tags": ["b", true]})");
        QTest::newRow("and when all go") << u"tags"_s << QByteArray(R"({"tags": ["a", true]})")
                                         << QByteArray("[]") << QByteArray(R"({"tags": [true]})");
        QTest::newRow("an emptied list goes") << u"tags"_s << QByteArray(R"({"title": "T", "tags": ["a"]})")
                                              << QByteArray("[]") << QByteArray(R"({"title": "T"})");
        QTest::newRow("an unknown kind of link")
            << u"links"_s << QByteArray(R"({"links": [{"to": "q", "kind": "blocks"}]})")
            << QByteArray(R"([{"to": "q"}, {"to": "r"}])")
            << QByteArray(R"({"links": [{"to": "q", "kind": "blocks"}, {"to": "r"}]})");
        QTest::newRow("an unknown kind stays where the rest changes")
            << u"links"_s << QByteArray(R"({"links": [{"to": "q", "kind": "blocks"}]})")
            << QByteArray(R"([{"to": "r"}])") << QByteArray(R"({"links": [{"to": "r", "kind": "blocks"}]})");
        QTest::newRow("an unknown kind that is chosen anew")
            << u"links"_s << QByteArray(R"({"links": [{"to": "q", "kind": "blocks"}]})")
            << QByteArray(R"([{"to": "q", "kind": "part-of"}])")
            << QByteArray(R"({"links": [{"to": "q", "kind": "part-of"}]})");
        QTest::newRow("unknown members move along")
            << u"media"_s
            << QByteArray(
                   "{\"media\": [\n  {\"url\": \"a\", \"by\": 1.50},\n  {\"url\": \"b\", \"by\": 2}\n]}")
            << QByteArray(R"([{"url": "b"}, {"url": "a"}])")
            << QByteArray(
                   "{\"media\": [\n  {\"url\": \"b\", \"by\": 2},\n  {\"url\": \"a\", \"by\": 1.50}\n]}");
        QTest::newRow("a measure of which one number is no number")
            << u"measures"_s
            << QByteArray(R"({"measures": [{"name": "n", "value": 1e0, "max": "many"}, {"name": "m"}]})")
            << QByteArray(R"([{"name": "n", "value": 2}])")
            << QByteArray(R"({"measures": [{"name": "n", "value": 2, "max": "many"}, {"name": "m"}]})");
        QTest::newRow("a source that stands in the event stays as it is")
            << u"sources"_s << QByteArray("{\"sources\": [{\"title\" : \"A, B\", \"page\": 1.50}, \"s\"]}")
            << QByteArray("[\"A, B\", \"s\", \"t\"]")
            << QByteArray("{\"sources\": [{\"title\" : \"A, B\", \"page\": 1.50}, \"s\", \"t\"]}");
        QTest::newRow("and goes when it is taken out")
            << u"sources"_s << QByteArray("{\"sources\": [{\"title\": \"A\"}, \"s\", {\"id\": 7}]}")
            << QByteArray("[\"s\", \"7\"]") << QByteArray("{\"sources\": [\"s\", {\"id\": 7}]}");
        QTest::newRow("another in its place")
            << u"sources"_s << QByteArray("{\"sources\": [{\"title\": \"A\"}]}") << QByteArray("[\"s\"]")
            << QByteArray("{\"sources\": [\"s\"]}");
        QTest::newRow("another id for it")
            << u"sources"_s << QByteArray("{\"sources\": [{\"id\": \"a\", \"page\": 4}]}")
            << QByteArray("[{\"id\": \"b\"}]") << QByteArray("{\"sources\": [{\"id\": \"b\", \"page\": 4}]}");
        // What stands where a list is expected is its first element, as it is written.
        const auto lone = [](const char *name, const QString &field, const char *before, const char *list,
                             const char *after) {
            QTest::newRow(name) << field << QByteArray(before) << QByteArray(list) << QByteArray(after);
        };
        lone("a text for a list", u"tags"_s, R"({"tags": "a\u0062", "x": 1})", R"(["c"])",
             R"({"tags": ["a\u0062", "c"], "x": 1})");
        lone("a text that the list has", u"tags"_s, R"({"tags": "a"})", R"(["b", "a"])",
             R"({"tags": ["b", "a"]})");
        lone("a number for a list", u"tags"_s, R"({"tags": 1.50})", R"(["c"])", R"({"tags": [1.50, "c"]})");
        lone("a text for a list of ids", u"sources"_s, R"({"sources": "SIEM"})", R"(["r"])",
             R"({"sources": ["SIEM", "r"]})");
        lone("an object that a list may have", u"sources"_s, R"({"sources": {"title": "T", "page": 4}})",
             R"(["r"])", R"({"sources": [{"title": "T", "page": 4}, "r"]})");
        lone("a link for a list", u"links"_s, R"({"links": {"to": "a", "w": 1e0}})", R"([{"to": "b"}])",
             R"({"links": [{"to": "a", "w": 1e0}, {"to": "b"}]})");
        lone("no list and no other", u"tags"_s, R"({"tags": "a"})", "[]", R"({"tags": "a"})");
        lone("an absent one", u"tags"_s, R"({"tags": null})", R"(["b"])", R"({"tags": ["b"]})");
        lone("an empty one", u"tags"_s, R"({"tags": ""})", R"(["b"])", R"({"tags": ["b"]})");
    }
    void setsALists() {
        QFETCH(QString, field);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, after);
        const EditedText edited = EventEdit::setList(before, field, arrayOf(list));
        QCOMPARE(edited.error(), QString());
        QCOMPARE(*edited, after);
    }

    void refusesWhatCannotBeWrittenAgain() {
        const QByteArray event = R"({"links": [{"to": "a", "weight": 1e400}]})";
        const EditedText edited = EventEdit::setList(event, u"links"_s, arrayOf(R"([{"to": "b"}])"));
        QVERIFY(edited.is(ProblemCode::NotWritableAgain));
    }

    void refusesToLoseWhatNoListMayHave_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("event");
        QTest::newRow("an object") << u"tags"_s << QByteArray(R"({"tags": {"a": 1}})");
        QTest::newRow("a truth") << u"tags"_s << QByteArray(R"({"tags": true})");
        QTest::newRow("no link") << u"links"_s << QByteArray(R"({"links": "a"})");
    }
    void refusesToLoseWhatNoListMayHave() {
        QFETCH(QString, field);
        QFETCH(QByteArray, event);
        const EditedText edited = EventEdit::setList(event, field, arrayOf(R"(["b"])"));
        QVERIFY(edited.is(ProblemCode::NoListToEdit));
        QVERIFY(edited.error().contains(field));
        QCOMPARE(*EventEdit::setList(event, field, {}), event);
    }

    void keepsWhatIsNotUnderstood() {
        const QByteArrayList odd = {"false", "null", "{\"x\": [1.50]}", "[ ]", "true"};
        for (unsigned seed = 0; seed < 300; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&random](qsizetype limit) {
                return static_cast<qsizetype>(random() % static_cast<std::size_t>(limit));
            };
            QByteArrayList elements;
            QStringList tags;
            for (qsizetype i = below(6); i > 0; --i) {
                const bool isOdd = below(3) == 0;
                const QString tag = u"t%1"_s.arg(below(4));
                elements += isOdd ? odd[below(odd.size())] : '"' + tag.toUtf8() + '"';
                tags += isOdd ? QStringList() : QStringList(tag);
            }
            const QByteArray event = "{\"tags\": [" + elements.join(",\n ") + "]}";
            QCOMPARE(readEvent(event).details.tags, tags);
            std::ranges::shuffle(tags, random);
            tags = tags.mid(below(3));
            if (below(2) == 0) {
                tags.insert(below(tags.size() + 1), u"new"_s);
            }
            const EditedText edited = EventEdit::setList(event, u"tags"_s, QJsonArray::fromStringList(tags));
            QCOMPARE(edited.error(), QString());
            QCOMPARE(readEvent(*edited).details.tags, tags);
            for (const QByteArray &one : odd) {
                QCOMPARE(edited->count(one), event.count(one));
            }
        }
    }
};

QTEST_APPLESS_MAIN(EventEditTest)
#include "event_edit_test.moc"
