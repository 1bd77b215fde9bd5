// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_pane.h"
#include "app/charts/chart_row.h"
#include "app/charts/chart_text.h"
#include "layout/lanes/histogram.h"
#include "paint/theme.h"
#include "time/edtf.h"
#include "widgets/workspace_fixture.h"

#include <QDockWidget>
#include <QGraphicsView>
#include <QLabel>
#include <QMainWindow>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class ChartPaneTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ChartPane> m_pane;

    QWidget *viewport() const { return m_pane->findChild<QGraphicsView *>()->viewport(); }
    /// The columns in which something of this colour stands, right of the numbers, whose edges have any
    /// colour.
    std::vector<int> columnsOf(const QColor &color) const {
        QCoreApplication::processEvents(); // rows are laid out
        const QImage image = m_pane->grab().toImage();
        std::vector<int> columns;
        const int left = static_cast<int>(m_workspace->layout().plotLeft(image.width()));
        for (int x = left; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y).rgb() == color.rgb()) {
                    columns.push_back(x);
                    break;
                }
            }
        }
        return columns;
    }
    void drag(double fromX, double toX, Qt::KeyboardModifiers modifiers = {}) const {
        const int y = viewport()->height() / 2;
        QTest::mousePress(viewport(), Qt::LeftButton, modifiers, QPoint(qRound(fromX), y));
        QTest::mouseMove(viewport(), QPoint(qRound((fromX + toX) / 2), y));
        QMouseEvent move(QEvent::MouseMove, QPointF(toX, y), viewport()->mapToGlobal(QPointF(toX, y)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport(), &move);
        QTest::mouseRelease(viewport(), Qt::LeftButton, {}, QPoint(qRound(toX), y));
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(R"({"events": [
            {"title": "one", "date": "2001-01-01", "category": "a"}, {"title": "two", "date": "2001-01-01", "category": "a"},
            {"title": "three", "date": "2005-01-01", "category": "a"}]})"));
        LayoutOptions options;
        options.folded = false;
        m_workspace->setLayoutOptions(options);
        m_workspace->setSceneSize({800, 400});
        m_pane = std::make_unique<ChartPane>(*m_workspace);
        m_pane->resize(800, 120);
        m_pane->show();
        QCoreApplication::processEvents();
    }
    void cleanup() { m_pane.reset(); }

    void theGridFollowsTheWindow() {
        const QColor grid = Theme::forPalette(m_pane->palette()).grid;
        for (const int width : {800, 1600, 500}) {
            m_pane->resize(width, 120);
            m_workspace->setSceneSize({static_cast<double>(width), 400});
            QVERIFY(!columnsOf(grid).empty());
            QVERIFY(columnsOf(grid).back() > width - 40);
        }
    }

    void barsStandWhereTheTimelineHasTheirEvents() {
        const QColor color = Theme::forPalette(m_pane->palette()).categoryColor(0, std::nullopt);
        for (const double step : {0.0, 3.0, 40.5, -300.0}) {
            m_workspace->navigation()->setViewport(m_workspace->navigation()->viewport().pannedBy(step));
            const std::vector<int> columns = columnsOf(color);
            QVERIFY(!columns.empty());
            const double left = m_workspace->layout().plotLeft(800);
            for (const EventIndex event : {0U, 2U}) {
                const double x =
                    left + m_workspace->navigation()->viewport().x(
                               m_workspace->layout().axisOf(m_workspace->document()->span(event)).first);
                // The bar of the bin around it, at most one and a half bins of nine pixels long.
                const bool isNear =
                    std::ranges::any_of(columns, [x](int column) { return std::abs(column - x) <= 14; });
                QCOMPARE(isNear, x >= left && x < 800);
            }
        }
    }

    /// Of many lanes most are one colour together.
    void manyLanesAreFewColours_data() {
        QTest::addColumn<int>("lanes");
        QTest::addColumn<bool>("hasOthers");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("as many as are told apart") << 20 << false;
        QTest::newRow("one more") << 21 << true;
        QTest::newRow("many") << 700 << true;
    }
    void manyLanesAreFewColours() {
        QFETCH(int, lanes);
        m_workspace->setDocument(manyCategories(lanes));
        const Theme theme = Theme::forPalette(m_pane->palette());
        QCOMPARE(columnsOf(theme.categoryColor(0, std::nullopt)).empty(), lanes == 0);
        QTEST(!columnsOf(theme.othersColor()).empty(), "hasOthers");
    }

    void tooltipListsNoMoreThanCanBeRead_data() {
        QTest::addColumn<int>("lanes");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("last");
        QTest::newRow("few") << 3 << 3 << "c2: 1";
        QTest::newRow("all have colours") << 20 << 20 << "c19: 1";
        QTest::newRow("two are grey") << 21 << 22 << "Grey: lanes that have no colour of their own here";
        QTest::newRow("many") << 100 << 22 << "Grey: lanes that have no colour of their own here";
    }
    void tooltipListsNoMoreThanCanBeRead() {
        QFETCH(int, lanes);
        QFETCH(int, lines);
        QFETCH(QString, last);
        m_workspace->setDocument(manyCategories(lanes, 1));
        const TimelineLayout &layout = m_workspace->layout();
        const Histogram bins =
            histogram(layout.axis(), layout.lanes(), m_workspace->navigation()->viewport(), 9);
        QStringList found;
        for (std::size_t bin = 0; bin < bins.bins(); ++bin) {
            found += ChartText::lanesInBin(layout, bins, bin);
        }
        QCOMPARE(found.size(), lines);
        QCOMPARE(found.last(), last);
        QCOMPARE(found.contains(QStringLiteral("and 80 others: 80")), lanes == 100);
    }

    void plotIsBelowTheTimelines() {
        QCOMPARE(m_pane->plotArea().left(), m_workspace->layout().plotLeft(800));
        QCOMPARE(m_pane->plotArea().width(), m_workspace->navigation()->viewport().width());
        m_workspace->setSceneSize({600, 400});
        QCOMPARE(m_pane->plotArea().left(), m_workspace->layout().plotLeft(600));
        QCOMPARE(m_pane->plotArea().width(), m_workspace->navigation()->viewport().width());
    }

    void draggingPans() {
        const Viewport before = m_workspace->navigation()->viewport();
        const double left = m_pane->plotArea().left();
        drag(left + 100, left + 300);
        QCOMPARE(m_workspace->navigation()->viewport(), before.pannedBy(-200));
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void draggingWithShiftFramesASpan() {
        const Viewport before = m_workspace->navigation()->viewport();
        const double left = m_pane->plotArea().left();
        drag(left + 100, left + 300, Qt::ShiftModifier);
        QVERIFY(std::abs(before.x(m_workspace->navigation()->viewport().left()) - 100) < 2);
        QVERIFY(std::abs(before.x(m_workspace->navigation()->viewport().right()) - 300) < 2);
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void aClickChangesNothing() {
        const Viewport before = m_workspace->navigation()->viewport();
        const double left = m_pane->plotArea().left();
        drag(left + 100, left + 101);
        QCOMPARE(m_workspace->navigation()->viewport(), before);
        QVERIFY(!m_workspace->navigation()->canGoBack());
    }

    void escapeDropsTheDrag() {
        const Viewport before = m_workspace->navigation()->viewport();
        const double left = m_pane->plotArea().left();
        QTest::mousePress(viewport(), Qt::LeftButton, {}, QPoint(qRound(left) + 50, 40));
        QMouseEvent move(QEvent::MouseMove, QPointF(left + 200, 40), QPointF(), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(viewport(), &move);
        QTest::keyClick(viewport(), Qt::Key_Escape);
        QTest::mouseRelease(viewport(), Qt::LeftButton, {}, QPoint(qRound(left) + 200, 40));
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    void theWheelZoomsAroundThePointer() {
        const Viewport before = m_workspace->navigation()->viewport();
        const QPointF at(m_pane->plotArea().left() + 200, 40);
        QWheelEvent wheel(at, viewport()->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(viewport(), &wheel);
        QVERIFY(m_workspace->navigation()->viewport().scale() < before.scale());
        QVERIFY(std::abs(m_workspace->navigation()->viewport().axis(200) - before.axis(200)) <
                before.scale());
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), before);
    }

    /// Each as "name: note".
    void rowsAreOfSeriesAndMeasures_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("note"); // empty: none
        const QString events = QStringLiteral("Events over time: by lane");
        const auto row = [&events](const char *name, const QByteArray &json, const QStringList &rows,
                                   const char *note) {
            QTest::newRow(name) << json << QStringList(events) + rows << QString::fromUtf8(note);
        };
        const char *none = "This file has no series and no measures. They are numbers with dates.";
        const QByteArray one =
            R"({"title": "a", "date": "2001", "measures": [{"name": "m", "value": 1, "unit": "u"}]})";
        const QByteArray two =
            R"({"title": "b", "date": "2002", "measures": [{"name": "m", "value": 90, "unit": "u"}]})";
        row("nothing at all", "[]", {}, none);
        row("events alone", R"([{"title": "a", "date": "2001"}])", {}, none);
        row("one measure", '[' + one + ']', {},
            "This file has no series, and its one measure has one date alone.");
        row("one date", '[' + one + ',' + one + ']', {},
            "This file has no series, and none of its 2 measures has more than one date.");
        row("a measure", '[' + one + ',' + two + ']', {u"m: u, logarithmic"_s}, "");
        row("a series",
            R"({"events": [], "series": [{"id": "s", "title": "S", "unit": "USD", "points": [["2001", 1]]}]})",
            {u"S: USD"_s}, "");
        row("without a title", R"({"events": [], "series": [{"id": "s", "points": []}]})", {u"s: series"_s},
            "");
        row("both",
            "{\"events\": [" + one + ',' + two + R"(], "series": [{"id": "s", "points": [["2001", 1]]}]})",
            {u"s: series"_s, u"m: u, logarithmic"_s}, "");
        row("points left out",
            R"({"events": [], "series": [{"id": "s", "points": [["2001", 1], ["2001-13", 1], ["2002", null],
            ["2003", 1e999], ["2004", "5"], 6, [], ["../..", 7], ["2005"]]}]})",
            {u"s: series, 8 points left out"_s}, "");
    }
    void rowsAreOfSeriesAndMeasures() {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, rows);
        QFETCH(QString, note);
        m_workspace->setDocument(documentOf(json));
        QCoreApplication::processEvents();
        QStringList found;
        for (const ChartRow *row : m_pane->findChildren<ChartRow *>()) {
            found += row->accessibleName() + QStringLiteral(": ") + row->note();
        }
        QCOMPARE(found, rows);
        const auto *label = m_pane->findChild<QLabel *>();
        QCOMPARE(label->isVisible() ? label->text() : QString(), note);
        QVERIFY(!m_pane->grab().isNull());
    }

    void manyPointsAreReadBeside() {
        QByteArray points;
        for (int i = 0; i < 6000; ++i) {
            points += (i > 0 ? ",[\"Y" : "[\"Y") + QByteArray::number(20'000 + i) + "\"," +
                      QByteArray::number(i) + ']';
        }
        m_workspace->setDocument(
            documentOf(R"({"events": [], "series": [{"id": "s", "points": [)" + points + "]}]}"));
        QVERIFY(m_pane->isBusy());
        QTRY_VERIFY(!m_pane->isBusy());
        QCOMPARE(m_pane->findChildren<ChartRow *>().size(), 2);
    }

    void rowsStayWhileSomethingElseIsEdited() {
        const auto edit = [this](const QByteArray &text) {
            DocumentEdit change;
            change.events.push_back({EventIndex{0}, text});
            m_workspace->apply(change);
        };
        m_workspace->setDocument(documentOf(R"({"events": [{"title": "a", "date": "2001"}],
            "series": [{"id": "s", "points": [["2001", 1]]}]})"));
        const QPointer<ChartRow> row = m_pane->findChildren<ChartRow *>().last();
        QCOMPARE(row->accessibleName(), QStringLiteral("s"));
        edit(R"({"title": "b", "date": "2001"})");
        QCOMPARE(m_pane->findChildren<ChartRow *>().size(), 2);
        QVERIFY(!row.isNull());
        m_workspace->setDocument(documentOf("[]"));
        QVERIFY(row.isNull());
    }

    void aSeriesIsAddedWhereSomebodyListens() {
        m_workspace->setDocument(documentOf("[]"));
        auto *add = m_pane->findChild<QPushButton *>();
        QVERIFY(!add->isVisible());
        QSignalSpy asked(m_pane.get(), &ChartPane::addSeriesRequested);
        QVERIFY(add->isVisible());
        add->click();
        QCOMPARE(asked.size(), 1);
    }

    /// The keys go from point to point, and tell of each.
    void pointsAreReadByKeys() {
        m_workspace->setDocument(documentOf(
            R"({"events": [{"title": "a", "date": "2001-01-01"}, {"title": "b", "date": "2001-12-31"}],
            "series": [{"id": "s", "points": [["2001-02-01", 100], ["2001-03-01", 83], ["2001-04-01", 118.4]]}]})"));
        QCoreApplication::processEvents();
        ChartRow *row = m_pane->findChildren<ChartRow *>().last();
        QStringList read;
        for (const int key : {Qt::Key_Left, Qt::Key_Left, Qt::Key_Right}) {
            QTest::keyClick(row, static_cast<Qt::Key>(key));
            read += row->accessibleDescription();
        }
        QCOMPARE(read[0], QStringLiteral("%1: 118.4\n42.7 % more than %2")
                              .arg(describeDateBriefly("2001-04-01"), describeDateBriefly("2001-03-01")));
        QCOMPARE(read[1], QStringLiteral("%1: 83\n17 % less than %2")
                              .arg(describeDateBriefly("2001-03-01"), describeDateBriefly("2001-02-01")));
        QCOMPARE(read[2], read[0]);
    }

    void aClickOnAFigureSelectsItsEvent() {
        m_workspace->setDocument(documentOf(
            R"([{"title": "a", "date": "2001-01-01"}, {"title": "b", "date": "2003", "measures": [{"name": "m", "value": 1}]},
            {"title": "c", "date": "2004", "measures": [{"name": "m", "value": 2}]}])"));
        QCoreApplication::processEvents();
        ChartRow *row = m_pane->findChildren<ChartRow *>().last();
        const TimelineLayout &layout = m_workspace->layout();
        const Span date = m_workspace->document()->span(2);
        const Instant middle = plusMilliseconds(date.begin, millisecondsBetween(date.begin, date.end) / 2);
        const double x =
            m_pane->plotArea().left() + m_workspace->navigation()->viewport().x(layout.scale().axis(middle));
        QTest::mouseClick(row->viewport(), Qt::LeftButton, {}, QPoint(qRound(x) + 3, 30));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        m_workspace->setQuery(u"a"_s); // what the filter hides is not there
        QTest::mouseClick(row->viewport(), Qt::LeftButton, {}, QPoint(qRound(x) + 3, 30));
        QVERIFY(m_workspace->selection()->isEmpty());
    }

    void staysBelowTheMiddleOfAWindow() {
        QMainWindow window;
        window.setCentralWidget(new QWidget);
        window.addDockWidget(Qt::LeftDockWidgetArea, new QDockWidget);
        auto *dock = new QDockWidget;
        auto *pane = new ChartPane(*m_workspace);
        dock->setWidget(pane);
        window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        window.resize(900, 500);
        window.show();
        const auto leftOf = [&window](const QWidget *widget) { return widget->mapTo(&window, QPoint()).x(); };
        const double middle = leftOf(window.centralWidget());
        QVERIFY(leftOf(pane) != middle);
        QCOMPARE(leftOf(pane) + pane->plotArea().left(), middle + m_workspace->layout().plotLeft(800));
    }
};

QTEST_MAIN(ChartPaneTest)
#include "chart_pane_test.moc"
