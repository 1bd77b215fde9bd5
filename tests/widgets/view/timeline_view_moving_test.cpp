// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/saved_bytes.h"
#include "widgets/view/view_fixture.h"

#include <QSignalSpy>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *before = R"({
  "title": "Dates of all kinds",
  "events": [
    {"title": "Month", "date": "1901-03"},
    {"title": "Day", "date": "1901-03-15"},
    {"title": "Time", "date": "1901-03-15T14:30"},
    {"title": "Some day of March", "date": "1901-03-XX"},
    {"title": "The 2nd or the 9th", "date": "[1901-03-02,1901-03-09]"},
    {"title": "Year", "date": "1901"},
    {"title": "Leap day", "date": "1904-02-29"}
  ]
}
)";

} // namespace

/// Events that are moved together.
class TimelineViewMovingTest : public ViewFixture {
    Q_OBJECT

    enum Event : EventIndex { Month, Day, Time, SomeDay, Either, Year, LeapDay };
    std::unique_ptr<Editor> m_editor;

    QString date(EventIndex event) const { return m_workspace->document()->details(event, 0).date; }
    double xOf(const char *day) const {
        const Instant begin = std::get<ParsedDate>(parseDate(day)).span.begin;
        return scene().plot.left() + seen().x(m_workspace->layout().scale().axis(begin));
    }
    void drag(EventIndex event, const char *from, const char *to) {
        const QPointF at = markOf(event);
        m_pointer->drag(at, at + QPointF(xOf(to) - xOf(from), 0));
    }

private Q_SLOTS:
    void init() {
        makeOne();
        LayoutOptions options;
        options.folded = false;
        m_workspace->setLayoutOptions(options);
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_view->setEditor(m_editor.get());
        show(before);
        m_view->grab(); // a frame
    }
    void cleanup() {
        m_view.reset();
        m_editor.reset();
        takeAway();
    }

    void allMoveByWhatTheOneUnderTheHandMoves() {
        QSignalSpy said(m_editor.get(), &Editor::refused);
        m_workspace->selection()->selectAll();
        QVERIFY(scene().itemOf(Day));
        drag(Day, "1901-03-15", "1901-06-14");
        const QString day = date(Day);
        QVERIFY2(day.startsWith(u"1901-06"), qPrintable(day));
        QByteArray expected = before;
        expected.replace("1901-03-15", day.toLatin1());
        expected.replace("\"1901-03\"", "\"1901-06\"");
        expected.replace("1901-03-XX", "1901-06-XX");
        const QDate first = QDate::fromString(day, Qt::ISODate).addDays(-13); // as the 2nd to the 15th
        const QDate leap =
            QDate(1904, 2, 29).addDays(QDate(1901, 3, 15).daysTo(QDate::fromString(day, Qt::ISODate)));
        expected.replace("1901-03-02", first.toString(Qt::ISODate).toLatin1());
        expected.replace("1901-03-09", first.addDays(7).toString(Qt::ISODate).toLatin1());
        expected.replace("1904-02-29", leap.toString(Qt::ISODate).toLatin1());
        QCOMPARE(savedBytes(*m_workspace->document()), expected);
        QCOMPARE(said.count(), 1);
        QCOMPARE(said.front().front().toString(), u"1 of 7 stays: its year is all that is known"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undo();
        QCOMPARE(savedBytes(*m_workspace->document()), QByteArray(before));
    }

    void aTimeOfDayStaysWhereOnePointsAtDays() {
        m_workspace->selection()->select(Time);
        QVERIFY(scene().itemOf(Time));
        drag(Time, "1901-03-15", "1901-06-14");
        QVERIFY2(date(Time).startsWith(u"1901-06"), qPrintable(date(Time)));
        QVERIFY2(date(Time).endsWith(u"T14:30"), qPrintable(date(Time)));
    }

    void aSetMovesAlone() {
        m_workspace->selection()->select(Either);
        QVERIFY(scene().itemOf(Either));
        drag(Either, "1901-03-02", "1901-06-01");
        QVERIFY2(date(Either).startsWith(u"[1901-0"), qPrintable(date(Either)));
        QVERIFY(date(Either) != u"[1901-03-02,1901-03-09]"_s);
    }

    void manyMoveBesideTheWindow() {
        QByteArrayList events;
        constexpr EventIndex last = 100'000;
        for (EventIndex i = 0; i <= last; ++i) {
            events +=
                i == 0 ? R"({"title": "T", "date": "1901"})" : R"({"title": "T", "date": "1901-03-15"})";
        }
        show("{\"events\": [" + events.join(',') + "]}");
        QTRY_VERIFY(!m_workspace->isArranging());
        QSignalSpy said(m_editor.get(), &Editor::refused);
        m_workspace->selection()->selectAll();
        m_editor->moveBy(m_workspace->selection()->events(), {0, 7, 0}, u"Move"_s);
        QTRY_COMPARE(m_editor->undoStack()->count(), 1);
        QCOMPARE(date(0), u"1901"_s);
        QCOMPARE(date(last), u"1901-03-22"_s);
        QCOMPARE(said.count(), 1);
        QCOMPARE(said.front().front().toString(), u"1 of 100,001 stays: its year is all that is known"_s);
    }
};

QTEST_MAIN(TimelineViewMovingTest)
#include "timeline_view_moving_test.moc"
