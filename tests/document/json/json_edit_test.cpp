// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/json_edit.h"

#include "document/format/record_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace timeline;

class JsonEditTest : public QObject {
    Q_OBJECT

    /// A value written as JSON; nothing: undefined.
    static QJsonValue valueOf(const QByteArray &json) {
        return json.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                              : QJsonDocument::fromJson('[' + json + ']').array().at(0);
    }

private Q_SLOTS:
    void setsMembers_data() {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *object, const char *key, const char *value,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(object) << QString::fromUtf8(key) << QByteArray(value)
                                << QByteArray(expected);
        };
        row("replaced", "{\"title\": \"a\" ,\"x\":1.50e3}", "title", "\"b\"",
            "{\"title\": \"b\" ,\"x\":1.50e3}");
        row("the same", "{\"title\": \"\\u0061\"}", "title", "\"a\"", "{\"title\": \"\\u0061\"}");
        row("the same number", "{\"importance\": 5.0e-1}", "importance", "0.5", "{\"importance\": 5.0e-1}");
        row("another type", "{\"title\": {\"x\": [1]}}", "title", "\"b\"", "{\"title\": \"b\"}");
        row("null", "{\"title\": null}", "title", "\"b\"", "{\"title\": \"b\"}");
        row("escaped key", "{\"t\\u0069tle\": \"a\"}", "title", "\"b\"", "{\"t\\u0069tle\": \"b\"}");
        row("ascii stays ascii", "{\"title\": \"\\u00e9\"}", "title", "\"\xC3\xBC\"",
            "{\"title\": \"\\u00fc\"}");
        row("utf-8 stays utf-8", "{\"title\": \"\xC3\xA9\"}", "title", "\"\xC3\xBC\"",
            "{\"title\": \"\xC3\xBC\"}");
        row("quotes and line ends", "{\"title\": \"a\"}", "title", "\"\\\"\\n\\\\\"",
            "{\"title\": \"\\\"\\n\\\\\"}");

        row("added", "{\"id\": \"a\", \"status\": \"planned\"}", "title", "\"b\"",
            "{\"id\": \"a\", \"title\": \"b\", \"status\": \"planned\"}");
        row("added in front", "{\"title\": \"a\",  \"date\": 1}", "id", "\"b\"",
            "{\"id\": \"b\",  \"title\": \"a\",  \"date\": 1}");
        row("added, compact", "{\"id\":\"a\"}", "title", "\"b\"", "{\"id\":\"a\",\"title\":\"b\"}");
        row("added, one member", "{\"id\": \"a\"}", "title", "\"b\"", "{\"id\": \"a\", \"title\": \"b\"}");
        row("added to nothing", "{ }", "title", "\"b\"", "{\"title\": \"b\" }");
        row("added, in lines", "{\n\t\"id\" : \"a\",\n\t\"x\" : 1\n}", "title", "\"b\"",
            "{\n\t\"id\" : \"a\",\n\t\"title\" : \"b\",\n\t\"x\" : 1\n}");
        row("added, one line of CR LF", "{\r\n  \"id\": \"a\"\r\n}", "title", "\"b\"",
            "{\r\n  \"id\": \"a\",\r\n  \"title\": \"b\"\r\n}");
        row("added, some in lines", "{\"id\": \"a\", \"title\": \"b\",\n \"x\": 1}", "date", "\"c\"",
            "{\"id\": \"a\", \"title\": \"b\",\n \"date\": \"c\",\n \"x\": 1}");
        row("added behind unknown ones", "{\"x\": 1, \"y\": 2}", "title", "\"b\"",
            "{\"title\": \"b\", \"x\": 1, \"y\": 2}");

        row("removed first", "{ \"a\": 1, \"b\": 2 }", "a", "", "{ \"b\": 2 }");
        row("removed last", "{ \"a\": 1, \"b\": 2 }", "b", "", "{ \"a\": 1 }");
        row("removed between", "{\n \"a\": 1,\n \"b\": 2,\n \"c\": 3\n}", "b", "",
            "{\n \"a\": 1,\n \"c\": 3\n}");
        row("removed all", "{ \"a\": 1 }", "a", "", "{}");
        row("removed nothing", "{ \"a\": 1 }", "b", "", "{ \"a\": 1 }");

        row("list grows", "{\"tags\": [\"a\",  \"b\"]}", "tags", "[\"a\", \"b\", \"c\"]",
            "{\"tags\": [\"a\",  \"b\",  \"c\"]}");
        row("list grows within", "{\"tags\": [\n \"a\",\n \"b\"\n]}", "tags", "[\"a\", \"x\", \"y\", \"b\"]",
            "{\"tags\": [\n \"a\",\n \"x\",\n \"y\",\n \"b\"\n]}");
        row("list grows in front", "{\"tags\": [\"a\"]}", "tags", "[\"x\", \"a\"]",
            "{\"tags\": [\"x\", \"a\"]}");
        row("list of one in lines", "{\"tags\": [\n  \"a\"\n]}", "tags", "[\"a\", \"b\"]",
            "{\"tags\": [\n  \"a\",\n  \"b\"\n]}");
        row("list of none", "{\"tags\": [ ]}", "tags", "[\"a\", \"b\"]", "{\"tags\": [\"a\", \"b\"]}");
        row("list of none, compact", "{\"tags\":[]}", "tags", "[\"a\", \"b\"]", "{\"tags\":[\"a\",\"b\"]}");
        row("list shrinks", "{\"tags\": [\"a\", \"b\", \"c\"]}", "tags", "[\"a\", \"c\"]",
            "{\"tags\": [\"a\", \"c\"]}");
        row("list shrinks in front", "{\"tags\": [ \"a\", \"b\" ]}", "tags", "[\"b\"]",
            "{\"tags\": [ \"b\" ]}");
        row("list to nothing", "{\"tags\": [ \"a\", \"b\" ]}", "tags", "[]", "{\"tags\": []}");
        row("list changes", "{\"tags\": [\"a\",\"b\" , \"c\"]}", "tags", "[\"a\", \"x\", \"c\"]",
            "{\"tags\": [\"a\",\"x\" , \"c\"]}");

        row("object within keeps what is unknown", "{\"links\": [{\"to\":\"a\",\"note\":1}]}", "links",
            "[{\"to\": \"b\", \"kind\": \"leads-to\"}]",
            "{\"links\": [{\"to\":\"b\",\"kind\":\"leads-to\",\"note\":1}]}");
        row("object within loses what is known",
            "{\"links\": [{\"to\":\"a\",\"kind\":\"part-of\",\"note\":1}]}", "links", "[{\"to\": \"a\"}]",
            "{\"links\": [{\"to\":\"a\",\"note\":1}]}");
        row("object like its neighbour", "{\"links\": [\n  {\n    \"to\": \"a\"\n  }\n]}", "links",
            "[{\"to\": \"a\"}, {\"kind\": \"part-of\", \"to\": \"b\"}]",
            "{\"links\": [\n  {\n    \"to\": \"a\"\n  },\n  {\n    \"to\": \"b\",\n    \"kind\": "
            "\"part-of\"\n  }\n]}");
    }
    void setsMembers() {
        QFETCH(QByteArray, object);
        QFETCH(QString, key);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        const JsonText text(object);
        JsonEdit edit(text, formatKeys());
        edit.setMember(text.valueAt(0), key, valueOf(value));
        const Result<QByteArray> edited = edit.result();
        QCOMPARE(edited.error(), QString());
        QCOMPARE(*edited, expected);
    }

    void refusesAKeyThatOccursTwice() {
        const QByteArray object = "{\"a\": 1, \"\\u0061\": 2}";
        const JsonText text(object);
        JsonEdit edit(text, formatKeys());
        edit.setMember(text.valueAt(0), QStringLiteral("a"), 3);
        const Result<QByteArray> edited = edit.result();
        QVERIFY(edited.is(ProblemCode::KeyTwice));
        QCOMPARE(edited.problem().arguments, QStringList(QStringLiteral("\"\\u0061\"")));
    }

    void writesNumbersAsShortAsTheyReadBack_data() {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("whole") << 10000.0 << QByteArray("10000");
        QTest::newRow("negative") << -3.0 << QByteArray("-3");
        QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
        QTest::newRow("large") << 1e21 << QByteArray("1e+21");
        QTest::newRow("third") << 1.0 / 3 << QByteArray("0.3333333333333333");
    }
    void writesNumbersAsShortAsTheyReadBack() {
        QFETCH(double, number);
        QTEST(writeJson(QJsonValue(number), {}, formatKeys()), "text");
        QCOMPARE(writeJson(QJsonValue(number), {}, formatKeys()).toDouble(), number);
    }
};

QTEST_APPLESS_MAIN(JsonEditTest)
#include "json_edit_test.moc"
