// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_drag.h"
#include "widgets/workspace_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class LaneFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What is written when an event is put into another lane.
    void anEventIsPutIntoALane_data() {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<int>("event");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("fields"); // {} where it cannot be; null removes one
        const auto row = [](const char *name, LaneGrouping by, int event, const QString &from,
                            const QString &to, const QByteArray &fields) {
            QTest::newRow(name) << static_cast<int>(by) << event << from << to << fields;
        };
        row("who says so", LaneGrouping::Attribution, 0, u"Ann"_s, u"Bob"_s, R"({"attribution":"Bob"})");
        row("nobody", LaneGrouping::Attribution, 0, u"Ann"_s, {}, R"({"attribution":null})");
        row("a place", LaneGrouping::Place, 0, u"Rome"_s, u"Oslo"_s, R"({"place":"Oslo"})");
        row("a place on earth", LaneGrouping::Place, 1, u"Rome"_s, u"Oslo"_s, "{}");
        row("a source", LaneGrouping::Source, 0, u"r"_s, u"s"_s, R"({"sources":["s","t"]})");
        row("no source", LaneGrouping::Source, 2, u"r"_s, {}, R"({"sources":null})");
        row("a source that is not declared", LaneGrouping::Source, 0, u"r"_s, u"Diary"_s, "{}");
        row("from a source within it", LaneGrouping::Source, 1, u"Diary"_s, u"s"_s, "{}");
        row("a tag", LaneGrouping::Tag, 0, u"x"_s, u"y"_s, R"({"tags":["y"]})");
        row("no lanes", LaneGrouping::None, 0, {}, {}, "{}");
    }
    void anEventIsPutIntoALane() {
        QFETCH(int, grouping);
        QFETCH(int, event);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto document = documentOf(R"({"sources": [{"id": "r", "title": "R"}, {"id": "s"}], "events": [
            {"title": "a", "date": "2001", "attribution": "Ann", "place": "Rome", "sources": ["r", "t"], "tags": ["x"]},
            {"title": "b", "date": "2002", "place": {"title": "Rome", "at": [1, 2]}, "sources": [{"title": "Diary"}]},
            {"title": "c", "date": "2003", "sources": ["r"]}]})");
        QJsonObject fields;
        for (const auto &[field, value] : fieldsForLane(*document, static_cast<EventIndex>(event),
                                                        static_cast<LaneGrouping>(grouping), from, to)) {
            fields.insert(field, value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
        }
        QTEST(QJsonDocument(fields).toJson(QJsonDocument::Compact), "fields");
    }
};

QTEST_GUILESS_MAIN(LaneFieldsTest)
#include "lane_fields_test.moc"
