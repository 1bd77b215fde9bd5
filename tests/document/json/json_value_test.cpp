// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/json_value.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class JsonValueTest : public QObject {
    Q_OBJECT

private slots:
    void walksMembersWithTheirPlaces() {
        const QByteArray bytes = " { \"a\" : [1, {\"b\":\"]}\"}] ,\"c\\\"\":null\n, \"d\":-1.5e3}";
        const JsonText text(bytes);
        const JsonValue root = text.valueAt(0);
        QVERIFY(root.type == JsonType::Object);
        QCOMPARE(root.range.begin, 1);
        QCOMPARE(root.range.end, bytes.size());
        JsonObjectCursor members(text, root);
        const auto a = members.next();
        QVERIFY(a.has_value());
        QCOMPARE(text.raw(a->key).toByteArray(), QByteArray("\"a\""));
        QCOMPARE(text.raw(a->value.range).toByteArray(), QByteArray("[1, {\"b\":\"]}\"}]"));
        const auto c = members.next();
        QCOMPARE(text.string(c->key), u"c\""_s);
        QVERIFY(c->value.type == JsonType::Null);
        QCOMPARE(c->value.range.size(), 4);
        const auto d = members.next();
        QVERIFY(d->value.type == JsonType::Number);
        QCOMPARE(text.raw(d->value.range).toByteArray(), QByteArray("-1.5e3"));
        QVERIFY(!members.next());
        JsonArrayCursor elements(text, a->value);
        QVERIFY(elements.next()->type == JsonType::Number);
        QVERIFY(elements.next()->type == JsonType::Object);
        QVERIFY(!elements.next());
        QVERIFY(findMember(text, root, "c\"").has_value());
        QVERIFY(!findMember(text, root, "b").has_value());
    }

    /// An id may be either.
    void readsNumbersAsTheyAreWritten() {
        const QByteArray bytes = "[-1.50e3,\"7\",007 ]";
        const JsonText text(bytes);
        QCOMPARE(text.utf8(text.valueAt(1).range), std::string("-1.50e3"));
        QCOMPARE(text.string(text.valueAt(9).range), u"7"_s);
        QCOMPARE(text.offsetOf(text.valueAt(1).range, 2), 3);
        QCOMPARE(text.offsetOf(text.valueAt(9).range, 0), 10);
        QVERIFY(text.valueAt(1).isName() && text.valueAt(9).isName() && !text.valueAt(0).isName());
    }

    void decodesStrings_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("decoded");
        QTest::addColumn<bool>("lone");
        QTest::newRow("plain") << QByteArray("abc") << u"abc"_s << false;
        QTest::newRow("empty") << QByteArray() << u""_s << false;
        QTest::newRow("simple escapes")
            << QByteArray("\\\"\\\\\\/\\b\\f\\n\\r\\t") << u"\"\\/\b\f\n\r\t"_s << false;
        QTest::newRow("units") << QByteArray("\\u0041\\u00e9\\u6881") << u"Aé梁"_s << false;
        QTest::newRow("pair") << QByteArray("x\\uD83D\\ude00y") << u"x😀y"_s << false;
        QTest::newRow("high alone") << QByteArray("\\ud83dx") << u"\uFFFDx"_s << true;
        QTest::newRow("low alone") << QByteArray("\\ude00") << u"\uFFFD"_s << true;
        QTest::newRow("high twice") << QByteArray("\\ud83d\\ud83d\\ude00") << u"\uFFFD😀"_s << true;
        QTest::newRow("no escape at all") << QByteArray("\\\\ud83d") << u"\\ud83d"_s << false;
    }
    void decodesStrings() {
        QFETCH(QByteArray, raw);
        QFETCH(QString, decoded);
        QFETCH(bool, lone);
        const QByteArray quotedRaw = '"' + raw + '"';
        const JsonText text(quotedRaw);
        QCOMPARE(text.string({0, quotedRaw.size()}), decoded);
        QCOMPARE(hasLoneSurrogate(raw.toStdString()), lone);
    }

    void findsPlacesInsideStrings() {
        const QByteArray bytes = "\"a\\u00e9b\\nc\"";
        const JsonText text(bytes);
        const ByteRange range = {0, bytes.size()};
        QCOMPARE(text.offsetOf(range, 0), 1); // a
        QCOMPARE(text.offsetOf(range, 1), 2); // the two bytes of é come from one escape
        QCOMPARE(text.offsetOf(range, 2), 2);
        QCOMPARE(text.offsetOf(range, 3), 8);  // b
        QCOMPARE(text.offsetOf(range, 4), 9);  // \n
        QCOMPARE(text.offsetOf(range, 5), 11); // c
        QCOMPARE(text.offsetOf(range, 6), 12); // the end
    }

    void convertsNumbers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isFinite");
        QTest::addColumn<double>("value");
        QTest::newRow("integer") << QByteArray("12") << true << 12.0;
        QTest::newRow("negative") << QByteArray("-1.5E+3") << true << -1500.0;
        QTest::newRow("largest") << QByteArray("1.7976931348623157e308") << true << 1.7976931348623157e308;
        QTest::newRow("too large") << QByteArray("1e400") << false << 0.0;
        QTest::newRow("too negative") << QByteArray("-1e400") << false << 0.0;
        QTest::newRow("long") << QByteArray(400, '9') << false << 0.0;
        QTest::newRow("far") << QByteArray("1e99999999999999999999999") << false << 0.0;
        QTest::newRow("tiny") << QByteArray("1e-400") << true << 0.0;
        QTest::newRow("tinier") << QByteArray("123.5e-99999999999999999999999") << true << 0.0;
        QTest::newRow("many zeros") << QByteArray("0.") + QByteArray(400, '0') + "1e5" << true << 0.0;
    }
    void convertsNumbers() {
        QFETCH(QByteArray, text);
        QFETCH(bool, isFinite);
        QFETCH(double, value);
        const auto number = finiteNumber(text.toStdString());
        QCOMPARE(number.has_value(), isFinite);
        QCOMPARE(number.value_or(0), value);
    }
};

QTEST_GUILESS_MAIN(JsonValueTest)
#include "json_value_test.moc"
