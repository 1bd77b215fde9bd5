// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/carried.h"
#include "widgets/workspace_fixture.h"

#include "time/edtf.h"

#include <QRandomGenerator>
#include <QTest>
#include <functional>

using namespace timeline;

namespace {

const QByteArray observation =
    R"({"categories": [{"id": "feed", "title": "Feeding"}, {"id": "fight", "title": "Fighting"}],
  "events": [
    {"id": "o1", "title": "Feeding starts", "date": "2024-05-02T08:00:00Z", "category": "feed"},
    {"id": "o2", "title": "Peck at the trough", "date": "2024-05-02T08:04:10Z", "category": "fight"},
    {"id": "o3", "title": "Chase round the trough", "date": "2024-05-02T08:05:00Z", "category": "fight"},
    {"id": "o4", "title": "Feeding ends", "date": "2024-05-02T08:20:00Z", "category": "feed"},
    {"id": "o5", "title": "Peck at the door", "date": "2024-05-02T08:31:00Z", "category": "fight"},
    {"id": "o6", "title": "Dust bath", "date": "2024-05-02T08:40:00Z", "category": "feed"}]})";

QByteArray withSecondBath() {
    QByteArray other = observation;
    return other.replace("\"category\": \"feed\"}]}",
                         "\"category\": \"feed\"},"
                         "{\"title\": \"Second bath\", \"date\": \"2024-05-02T09:10:00Z\"}]}");
}

} // namespace

/// What keeps its place when the scale changes.
class AnchorsTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;

    const Viewport &seen() const { return m_workspace->navigation()->viewport(); }
    const TimeScale &scale() const { return m_workspace->layout().scale(); }
    double xOf(Instant instant) const { return seen().x(scale().axis(instant)); }
    Instant at(double x) const { return scale().instant(seen().axis(x)); }
    Instant begin(EventIndex event) const { return m_workspace->document()->span(event).begin; }
    void look(double fromMinute, double toMinute) {
        const auto axis = [this](double minute) {
            return scale().axis(plusMilliseconds(begin(0), minute * 60e3));
        };
        m_workspace->navigation()->setViewport(seen().showing(axis(fromMinute), axis(toMinute)));
    }
    void setFolded(bool folded) {
        LayoutOptions options = m_workspace->layoutOptions();
        options.folded = folded;
        m_workspace->setLayoutOptions(options);
    }

    using Change = std::function<void(AnchorsTest &)>;
    static Change change(Change change) { return change; }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(observation));
    }

    void theRule_data() {
        QTest::addColumn<Anchor>("anchor");
        QTest::addColumn<double>("x");
        QTest::newRow("nothing") << Anchor() << 50.0;
        QTest::newRow("the pointer") << Anchor{{}, {}, 20} << 20.0;
        QTest::newRow("the pointer beside the plot") << Anchor{{}, {}, -20} << 50.0;
        QTest::newRow("what is selected") << Anchor{0, {70, 80}, 20} << 75.0;
        QTest::newRow("of which the begin is seen") << Anchor{0, {90, 1e9}, 20} << 95.0;
        QTest::newRow("of which the middle is seen") << Anchor{0, {-1e300, 1e300}, 20} << 50.0;
        QTest::newRow("that is out of view") << Anchor{0, {120, 130}, 20} << 20.0;
    }
    void theRule() {
        QFETCH(Anchor, anchor);
        QTEST(anchor.in(Viewport(0, 1, {100, 50})), "x");
    }

    void aFilterThatNothingMatchesMovesNothing() {
        look(3, 24);
        const Viewport before = seen();
        for (int round = 0; round < 100; ++round) {
            m_workspace->setQuery(QStringLiteral("zzz"));
            QCOMPARE(seen(), before);
            m_workspace->setQuery(QString());
            QCOMPARE(seen(), before);
        }
        m_workspace->fitAll();
        const Viewport all = seen();
        const auto extent = m_workspace->layout().axisExtent();
        m_workspace->setQuery(QStringLiteral("zzz"));
        QCOMPARE(seen(), all);
        QCOMPARE(m_workspace->layout().axisExtent(), extent);
        const Scene scene = m_workspace->layout().scene(seen(), m_workspace->sceneSize());
        QVERIFY(scene.note.has_value());
        QCOMPARE(scene.note->text, QStringLiteral("No events match; 6 are hidden by the filter"));
        m_workspace->setSceneSize({1000, 500});
        m_workspace->setQuery(QString());
        QCOMPARE(seen(), m_workspace->layout().fitAll({1000, 500}));
    }

    void aHundredRoundsLeadBack_data() {
        QTest::addColumn<int>("selected");
        QTest::newRow("nothing") << -1;
        QTest::newRow("an event in view") << 3;
        QTest::newRow("one out of view") << 5;
    }
    void aHundredRoundsLeadBack() {
        QFETCH(int, selected);
        look(3, 24);
        if (selected >= 0) {
            m_workspace->selection()->select(static_cast<EventIndex>(selected));
        }
        const Viewport before = seen();
        QRandomGenerator random(17);
        constexpr const char *queries[] = {"peck", "bath", "trough", "zzz", "feeding"};
        for (int round = 0; round < 100; ++round) {
            m_workspace->setPointer(random.bounded(700.0));
            setFolded(random.bounded(2) == 0);
            m_workspace->setQuery(QString::fromLatin1(queries[random.bounded(5)]));
            m_workspace->setPointer(std::nullopt);
            setFolded(true);
            m_workspace->setQuery(QString());
            QVERIFY2(std::abs(seen().x(before.left())) < 0.5, qPrintable(QString::number(round)));
            QVERIFY(std::abs(seen().scale() / before.scale() - 1) < 1e-9);
        }
    }

    void whatIsAnchoredKeepsItsPixel_data() {
        QTest::addColumn<std::function<void(AnchorsTest &)>>("change");
        QTest::newRow("a filter") << change(
            [](AnchorsTest &t) { t.m_workspace->setQuery(QStringLiteral("-door -chase")); });
        QTest::newRow("hiding a category") << change([](AnchorsTest &t) {
            Filter filter;
            filter.setCategoryHidden(QStringLiteral("fight"), true);
            t.m_workspace->setFilter(filter);
        });
        QTest::newRow("lanes by status") << change([](AnchorsTest &t) {
            LayoutOptions options = t.m_workspace->layoutOptions();
            options.grouping = LaneGrouping::Status;
            t.m_workspace->setLayoutOptions(options);
        });
        QTest::newRow("breaks off") << change([](AnchorsTest &t) { t.setFolded(false); });
        QTest::newRow("another size") << change([](AnchorsTest &t) {
            t.m_workspace->setSceneSize({850, 300});
        });
        QTest::newRow("reading again")
            << change([](AnchorsTest &t) { t.m_workspace->setDocument(documentOf(withSecondBath()), true); });
        QTest::newRow("reading again what begins earlier") << change([](AnchorsTest &t) {
            QByteArray other = withSecondBath();
            other.replace(R"("events": [)",
                          R"("events": [{"title": "Two years before", "date": "2022-05-01"},)");
            t.m_workspace->setDocument(documentOf(other), true);
        });
        QTest::newRow("another lane, with a longer name") << change([](AnchorsTest &t) {
            QByteArray text = t.m_workspace->document()->eventText(5).toByteArray();
            text.replace("feed", "what the hens did when nobody fed them");
            t.m_workspace->apply(DocumentEdit{{{5, text}}, {}});
        });
    }
    /// With the pointer, with an event that is selected, and without either.
    void whatIsAnchoredKeepsItsPixel() {
        QFETCH(std::function<void(AnchorsTest &)>, change);
        const auto inWindow = [this](Instant instant) {
            return xOf(instant) + m_workspace->layout().plotLeft(m_workspace->sceneSize().width());
        };
        for (const auto &[isSelected, pointer] :
             {std::pair(false, std::optional<double>()), {false, 300.0}, {true, 300.0}, {true, {}}}) {
            init();
            look(3, 24);
            const double left = m_workspace->layout().plotLeft(m_workspace->sceneSize().width());
            Instant anchored = at(pointer.value_or(left + seen().width() / 2) - left);
            m_workspace->setPointer(pointer);
            if (isSelected) {
                m_workspace->selection()->select(3);
                anchored = plusMilliseconds(begin(3), 500); // it is a second long
            }
            const double before = inWindow(anchored);
            change(*this);
            QVERIFY2(
                std::abs(inWindow(anchored) - before) < 0.1,
                qPrintable(QStringLiteral("%1 %2 %3").arg(isSelected).arg(before).arg(inWindow(anchored))));
        }
    }

    void whoSeesAllSeesAllAgain() {
        m_workspace->fitAll();
        m_workspace->setPointer(200);
        m_workspace->selection()->select(1);
        Filter filter;
        filter.setCategoryHidden(QStringLiteral("feed"), true);
        m_workspace->setFilter(filter);
        QCOMPARE(seen(), m_workspace->layout().fitAll(m_workspace->sceneSize()));
        m_workspace->setSceneSize({500, 500});
        QCOMPARE(seen(), m_workspace->layout().fitAll({500, 500}));
    }

    void whatIsSelectedStaysInANarrowWindow() {
        look(3, 24);
        m_workspace->selection()->select(3); // near the right edge
        const Viewport before = seen();
        for (double width = 799; width >= 300; --width) {
            m_workspace->setSceneSize({width, 600});
            QVERIFY(m_workspace->anchor().isEventIn(seen()));
        }
        for (double width = 301; width <= 800; ++width) {
            m_workspace->setSceneSize({width, 600});
        }
        QCOMPARE(seen(), before);
    }

    void anEventWhoseDateIsEditedStaysInView_data() {
        QTest::addColumn<int>("others");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("alone") << 0 << QByteArray();
        QTest::newRow("with so many that all is arranged anew") << 600 << QByteArray();
        QTest::newRow("with the head") << 0 << QByteArray("{}");
    }
    void anEventWhoseDateIsEditedStaysInView() {
        QFETCH(int, others);
        QFETCH(QByteArray, head);
        QByteArray file = observation;
        for (int i = 0; i < others; ++i) {
            file.replace("]}", ", {\"title\": \"Peep\", \"date\": \"2024-05-02T08:10:00Z\"}]}");
        }
        m_workspace->setDocument(documentOf(file));
        look(0, 6);
        m_workspace->selection()->select(2);
        DocumentEdit edit;
        for (EventIndex event = 2; event < m_workspace->document()->eventCount(); ++event) {
            QByteArray text = m_workspace->document()->eventText(event).toByteArray();
            text.replace("2024-05-02", event == 2 ? "2024-05-03" : "2024-05-02");
            if (event == 2 || others > 0) {
                edit.events.push_back({event, text});
            }
        }
        if (!head.isEmpty()) {
            edit.head = head;
        }
        const DocumentEdit back = m_workspace->apply(edit);
        QTRY_VERIFY(!m_workspace->isArranging());
        QVERIFY(m_workspace->anchor().isEventIn(seen()));
        m_workspace->apply(back);
        QTRY_VERIFY(!m_workspace->isArranging());
        QCOMPARE(m_workspace->selection()->current(), EventIndex(2));
        QVERIFY(m_workspace->anchor().isEventIn(seen()));
    }

    /// A break says that nothing happens in it: where something does from now on, there is none.
    void noEditLeavesAnEventInABreak_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::newRow("within") << QByteArray("2024-05-02T15:00:00Z");
        QTest::newRow("from within") << QByteArray("2024-05-02T15:00:00Z/2024-05-03T09:10:00Z");
        QTest::newRow("across") << QByteArray("2024-05-02T08:05:00Z/2024-05-03T09:10:00Z");
        QTest::newRow("open") << QByteArray("2024-05-02T15:00:00Z/..");
    }
    void noEditLeavesAnEventInABreak() {
        QFETCH(QByteArray, date);
        QByteArray file = observation;
        file.replace("]}", ", {\"title\": \"Next day\", \"date\": \"2024-05-03T09:10:00Z\"}]}");
        m_workspace->setDocument(documentOf(file));
        m_workspace->setSceneSize({800, 600});
        QVERIFY(scale().breaks());
        const TimeScale before = scale();
        look(0, 12);
        m_workspace->selection()->select(2);
        QByteArray text = m_workspace->document()->eventText(2).toByteArray();
        text.replace("2024-05-02T08:05:00Z", date);
        const DocumentEdit back = m_workspace->apply(DocumentEdit{{{2, text}}, {}});
        QVERIFY(before.hidesInBreak(m_workspace->document()->span(2)));
        QVERIFY(!scale().hidesInBreak(m_workspace->document()->span(2)));
        QVERIFY(m_workspace->anchor().isEventIn(seen()));
        m_workspace->apply(back);
        QVERIFY(!scale().hidesInBreak(m_workspace->document()->span(2)));
        // What the filter hides has its time, too.
        m_workspace->setDocument(documentOf(file));
        m_workspace->setQuery(QStringLiteral("-chase"));
        QVERIFY(scale().hidesInBreak(std::get<ParsedDate>(parseDate(date.toStdString())).span));
        m_workspace->apply(DocumentEdit{{{2, text}}, {}});
        QVERIFY(!scale().hidesInBreak(m_workspace->document()->span(2)));
    }

    void theMiddleStaysWhenItIsReadAgain() {
        m_workspace->setQuery(QStringLiteral("bath"));
        look(10, 70);
        const Instant middle = at(seen().width() / 2);
        m_workspace->setDocument(documentOf(withSecondBath()), true);
        QCOMPARE(m_workspace->events()->rowCount(), 2);
        QVERIFY(std::abs(xOf(middle) - seen().width() / 2) < 0.01);
    }

    void aPlaceIsCarriedExactly() {
        setFolded(true);
        const TimeScale folded = scale();
        QRandomGenerator random(3);
        for (int i = 0; i < 1000; ++i) {
            const double place = scale().axis(begin(0)) + random.bounded(2400e3);
            const double there = carriedAxis(place, TimeScale(), folded);
            const bool isInBreak =
                folded.breaks() && std::ranges::any_of(*folded.breaks(), [there](const AxisSpan &f) {
                    return f.begin <= there && there <= f.end;
                });
            if (!isInBreak) {
                QVERIFY(std::abs(carriedAxis(there, folded, TimeScale()) - place) < 0.01);
            }
        }
    }
};

QTEST_GUILESS_MAIN(AnchorsTest)
#include "anchors_test.moc"
