// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/scene/scene.h"

#include "layout/layout_fixture.h"

#include <numeric>

using namespace timeline;

/// What a scene has of very many eras is bounded by its size, and tells the number of the others.
class ManyErasTest : public QObject {
    Q_OBJECT

    static constexpr int many = 20'000;
    static constexpr QSizeF size{1200, 600};

    FakeMeasure m_measure;

    static QByteArray date(int day) {
        return QDate(1700, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
    }
    /// Eras of so many days, one every so many days.
    static std::shared_ptr<const Document> withEras(int count, int every, int days) {
        QByteArrayList eras;
        for (int i = 0; i < count; ++i) {
            eras += "{\"title\": \"Era " + QByteArray::number(i) + "\", \"date\": \"" + date(i * every) +
                    '/' + date(i * every + days - 1) + "\"}";
        }
        return documentOf(
            "{\"eras\": [" + eras.join(',') +
            "], \"events\": [{\"title\": \"a\", \"date\": \"1700\"}, {\"title\": \"b\", \"date\": \"" +
            date(count * every) + "\"}]}");
    }
    static std::size_t numberIn(const Scene &scene) {
        return std::accumulate(scene.eras.begin(), scene.eras.end(), std::size_t{0},
                               [](std::size_t sum, const SceneEra &era) { return sum + era.count; });
    }

private slots:
    void fewAreAllThere() {
        const auto document = withEras(40, 100, 250);
        const TimelineLayout layout(document, {}, {}, m_measure);
        const Scene scene = layout.scene(layout.fitAll(size), size);
        QCOMPARE(scene.eras.size(), std::size_t{40});
        QCOMPARE(numberIn(scene), std::size_t{40});
        for (std::size_t i = 0; i < scene.eras.size(); ++i) {
            QCOMPARE(scene.eras[i].era, i);
            QVERIFY(layout.spanOf(scene.eras[i]) == document->eras()[i].span);
        }
    }

    void shortOnesOfARowAreOneWithTheirNumber_data() {
        QTest::addColumn<int>("every");
        QTest::newRow("side by side") << 1;
        QTest::newRow("with gaps") << 3;
    }
    void shortOnesOfARowAreOneWithTheirNumber() {
        QFETCH(int, every);
        const auto document = withEras(many, every, 1);
        const TimelineLayout layout(document, {}, {.folded = false}, m_measure);
        const Viewport all = layout.fitAll(size);
        const Scene scene = layout.scene(all, size);
        QCOMPARE(scene.eras.size(), std::size_t{1});
        const SceneEra &run = scene.eras.front();
        QCOMPARE(run.count, std::size_t{many});
        QVERIFY(run.label && run.label->text.contains(QStringLiteral("20,000")));
        QVERIFY(scene.toText().contains(QStringLiteral(" x20000")));
        QVERIFY(layout.spanOf(run).begin == document->eras().front().span.begin);
        QVERIFY(layout.spanOf(run).end == document->eras().back().span.end);
        // Closer by, each is there by itself.
        const Scene near = layout.scene(all.zoomedAt(600, 2000), size);
        QVERIFY(near.eras.size() > 1 && near.eras.size() < 100);
        QCOMPARE(numberIn(near), near.eras.size());
    }

    /// A long one among short ones stays what it is.
    void longOnesStayAlone() {
        QByteArrayList eras = {"{\"title\": \"long\", \"date\": \"1600/1699-12-31\"}"};
        for (int i = 0; i < many; ++i) {
            eras += "{\"title\": \"short\", \"date\": \"" + date(i) + "\"}";
        }
        const auto document = documentOf("{\"eras\": [" + eras.join(',') +
                                         "], \"events\": [{\"title\": \"a\", \"date\": \"1700\"}]}");
        const TimelineLayout layout(document, {}, {.folded = false}, m_measure);
        const Scene scene = layout.scene(
            layout.fitFrom(document->eras().front().span.begin, document->eras().back().span.end, size),
            size);
        QCOMPARE(scene.eras.size(), std::size_t{2});
        QCOMPARE(scene.eras[0].label->text, QStringLiteral("long"));
        QCOMPARE(scene.eras[1].count, std::size_t{many});
    }

    /// Those without a row are told by their number.
    void thoseWithoutARowAreCounted() {
        const auto document = withEras(many, 1, 2000);
        const TimelineLayout layout(document, {}, {.folded = false}, m_measure);
        const EraRows rows(document->eras(), layout.scale());
        QVERIFY(rows.others.size() > many / 2);
        const Viewport all = layout.fitAll(size);
        for (const double factor : {1.0, 10.0, 1000.0}) {
            const Scene scene = layout.scene(all.zoomedAt(600, factor), size);
            QVERIFY(scene.eras.size() < 500);
            QVERIFY(scene.unnamedEras > 0);
            QVERIFY(std::ranges::all_of(scene.eras, [](const SceneEra &era) { return !era.bar.isEmpty(); }));
            QVERIFY(std::ranges::is_sorted(scene.eras, {}, &SceneEra::era));
        }
    }
};

QTEST_APPLESS_MAIN(ManyErasTest)
#include "many_eras_test.moc"
