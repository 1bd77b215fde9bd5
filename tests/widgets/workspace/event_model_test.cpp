// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/hand_over.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

QBitArray onlyEvents(EventIndex count, std::initializer_list<EventIndex> shown) {
    QBitArray bits(static_cast<qsizetype>(count));
    for (const EventIndex event : shown) {
        bits.setBit(event);
    }
    return bits;
}

} // namespace

class EventModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheModelRules() {
        EventModel model(documentOf(sixEvents));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sort(EventModel::TitleColumn);
        model.setShown(onlyEvents(6, {0, 2, 4}));
        model.sort(EventModel::DateColumn, Qt::DescendingOrder);
        model.setShown({});
        model.setDocument(documentOf(R"([{"title": "only", "date": "2000"}])"), {});
        QCOMPARE(model.rowCount(), 1);
    }

    void sorts_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("expected");
        QTest::newRow("file") << -1 << Qt::AscendingOrder << "zeta Alpha beta Gamma delta Epsilon";
        QTest::newRow("date") << 0 << Qt::AscendingOrder << "delta Gamma Alpha beta Epsilon zeta";
        QTest::newRow("date, back") << 0 << Qt::DescendingOrder << "zeta beta Epsilon Alpha Gamma delta";
        QTest::newRow("category") << 2 << Qt::AscendingOrder << "Alpha beta Epsilon zeta delta Gamma";
        QTest::newRow("status") << 3 << Qt::AscendingOrder << "Alpha delta Epsilon beta Gamma zeta";
        QTest::newRow("importance") << 4 << Qt::DescendingOrder << "zeta beta Gamma delta Epsilon Alpha";
        QTest::newRow("attribution") << 5 << Qt::DescendingOrder << "Alpha delta zeta beta Gamma Epsilon";
    }

    void sorts() {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QString, expected);
        EventModel model(documentOf(sixEvents));
        model.sort(EventModel::TitleColumn, Qt::DescendingOrder);
        model.sort(column, order);
        QCOMPARE(titles(model).join(u' '), expected);
    }

    void sortsTextsAsTheLanguageDoes() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        EventModel model(documentOf(sixEvents));
        model.sort(EventModel::TitleColumn);
        QCOMPARE(titles(model).join(u' '), QStringLiteral("Alpha beta delta Epsilon Gamma zeta"));
    }

    void rowsAndEventsAreInverse() {
        EventModel model(documentOf(sixEvents));
        model.sort(EventModel::DateColumn);
        model.setShown(onlyEvents(6, {1, 3, 5}));
        QCOMPARE(model.rowCount(), 3);
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.rowOf(model.eventAt(row)), std::optional(row));
        }
        QCOMPARE(model.rowOf(0), std::nullopt);
        QCOMPARE(model.rowOf(99), std::nullopt);
    }

    void selectionFollowsItsEvents() {
        EventModel model(documentOf(sixEvents));
        QItemSelectionModel selection(&model);
        const QPersistentModelIndex beta = model.index(2, EventModel::TitleColumn);
        const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selection.setCurrentIndex(model.index(2, 0), rows);
        selection.select(model.index(0, 0), rows);

        model.sort(EventModel::DateColumn);
        QCOMPARE(beta.data().toString(), QStringLiteral("beta"));
        QCOMPARE(selection.currentIndex().row(), 3);
        QCOMPARE(selection.selectedRows().size(), 2);

        model.setShown(onlyEvents(6, {2, 3}));
        QCOMPARE(beta.row(), 1);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.selectedRows().first().row(), 1);

        model.setShown(onlyEvents(6, {3}));
        QVERIFY(!beta.isValid());
        QVERIFY(!selection.hasSelection());
        QVERIFY(!selection.currentIndex().isValid());
    }

    /// Many events: sorted beside the window's thread, and the rows stay until that is done.
    void manyAreSortedLater() {
        const auto document = manyEvents();
        EventModel model(document);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QItemSelectionModel selection(&model);
        QSignalSpy busy(&model, &EventModel::busyChanged);
        const int last = model.rowCount() - 1;
        selection.setCurrentIndex(model.index(last, 0), QItemSelectionModel::ClearAndSelect);
        model.sort(EventModel::DateColumn);
        QVERIFY(model.isBusy());
        QCOMPARE(model.eventAt(0), 0U);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(busy, (QList<QVariantList>{{true}, {false}}));
        QCOMPARE(model.eventAt(0), static_cast<EventIndex>(last)); // the first has the latest date
        QCOMPARE(selection.currentIndex().row(), 0);
        model.sort(-1);
        QVERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), 0U);
    }

    void aNewRequestTakesTheOldOnesPlace() {
        const auto document = manyEvents();
        EventModel model(document);
        model.sort(EventModel::TitleColumn);
        model.sort(EventModel::DateColumn);
        model.sort(EventModel::ImportanceColumn);
        model.sort(EventModel::DateColumn, Qt::DescendingOrder);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), 0U);
        model.sort(EventModel::DateColumn);
        model.setDocument(documentOf(sixEvents), {}); // few: no waiting
        QVERIFY(!model.isBusy());
        QCOMPARE(titles(model).first(), QStringLiteral("delta"));
        model.setDocument(document, {});
        QVERIFY(model.isBusy());
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), document->eventCount() - 1);
    }

    void aFilterTakesEffectAtOnce() {
        const auto document = manyEvents();
        const EventIndex count = document->eventCount();
        EventModel model(document);
        const QBitArray few = onlyEvents(count, {5, 7, count - 1});
        model.sort(EventModel::DateColumn);
        model.setShown(few); // while it is being sorted
        QCOMPARE(model.rowCount(), 3);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), count - 1);

        // Sorted is now what was shown; more are sorted again.
        model.sort(EventModel::DateColumn, Qt::DescendingOrder);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), 5U);
        model.setShown(onlyEvents(count, {7, count - 1}));
        QVERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), 7U);
        model.setShown(onlyEvents(count, {3, 7, 9, count - 1}));
        QVERIFY(model.isBusy());
        QCOMPARE(model.rowCount(), 4);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), 3U);
        model.setShown({});
        QCOMPARE(model.rowCount(), static_cast<int>(count));
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(0), 0U);

        // All are sorted: no filter needs more.
        model.setShown(few);
        QVERIFY(!model.isBusy());
        QCOMPARE(model.eventAt(2), count - 1);
    }

    void canBeDestroyedWhileSorting() {
        auto model = std::make_unique<EventModel>(manyEvents());
        QSignalSpy busy(model.get(), &EventModel::busyChanged);
        model->sort(EventModel::TitleColumn);
        model.reset();
        QVERIFY(workers().waitForDone());
        QCoreApplication::processEvents();
        QCOMPARE(busy, (QList<QVariantList>{{true}}));
    }

    void showsTextsSafely() {
        const QByteArray json =
            R"([{"title": "a<img src='x'>\u202Eb", "date": "2022-08", "status": "claimed", "attribution": "\u0007"}])";
        EventModel model(documentOf(json));
        const auto cell = [&](int column, int role) { return model.index(0, column).data(role).toString(); };
        QCOMPARE(cell(EventModel::TitleColumn, Qt::DisplayRole), QStringLiteral("a<img src='x'>‹U+202E›b"));
        QVERIFY(!cell(EventModel::TitleColumn, Qt::ToolTipRole).contains(QLatin1String("<img")));
        QVERIFY(cell(EventModel::DateColumn, Qt::ToolTipRole).contains(QLatin1String("2022-08")));
        QCOMPARE(cell(EventModel::AttributionColumn, Qt::DisplayRole), QStringLiteral("‹U+0007›"));
        QVERIFY(
            cell(EventModel::StatusColumn, Qt::ToolTipRole).contains(QLatin1String("asserted by a party")));
    }

    /// What looks alike is told apart, though cells have one line without blanks at its ends.
    void tellsLookAlikesApart() {
        EventModel model(documentOf(
            "[{\"title\": \"svchost.exe\", \"date\": \"2024\", \"attribution\": \"ops team\"},"
            "{\"title\": \"svchost.exe \", \"date\": \"2024\", \"attribution\": \"ops\\u00a0team\"},"
            "{\"title\": \"svc\\u200bhost.exe\", \"date\": \"2024\", \"category\": \" net\"},"
            "{\"title\": \"sv\\u0441host.exe\", \"date\": \"2024\", \"place\": \"H\\u00adull\"}]"));
        const auto column = [&](int number) {
            QStringList cells;
            for (int row = 0; row < model.rowCount(); ++row) {
                cells += model.index(row, number).data(Qt::DisplayRole).toString();
            }
            return cells;
        };
        QCOMPARE(column(EventModel::TitleColumn),
                 (QStringList{u"svchost.exe"_s, u"svchost.exe‹U+0020›"_s, u"svc‹U+200B›host.exe"_s,
                              u"sv‹U+0441›host.exe"_s}));
        QCOMPARE(column(EventModel::AttributionColumn),
                 (QStringList{u"ops team"_s, u"ops‹U+00A0›team"_s, QString(), QString()}));
        QCOMPARE(column(EventModel::LaneColumn).at(2), u"‹U+0020›net"_s);
        QCOMPARE(column(EventModel::PlaceColumn).at(3), u"H‹U+00AD›ull"_s);
    }

    void showsAndTakesPlaces_data() {
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("edited");
        QTest::addColumn<QJsonValue>("emptied"); // what is written where the cell is emptied
        const QJsonValue none(QJsonValue::Undefined);
        QTest::newRow("a text") << QByteArray("\"Hull\"") << u"Hull"_s << u"Hull"_s << none;
        QTest::newRow("with a position")
            << QByteArray("{\"title\": \"Hull\", \"at\": [53.5, -0.25], \"x\": 1}")
            << u"Hull (53.5° N, 0.25° W)"_s << u"Hull"_s << QJsonValue(u""_s);
        QTest::newRow("right to left")
            << QByteArray("\"\\u05d7\\u05d9\\u05e4\\u05d4\"") << u"חיפה"_s << u"חיפה"_s << none;
        QTest::newRow("of lines") << QByteArray("\"a\\nb\"") << u"a b"_s << u"a\nb"_s << none;
        QTest::newRow("a number") << QByteArray("5") << QString() << QString() << QJsonValue();
    }
    void showsAndTakesPlaces() {
        QFETCH(QByteArray, place);
        QFETCH(QJsonValue, emptied);
        EventModel model(documentOf("[{\"title\": \"t\", \"date\": \"2000\", \"place\": " + place + "}]"));
        const QModelIndex cell = model.index(0, EventModel::PlaceColumn);
        QTEST(cell.data().toString(), "shown");
        QTEST(cell.data(Qt::EditRole).toString(), "edited");
        QCOMPARE(EventModel::fieldOf(EventModel::PlaceColumn), u"place"_s);
        QJsonValue written;
        model.setWriter([&](EventIndex, const QString &, const QJsonValue &value) {
            written = value;
            return true;
        });
        QVERIFY(model.setData(cell, u"York"_s));
        QCOMPARE(written, QJsonValue(u"York"_s));
        QCOMPARE(model.setData(cell, QString()), !emptied.isNull());
        QVERIFY(emptied.isNull() || written == emptied);
    }

    void givesEventAndColour() {
        EventModel model(documentOf(sixEvents));
        QCOMPARE(model.index(1, 0).data(EventModel::EventRole).toUInt(), 1U);
        QCOMPARE(model.index(1, 0).data(EventModel::ColorRole).toUInt(), 0x112233U);
        QVERIFY(!model.index(0, 0).data(EventModel::ColorRole).isValid());
    }
};

QTEST_GUILESS_MAIN(EventModelTest)
#include "event_model_test.moc"
