// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"

#include "time/ticks.h"

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr double textGap = 5; // between a tick and its text

struct Read {
    AxisLabel label;
    bool isContext = false;
};

/// The dates of both tiers, as one reads them from left to right; at one place the outer tier first.
std::vector<Read> readingOf(const ScenePanel &panel) {
    std::vector<Read> labels;
    for (const AxisLabel &label : panel.contextLabels) {
        labels.push_back({label, true});
    }
    for (const AxisLabel &label : panel.tickLabels) {
        labels.push_back({label, false});
    }
    std::ranges::stable_sort(labels, {}, [](const Read &read) { return read.label.x; });
    return labels;
}

bool saysAll(const AxisLabel &label) {
    return label.text == tickName(label.instant, label.step, TickName::Full) ||
           label.text == tickNameAfter({}, label.instant, label.step);
}

bool isInBreak(const ScenePanel &panel, double at) {
    return std::ranges::any_of(panel.scaleMarks, [at](const ScaleMark &mark) {
        return mark.length > 0 && at > mark.at + 0.5 && at < mark.at + mark.length - 0.5;
    });
}

/// What is false about a label that stands by its own instant, or nothing.
QString falseAbout(const ScenePanel &panel, const Read &read) {
    const AxisLabel &label = read.label;
    const double tick = panel.at(label.instant);
    if (tickAtOrBefore(label.instant, label.step) != label.instant) {
        return u"is of no tick"_s;
    }
    const bool isRight = std::abs(label.x - tick - textGap) < 0.1;
    const bool isLast =
        std::ranges::none_of( // of several stretches: at the end there may be no room beside it
            panel.scaleMarks, [&](const ScaleMark &mark) {
                return mark.at > tick && mark.at + mark.length < panel.last() - 0.5;
            });
    const bool isLeft = isLast && std::abs(label.x + label.width + textGap - tick) < 0.1;
    const double stretchEnd = panel.at(tickAfter(label.instant, label.step));
    const bool isHeld = read.isContext && label.x >= tick + textGap - 0.1 &&
                        (label.x + label.width <= stretchEnd + 0.1 || // or reaches over the break after it
                         (saysAll(label) && label.x - textGap <= stretchEnd + 0.1));
    if (!isRight && !isLeft && !isHeld) {
        return u"stands %1 px beside its tick"_s.arg(label.x - tick);
    }
    return isInBreak(panel, isHeld ? label.x - textGap : tick) ? u"is of a time that is left out"_s
                                                               : QString();
}

/// Whether the head above a label tells the year that it leaves out.
bool isReadWithHead(const ScenePanel &panel, const AxisLabel &label) {
    const TickStep year{TickUnit::Year, 1, label.step.years};
    const TickStep month{TickUnit::Month, 1, label.step.years};
    const Instant begin = tickAtOrBefore(label.instant, year);
    const Instant second = tickAfter(begin, month);
    return std::ranges::any_of(panel.columns, [&](const SceneColumn &column) {
        return column.from <= label.x && label.x < column.to && column.head &&
               column.head->text.endsWith(tickName(begin, year, TickName::Full)) &&
               label.text ==
                   tickNameAfter(label.instant < second ? second : begin, label.instant, label.step);
    });
}

/// A label that cannot be read rightly with what stands left of it, or nothing.
QString misreadOf(const ScenePanel &panel) {
    std::optional<Read> known; // says all, or is read with one that does
    for (const Read &read : readingOf(panel)) {
        const AxisLabel &label = read.label;
        if (const QString wrong = falseAbout(panel, read); !wrong.isEmpty()) {
            return label.text + u' ' + wrong;
        }
        const std::optional<TickStep> context = contextStep(label.step);
        const bool isWhole = saysAll(label) || !context || isReadWithHead(panel, label);
        if (!isWhole && !known) {
            return label.text + u" comes first"_s;
        }
        if (!isWhole) {
            const QString meant = tickNameAfter(known->label.instant, label.instant, label.step);
            const bool isUnder =
                tickAtOrBefore(known->label.instant, *context) == tickAtOrBefore(label.instant, *context);
            const bool isShort = label.text == tickName(label.instant, label.step, TickName::Short);
            if (label.text != meant && !(isUnder && isShort)) {
                return u"%1 after %2 means %3"_s.arg(label.text, known->label.text, meant);
            }
            const double between = panel.at(label.instant);
            for (const ScaleMark &mark : panel.scaleMarks) {
                if (mark.length > 0 && mark.at > known->label.x && mark.at + mark.length <= between + 1) {
                    return u"%1 says too little after a break"_s.arg(label.text);
                }
            }
        }
        known = read;
    }
    return {};
}

/// The longest part of the axis without a date and without a break, in pixels.
double longestSilence(const ScenePanel &panel) {
    std::vector<std::pair<double, double>> told = {{panel.first(), panel.first()},
                                                   {panel.last(), panel.last()}};
    for (const Read &read : readingOf(panel)) {
        told.emplace_back(read.label.x, read.label.x + read.label.width);
    }
    for (const ScaleMark &mark : panel.scaleMarks) {
        told.emplace_back(mark.at, mark.at + mark.length);
    }
    std::ranges::sort(told);
    double end = panel.first();
    double longest = 0;
    for (const auto &[from, to] : told) {
        longest = std::max(longest, from - end);
        end = std::max(end, to);
    }
    return longest;
}

/// Between two breaks a place that has room for a date, but none that says all; or nothing.
QString undatedPlaceOf(const ScenePanel &panel) {
    constexpr double room = 190; // pixels: of the longest date that this test has
    std::vector<std::pair<double, double>> places;
    double from = panel.first();
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.length > 0) {
            places.emplace_back(from, mark.at);
            from = mark.at + mark.length;
        }
    }
    places.emplace_back(from, panel.last());
    const std::vector<Read> labels = readingOf(panel);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [begin, end] = places[i];
        const double last = i + 1 < places.size() ? places[i + 1].first : end; // names may reach over a break
        const bool isDated = std::ranges::any_of(labels, [&, first = begin, until = end](const Read &read) {
            const double tick = panel.at(read.label.instant);
            return saysAll(read.label) && ((tick >= first - 0.1 && tick < until + 0.1) ||
                                           (read.isContext && read.label.x >= first && read.label.x < until));
        });
        const bool isHeaded =
            std::ranges::any_of(panel.columns, [first = begin, until = end](const SceneColumn &column) {
                return column.head && column.head->x >= first && column.head->x < until;
            });
        if (!isDated && !isHeaded && last - begin > room) {
            return u"%1 to %2"_s.arg(begin).arg(end);
        }
    }
    return {};
}

QByteArray randomFile(QRandomGenerator &random) {
    const auto number = [&random](int from, int to) { return QByteArray::number(random.bounded(from, to)); };
    const auto two = [&](int from, int to) { return number(from, to).rightJustified(2, '0'); };
    const int span = random.bounded(6);
    QByteArray json = "{\"eras\": [{\"title\": \"Era\", \"date\": \"" + number(1000, 1500) + '/' +
                      number(1500, 2200) + "\"}], \"events\": [";
    const int events = random.bounded(1, 14);
    for (int i = 0; i < events; ++i) {
        QByteArray date;
        switch (random.bounded(span + 1)) {
        case 0:
            date = number(1990, 2030) + '-' + two(1, 13) + '-' + two(1, 29);
            break;
        case 1:
            date = number(1000, 2030);
            break;
        case 2:
            date = number(1895, 1905) + '-' + two(1, 13) + '-' + two(1, 29) + "T1" + number(0, 10) + ":" +
                   two(0, 60) + ":" + two(0, 60) + '.' + number(100, 999);
            break;
        case 3:
            date = "-" + number(1, 9999).rightJustified(4, '0');
            break;
        case 4:
            date = "Y-" + number(10000, 90000);
            break;
        default:
            date = "Y-" + number(100000, 2000000000);
        }
        json += (i > 0 ? ", " : "") + QByteArray("{\"title\": \"x\", \"date\": \"") + date + "\"}";
    }
    return json + "]}";
}

} // namespace

class AxisTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    /// The dates of both tiers, and what the breaks say.
    QString axisOf(const QByteArray &json, double width, LayoutOptions options = {}) {
        const TimelineLayout layout(documentOf(json), {}, options, m_measure);
        const QSizeF size(width, 300);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QStringList texts;
        for (const Read &read : readingOf(scene.panels.front())) {
            texts << (read.isContext ? u'<' + read.label.text + u'>' : read.label.text);
        }
        for (const SceneColumn &column : scene.panels.front().columns) {
            for (const auto *text : {&column.head, &column.change}) {
                texts << (*text ? u'[' + (*text)->text + u']' : u"[]"_s);
            }
        }
        for (const ScaleMark &mark : scene.panels.front().scaleMarks) {
            if (mark.label) {
                texts << u'(' + mark.label->text + u')';
            }
        }
        return texts.join(u' ');
    }

private Q_SLOTS:
    void nothingIsFalse_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 150; ++seed) {
            QTest::addRow("%d", seed) << seed;
        }
    }
    void nothingIsFalse() {
        QFETCH(int, seed);
        QRandomGenerator random(static_cast<quint32>(seed));
        const QByteArray json = randomFile(random);
        for (const bool folded : {true, false}) {
            const TimelineLayout layout(documentOf(json), {}, {.folded = folded}, m_measure);
            for (double width = 200; width <= 4000; width *= 1.17) {
                const QSizeF size(width, 300);
                const bool isAll = random.bounded(2) == 0;
                const Viewport view = isAll ? layout.fitAll(size) : randomViewport(layout, size, random);
                const Scene scene = layout.scene(view, size);
                const ScenePanel &panel = scene.panels.front();
                const QByteArray where =
                    json + " at " + QByteArray::number(width) + ", " + scene.toText().toUtf8();
                const QString misread = misreadOf(panel);
                QVERIFY2(misread.isEmpty(), misread.toUtf8() + "\n" + where);
                const QString undated = undatedPlaceOf(panel);
                QVERIFY2(undated.isEmpty(), undated.toUtf8() + "\n" + where);
                const double silence = longestSilence(panel);
                QVERIFY2(silence <= 160, QByteArray::number(silence) + "\n" + where);
            }
        }
    }

    void tellsNoDateBeforeAFileIsRead() {
        const TimelineLayout layout(std::make_shared<const Document>(), {}, {}, m_measure);
        const QSizeF size(1000, 300);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QVERIFY(readingOf(scene.panels.front()).empty());
        QVERIFY(scene.panels.front().ticks.empty());
        QVERIFY(!axisOf("[]", 1000).isEmpty()); // where events can be put
    }

    void everythingIsSeenAtAnyWidth_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("the universe") << QByteArray(R"([{"title": "a", "date": "Y-13800000000"},
            {"title": "b", "date": "2000"}, {"title": "c", "date": "Y5000000000"}])");
        QTest::newRow("to the ends") << QByteArray(R"([{"title": "a", "date": "Y-19000000000"},
            {"title": "b", "date": "Y19000000000"}])");
        QTest::newRow("one event") << QByteArray(R"([{"title": "a", "date": "Y-20000000000/Y20000000000"}])");
    }
    void everythingIsSeenAtAnyWidth() {
        QFETCH(QByteArray, json);
        const auto document = documentOf(json);
        for (const bool folded : {false, true}) {
            const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
            for (double width = 200; width < 4000; width *= 1.4) {
                const QSizeF size(width, 300);
                const Scene scene = layout.scene(layout.fitAll(size), size);
                const ScenePanel &panel = scene.panels.front();
                for (EventIndex event = 0; event < document->eventCount(); ++event) {
                    const Span span = document->span(event);
                    QVERIFY(panel.at(span.begin) >= panel.first());
                    QVERIFY2(panel.at(span.end) <= panel.last(), qPrintable(scene.toText()));
                }
            }
        }
    }

    void everyPieceBetweenBreaksHasADate() {
        const QByteArray json = R"([{"title": "a", "date": "1824-05-03"}, {"title": "b", "date": "184X"},
            {"title": "c", "date": "1899-12-31"}, {"title": "d", "date": "1900-01-01/.."},
            {"title": "e", "date": "1900-10"}, {"title": "f", "date": "1900-10-02"}])";
        for (double width = 500; width < 2000; width += 50) {
            const QString axis = axisOf(json, width);
            QVERIFY2(axis.contains(u"Dec 1899"), qPrintable(axis));
            QVERIFY2(axis.contains(u"1900") || width < 800, qPrintable(axis));
            QVERIFY2(axis.contains(u"(50 years") && axis.contains(u"(9 months"), qPrintable(axis));
        }
    }

    /// A moment between two breaks, and pieces that are narrow beside room.
    void narrowPiecesHaveTheirDate_data() {
        QTest::addColumn<QStringList>("dates");
        QTest::addColumn<double>("width");
        QTest::addColumn<QString>("expected");
        const QStringList moment = {u"1999-12-31T23:40:35.527Z"_s, u"1990-02-10T00:00:00.000Z"_s,
                                    u"1999-12-31T22:48:52.107Z"_s, u"1990-06-17T00:00:00.000Z"_s,
                                    u"2000-01-01T00:35:40.296Z"_s, u"1990-04-13T00:00:00.000Z"_s,
                                    u"1998-08-22T00:00:00.000Z"_s, u"1999-12-31T23:18:55.839Z"_s};
        QTest::newRow("a moment") << moment << 1600.0 << u"22 Aug 1998"_s;
        const QStringList deep =
            u"Y-152307099 Y-6372379 1995-03-03T08:00:00.040Z Y-27588 Y-810281 1995-03-03T08:00:00.025Z "
            "Y-1623736234 1995-03-03T08:00:00.004Z Y-14534071 Y-827837 1995-03-03T08:00:00.016Z "
            "1995-03-03T08:00:00.022Z Y423176391 1995-03-03T08:00:00.020Z Y638106"_s.split(u' ');
        QTest::newRow("the first") << deep << 555.0 << u"1.62"_s;
        QTest::newRow("the last") << deep << 1300.0 << u"+423."_s;
    }
    void narrowPiecesHaveTheirDate() {
        QFETCH(QStringList, dates);
        QFETCH(double, width);
        QFETCH(QString, expected);
        QByteArray json;
        for (const QString &date : dates) {
            json += (json.isEmpty() ? "[" : ", ") + QByteArray(R"({"title": "x", "date": ")") +
                    date.toUtf8() + "\"}";
        }
        const QString axis = axisOf(json + ']', width);
        QVERIFY2(axis.contains(expected), qPrintable(axis));
    }

    void namesLeaveRoomForTheNextStretch() {
        const QString axis = axisOf(R"([{"title": "a", "date": "2024"}, {"title": "b", "date": "9999-12-31"},
            {"title": "c", "date": "Y12000"}, {"title": "d", "date": "Y80000"}])",
                                    700);
        QVERIFY2(axis.contains(u"80,000"), qPrintable(axis));
    }

    void breaksAreAsWideAtEveryZoom() {
        const auto document = hardDocument(Hard::BirthAndBurst, 60, 7);
        const TimelineLayout layout(document, {}, {}, m_measure);
        const QSizeF size(1200, 500);
        QVERIFY(layout.scale().breaks());
        const AxisSpan gap = layout.scale().breaks()->front();
        Viewport view = layout.fitAll(size);
        for (int i = 0; i < 40; ++i) {
            QVERIFY(std::abs(view.x(gap.end) - view.x(gap.begin) - view.breakWidth()) < 0.5);
            view = view.zoomedAt(view.x(gap.begin) - 10, 1.6);
        }
    }

    void saysItsZoneWhereDatesHaveOne_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("says");
        const auto event = [](const char *date) {
            return QByteArray("{\"title\": \"a\", \"date\": \"") + date + "\"}";
        };
        QTest::newRow("none") << QByteArray("[]") << false;
        QTest::newRow("days") << '[' + event("2024-02-03") + ']' << false;
        QTest::newRow("times") << '[' + event("2024-02-03T09:14") + ']' << false;
        QTest::newRow("Z") << '[' + event("2024") + ',' + event("2024-02-03T09:14Z") + ']' << true;
        QTest::newRow("offset") << '[' + event("2024-02-03T09:14:07+02:00/..") + ']' << true;
        QTest::newRow("start and end")
            << QByteArray(R"([{"title": "a", "start": "2024", "end": "2024-02-03T09:14:07-02"}])") << true;
        QTest::newRow("era")
            << "{\"eras\": [{\"title\": \"b\", \"date\": \"../2024-02-03T09:14Z\"}], \"events\": [" +
                   event("2023") + "]}"
            << true;
        QTest::newRow("as of") << "{\"asOf\": \"2024-02-03T09:14Z\", \"events\": [" + event("2023") + "]}"
                               << true;
    }
    void saysItsZoneWhereDatesHaveOne() {
        QFETCH(QByteArray, json);
        QFETCH(bool, says);
        for (const LaneGrouping grouping : {LaneGrouping::Category, LaneGrouping::None}) {
            const TimelineLayout layout(documentOf(json), {}, {.grouping = grouping}, m_measure);
            for (const QSizeF size : {QSizeF(60, 80), QSizeF(1200, 500)}) {
                const Scene scene = layout.scene(layout.fitAll(size), size);
                const ScenePanel &panel = scene.panels.front();
                QCOMPARE(panel.zone.has_value(), says);
                if (says) {
                    QCOMPARE(panel.zone->text, u"UTC"_s);
                    QVERIFY(panel.zone->rect().left() >= 0);
                    QVERIFY(panel.zone->rect().right() < panel.axisRect.left());
                    QVERIFY(panel.zone->rect().bottom() <= panel.axisRect.bottom());
                }
            }
        }
    }

    void anAxisCountsInOneWay_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("hasNot");
        QTest::newRow("BCE") << u"Y-20000"_s << u"2000"_s << u"BCE"_s << u"ka"_s;
        QTest::newRow("ka") << u"Y-200000"_s << u"2000"_s << u"ka"_s << u"BCE"_s;
        QTest::newRow("Ma") << u"Y-66000000"_s << u"2000"_s << u"Ma"_s << u"BCE"_s;
    }
    void anAxisCountsInOneWay() {
        QFETCH(QString, first);
        QFETCH(QString, last);
        QFETCH(QString, has);
        QFETCH(QString, hasNot);
        const QByteArray json =
            (u"[{\"title\": \"a\", \"date\": \"%1\"}, {\"title\": \"b\", \"date\": \"%2\"}]"_s)
                .arg(first, last)
                .toUtf8();
        const QString axis = axisOf(json, 1200, {.folded = false});
        QVERIFY2(axis.contains(has), qPrintable(axis));
        QVERIFY2(!axis.contains(hasNot), qPrintable(axis));
    }
};

QTEST_GUILESS_MAIN(AxisTest)
#include "axis_test.moc"
