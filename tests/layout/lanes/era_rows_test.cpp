// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/lanes/era_rows.h"
#include "layout/scale/metrics.h"

#include "layout/layout_fixture.h"

using namespace timeline;

class EraRowsTest : public QObject {
    Q_OBJECT

private slots:
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
        const EraRows packed(document->eras(), TimeScale());
        const std::vector<PackedEra> &eras = packed.eras;
        QCOMPARE(eras.size(), std::size_t{60});
        for (std::size_t a = 0; a < eras.size(); ++a) {
            for (std::size_t b = a + 1; b < eras.size(); ++b) {
                QVERIFY(eras[a].row != eras[b].row || eras[a].row == metrics::mostEraRows ||
                        eras[a].axisEnd <= eras[b].axisBegin || eras[b].axisEnd <= eras[a].axisBegin);
            }
        }
        const double middle = eras[eras.size() / 2].axisBegin;
        const int free = packed.freeRow(middle);
        QVERIFY(free == metrics::mostEraRows || std::ranges::none_of(eras, [&](const PackedEra &era) {
                    return era.row == free && era.axisEnd > middle;
                }));
        QCOMPARE(EraRows().freeRow(0), 0);
        QCOMPARE(EraRows().count(), 0);
        QCOMPARE(packed.count(), metrics::mostEraRows);
        // Each has one place, in its row or among the others.
        std::vector<std::size_t> places = packed.others;
        QVERIFY(std::ranges::is_sorted(places, std::ranges::greater(),
                                       [&](std::size_t i) { return eras[i].length(); }));
        for (std::size_t row = 0; row < packed.rows.size(); ++row) {
            QVERIFY(std::ranges::is_sorted(packed.rows[row]));
            QVERIFY(std::ranges::all_of(packed.rows[row],
                                        [&](std::size_t i) { return std::cmp_equal(eras[i].row, row); }));
            places.insert(places.end(), packed.rows[row].begin(), packed.rows[row].end());
        }
        std::ranges::sort(places);
        QCOMPARE(std::ranges::unique(places).begin() - places.begin(), std::ssize(eras));
    }
};

QTEST_APPLESS_MAIN(EraRowsTest)
#include "era_rows_test.moc"
