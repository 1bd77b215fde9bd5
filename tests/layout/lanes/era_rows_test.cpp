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
        const auto eras = packEras(document->eras(), TimeScale());
        QCOMPARE(eras.size(), std::size_t{60});
        for (std::size_t a = 0; a < eras.size(); ++a) {
            for (std::size_t b = a + 1; b < eras.size(); ++b) {
                QVERIFY(eras[a].row != eras[b].row || eras[a].row == metrics::mostEraRows ||
                        eras[a].axisEnd <= eras[b].axisBegin || eras[b].axisEnd <= eras[a].axisBegin);
            }
        }
        const double middle = eras[eras.size() / 2].axisBegin;
        const int free = freeEraRow(eras, middle);
        QVERIFY(free == metrics::mostEraRows || std::ranges::none_of(eras, [&](const PackedEra &era) {
                    return era.row == free && era.axisEnd > middle;
                }));
        QCOMPARE(freeEraRow({}, 0), 0);
    }
};

QTEST_APPLESS_MAIN(EraRowsTest)
#include "era_rows_test.moc"
