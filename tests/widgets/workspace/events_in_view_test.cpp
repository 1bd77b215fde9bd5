// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/events_in_view.h"

#include "time/edtf.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace_fixture.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class EventsInViewTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EventsInView> m_inView;

    std::vector<EventIndex> rows() const {
        std::vector<EventIndex> rows;
        for (int row = 0; row < m_inView->events()->rowCount(); ++row) {
            rows.push_back(m_inView->events()->eventAt(row));
        }
        return rows;
    }
    /// From one year to another, without a margin.
    void look(int from, int to) const {
        const TimeScale &scale = m_workspace->layout().scale();
        const auto at = [&scale](int year) {
            return scale.axis(std::get<ParsedDate>(parseDate(std::to_string(year))).span.begin);
        };
        Navigation *navigation = m_workspace->navigation();
        navigation->setViewport(navigation->viewport().showing(at(from), at(to)));
    }
    /// Whatever the view shows is there, and no more.
    bool isRight() const {
        const Viewport &view = m_workspace->navigation()->viewport();
        const EventAxis axis = m_workspace->layout().axis();
        const Document &document = *m_workspace->document();
        for (EventIndex event = 0; event < document.eventCount(); ++event) {
            bool isSeen = document.isPlaced(event) && m_workspace->events()->rowOf(event).has_value();
            if (isSeen) {
                const AxisSpan span = axis.span(event);
                isSeen = span.begin <= view.right() && span.end >= view.left();
            }
            if (isSeen != m_inView->events()->rowOf(event).has_value()) {
                return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setLayoutOptions({.folded = false, .steady = true});
        m_workspace->setDocument(documentOf(sixEvents));
        m_inView = std::make_unique<EventsInView>(*m_workspace);
    }
    void cleanup() {
        m_inView.reset();
        m_workspace.reset();
    }

    void showsWhatOverlaps_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<std::vector<EventIndex>>("events");
        using Events = std::vector<EventIndex>;
        QTest::newRow("all") << 1990 << 2020 << Events{0, 1, 2, 3, 4, 5};
        QTest::newRow("within a long one") << 2003 << 2004 << Events{2, 5};
        QTest::newRow("one") << 2005 << 2006 << Events{0, 2, 5}; // those that end there, too
        QTest::newRow("nothing") << 2011 << 2012 << Events{};
    }
    void showsWhatOverlaps() {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(std::vector<EventIndex>, events);
        m_inView->setOn(true);
        look(from, to);
        QTRY_VERIFY(!m_inView->isBehind());
        QVERIFY(isRight());
        QCOMPARE(rows(), events);
    }

    void looksOnlyWhileItIsOn() {
        QCOMPARE(m_inView->events()->rowCount() > 0, true);
        m_inView->setOn(true);
        QCOMPARE(m_inView->events()->rowCount(), 6);
        m_inView->setOn(false);
        look(2011, 2012);
        QVERIFY(!m_inView->isBehind());
        QCOMPARE(m_inView->events()->rowCount(), 0);
    }

    void followsFilterOrderEditsAndDocuments() {
        m_inView->setOn(true);
        m_workspace->setQuery(u"category:a"_s);
        QTRY_VERIFY(isRight() && m_inView->events()->rowCount() == 3);
        m_workspace->setQuery({});
        m_inView->events()->sort(EventModel::TitleColumn, Qt::DescendingOrder); // sorts the others
        QTRY_COMPARE(m_inView->events()->rowCount(), 6);
        std::vector<EventIndex> all;
        for (int row = 0; row < 6; ++row) {
            all.push_back(m_workspace->events()->eventAt(row));
        }
        QCOMPARE(rows(), all);
        QCOMPARE(all.front(), 0U); // zeta
        m_workspace->events()->sort(-1);
        QTRY_COMPARE(rows().front(), 0U);
        QCOMPARE(rows()[1], 1U);
        Editor editor(*m_workspace);
        look(2004, 2009);
        QTRY_VERIFY(isRight() && !m_inView->isBehind());
        QVERIFY(editor.setField({1}, u"date"_s, u"2006"_s));
        QTRY_VERIFY(isRight() && m_inView->events()->rowOf(1).has_value());
        editor.remove({1});
        QTRY_VERIFY(!m_inView->events()->rowOf(1).has_value());
        m_workspace->setDocument(
            documentOf(R"([{"title": "a", "date": "2001"}, {"title": "b", "date": "2002"}])"));
        QTRY_VERIFY(isRight() && m_inView->events()->rowCount() == 2);
    }

    void bothSelectionsAreOne() {
        m_workspace->selection()->select(std::vector<EventIndex>{1, 3});
        m_inView->setOn(true);
        QTRY_COMPARE(m_inView->selection()->events(), (std::vector<EventIndex>{1, 3}));
        m_inView->selection()->select(EventIndex{2});
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
        m_workspace->selection()->select(EventIndex{0});
        QCOMPARE(m_inView->selection()->current(), std::optional<EventIndex>(0));
        // What goes out of view stays selected.
        m_workspace->selection()->select(std::vector<EventIndex>{0, 4});
        look(2004, 2009);
        QTRY_VERIFY(!m_inView->isBehind() && !m_inView->events()->rowOf(4).has_value());
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{0, 4}));
        QCOMPARE(m_inView->selection()->events(), std::vector<EventIndex>{0});
        look(1990, 2020);
        QTRY_COMPARE(m_inView->selection()->events(), (std::vector<EventIndex>{0, 4}));
    }

    /// Beside the window's thread.
    void manyAreLookedAtInTheirTime() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        m_inView->setOn(true);
        QVERIFY(m_inView->isBehind());
        QTRY_VERIFY(!m_inView->isBehind());
        QVERIFY(isRight());
        const Viewport all = m_workspace->navigation()->viewport();
        for (const double zoom : {2.0, 5.0, 60.0}) { // while it looks, it moves on
            m_workspace->navigation()->setViewport(all.zoomedAt(300, zoom));
        }
        QTRY_VERIFY(!m_inView->isBehind() && isRight());
        QVERIFY(m_inView->events()->rowCount() < m_workspace->events()->rowCount());
        m_inView->setOn(false); // and goes while it looks
        m_inView->setOn(true);
        m_inView.reset();
    }
};

QTEST_MAIN(EventsInViewTest)
#include "events_in_view_test.moc"
