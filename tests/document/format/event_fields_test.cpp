// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_fields.h"

#include "document/format/record_fields.h"
#include "test_paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Each field of the table is known wherever the table cannot be asked.
class EventFieldsTest : public QObject {
    Q_OBJECT

private slots:
    void everyFieldIsKnown_data() {
        QTest::addColumn<int>("number");
        for (std::size_t i = 1; i < eventFields.size(); ++i) {
            QTest::newRow(std::string(eventFields.at(i).key).c_str()) << static_cast<int>(i);
        }
    }
    void everyFieldIsKnown() {
        QFETCH(int, number);
        const EventFieldInfo &info = eventFields.at(static_cast<std::size_t>(number));
        const QString key = eventKey(info.field);
        QVERIFY(eventField(info.key) == info.field);
        QVERIFY(info.kind != FieldKind::Unknown);
        QVERIFY(!eventFieldName(key).isEmpty());
        QVERIFY(!eventFieldLabel(info.field).isEmpty());
        QVERIFY(formatKeys().knows(key));
        QFile schema(QStringLiteral(RESOURCES "/timeloom.schema.json"));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        const QJsonObject event =
            QJsonDocument::fromJson(schema.readAll())[u"$defs"_s][u"event"_s].toObject();
        QVERIFY2(event[u"properties"_s].toObject().contains(key), "the schema describes it");
    }

    void othersAreNot_data() {
        QTest::addColumn<QByteArray>("key");
        for (const char *key :
             {"", "i", "ID", "tag", "titles", "x-note", "measured", "\xFF\xFF", "dat\xC3\xA9"}) {
            QTest::newRow(key) << QByteArray(key);
        }
    }
    void othersAreNot() {
        QFETCH(QByteArray, key);
        QVERIFY(eventField(key.toStdString()) == EventField::Unknown);
        QCOMPARE(eventFieldName(QString::fromUtf8(key)), QString::fromUtf8(key));
    }
};

QTEST_APPLESS_MAIN(EventFieldsTest)
#include "event_fields_test.moc"
