// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/cluster_list.h"
#include "widgets/pointer.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace_fixture.h"

#include <QApplication>
#include <QJsonArray>
#include <QMenu>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

QByteArray taggedEvent(const char *title, const char *date, const QByteArrayList &tags) {
    QByteArrayList quoted;
    for (const QByteArray &tag : tags) {
        quoted += '"' + tag + '"';
    }
    return QByteArray("{\"id\": \"") + title + "\", \"title\": \"" + title + "\", \"date\": \"" + date +
           "\", \"tags\": [" + quoted.join(", ") + "]}";
}

/// Lanes from the top: "a" (0 1 2 3), "b" (0 1 2), "c" (0 3), without a tag (4).
const QByteArray sample =
    '[' +
    QByteArrayList{taggedEvent("all", "2001", {"a", "b", "c"}), taggedEvent("two", "2003", {"b", "a"}),
                   taggedEvent("more", "2005", {"a", "b"}), taggedEvent("ends", "2007", {"c", "a"}),
                   taggedEvent("none", "2009", {})}
        .join(',') +
    ']';

} // namespace

/// Events that stand in several lanes, by tag.
class TimelineViewTagsTest : public QObject {
    Q_OBJECT

    enum Event : EventIndex { All, Two, More, Ends, None };

    Fonts m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<TimelineView> m_view;
    std::unique_ptr<Pointer> m_pointer;

    const Scene &scene() const { return m_view->scene(); }
    const SceneLane &lane(const QString &key) const {
        return *std::ranges::find(scene().lanes, key, &SceneLane::key);
    }
    QPointF mark(EventIndex index, const QString &key) const {
        return scene().itemOf(index, lane(key).lane)->rect.center();
    }
    QString tags(EventIndex index) const { return m_workspace->document()->details(index).tags.join(u' '); }
    /// The lanes in whose marks of an event a picture differs from another.
    QString changedIn(const QImage &one, const QImage &other, EventIndex index) const {
        QStringList keys;
        for (const SceneItem &item : scene().items) {
            const QRect around = item.reach().marginsAdded({3, 3, 3, 3}).toRect();
            if (item.isOf(index) && one.copy(around) != other.copy(around)) {
                keys += m_workspace->layout().lanes().lanes[item.lane].key;
            }
        }
        return keys.join(u' ');
    }
    void show(const QByteArray &json) {
        m_workspace->setDocument(documentOf(json));
        m_workspace->navigation()->setViewport(m_workspace->layout().fitAll(m_workspace->sceneSize()));
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_fonts);
        m_workspace->setLayoutOptions({.grouping = LaneGrouping::Tag, .folded = false});
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_view = std::make_unique<TimelineView>(*m_workspace, m_fonts);
        m_view->setEditor(m_editor.get());
        m_view->resize(1200, 500);
        m_workspace->setDocument(documentOf(sample));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_pointer = std::make_unique<Pointer>(m_view->viewport());
    }
    void cleanup() {
        m_view.reset();
        m_editor.reset();
        m_workspace.reset();
    }

    void whatIsHoveredOrSelectedShowsInAllItsLanes() {
        const QImage plain = m_view->viewport()->grab().toImage();
        m_pointer->move(mark(All, u"b"_s));
        QCOMPARE(changedIn(plain, m_view->viewport()->grab().toImage(), All), u"a b c"_s);
        m_pointer->click(mark(Two, u"a"_s));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{Two});
        const QImage selected = m_view->viewport()->grab().toImage();
        QCOMPARE(changedIn(plain, selected, Two), u"a b"_s);
        QCOMPARE(changedIn(plain, selected, Ends), QString());
    }

    void aDragBetweenLanesExchangesTheTag_data() {
        QTest::addColumn<int>("event");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one of two") << int(Two) << u"a"_s << u"c"_s << u"b c"_s;
        QTest::newRow("the other") << int(Two) << u"b"_s << u"c"_s << u"c a"_s;
        QTest::newRow("where it is already") << int(Two) << u"a"_s << u"b"_s << u"b"_s;
        QTest::newRow("to no tag") << int(More) << u"a"_s << QString() << u"b"_s;
        QTest::newRow("from no tag") << int(None) << QString() << u"c"_s << u"c"_s;
    }
    void aDragBetweenLanesExchangesTheTag() {
        QFETCH(int, event);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        const auto index = static_cast<EventIndex>(event);
        const QString before = tags(index);
        m_workspace->selection()->select(index);
        const QPointF start = mark(index, from);
        m_pointer->drag(start, {start.x(), lane(to).rect.center().y()});
        QCOMPARE(tags(index), expected);
        QCOMPARE(m_workspace->layout().lanes().eventCount, 5U);
        const auto lanes = static_cast<std::size_t>(std::max<qsizetype>(1, expected.split(u' ').size()));
        QCOMPARE(static_cast<std::size_t>(std::ranges::count_if(
                     scene().items, [&](const SceneItem &item) { return item.isOf(index); })),
                 lanes);
        m_editor->undoStack()->undo();
        QCOMPARE(tags(index), before);
    }

    /// A text that stands where the tags should is kept as the first of them.
    void aDragKeepsWhatIsNoList() {
        const QByteArray odd = R"({"title": "odd", "date": "2011", "tags": "phishing"})";
        show('[' + taggedEvent("a", "2001", {"c2"}) + ',' + odd + ']');
        m_workspace->selection()->select(1);
        const QPointF start = mark(1, {});
        m_pointer->drag(start, {start.x(), lane(u"c2"_s).rect.center().y()});
        QCOMPARE(tags(1), u"phishing c2"_s);
        m_editor->undoStack()->undo();
        QCOMPARE(m_workspace->document()->eventText(1).toByteArray(), odd);
    }

    void whatMovesAlongIsTaggedToo() {
        m_workspace->selection()->select({Two, Ends, None});
        const QPointF start = mark(Two, u"b"_s);
        m_pointer->drag(start, {start.x(), lane(u"c"_s).rect.center().y()});
        QCOMPARE(tags(Two), u"c a"_s);
        QCOMPARE(tags(Ends), u"c a"_s);
        QCOMPARE(tags(None), u"c"_s);
    }

    /// Whatever becomes of tags, the lanes are those that the file has when it is opened anew.
    void lanesFollowTheTags() {
        m_view->resize(1200, 1500); // with room for twelve lanes
        QRandomGenerator random(62);
        for (int step = 0; step < 60; ++step) {
            QJsonArray chosen;
            for (int i = random.bounded(11); i > 0; --i) {
                chosen += QString(u"abcdefghijkl"[random.bounded(12)]);
            }
            const auto index = static_cast<EventIndex>(random.bounded(5));
            m_editor->setFields({{index, {{u"tags"_s, chosen}}}}, u"step"_s);
            const auto lanesOf = [](const Lanes &lanes) {
                QStringList texts;
                for (const Lane &lane : lanes.lanes) {
                    texts += lane.key;
                    for (EventIndex rank = 0; rank < lane.events.size(); ++rank) {
                        texts.back() += u' ' + QString::number(lane.events.at(rank));
                    }
                }
                texts.sort(); // new ones stand below
                return texts;
            };
            const TimelineLayout &layout = m_workspace->layout();
            const Lanes fresh({layout.document(), layout.scale()}, {}, LaneGrouping::Tag);
            QCOMPARE(lanesOf(layout.lanes()), lanesOf(fresh));
            QCOMPARE(layout.lanes().eventCount, fresh.eventCount);
            QCOMPARE(layout.lanes().placementCount, fresh.placementCount);
            std::size_t marks = 0;
            for (const SceneItem &item : scene().items) {
                marks += item.count;
            }
            QCOMPARE(marks, fresh.placementCount);
        }
    }

    void aDragOfTheDateMovesAllItsMarks() {
        m_workspace->selection()->select(All);
        const double before = mark(All, u"a"_s).x();
        m_pointer->drag(mark(All, u"b"_s), mark(All, u"b"_s) + QPointF(150, 0));
        QVERIFY(m_workspace->document()->details(All).date != u"2001"_s);
        QVERIFY(mark(All, u"a"_s).x() > before + 50);
        QCOMPARE(mark(All, u"a"_s).x(), mark(All, u"c"_s).x());
    }

    void anArrowBeginsAtAnyOfItsMarks() {
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s}) {
            m_workspace->selection()->select(All);
            QTimer::singleShot(0, this, [] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                menu->setActiveAction(menu->actions().constFirst());
                QTest::keyClick(menu, Qt::Key_Return);
            });
            m_pointer->drag(linkHandle(*scene().itemOf(All, lane(key).lane), scene().plot).center(),
                            mark(Ends, u"c"_s));
            QCOMPARE(m_workspace->document()->details(All).links.size(), std::size_t{1});
            m_editor->undoStack()->undo();
        }
    }

    void keysTravelAlongTheLaneThatWasPointedAt_data() {
        QTest::addColumn<QString>("lane");
        QTest::addColumn<std::vector<EventIndex>>("way");
        QTest::newRow("a") << u"a"_s << std::vector<EventIndex>{Two, More, Ends, Ends};
        QTest::newRow("b") << u"b"_s << std::vector<EventIndex>{Two, More, More};
        QTest::newRow("c") << u"c"_s << std::vector<EventIndex>{Ends, Ends};
    }
    void keysTravelAlongTheLaneThatWasPointedAt() {
        QFETCH(QString, lane);
        QFETCH(std::vector<EventIndex>, way);
        m_pointer->click(mark(All, lane));
        for (const EventIndex next : way) {
            QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
            QCOMPARE(m_workspace->selection()->current(), std::optional(next));
        }
    }

    void aClusterListsItsOwnLanesEvents() {
        QByteArrayList events;
        for (int i = 0; i < 45; ++i) { // more than there are rows
            events += taggedEvent("same", "2000-01-01", {"a"});
        }
        events += taggedEvent("both", "2000-01-01", {"a", "b"});
        show('[' + events.join(',') + ']');
        const AxisSpan day = m_workspace->layout().axis().span(0);
        m_workspace->navigation()->setViewport(
            Viewport::showing(day.begin + day.length() / 3, day.end, scene().plot.size()));
        const auto cluster = std::ranges::find(scene().items, ItemShape::Cluster, &SceneItem::shape);
        QVERIFY(cluster != scene().items.end());
        QVERIFY(scene().itemOf(45, lane(u"b"_s).lane) != nullptr);
        QVERIFY(scene().itemOf(45, lane(u"a"_s).lane) == nullptr);
        const EventIndex count = cluster->count;
        m_pointer->click(cluster->rect.center());
        auto *list = qobject_cast<ClusterList *>(QApplication::activePopupWidget());
        QVERIFY(list != nullptr);
        QStringList texts;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            texts << list->model()->index(row, 0).data().toString();
        }
        list->close();
        QVERIFY2(texts.contains(u"1 Jan 2000 · both"_s), qPrintable(texts.join(u'|')));
        QCOMPARE(static_cast<EventIndex>(texts.size()), count);
    }

    void whatIsWantedIsBroughtInFromItsNearestLane() {
        QByteArrayList events;
        for (int tag = 0; tag < 60; ++tag) {
            const QByteArray name = "t" + QByteArray::number(tag);
            for (int i = tag; i < 60; ++i) { // the earlier the larger
                events += taggedEvent("e", "2000", {name});
            }
        }
        events += taggedEvent("wanted", "2000", {"t59", "t40", "t0"});
        show('[' + events.join(',') + ']');
        QScrollBar *bar = m_view->verticalScrollBar();
        QVERIFY(bar->maximum() > 500);
        const auto index = static_cast<EventIndex>(events.size() - 1);
        m_workspace->reveal(index);
        QCOMPARE(bar->value(), 0); // it is there already, above
        bar->setValue(bar->maximum());
        m_workspace->reveal(index);
        QVERIFY(bar->value() > bar->maximum() / 2); // and here below
    }
};

QTEST_MAIN(TimelineViewTagsTest)
#include "timeline_view_tags_test.moc"
