// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"
#include "layout/scene/timeline_layout.h"
#include "test_paths.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <cmath>
#include <functional>

/// Every character is seven pixels wide: no test depends on a font.
class FakeMeasure : public timeline::TextMeasure {
public:
    double width(const QString &text, const timeline::TextStyle &) const override {
        return 7.0 * static_cast<double>(text.size());
    }
    QString elided(const QString &text, const timeline::TextStyle &style, double room) const override {
        if (width(text, style) <= room) {
            return text;
        }
        const auto fitting = static_cast<qsizetype>(std::floor(room / 7.0)) - 1;
        return fitting < 1 ? QString() : text.left(fitting) + QChar(0x2026);
    }
    double ascent(const timeline::TextStyle &style) const override { return style.pixelSize; }
    double descent(const timeline::TextStyle &style) const override { return style.pixelSize / 4; }
};

/// The same, and counts how often it is asked.
class CountingMeasure : public FakeMeasure {
public:
    mutable int calls = 0;
    double width(const QString &text, const timeline::TextStyle &style) const override {
        ++calls;
        return FakeMeasure::width(text, style);
    }
    QString elided(const QString &text, const timeline::TextStyle &style, double room) const override {
        ++calls;
        return FakeMeasure::elided(text, style, room);
    }
};

inline std::shared_ptr<const timeline::Document> documentOf(const QByteArray &json) {
    return timeline::readDocument(json).document;
}

inline std::shared_ptr<const timeline::Document> story() {
    QFile file(QStringLiteral(RESOURCES "/deepseek.json"));
    return file.open(QIODevice::ReadOnly) ? documentOf(file.readAll()) : nullptr;
}

/// Documents of many events that are hard on a layout, each after its own fashion.
enum class Hard { OneInstant, AllOverlapping, OneSpansAll, DeepAndShort, Anything, BirthAndBurst };

inline const std::vector<std::pair<Hard, const char *>> hardDocuments = {
    {Hard::OneInstant, "one instant"},    {Hard::AllOverlapping, "all overlapping"},
    {Hard::OneSpansAll, "one spans all"}, {Hard::DeepAndShort, "deep time and milliseconds"},
    {Hard::Anything, "anything"},         {Hard::BirthAndBurst, "a birth and a burst"},
};

/// A date of the kind; the same for the same numbers.
inline QByteArray hardDate(Hard kind, int i, QRandomGenerator &random) {
    const auto number = [&random](int below) { return QByteArray::number(random.bounded(below)); };
    const auto digits = [&random](int from, int to, int width) {
        return QByteArray::number(random.bounded(from, to)).rightJustified(width, '0');
    };
    const auto day = [&](int firstYear, int lastYear) {
        return digits(firstYear, lastYear + 1, 4) + '-' + digits(1, 13, 2) + '-' + digits(1, 29, 2);
    };
    switch (kind) {
    case Hard::OneInstant:
        return "2024-05-06";
    case Hard::AllOverlapping:
        return day(1990, 1999) + '/' + day(2001, 2020);
    case Hard::OneSpansAll:
        return i == 0 ? QByteArray("1000/2020") : day(2000, 2005);
    case Hard::DeepAndShort:
        return i % 3 == 0   ? "Y-" + digits(10000, 2000000000, 5)
               : i % 3 == 1 ? "2024-03-01T12:00:" + digits(0, 60, 2) + '.' + digits(0, 1000, 3)
                            : QByteArray("Y-138E8");
    case Hard::BirthAndBurst:
        return i == 0 ? QByteArray("1985") : "2025-0" + digits(1, 7, 1) + '-' + digits(1, 29, 2);
    case Hard::Anything:
        break;
    }
    switch (random.bounded(10)) {
    case 0:
        return digits(1900, 2030, 4);
    case 1:
        return digits(1900, 2030, 4) + "-0" + digits(1, 10, 1) + '~';
    case 2:
        return day(1900, 1950) + "/..";
    case 3:
        return "../" + day(1950, 2030);
    case 4:
        return day(1900, 2030) + '/';
    case 5:
        return '/' + day(1900, 2030);
    case 6:
        return "19" + number(10) + 'X';
    case 7:
        return day(1900, 1960) + '/' + day(1960, 2030);
    case 8:
        return day(1960, 2030) + "T0" + number(10) + ":00:00";
    default:
        return day(1900, 2030);
    }
}

inline std::shared_ptr<const timeline::Document> hardDocument(Hard kind, int events, quint32 seed) {
    static const char *const statuses[] = {"confirmed", "reported", "claimed",
                                           "disputed",  "planned",  "cancelled"};
    QRandomGenerator random(seed);
    QByteArray json =
        "{\"asOf\": \"2020\", \"eras\": [{\"title\": \"An era\", \"date\": \"1999/2003\"}], \"events\": [";
    for (int i = 0; i < events; ++i) {
        json += i > 0 ? ",\n{" : "{";
        json += "\"title\": \"" + QByteArray(random.bounded(1, 40), char('a' + i % 26)) + "\", ";
        json += "\"date\": \"" + hardDate(kind, i, random) + "\", ";
        json += "\"category\": \"" + QByteArray(1, char('A' + random.bounded(3))) + "\", ";
        json += "\"status\": \"" + QByteArray(statuses[random.bounded(6)]) + "\", ";
        json += "\"importance\": " + QByteArray::number(random.bounded(11) / 10.0) + '}';
    }
    return documentOf(json + "]}");
}

/// Lanes by category, "c0" and so on, each with so many events.
inline std::shared_ptr<const timeline::Document> manyLanes(int lanes,
                                                           const std::function<int(int)> &eventsOf) {
    QRandomGenerator random(77);
    QByteArray json = "[";
    for (int lane = 0; lane < lanes; ++lane) {
        for (int i = 0; i < eventsOf(lane); ++i) {
            const QByteArray number = QByteArray::number(lane);
            json += (json.size() > 1 ? ",\n" : "") + QByteArray("{\"title\": \"event of ") + number +
                    "\", \"category\": \"c" + number + "\", \"date\": \"" +
                    hardDate(Hard::Anything, 9, random) + "\"}";
        }
    }
    return documentOf(json + "]");
}

/// Somewhere on the axis and at some zoom: all, a part, or single events.
inline timeline::Viewport randomViewport(const timeline::TimelineLayout &layout, QSizeF sceneSize,
                                         QRandomGenerator &random) {
    const timeline::Viewport all = layout.fitAll(sceneSize);
    const auto &lanes = layout.lanes().lanes;
    const auto &lane = lanes[random.bounded(static_cast<quint32>(lanes.size()))];
    const auto event = lane.events.at(random.bounded(lane.events.size()));
    const double around = layout.axisOf(layout.document().span(event)).first;
    const double scale = all.scale() * std::exp2(-random.bounded(24.0));
    return {around - random.bounded(1.0) * all.width() * scale, scale, all.size(), all.breaks()};
}

inline std::vector<timeline::EventIndex> eventsOf(const timeline::Lane &lane) {
    std::vector<timeline::EventIndex> events;
    for (timeline::EventIndex rank = 0; rank < lane.events.size(); ++rank) {
        events.push_back(lane.events.at(rank));
    }
    return events;
}
