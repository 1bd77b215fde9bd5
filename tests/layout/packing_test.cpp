// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/packing.h"

#include "layout/metrics.h"
#include "layout_fixture.h"

#include <map>

using namespace timeline;
using namespace timeline::metrics;

namespace {

constexpr QSizeF sceneSize(1200, 700);

std::vector<PackedItem> allItems(const PackedLane &lane) {
    std::vector<PackedItem> items = lane.items;
    items.insert(items.end(), lane.wide.begin(), lane.wide.end());
    return items;
}

/// What an item takes of its row, in axis milliseconds, at the coarsest scale of its level.
struct Extent {
    double begin = 0;
    double end = 0;
};

Extent extentOf(const PackedItem &item, const QString &title, double pixel) {
    const double least = item.shape == ItemShape::Bar       ? minBarWidth
                         : item.shape == ItemShape::Cluster ? 0
                                                            : pointSize;
    const double middle = (item.axisBegin + item.axisEnd) / 2;
    Extent extent{std::min(item.axisBegin, middle - least / 2 * pixel),
                  std::max(item.axisEnd, middle + least / 2 * pixel)};
    if (item.label == PackedItem::Label::Beside) {
        extent.end += (labelGap + 7 * static_cast<double>(title.size())) * pixel;
    }
    return extent;
}

/// The first pair of items that overlap in one row; empty where there is none.
QString overlap(const PackedLane &lane, const Document &document, LabelWidths &widths, double pixel) {
    std::map<int, std::vector<std::pair<Extent, PackedItem>>> rows;
    for (const PackedItem &item : allItems(lane)) {
        rows[item.row].emplace_back(extentOf(item, widths.of(document, item.event).text, pixel), item);
    }
    for (auto &[row, items] : rows) {
        std::ranges::sort(items, {}, [](const auto &item) { return item.first.begin; });
        for (std::size_t i = 1; i < items.size(); ++i) {
            const auto &[before, a] = items[i - 1];
            const auto &[after, b] = items[i];
            const double pixels = (before.end - after.begin) / pixel;
            // Alone in the row of clusters, points may touch those of the next cell.
            const double allowed = a.label == PackedItem::Label::None && b.label == PackedItem::Label::None
                                       ? pointSize + 1
                                       : 0.5;
            if (pixels > allowed) {
                return QStringLiteral("row %1: %2 (x%3) reaches %4 pixels into %5 (x%6)")
                    .arg(row)
                    .arg(a.event)
                    .arg(a.count)
                    .arg(pixels)
                    .arg(b.event)
                    .arg(b.count);
            }
        }
    }
    return {};
}

} // namespace

class PackingTest : public QObject {
    Q_OBJECT

    FakeMeasure m_measure;

    static void addDocuments() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("folded");
        for (const auto &[kind, name] : hardDocuments) {
            for (const bool folded : {false, true}) {
                QTest::addRow("%s, few%s", name, folded ? ", folded" : "")
                    << static_cast<int>(kind) << 15 << folded;
                QTest::addRow("%s, many%s", name, folded ? ", folded" : "")
                    << static_cast<int>(kind) << 400 << folded;
            }
        }
    }

    /// Calls `check` for every lane of the document at several levels and numbers of rows.
    template <typename Check>
    void forEachPacking(Check check) {
        QFETCH(int, kind);
        QFETCH(int, events);
        QFETCH(bool, folded);
        const auto document = hardDocument(static_cast<Hard>(kind), events, 41);
        const TimelineLayout layout(document, {}, {.folded = folded}, m_measure);
        LabelWidths widths(m_measure);
        const int fit = layout.fitAll(sceneSize).level();
        for (const int level : {fit + 3, fit, fit - 1, fit - 5, fit - 12, fit - 30}) {
            for (const int rows : {1, 2, 3, 5, 24}) {
                for (const Lane &lane : layout.lanes().lanes) {
                    const PackedLane packed = packLane(*document, layout.scale(), lane, level, rows, widths);
                    check(*document, lane, packed, level, rows, widths);
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
        forEachPacking([](const Document &document, const Lane &, const PackedLane &packed, int level,
                          int rows, LabelWidths &widths) {
            const QString found = overlap(packed, document, widths, Viewport::scaleOfLevel(level));
            QVERIFY2(found.isEmpty(),
                     qPrintable(QStringLiteral("level %1, %2 rows: %3").arg(level).arg(rows).arg(found)));
        });
    }

    void rowsAreBounded_data() { addDocuments(); }
    void rowsAreBounded() {
        forEachPacking(
            [](const Document &, const Lane &, const PackedLane &packed, int, int rows, LabelWidths &) {
                QVERIFY(packed.rows >= 1);
                QVERIFY2(packed.rows <= std::max(2, rows),
                         qPrintable(QStringLiteral("%1 rows of %2").arg(packed.rows).arg(rows)));
                for (const PackedItem &item : allItems(packed)) {
                    QVERIFY(item.row < packed.rows);
                }
            });
    }

    void everyEventIsShownOrCounted_data() { addDocuments(); }
    void everyEventIsShownOrCounted() {
        forEachPacking(
            [](const Document &, const Lane &lane, const PackedLane &packed, int, int, LabelWidths &) {
                std::size_t sum = 0;
                for (const PackedItem &item : allItems(packed)) {
                    sum += item.count;
                    QVERIFY(item.count == 1 || item.shape == ItemShape::Cluster);
                    QVERIFY(item.axisBegin <= item.axisEnd);
                }
                QCOMPARE(sum, lane.events.size());
            });
    }

    void importantEventsComeFirst_data() { addDocuments(); }
    void importantEventsComeFirst() {
        forEachPacking([](const Document &document, const Lane &lane, const PackedLane &packed, int, int rows,
                          LabelWidths &) {
            // What is most important of all always has a mark of its own; with one row, perhaps no label.
            const EventIndex first =
                *std::ranges::max_element(lane.events, [&document](EventIndex a, EventIndex b) {
                    return document.importance(a) < document.importance(b);
                });
            const auto items = allItems(packed);
            const auto own = std::ranges::find_if(items, [&](const PackedItem &item) {
                return item.count == 1 && document.importance(item.event) == document.importance(first);
            });
            QVERIFY2(own != items.end(), qPrintable(QStringLiteral("%1 rows").arg(rows)));
        });
    }

    void itemsAreFoundByTheirReach_data() { addDocuments(); }
    void itemsAreFoundByTheirReach() {
        forEachPacking([](const Document &document, const Lane &, const PackedLane &packed, int level, int,
                          LabelWidths &widths) {
            QVERIFY(std::ranges::is_sorted(packed.items, {}, &PackedItem::axisBegin));
            for (const PackedItem &item : packed.items) {
                const Extent extent =
                    extentOf(item, widths.of(document, item.event).text, Viewport::scaleOfLevel(level));
                QVERIFY(extent.end - item.axisBegin <= packed.reach * (1 + 1e-9));
            }
        });
    }

    void isTheSameEachTime() {
        const auto document = hardDocument(Hard::Anything, 300, 42);
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths widths(m_measure);
        const Lane &lane = layout.lanes().lanes.front();
        const int level = layout.fitAll(sceneSize).level();
        const auto rowsOf = [&] {
            std::vector<std::pair<EventIndex, int>> rows;
            for (const PackedItem &item : packLane(*document, layout.scale(), lane, level, 4, widths).items) {
                rows.emplace_back(item.event, item.row);
            }
            return rows;
        };
        QCOMPARE(rowsOf(), rowsOf());
    }

    void aLoneEventHasARowAndALabel() {
        const auto document = documentOf("[{\"title\": \"alone\", \"date\": \"2020-05-06?\"}]");
        const TimelineLayout layout(document, {}, {}, m_measure);
        LabelWidths widths(m_measure);
        const PackedLane packed =
            packLane(*document, layout.scale(), layout.lanes().lanes.front(), 60, 1, widths);
        QCOMPARE(packed.rows, 1);
        QCOMPARE(packed.items.size(), std::size_t{1});
        QVERIFY(packed.items.front().label == PackedItem::Label::Beside);
        QVERIFY(packed.items.front().shape == ItemShape::Point);
        QCOMPARE(widths.of(*document, 0).text, QStringLiteral("alone ?"));
    }

    void erasOfOneRowDoNotOverlap() {
        QRandomGenerator random(43);
        QByteArray json = "{\"eras\": [";
        for (int i = 0; i < 60; ++i) {
            const int year = random.bounded(1000, 2000);
            json += (i > 0 ? "," : "") + QByteArray("{\"title\": \"era\", \"date\": \"") +
                    QByteArray::number(year) + '/' +
                    (i % 9 == 0 ? QByteArray("..") : QByteArray::number(year + random.bounded(200))) + "\"}";
        }
        const auto document = documentOf(json + "], \"events\": []}");
        QCOMPARE(document->eras().size(), std::size_t{60});
        const auto eras = packEras(*document, TimeScale());
        QCOMPARE(eras.size(), std::size_t{60});
        for (std::size_t a = 0; a < eras.size(); ++a) {
            for (std::size_t b = a + 1; b < eras.size(); ++b) {
                QVERIFY(eras[a].row != eras[b].row || eras[a].axisEnd <= eras[b].axisBegin ||
                        eras[b].axisEnd <= eras[a].axisBegin);
            }
        }
        const double middle = eras[eras.size() / 2].axisBegin;
        const int free = freeEraRow(eras, middle);
        QVERIFY(std::ranges::none_of(
            eras, [&](const PackedEra &era) { return era.row == free && era.axisEnd > middle; }));
        QCOMPARE(freeEraRow({}, 0), 0);
    }
};

QTEST_APPLESS_MAIN(PackingTest)
#include "packing_test.moc"
