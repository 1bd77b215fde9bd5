// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/packing/lane_packing.h"

#include "layout/layout_fixture.h"
#include "layout/scale/metrics.h"

#include <map>

using namespace timeline;
using namespace timeline::metrics;

namespace {

constexpr QSizeF sceneSize(1200, 700);

/// What an item takes of its rows, in axis milliseconds, at the coarsest scale of its level.
std::pair<double, double> extentOf(const PackedItem &item, const EventLabel &label, double pixel) {
    using Label = PackedItem::Label;
    const double least = item.shape == ItemShape::Cluster ? 0
                         : item.shape == ItemShape::Point ? lane_type::markSizes[item.weight]
                                                          : leastLength;
    const double middle = (item.axisBegin + item.axisEnd) / 2;
    const bool isPoint = item.shape == ItemShape::Point;
    const double begin = std::min(isPoint ? middle : item.axisBegin, middle - least / 2 * pixel);
    const double end = std::max(isPoint ? middle : item.axisEnd, middle + least / 2 * pixel);
    const double width = (item.inLine ? label.lineWidth() : label.stackedWidth()) * pixel;
    switch (item.label) {
    case Label::Right:
        return {begin, end + labelGap * pixel + width};
    case Label::Left:
        return {begin - labelGap * pixel - width, end};
    case Label::Below: {
        const double from = begin + static_cast<double>(item.shift) * pixel;
        return {std::min(begin, from), std::max(end, from + width)};
    }
    default:
        return {begin, end};
    }
}

std::vector<PackedItem> itemsOf(const LanePacking::View &view) {
    std::vector<PackedItem> items = view.clusters;
    for (const PackedItem *item : view.items) {
        items.push_back(*item);
    }
    return items;
}

} // namespace

class LanePackingTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("folded");
        QTest::addColumn<bool>("asWhole");
        for (const auto &[kind, name] : hardDocuments) {
            for (const bool folded : {false, true}) {
                const char *how = folded ? ", folded" : "";
                QTest::addRow("%s, few%s", name, how) << static_cast<int>(kind) << 15 << folded << true;
                QTest::addRow("%s, many%s", name, how) << static_cast<int>(kind) << 400 << folded << true;
                QTest::addRow("%s, few in tiles%s", name, how)
                    << static_cast<int>(kind) << 15 << folded << false;
                QTest::addRow("%s, in tiles%s", name, how)
                    << static_cast<int>(kind) << 3000 << folded << false;
            }
        }
    }

    struct Lookout {
        const TimelineLayout &layout;
        const LaneIndex &events;
        LabelWidths &labels;
        int level;
        int rows;
        double left;
        double right;
        bool asWhole;
        const RowPacker::Walls &walls;
        double pixel() const { return Viewport::scaleOfLevel(level); }
        EventLabel label(const PackedItem &item) const {
            const double widest = asWhole ? HUGE_VAL : LanePacking::widestTileLabel;
            return item.inTwoLines ? labels.inTwoLines(layout.document(), item.event, widest)
                                   : labels.of(layout.document(), item.event, widest);
        }
        QByteArray name() const {
            return QStringLiteral("level %1, %2 rows, %3 to %4")
                .arg(level)
                .arg(rows)
                .arg(left)
                .arg(right)
                .toUtf8();
        }
    };

    /// Calls `check` for every lane, from random places at several levels and numbers of rows.
    template <typename Check>
    void forEachLook(Check check) {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        QFETCH(bool, asWhole);
        const auto document = hardDocument(static_cast<Hard>(kind), events, 41);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        LabelWidths labels(m_measure);
        QRandomGenerator random(42);
        const Viewport all = layout.fitAll(sceneSize);
        const RowPacker::Walls walls = {all.left(), all.right()};
        for (const int rows : {4, 5, 9, 40}) {
            for (const Lane &lane : layout.lanes().lanes) {
                LanePacking packing(layout.axis(), lane.events, labels, rows, asWhole, walls);
                for (int round = 0; round < 12; ++round) {
                    const Viewport view = round == 0 ? all : randomViewport(layout, sceneSize, random);
                    const Lookout lookout{layout,      lane.events,  labels,  view.level(), rows,
                                          view.left(), view.right(), asWhole, walls};
                    const LanePacking::View seen = packing.look(lookout.level, lookout.left, lookout.right);
                    check(lookout, seen);
                    if (QTest::currentTestFailed()) {
                        return;
                    }
                }
            }
        }
    }

private slots:
    void nothingOverlaps_data() { addDocuments(); }
    void nothingOverlaps() {
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            std::map<int, std::vector<std::tuple<double, double, PackedItem>>> rows;
            for (const PackedItem &item : itemsOf(view)) {
                const auto [begin, end] = extentOf(item, at.label(item), at.pixel());
                for (int row = item.row; row < item.row + item.rows; ++row) {
                    rows[row].emplace_back(begin, end, item);
                }
            }
            for (auto &[row, items] : rows) {
                std::ranges::sort(items, {}, [](const auto &item) { return std::get<0>(item); });
                for (std::size_t i = 1; i < items.size(); ++i) {
                    const PackedItem &before = std::get<2>(items[i - 1]);
                    const PackedItem &after = std::get<2>(items[i]);
                    const double pixels = (std::get<1>(items[i - 1]) - std::get<0>(items[i])) / at.pixel();
                    QVERIFY2(pixels < 0.5, at.name() + " row " + QByteArray::number(row) + ": " +
                                               QByteArray::number(before.event) + " reaches " +
                                               QByteArray::number(pixels) + " pixels into " +
                                               QByteArray::number(after.event));
                }
            }
        });
    }

    void rowsAreBounded_data() { addDocuments(); }
    void rowsAreBounded() {
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            for (const PackedItem &item : itemsOf(view)) {
                QVERIFY2(item.rows > 0 && item.row + item.rows <= at.rows, at.name());
            }
        });
    }

    void everyEventInViewIsShownOrCounted_data() { addDocuments(); }
    void everyEventInViewIsShownOrCounted() {
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            EventIndex expected = 0;
            for (EventIndex rank = 0; rank < at.events.size(); ++rank) {
                const AxisSpan span = at.layout.axis().span(at.events.at(rank));
                expected += span.begin < at.right && span.end >= at.left;
            }
            EventIndex sum = 0;
            for (const PackedItem &item : itemsOf(view)) {
                QVERIFY(item.count == 1 || item.shape == ItemShape::Cluster);
                QVERIFY(item.axisBegin <= item.axisEnd);
                const bool isInView = item.spanBegin < at.right && item.spanEnd >= at.left;
                sum += item.shape == ItemShape::Cluster || isInView ? item.count : 0;
            }
            QVERIFY2(sum == expected,
                     at.name() + ": " + QByteArray::number(sum) + " of " + QByteArray::number(expected));
        });
    }

    void noEventIsShownTwice_data() { addDocuments(); }
    void noEventIsShownTwice() {
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            std::vector<EventIndex> shown;
            for (const PackedItem &item : itemsOf(view)) {
                if (item.shape != ItemShape::Cluster) {
                    shown.push_back(item.event);
                }
            }
            std::ranges::sort(shown);
            QVERIFY2(std::ranges::adjacent_find(shown) == shown.end(), at.name());
        });
    }

    /// However one got there, by panning or at once, things stand in the same rows.
    void rowsDoNotDependOnTheWayThere_data() { addDocuments(); }
    void rowsDoNotDependOnTheWayThere() {
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            LanePacking fresh(at.layout.axis(), at.events, at.labels, at.rows, at.asWhole, at.walls);
            const auto rowsOf = [](const LanePacking::View &seen) {
                std::map<EventIndex, std::pair<int, PackedItem::Label>> rows;
                for (const PackedItem *item : seen.items) {
                    rows[item->event] = {item->row, item->label};
                }
                return rows;
            };
            const auto before = rowsOf(view);
            QVERIFY2(before == rowsOf(fresh.look(at.level, at.left, at.right)), at.name());
            const double width = at.right - at.left;
            LanePacking panned(at.layout.axis(), at.events, at.labels, at.rows, at.asWhole, at.walls);
            for (double shift = -1; shift < 1; shift += 0.23) {
                const auto there =
                    rowsOf(panned.look(at.level, at.left + shift * width, at.right + shift * width));
                for (const auto &[event, row] : there) {
                    const auto known = before.find(event);
                    QVERIFY2(known == before.end() || known->second == row, at.name());
                }
            }
        });
    }

    void theMostImportantHasAMark_data() { addDocuments(); }
    void theMostImportantHasAMark() {
        QFETCH(bool, asWhole);
        if (!asWhole) {
            QSKIP("In tiles long events come first, and a neighbour's may stand in the way.");
        }
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            EventIndex first = at.events.at(0);
            for (EventIndex rank = 0; rank < at.events.size(); ++rank) {
                const EventIndex event = at.events.at(rank);
                first = at.layout.document().importance(event) > at.layout.document().importance(first)
                            ? event
                            : first;
            }
            const AxisSpan span = at.layout.axis().span(first);
            const auto items = itemsOf(view);
            QVERIFY2(span.begin >= at.right || span.end < at.left ||
                         std::ranges::any_of(items,
                                             [&](const PackedItem &item) {
                                                 return item.event == first &&
                                                        item.shape != ItemShape::Cluster;
                                             }),
                     at.name());
        });
    }

    void labelsStayBetweenWalls_data() { addDocuments(); }
    void labelsStayBetweenWalls() {
        forEachLook([](const Lookout &at, const LanePacking::View &view) {
            for (const PackedItem *item : view.items) {
                if (item->label == PackedItem::Label::None || item->label == PackedItem::Label::Inside) {
                    continue;
                }
                const auto [begin, end] = extentOf(*item, at.label(*item), at.pixel());
                const double slack =
                    leastLength * at.pixel(); // by which a short mark may reach beyond its date
                QVERIFY2(begin >= std::min(item->axisBegin, at.walls.front()) - slack, at.name());
                QVERIFY2(end <= std::max(item->axisEnd, at.walls.back()) + slack ||
                             item->axisEnd > at.walls.back() - leastLength * at.pixel(),
                         at.name());
            }
        });
    }

    void aLoneEventHasItsLabel() {
        const auto document =
            documentOf("[{\"title\": \"alone\", \"date\": \"2020-05-06\", \"status\": \"claimed\"}]");
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths labels(m_measure);
        const RowPacker::Walls walls;
        LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, 3, true, walls);
        QCOMPARE(packing.wholeRows(60, DatePlace::Above), 3);
        QCOMPARE(packing.wholeRows(60, DatePlace::InLine), 2);
        QCOMPARE(packing.wholeRows(60, DatePlace::InLine, 256), 1);
        const LanePacking::View view = packing.look(60, -1e20, 1e20);
        QCOMPARE(view.items.size(), std::size_t{1});
        QVERIFY(view.items.front()->label == PackedItem::Label::Right);
        QVERIFY(view.items.front()->shape == ItemShape::Point);
        const EventLabel label = labels.of(*document, 0, HUGE_VAL);
        QCOMPARE(label.title, QStringLiteral("alone"));
        QVERIFY2(label.date.endsWith(QStringLiteral("2020\u00A0· claimed")), qPrintable(label.date));
    }

    /// Where a label finds room: right, left before a wall, below between two, and what the shape is.
    void labelsFindTheirSide_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<double>("wallAfter"); // pixels from the mark's end
        QTest::addColumn<double>("wallBefore");
        QTest::addColumn<int>("label");
        QTest::addColumn<int>("shape");
        using Label = PackedItem::Label;
        const auto add = [](const char *name, const char *date, double after, double before, Label label,
                            ItemShape shape) {
            QTest::newRow(name) << QByteArray(date) << after << before << static_cast<int>(label)
                                << static_cast<int>(shape);
        };
        add("a day", "2020-05-06", 1000, 1000, Label::Right, ItemShape::Point);
        add("a day near the end", "2020-05-06", 50, 1000, Label::Left, ItemShape::Point);
        add("a day between walls", "2020-05-06", 90, 90, Label::Below, ItemShape::Point);
        add("a year", "2020", 1000, 1000, Label::Right, ItemShape::Within);
        add("a year near the end", "2020", 50, 1000, Label::Left, ItemShape::Within);
        add("a year between walls", "2020", 50, 50, Label::Below, ItemShape::Within);
        add("what lasts", "2020/2021", 1000, 1000, Label::Below, ItemShape::Bar);
        add("a few days", "2020-05-06/2020-05-08", 1000, 1000, Label::Right, ItemShape::Point);
    }
    void labelsFindTheirSide() {
        QFETCH(QByteArray, date);
        QFETCH(double, wallAfter);
        QFETCH(double, wallBefore);
        QFETCH(int, label);
        QFETCH(int, shape);
        const auto document =
            documentOf("[{\"title\": \"a title of some length\", \"date\": \"" + date + "\"}]");
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths labels(m_measure);
        const double pixel = 86'400'000.0 * 3; // a year is some 120 pixels
        const int level = Viewport(0, pixel, {100, 100}).level();
        const double coarsest = Viewport::scaleOfLevel(level);
        const AxisSpan span = layout.axis().span(0);
        const RowPacker::Walls walls = {span.begin - wallBefore * coarsest, span.end + wallAfter * coarsest};
        LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, 8, true, walls);
        const LanePacking::View view = packing.look(level, -1e20, 1e20);
        QCOMPARE(view.items.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(view.items.front()->shape), shape);
        QCOMPARE(static_cast<int>(view.items.front()->label), label);
    }

    /// Before it crosses the edge of a column, or stays without a title beside empty space.
    void aTitleIsBrokenInTwo_data() {
        QTest::addColumn<double>("between"); // walls, in pixels
        QTest::addColumn<bool>("asWhole");
        QTest::addColumn<int>("lines");
        QTest::newRow("room for one line") << 400.0 << true << 1;
        QTest::newRow("room for two") << 130.0 << true << 2;
        QTest::newRow("in tiles") << 130.0 << false << 1;
        QTest::newRow("no column is so narrow") << 30.0 << true << 1; // it crosses the edges in one
    }
    void aTitleIsBrokenInTwo() {
        QFETCH(double, between);
        QFETCH(bool, asWhole);
        QFETCH(int, lines);
        const auto document =
            documentOf(R"([{"title": "a title of some length here", "date": "2020-05-06"}])");
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths labels(m_measure);
        const int level = Viewport(0, 86'400'000.0 * 3, {100, 100}).level();
        const double pixel = Viewport::scaleOfLevel(level);
        const AxisSpan span = layout.axis().span(0);
        const RowPacker::Walls walls = {span.begin - 1000 * pixel, span.begin - between / 2 * pixel,
                                        span.end + between / 2 * pixel, span.end + 1000 * pixel};
        LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, 8, asWhole, walls);
        const LanePacking::View view = packing.look(level, walls.front(), walls.back());
        QCOMPARE(view.items.size(), std::size_t{1});
        QVERIFY(view.items.front()->label != PackedItem::Label::None);
        QCOMPARE(view.items.front()->inTwoLines ? 2 : 1, lines);
    }

    /// Keys have their titles before others have, and more rows never tell less.
    void rowsAreWorthTitles() {
        const auto document = documentOf(R"([{"title": "key", "date": "2020", "importance": 0.9},
            {"title": "one", "date": "2020"}, {"title": "other", "date": "2020", "importance": 0.6}])");
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths labels(m_measure);
        const RowPacker::Walls walls;
        double before = 0;
        for (int rows = 3; rows < 14; ++rows) {
            LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, rows, true,
                                walls);
            const double worth = packing.worth(60);
            QVERIFY2(worth >= before, QByteArray::number(rows));
            before = worth;
        }
        QVERIFY(before > 4 + 1 + 0.5);
    }

    void aTileCostsTheSameWhateverTheNumber() {
        const auto document = hardDocument(Hard::OneInstant, 20'000, 44);
        const TimelineLayout layout(document, {}, {.grouping = LaneGrouping::None}, m_measure);
        LabelWidths labels(m_measure);
        const Viewport all = layout.fitAll(sceneSize);
        const RowPacker::Walls walls = {all.left(), all.right()};
        LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, 10, false, walls);
        const LanePacking::View view = packing.look(all.level(), all.left(), all.right());
        QVERIFY(view.items.size() <= 9);
        QCOMPARE(view.clusters.size(), std::size_t{1});
        QCOMPARE(view.items.size() + view.clusters.front().count, std::size_t{20'000});
    }
};

QTEST_APPLESS_MAIN(LanePackingTest)
#include "lane_packing_test.moc"
