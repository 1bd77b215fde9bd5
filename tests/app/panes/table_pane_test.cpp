// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/status_box.h"
#include "app/panes/table_pane.h"
#include "app/signs/trough.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QUndoStack>
#include <tuple>

using namespace timeline;
using namespace timeloom;

class TablePaneTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<TablePane> m_pane;
    QLineEdit *m_elsewhere = nullptr; ///< where the focus may be instead of in the table

    QTableView *table() const { return m_pane->findChild<QTableView *>(); }
    QPoint middleOf(int row) const {
        return table()->visualRect(m_workspace->events()->index(row, EventModel::TitleColumn)).center();
    }
    QString count() const {
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            if (label->text().contains(QLatin1String("events"))) {
                return label->text();
            }
        }
        return {};
    }

    void showMany(const QByteArray &title = "title") {
        m_workspace->setDocument(manyEvents(title));
        QTRY_VERIFY(!m_workspace->isArranging());
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_pane = std::make_unique<TablePane>(*m_workspace, *m_editor);
        m_pane->resize(900, 400);
        m_elsewhere = new QLineEdit(m_pane.get());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_elsewhere->setFocus();
    }
    void cleanup() {
        m_pane.reset();
        m_editor.reset();
    }

    /// All dates, or what is in view: in the same columns and order, with the same selection.
    void showsOnlyWhatIsInView() {
        const auto *choice = m_pane->findChild<Trough *>();
        table()->horizontalHeader()->resizeSection(1, 333);
        table()->sortByColumn(EventModel::TitleColumn, Qt::DescendingOrder);
        m_workspace->selection()->select(EventIndex{0});
        choice->button(1)->click();
        QVERIFY2(count().endsWith(QLatin1String("events in view")), qPrintable(count()));
        const int all = table()->model()->rowCount();
        QCOMPARE(table()->horizontalHeader()->sectionSize(1), 333);
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(),
                 static_cast<int>(EventModel::TitleColumn));
        QCOMPARE(table()->currentIndex().data(EventModel::EventRole).toUInt(), 0U);
        const Viewport everything = m_workspace->navigation()->viewport();
        m_workspace->navigation()->setViewport(everything.zoomedAt(2, 50));
        QTRY_VERIFY(table()->model()->rowCount() < all);
        const QString some = QLocale().toString(table()->model()->rowCount()) + QLatin1String(" of 6");
        QVERIFY2(count().startsWith(some), qPrintable(count()));
        // A click there selects everywhere.
        m_workspace->navigation()->setViewport(everything);
        QTRY_COMPARE(table()->model()->rowCount(), all);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(2, 1)).center());
        QCOMPARE(m_workspace->selection()->events(),
                 std::vector<EventIndex>{table()->model()->index(2, 0).data(EventModel::EventRole).toUInt()});
        choice->button(0)->click();
        QCOMPARE(table()->model(), m_workspace->events());
        QCOMPARE(table()->selectionModel(), m_workspace->selection());
        QVERIFY(!count().contains(QLatin1String("view")));
    }

    void whereNothingIsInViewAllIsOffered() {
        m_pane->findChild<Trough *>()->button(1)->click();
        const Viewport everything = m_workspace->navigation()->viewport();
        m_workspace->navigation()->setViewport(everything.pannedBy(1e7));
        const auto *button = m_pane->findChild<QPushButton *>();
        QTRY_VERIFY(button->isVisible());
        QVERIFY(QString(button->text()).remove(u'&') == QLatin1String("Show all dates"));
        QTest::mouseClick(m_pane->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(table()->model(), m_workspace->events());
        QVERIFY(table()->isVisible());
    }

    void saysThatItSorts() {
        showMany();
        const QString all = count();
        m_workspace->events()->sort(EventModel::TitleColumn);
        QVERIFY(count().contains(all) && count().contains(QLatin1String("sorting")));
        QTRY_COMPARE(count(), all);
    }

    /// The first event whose title begins with what is typed; among many this would take long.
    void lettersTypedInTheTableGoToAnEvent() {
        const auto type = [this] {
            table()->setFocus();
            m_workspace->selection()->clear();
            table()->setCurrentIndex(m_workspace->events()->index(0, EventModel::TitleColumn));
            QTest::keyClick(table(), Qt::Key_D);
            return table()->currentIndex().row();
        };
        QCOMPARE(type(), 4);
        showMany("d");
        QCOMPARE(type(), 0);
    }

    void showsTheFilterAndTheCount() {
        QCOMPARE(count(), QStringLiteral("6 events"));
        m_workspace->setQuery(QStringLiteral("status:planned"));
        QVERIFY(std::ranges::any_of(m_pane->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->text() == QLatin1String("status:planned");
        }));
        QCOMPARE(count(), QStringLiteral("1 of 6 events"));
    }

    /// And gives the way out.
    void saysWhyItHasNoRows() {
        const auto says = [this](const QString &text) {
            const auto labels = m_pane->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        m_workspace->setQuery(QStringLiteral("r3"));
        QVERIFY(says(QStringLiteral("No event fits “r3”.")));
        QVERIFY(!table()->isVisible());
        m_pane->findChild<QPushButton *>()->click();
        QVERIFY(m_workspace->filter().isEmpty() && table()->isVisible());
        m_workspace->setDocument(documentOf("[]"));
        QVERIFY(says(QStringLiteral("There are no events in this file.")));
        QVERIFY(!m_pane->findChild<QPushButton *>()->isVisible());
        QVERIFY(m_editor->add({{QStringLiteral("title"), QStringLiteral("A")}}));
        QVERIFY(table()->isVisible());
    }

    void aRowThatIsChosenComesIntoView() {
        m_workspace->frame(m_workspace->document()->span(0));
        const auto seesDelta = [this] {
            return m_workspace->layout().axisOf(m_workspace->document()->span(4)).second >
                   m_workspace->navigation()->viewport().left();
        };
        QVERIFY(!seesDelta());
        m_workspace->selection()->select(4); // elsewhere: the table does not move the timeline
        QVERIFY(!seesDelta());
        m_workspace->selection()->clear();
        table()->setFocus();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middleOf(4));
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(4));
        QVERIFY(seesDelta());
    }

    void aDoubleClickFramesTheEvent() {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middleOf(1));
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, middleOf(1));
        const Viewport framed =
            m_workspace->layout().fit(m_workspace->document()->span(1), m_workspace->sceneSize());
        QCOMPARE(m_workspace->navigation()->viewport(), framed);
    }

    void pointingHovers() {
        Q_EMIT table()->entered(m_workspace->events()->index(2, 0));
        QCOMPARE(m_workspace->hovered(), std::optional<EventIndex>(2));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(table()->viewport(), &leave);
        QCOMPARE(m_workspace->hovered(), std::nullopt);
    }

    /// The status of a cell is chosen, or typed as any word; looking at it changes nothing.
    void aStatusIsChosenOrTyped() {
        m_editor->setField({0}, QStringLiteral("status"), QStringLiteral("triaged"));
        const auto steps = m_editor->undoStack()->count();
        const QModelIndex cell = m_workspace->events()->index(1, EventModel::StatusColumn);
        const EventIndex event = m_workspace->events()->eventAt(1);
        const auto word = [&] { return statusWord(m_workspace->document()->details(event)); };
        const QString before = word();
        const auto edit = [&] {
            m_pane->activateWindow(); // without a display no popup gives the focus back
            std::ignore = QTest::qWaitForWindowActive(m_pane.get());
            table()->setFocus();
            table()->setCurrentIndex(cell);
            table()->edit(cell);
            return table()->viewport()->findChild<StatusBox *>();
        };
        const auto isClosed = [&] { return table()->viewport()->findChild<StatusBox *>() == nullptr; };
        StatusBox *box = edit();
        QVERIFY(box != nullptr);
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(box->view()->isVisible() && box->findData(QStringLiteral("triaged")) >= 0);
        QTest::keyClick(box->view(), Qt::Key_Down);
        QTest::keyClick(box->view(), Qt::Key_Escape);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(isClosed());
        QCOMPARE(word(), before);
        box = edit();
        QTest::keyClicks(box, QStringLiteral("in doubt"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(isClosed());
        QCOMPARE(word(), QStringLiteral("in doubt"));
        box = edit();
        box->showPopup();
        box->view()->setCurrentIndex(box->model()->index(box->findData(QStringLiteral("triaged")), 0));
        QTest::keyClick(box->view(), Qt::Key_Return);
        QCOMPARE(word(), QStringLiteral("triaged"));
        QTRY_VERIFY(isClosed());
        box = edit();
        QTest::keyClicks(box, QStringLiteral("Planned"));
        m_elsewhere->setFocus();
        QTRY_COMPARE(word(), QStringLiteral("planned"));
        m_editor->undoStack()->setIndex(steps);
        QCOMPARE(word(), before);
    }

    void theCurrentRowStaysWhereItIs_data() {
        QTest::addColumn<int>("change");
        QTest::newRow("its date is edited") << 0;
        QTest::newRow("others are deleted") << 1;
        QTest::newRow("a filter") << 2;
        QTest::newRow("another order") << 3;
        QTest::newRow("reading again") << 4;
        QTest::newRow("its date is deleted") << 5;
    }
    void theCurrentRowStaysWhereItIs() {
        QFETCH(int, change);
        const auto file = [](int count) {
            QByteArrayList events;
            for (int i = count - 1; i >= 0; --i) {
                events.append("{\"id\": \"e" + QByteArray::number(i) + "\", \"title\": \"E" +
                              QByteArray::number(i % 7) + "\", \"date\": \"" + QByteArray::number(1500 + i) +
                              "\"}");
            }
            return documentOf("{\"events\": [" + events.join(',') + "]}");
        };
        m_workspace->setDocument(file(300));
        table()->sortByColumn(EventModel::DateColumn, Qt::AscendingOrder);
        const EventIndex event = 100;
        m_workspace->selection()->select(event);
        const auto top = [this] { return table()->visualRect(table()->currentIndex()).top(); };
        table()->scrollTo(table()->currentIndex(), QAbstractItemView::PositionAtCenter);
        const int before = top();
        const int row = table()->currentIndex().row();
        switch (change) {
        case 0:
            m_editor->setField({event}, QStringLiteral("date"), QStringLiteral("1400"));
            QCOMPARE(table()->currentIndex().row(), row);
            break;
        case 1:
            m_workspace->apply({{{event + 1, QByteArray()}, {event + 2, QByteArray()}}, {}});
            QVERIFY(table()->currentIndex().row() < row);
            break;
        case 2:
            m_workspace->setQuery(QStringLiteral("-E4"));
            QVERIFY(table()->currentIndex().row() < row);
            break;
        case 3:
            table()->sortByColumn(EventModel::DateColumn, Qt::DescendingOrder);
            QVERIFY(table()->currentIndex().row() < row);
            break;
        case 4:
            m_workspace->setDocument(file(310), true);
            QCOMPARE(m_workspace->selection()->current(), EventIndex(110));
            break;
        default:
            m_editor->setField({event}, QStringLiteral("date"), QJsonValue::Undefined);
            QCOMPARE(m_workspace->selection()->current(), event);
        }
        QTRY_COMPARE(top(), before);
    }

    /// Of the table's own selection Qt's header would ask at each painting for every row.
    void theHeaderLooksAtNoSelection() {
        table()->selectAll();
        QVERIFY(table()->selectionModel()->hasSelection());
        QVERIFY(!table()->horizontalHeader()->selectionModel()->hasSelection());
    }

    void aHeaderSorts() {
        const QHeaderView *header = table()->horizontalHeader();
        const QPoint date(header->sectionViewportPosition(EventModel::DateColumn) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, date);
        QCOMPARE(titles(*m_workspace->events()).first(), QStringLiteral("delta"));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, date);
        QCOMPARE(titles(*m_workspace->events()).first(), QStringLiteral("zeta"));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, date);
        QCOMPARE(titles(*m_workspace->events()).at(3), QStringLiteral("Gamma")); // the file's order
    }
};

QTEST_MAIN(TablePaneTest)
#include "table_pane_test.moc"
