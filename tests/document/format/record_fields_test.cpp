// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/record_fields.h"

#include "test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(timeline::RecordKind)

namespace {

/// What the schema says of a kind of records; its events stand for "event".
QJsonObject described(const QString &name) {
    QFile file(QStringLiteral(RESOURCES "/timeloom.schema.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    return name == "head"_L1 ? schema[u"else"_s].toObject() : schema[u"$defs"_s][name].toObject();
}

/// How the schema describes a value of this kind.
QString schemaTypeOf(ValueKind kind) {
    switch (kind) {
    case ValueKind::Id:
    case ValueKind::Parent:
    case ValueKind::EventId:
        return u"#/$defs/id"_s;
    case ValueKind::Title:
        return u"#/$defs/title"_s;
    case ValueKind::Date:
        return u"#/$defs/date"_s;
    case ValueKind::Color:
        return u"#/$defs/color"_s;
    case ValueKind::Address:
        return u"#/$defs/url"_s;
    case ValueKind::Events: // of those without a date others are described than of the rest
        return u"array"_s;
    case ValueKind::Text:
    case ValueKind::Markdown:
        return u"string"_s;
    case ValueKind::Number:
        return u"number"_s;
    case ValueKind::Flag:
        return u"boolean"_s;
    case ValueKind::Points:
    case ValueKind::Records:
        return u"array"_s;
    case ValueKind::LinkKind:
        return u"leads-to"_s;
    }
    return {};
}

QStringList sorted(QStringList keys) {
    keys.sort();
    return keys;
}

QStringList textsOf(const QJsonValue &array) {
    return array.toVariant().toStringList();
}

void addKinds() {
    QTest::addColumn<RecordKind>("kind");
    for (const RecordInfo &info : recordInfos) {
        QTest::newRow(std::string(info.name).c_str()) << info.kind;
    }
}

} // namespace

/// The tables of records and the schema say the same, and every field is known wherever it is asked for.
class RecordFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSchemaSaysTheSame_data() { addKinds(); }
    void theSchemaSaysTheSame() {
        QFETCH(RecordKind, kind);
        const std::string_view name = infoOf(kind).name;
        const QJsonObject schema = described(QString::fromUtf8(name.data(), qsizetype(name.size())));
        QStringList keys;
        QStringList required;
        for (const RecordField &field : recordFields(kind)) {
            keys += keyOf(field);
            QJsonObject value = schema[u"properties"_s][keyOf(field)].toObject();
            if (!field.isRequired) { // null, "" and [] say that it is not there
                const QJsonArray either = value[u"anyOf"_s].toArray();
                QCOMPARE(either[0][u"$ref"_s].toString(), u"#/$defs/absent"_s);
                value = either[1].toObject();
            }
            const QString type = value[u"enum"_s][0].toString(value[u"type"_s].toString());
            QCOMPARE(value[u"$ref"_s].toString(type), schemaTypeOf(field.kind));
            required += field.isRequired ? QStringList(keyOf(field)) : QStringList();
        }
        QCOMPARE(sorted(keys), sorted(schema[u"properties"_s].toObject().keys()));
        QCOMPARE(sorted(required), sorted(textsOf(schema[u"required"_s])));
    }

    void theSchemaKnowsNoOtherFieldsOfEvents() {
        QStringList keys;
        for (std::size_t i = 1; i < eventFields.size(); ++i) {
            keys += eventKey(eventFields.at(i).field);
        }
        for (const QString &kind : {u"event"_s, u"undatedEvent"_s}) {
            QCOMPARE(sorted(keys), sorted(described(kind)[u"properties"_s].toObject().keys()));
        }
    }

    void everyFieldCanBeShown_data() { addKinds(); }
    void everyFieldCanBeShown() {
        QFETCH(RecordKind, kind);
        QVERIFY(infoOf(kind).kind == kind);
        int place = -1;
        for (const RecordField &field : recordFields(kind)) {
            QVERIFY2(formatKeys().rank(keyOf(field)) > place, "they are written in the order of the table");
            place = formatKeys().rank(keyOf(field));
            const bool isColumn = kind != RecordKind::Head;
            QVERIFY2(!isColumn || !labelOf(field).isEmpty(), qPrintable(keyOf(field)));
            QVERIFY2(!isColumn || !meaningOf(field).isEmpty(), qPrintable(keyOf(field)));
            if (field.kind == ValueKind::Records) {
                QVERIFY(recordKindOf(field.key).has_value());
            }
        }
        QCOMPARE(recordKindOf(infoOf(kind).list).has_value(), kind != RecordKind::Head);
    }

    void keysStandInTheOrderOfEachTable_data() {
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("event") << QStringList{u"id"_s, u"title"_s, u"date"_s, u"description"_s, u"tags"_s};
        QTest::newRow("head") << QStringList{u"$schema"_s, u"title"_s, u"asOf"_s, u"categories"_s,
                                             u"series"_s};
        QTest::newRow("source") << QStringList{u"id"_s, u"title"_s, u"publisher"_s, u"date"_s, u"url"_s};
        QTest::newRow("place") << QStringList{u"title"_s, u"at"_s, u"x-note"_s};
    }
    void keysStandInTheOrderOfEachTable() {
        QFETCH(QStringList, keys);
        QVERIFY(std::ranges::is_sorted(keys, std::ranges::less(),
                                       [](const QString &key) { return formatKeys().rank(key); }));
        QVERIFY(!formatKeys().knows(u"x-note") && !formatKeys().knows(u"") && formatKeys().knows(u"at"));
    }
};

QTEST_APPLESS_MAIN(RecordFieldsTest)
#include "record_fields_test.moc"
