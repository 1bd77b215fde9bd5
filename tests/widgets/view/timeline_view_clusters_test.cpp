// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/cluster_list.h"
#include "widgets/lists/cluster_model.h"
#include "widgets/view/view_fixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QScrollBar>
#include <numeric>

using namespace timeline;

namespace {

QByteArray manyAtOnce(int events, const char *format) {
    QByteArray json = "[{\"title\": \"first\", \"date\": \"1900\"}";
    for (int i = 0; i < events; ++i) {
        json += ",{\"title\": \"one of many & more\", \"date\": \"" +
                QString::asprintf(format, i % 28 + 1).toLatin1() + "\"}";
    }
    return json + "]";
}

QByteArray patentsOfOneYear(int patents = 45) {
    QByteArray events;
    for (int i = 0; i < patents; ++i) {
        events += "{\"title\": \"Patent no. " + QByteArray::number(4100 + i) +
                  "\", \"date\": \"1912\", \"category\": \"pat\"},";
    }
    for (int year = 1850; year <= 1950; year += 20) {
        events += "{\"title\": \"Works report\", \"date\": \"" + QByteArray::number(year) +
                  "\", \"category\": \"rep\"},";
    }
    events.chop(1);
    return R"({"categories": [{"id": "rep"}, {"id": "pat"}], "events": [)" + events + "]}";
}

} // namespace

/// What a click on a cluster does.
class TimelineViewClustersTest : public ViewFixture {
    Q_OBJECT

    /// The largest.
    const SceneItem *cluster() const {
        const SceneItem *largest = nullptr;
        for (const SceneItem &item : scene().items) {
            if (item.shape == ItemShape::Cluster && (largest == nullptr || item.count > largest->count)) {
                largest = &item;
            }
        }
        return largest;
    }
    static ClusterList *list() { return qobject_cast<ClusterList *>(QApplication::activePopupWidget()); }

private Q_SLOTS:
    void init() { makeOne(); }
    void cleanup() {
        if (list() != nullptr) {
            list()->close();
        }
        takeAway();
    }

    void aClickOpensItInTheMiddle() {
        show(manyAtOnce(400, "2000-01-%02d"));
        QVERIFY(cluster() != nullptr);
        const Viewport before = seen();
        const std::vector<EventIndex> events = m_workspace->layout().eventsOf(*cluster(), scene());
        m_pointer->click(cluster()->rect.center());
        QTRY_VERIFY(isAtRest() && seen() != before);
        const EventAxis axis = m_workspace->layout().axis();
        const double first = seen().x(axis.begin(events.front()));
        const double last = seen().x(axis.end(events.back()));
        QVERIFY(first > 0 && last < seen().width() && std::abs(first + last - seen().width()) < 2);
        QVERIFY(list() == nullptr);
        QVERIFY(m_workspace->selection()->events().empty());
    }

    void itKnowsItsEvents() {
        show(manyAtOnce(400, "2000-01-%02d"));
        for (const SceneItem &item : scene().items) {
            if (item.shape == ItemShape::Cluster) {
                QCOMPARE(m_workspace->layout().eventsOf(item, scene()).size(), std::size_t{item.count});
            }
        }
    }

    void whatNoZoomPartsIsListedAtTheFirstClick_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("shown");
        QTest::newRow("patents of one year") << patentsOfOneYear() << 45;
        QTest::newRow("very many") << patentsOfOneYear(3000) << 3000;
        QTest::newRow("an instant")
            << "[" + QByteArray("{\"title\": \"a & b\", \"date\": \"2000-01-01T00:00:00Z\"},").repeated(90) +
                   "{\"title\": \"c\", \"date\": \"1990\"}]"
            << 90;
    }
    void whatNoZoomPartsIsListedAtTheFirstClick() {
        QFETCH(QByteArray, file);
        QFETCH(int, shown);
        show(file);
        QVERIFY(cluster() != nullptr);
        const SceneItem opened = *cluster();
        const Viewport before = seen();
        m_pointer->click(opened.rect.center());
        QVERIFY(list() != nullptr);
        QCOMPARE(m_workspace->navigation()->destination(), before);
        const auto marks = std::ranges::count_if(scene().items, [&opened](const SceneItem &item) {
            return item.lane == opened.lane && item.shape != ItemShape::Cluster &&
                   item.axisBegin >= opened.axisBegin;
        });
        QVERIFY(static_cast<int>(opened.count) + marks >= shown);
        while (list()->model()->canFetchMore({})) { // as scrolling does
            const int rows = list()->model()->rowCount();
            QScrollBar *bar = list()->verticalScrollBar();
            QTRY_VERIFY((bar->setValue(bar->maximum()), list()->model()->rowCount() > rows));
        }
        QCOMPARE(list()->model()->rowCount(), static_cast<int>(opened.count));
    }

    void anEventIsChosenFromTheList_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by key") << true;
        QTest::newRow("by mouse") << false;
    }
    void anEventIsChosenFromTheList() {
        QFETCH(bool, byKey);
        show(patentsOfOneYear());
        m_pointer->click(cluster()->rect.center());
        const EventIndex second = static_cast<ClusterModel *>(list()->model())->eventAt(1);
        if (byKey) {
            QTest::keyClick(list(), Qt::Key_Down);
            QTest::keyClick(list(), Qt::Key_Return);
        } else {
            const QRect row = list()->visualRect(list()->model()->index(1, 0));
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        }
        QVERIFY(list() == nullptr);
        QCOMPARE(m_workspace->selection()->current(), second);
    }

    void theListGoesWhenItIsLeftOrOld() {
        show(patentsOfOneYear());
        m_pointer->click(cluster()->rect.center());
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(list() == nullptr);
        m_pointer->click(cluster()->rect.center());
        QVERIFY(list() != nullptr);
        m_workspace->setDocument(documentOf(sixEvents));
        QVERIFY(list() == nullptr);
        QVERIFY(m_workspace->selection()->isEmpty());
    }

    void aNeighbourComesIntoViewWithoutAnyNeedlessZoom() {
        show(patentsOfOneYear());
        const Viewport before = seen();
        m_workspace->bringIntoView(44);
        QVERIFY(isAtRest());
        QCOMPARE(seen(), before); // no zoom parts it from the others
    }

    void theModelIsSound() {
        const QByteArray odd("{\"title\": \"\\u202eab\\n c\", \"date\": \"1912\"},");
        const auto document = documentOf('[' + odd.repeated(1200) + "{\"date\": \"1913\"}]");
        std::vector<EventIndex> events(document->eventCount());
        std::iota(events.begin(), events.end(), EventIndex{0});
        ClusterModel model(*document, events);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ClusterModel all(*document, events);
        QVERIFY(all.canFetchMore({}));
        all.fetchAll();
        QCOMPARE(all.rowCount(), 1201);
        model.fetchAll();
        QCOMPARE(model.rowCount(), 1201);
        const QString text = model.index(0).data().toString();
        QVERIFY2(text.contains(QString::fromUtf8("ab ‹U+0020›c")) && !text.contains(QChar(0x202e)),
                 qPrintable(text));
        QVERIFY(!model.index(1200).data().toString().isEmpty());
    }
};

QTEST_MAIN(TimelineViewClustersTest)
#include "timeline_view_clusters_test.moc"
