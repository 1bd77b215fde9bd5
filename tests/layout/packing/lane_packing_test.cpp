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

/// What an item takes of its row, in axis milliseconds, at the coarsest scale of its level.
std::pair<double, double> extentOf(const PackedItem &item, double labelWidth, double pixel) {
    const double least = item.shape == ItemShape::Bar       ? minBarWidth
                         : item.shape == ItemShape::Cluster ? 0
                                                            : pointSize;
    const double middle = (item.axisBegin + item.axisEnd) / 2;
    const double label = item.label == PackedItem::Label::Beside ? labelGap + labelWidth : 0;
    return {std::min(item.axisBegin, middle - least / 2 * pixel),
            std::max(item.axisEnd, middle + least / 2 * pixel) + label * pixel};
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
        double pixel() const { return Viewport::scaleOfLevel(level); }
        double labelWidth(EventIndex event) const {
            return labels.of(layout.document(), event, asWhole ? HUGE_VAL : LanePacking::widestTileLabel)
                .width;
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
        for (const int rows : {2, 3, 5, 24}) {
            for (const Lane &lane : layout.lanes().lanes) {
                LanePacking packing(layout.axis(), lane.events, labels, rows, asWhole);
                for (int round = 0; round < 12; ++round) {
                    const Viewport view = round == 0 ? all : randomViewport(layout, sceneSize, random);
                    const Lookout lookout{layout, lane.events, labels,       view.level(),
                                          rows,   view.left(), view.right(), asWhole};
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
                const auto [begin, end] = extentOf(item, at.labelWidth(item.event), at.pixel());
                rows[item.row].emplace_back(begin, end, item);
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
                QVERIFY2(item.row < at.rows, at.name());
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
            LanePacking fresh(at.layout.axis(), at.events, at.labels, at.rows, at.asWhole);
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
            LanePacking panned(at.layout.axis(), at.events, at.labels, at.rows, at.asWhole);
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

    void aLoneEventHasARowAndALabel() {
        const auto document = documentOf("[{\"title\": \"alone\", \"date\": \"2020-05-06?\"}]");
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths labels(m_measure);
        LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, 1, true);
        QCOMPARE(packing.wholeRows(60), 1);
        const LanePacking::View view = packing.look(60, -1e20, 1e20);
        QCOMPARE(view.items.size(), std::size_t{1});
        QVERIFY(view.items.front()->label == PackedItem::Label::Beside);
        QVERIFY(view.items.front()->shape == ItemShape::Point);
        QCOMPARE(labels.of(*document, 0, HUGE_VAL).text, QStringLiteral("alone ?"));
    }

    void aTileCostsTheSameWhateverTheNumber() {
        const auto document = hardDocument(Hard::OneInstant, 20'000, 44);
        const TimelineLayout layout(document, {}, {.grouping = LaneGrouping::None}, m_measure);
        LabelWidths labels(m_measure);
        LanePacking packing(layout.axis(), layout.lanes().lanes.front().events, labels, 10, false);
        const Viewport all = layout.fitAll(sceneSize);
        const LanePacking::View view = packing.look(all.level(), all.left(), all.right());
        QVERIFY(view.items.size() <= 9);
        QCOMPARE(view.clusters.size(), std::size_t{1});
        QCOMPARE(view.items.size() + view.clusters.front().count, std::size_t{20'000});
    }
};

QTEST_APPLESS_MAIN(LanePackingTest)
#include "lane_packing_test.moc"
