// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timeline;

class WorkspaceTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;

    Viewport fitting() const { return m_workspace->layout().fitAll(m_workspace->sceneSize()); }
    bool isInView(EventIndex event) const {
        const auto [begin, end] = m_workspace->layout().axisOf(m_workspace->document()->span(event));
        return end >= m_workspace->navigation()->viewport().left() &&
               begin <= m_workspace->navigation()->viewport().right();
    }
    static QByteArray crowd(int events) {
        QByteArray json = "[{\"title\": \"first\", \"date\": \"1900\"}";
        for (int i = 0; i < events; ++i) {
            json += ",{\"title\": \"one of many\", \"date\": \"2000-01-" +
                    QByteArray::number(i % 28 + 1).rightJustified(2, '0') + "\"}";
        }
        return json + "]";
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
    }

    void isUsableWithoutADocument() {
        Workspace empty(m_measure);
        QCOMPARE(empty.document()->eventCount(), 0U);
        QCOMPARE(empty.events()->rowCount(), 0);
        QCOMPARE(empty.selection()->current(), std::nullopt);
        empty.fitAll();
        empty.setDocument(nullptr);
        QCOMPARE(empty.document()->eventCount(), 0U);
    }

    void showsAllAtFirst() {
        QCOMPARE(m_workspace->navigation()->viewport(), fitting());
        QVERIFY(!m_workspace->navigation()->canGoBack());
        for (EventIndex event = 0; event < 6; ++event) {
            QVERIFY(isInView(event));
        }
    }

    void staysFittedUntilMoved() {
        m_workspace->setSceneSize({1500, 700}); // from which on headings are as wide
        QCOMPARE(m_workspace->navigation()->viewport(), fitting());
        // What one looks for moves nothing.
        const Viewport all = m_workspace->navigation()->viewport();
        m_workspace->setQuery(QStringLiteral("Alpha"));
        QCOMPARE(m_workspace->navigation()->viewport(), all);
        m_workspace->setQuery(QString());
        QCOMPARE(m_workspace->navigation()->viewport(), all);

        const Viewport moved = m_workspace->navigation()->viewport().pannedBy(50);
        m_workspace->navigation()->setViewport(moved);
        m_workspace->setSceneSize({1700, 700});
        QCOMPARE(m_workspace->navigation()->viewport().left(), moved.left());
        QCOMPARE(m_workspace->navigation()->viewport().scale(), moved.scale());
        QCOMPARE(m_workspace->navigation()->viewport().size(), m_workspace->layout().plotSize({1700, 700}));

        m_workspace->fitAll();
        m_workspace->setSceneSize({900, 700});
        QCOMPARE(m_workspace->navigation()->viewport(), fitting());
    }

    void goesBackAndForward() {
        const Viewport all = m_workspace->navigation()->viewport();
        QSignalSpy history(m_workspace->navigation(), &Navigation::historyChanged);
        const Viewport near = all.zoomedAt(100, 4);
        const Viewport nearer = near.zoomedAt(100, 4);
        m_workspace->navigation()->navigate(near);
        m_workspace->navigation()->navigate(near);
        m_workspace->navigation()->navigate(nearer);
        QCOMPARE(m_workspace->navigation()->viewport(), nearer);
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), near);
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), all);
        QVERIFY(!m_workspace->navigation()->canGoBack());
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), all);
        m_workspace->navigation()->goForward();
        m_workspace->navigation()->goForward();
        QCOMPARE(m_workspace->navigation()->viewport(), nearer);
        QVERIFY(!m_workspace->navigation()->canGoForward());
        m_workspace->navigation()->goBack();
        m_workspace->navigation()->navigate(all);
        QVERIFY(!m_workspace->navigation()->canGoForward());
        QVERIFY(!history.isEmpty());
    }

    void gesturesAreOneStep() {
        const Viewport all = m_workspace->navigation()->viewport();
        m_workspace->navigation()->rememberViewport();
        for (int i = 1; i < 20; ++i) {
            m_workspace->navigation()->setViewport(all.pannedBy(i));
        }
        m_workspace->navigation()->rememberViewport();
        m_workspace->navigation()->rememberViewport();
        m_workspace->navigation()->goBack();
        QCOMPARE(m_workspace->navigation()->viewport(), all);
        QVERIFY(!m_workspace->navigation()->canGoBack());
    }

    void historyIsBounded() {
        for (int i = 0; i < 500; ++i) {
            m_workspace->navigation()->navigate(m_workspace->navigation()->viewport().pannedBy(10));
        }
        std::size_t steps = 0;
        for (; m_workspace->navigation()->canGoBack(); ++steps) {
            m_workspace->navigation()->goBack();
        }
        QCOMPARE(steps, Navigation::historyLimit);
    }

    void asksTheOneThatAnimates() {
        const Viewport all = m_workspace->navigation()->viewport();
        QSignalSpy requests(m_workspace->navigation(), &Navigation::navigationRequested);
        const Viewport near = all.zoomedAt(100, 4);
        m_workspace->navigation()->navigate(near);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(m_workspace->navigation()->viewport(), all);
        // Half way there, somebody goes on: back leads to where the first navigation led, not to half way.
        m_workspace->navigation()->stepTo(all.between(near, 0.5));
        m_workspace->navigation()->navigate(near.pannedBy(100));
        m_workspace->navigation()->stepTo(near.pannedBy(100));
        m_workspace->navigation()->goBack();
        QCOMPARE(requests.last().first().value<Viewport>(), near);
    }

    void foldingKeepsTheSameTimeInView() {
        m_workspace->setDocument(
            documentOf(R"([{"title": "old", "date": "1500"}, {"title": "a", "date": "2000-01-01"},
            {"title": "b", "date": "2000-02-01"}, {"title": "c", "date": "2000-03-01"}])"));
        LayoutOptions options = m_workspace->layoutOptions();
        options.folded = false;
        m_workspace->setLayoutOptions(options);
        QCOMPARE(m_workspace->navigation()->viewport(), fitting());
        m_workspace->frame(
            {m_workspace->document()->span(1).begin, m_workspace->document()->span(3).end, {}});
        const double middle = m_workspace->navigation()->viewport().width() / 2;
        const Instant there =
            m_workspace->layout().scale().instant(m_workspace->navigation()->viewport().axis(middle));
        options.folded = true;
        m_workspace->setLayoutOptions(options);
        // Within a break a millisecond of axis may be a year: what counts is the place, not the instant.
        const double place = m_workspace->layout().scale().axis(there);
        QVERIFY(std::abs(m_workspace->navigation()->viewport().x(place) - middle) < 1);
    }

    void selectsByEventWhateverTheOrder() {
        QSignalSpy changes(m_workspace->selection(), &EventSelection::changed);
        m_workspace->events()->sort(EventModel::DateColumn);
        m_workspace->selection()->select(2);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
        QVERIFY(!changes.isEmpty());
        m_workspace->selection()->select(5, QItemSelectionModel::Select);
        m_workspace->events()->sort(EventModel::TitleColumn);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{2, 5}));
        m_workspace->selection()->select(std::vector<EventIndex>{0, 1, 4});
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{0, 1, 4}));
        m_workspace->selection()->clear();
        QCOMPARE(m_workspace->selection()->current(), std::nullopt);
    }

    void filteringDropsOnlyWhatIsHidden() {
        m_workspace->selection()->select(std::vector<EventIndex>{0, 1});
        QSignalSpy changes(m_workspace->selection(), &EventSelection::changed);
        m_workspace->setQuery(QStringLiteral("alpha"));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{1});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(m_workspace->layout().lanes().eventCount, 1U);
        m_workspace->setQuery(QString());
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{1});
    }

    void filteringKeepsASelectionOfAll() {
        QByteArray many = crowd(400);
        many.replace("\"first\"", "\"kept\"");
        m_workspace->setDocument(documentOf(many));
        std::vector<EventIndex> all(m_workspace->document()->eventCount());
        std::iota(all.begin(), all.end(), 0U);
        m_workspace->selection()->select(all);
        m_workspace->setQuery(QStringLiteral("kept"));
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{0});
    }

    void reloadingKeepsViewSelectionAndFilter() {
        m_workspace->setQuery(QStringLiteral("-zeta"));
        m_workspace->selection()->select(std::vector<EventIndex>{1, 3});
        m_workspace->selection()->select(2, QItemSelectionModel::Select);
        const Viewport moved = m_workspace->navigation()->viewport().zoomedAt(200, 2).pannedBy(3000);
        m_workspace->navigation()->setViewport(moved);
        // As the table does. Selecting anew after reading must not pan to what is current.
        connect(m_workspace->selection(), &QItemSelectionModel::currentRowChanged, m_workspace.get(),
                [this](const QModelIndex &index) {
                    m_workspace->bringIntoView(m_workspace->events()->eventAt(index.row()));
                });
        QByteArray edited = sixEvents;
        edited.replace("\"title\": \"beta\"", "\"title\": \"Beta, edited\"");
        m_workspace->setDocument(documentOf(edited), true);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{1, 2, 3}));
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("-zeta"));
        QCOMPARE(m_workspace->events()->rowCount(), 5);
        QVERIFY(std::abs(m_workspace->navigation()->viewport().x(moved.left())) < 0.01);

        m_workspace->setDocument(documentOf(sixEvents));
        QVERIFY(m_workspace->selection()->events().empty());
        QVERIFY(m_workspace->filter().isEmpty());
        QCOMPARE(m_workspace->navigation()->viewport(), fitting());
    }

    void reloadingFollowsAnIdToItsNewPlace() {
        m_workspace->selection()->select(1);
        m_workspace->setDocument(
            documentOf(R"([{"title": "new", "date": "2000"}, {"title": "x", "date": "2001"},
                                                {"id": "alpha", "title": "Alpha", "date": "2001-05"}])"),
            true);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(2));
    }

    void whatComesWhileAllAreSelectedIsNot() {
        m_workspace->selection()->selectAll();
        QByteArray grown = sixEvents;
        const qsizetype end = grown.lastIndexOf('}', grown.lastIndexOf(']')) + 1;
        grown.insert(end, R"(, {"id": "new", "title": "new", "date": "2001"})");
        m_workspace->setDocument(documentOf(grown), true);
        QCOMPARE(m_workspace->document()->eventCount(), 7U);
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{0, 1, 2, 3, 4, 5}));
        m_workspace->selection()->select(std::vector<EventIndex>{3, 5}); // of which one has no id
        grown.insert(grown.indexOf("\"events\": [") + 11, R"({"title": "first", "date": "1998"},)");
        m_workspace->setDocument(documentOf(grown), true);
        QCOMPARE(m_workspace->document()->eventTitle(4), QStringLiteral("Gamma"));
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{4, 6}));
    }

    void reloadingManyKeepsAllThatAreSelected() {
        constexpr EventIndex count = Arranger::fewEvents + 2000;
        const auto file = [](const QByteArray &first) {
            QByteArray json = '[' + first;
            for (EventIndex i = 0; i < count; ++i) {
                const QByteArray number = QByteArray::number(i);
                json += (i == 0 && first.isEmpty() ? "" : ",") + ("{\"id\": \"" + number) +
                        "\", \"title\": \"T\", \"date\": \"2000\"}";
            }
            return json + ']';
        };
        const auto isDone = [this] { return !m_workspace->isArranging(); };
        m_workspace->setDocument(documentOf(file({})));
        QTRY_VERIFY(isDone());
        std::vector<EventIndex> most(count - 1);
        std::iota(most.begin(), most.end(), 1U);
        m_workspace->selection()->select(most);
        m_workspace->setDocument(documentOf(file(R"({"title": "new", "date": "1999"})")), true);
        QTRY_VERIFY(isDone());
        QCOMPARE(m_workspace->selection()->count(), count - 1);
        QVERIFY(!m_workspace->selection()->contains(0) && !m_workspace->selection()->contains(1));

        m_workspace->setDocument(documentOf(file({})), true);
        m_workspace->selection()->select(std::vector<EventIndex>{1, 3}); // meanwhile
        QTRY_VERIFY(isDone());
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{0, 2}));
    }

    void hoverIsToldOnceAndForgottenWithItsEvent() {
        QSignalSpy changes(m_workspace.get(), &Workspace::hoverChanged);
        m_workspace->setHovered(1);
        m_workspace->setHovered(1);
        QCOMPARE(changes.size(), 1);
        m_workspace->setQuery(QStringLiteral("zeta"));
        QCOMPARE(m_workspace->hovered(), std::nullopt);
    }

    void revealPansOnlyWhereNeeded() {
        const Viewport all = m_workspace->navigation()->viewport();
        m_workspace->reveal(1);
        QCOMPARE(m_workspace->navigation()->viewport(), all);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));

        m_workspace->frame(m_workspace->document()->span(0));
        QVERIFY(!isInView(4));
        const double scale = m_workspace->navigation()->viewport().scale();
        m_workspace->reveal(4);
        QVERIFY(isInView(4));
        QCOMPARE(m_workspace->navigation()->viewport().scale(), scale);
        m_workspace->navigation()->goBack();
        QVERIFY(!isInView(4));
    }

    void revealOpensAClusterAndLiftsTheFilter() {
        m_workspace->setDocument(documentOf(crowd(400)));
        const Viewport all = m_workspace->navigation()->viewport();
        m_workspace->setQuery(QStringLiteral("first"));
        m_workspace->reveal(200);
        QVERIFY(m_workspace->filter().isEmpty());
        QVERIFY(isInView(200));
        QVERIFY(m_workspace->navigation()->viewport().scale() < all.scale());
    }

    /// Until an edit of many events is arranged, the view shows what was, and only that.
    void aLayoutThatIsBehindMeetsNoOtherDocument() {
        const auto first = manyEvents();
        m_workspace->setDocument(first);
        QTRY_VERIFY(!m_workspace->isArranging());
        const EventIndex count = first->eventCount();
        const QSizeF size = m_workspace->sceneSize();
        const auto drawn = [&] {
            EventIndex sum = 0;
            for (const SceneItem &item : m_workspace->layout().scene(fitting(), size).items) {
                sum += item.shape == ItemShape::Cluster ? item.count : 1;
            }
            return sum;
        };
        QCOMPARE(drawn(), count);
        DocumentEdit deletion;
        for (EventIndex event = 0; event < 12'000; ++event) {
            deletion.events.push_back({event, {}});
        }
        const DocumentEdit back = m_workspace->apply(deletion);
        QVERIFY(m_workspace->isArranging());
        QCOMPARE(m_workspace->document()->presentCount(), count - 12'000);
        QCOMPARE(m_workspace->layout().document().presentCount(), count);
        QCOMPARE(drawn(), count);
        m_workspace->selection()->select(5); // is drawn, and not there any more
        QVERIFY(m_workspace->selection()->events().empty());
        QVERIFY(m_workspace->document()->eventTitle(5).isEmpty());
        QVERIFY(m_workspace->document()->details(5).title.isEmpty());

        const EventIndex added = m_workspace->addPlace(count - 1); // of which the layout knows nothing
        m_workspace->apply({{{added, R"({"title": "new", "date": "2020"})"}}, {}});
        m_workspace->bringIntoView(added);
        QCOMPARE(drawn(), count);
        QTRY_VERIFY(!m_workspace->isArranging());
        QCOMPARE(m_workspace->layout().document().presentCount(), m_workspace->document()->presentCount());
        QCOMPARE(drawn(), count - 12'000 + 1);

        m_workspace->apply(back);
        QTRY_VERIFY(!m_workspace->isArranging());
        QCOMPARE(drawn(), count + 1);
        QCOMPARE(m_workspace->document()->eventTitle(5), first->eventTitle(5));
    }

    void revealLiftsOnlyWhatHides() {
        Filter filter(QStringLiteral("eta"));
        filter.setCategoryHidden(QStringLiteral("b"), true);
        filter.setCategoryHidden(QStringLiteral("c"), true);
        m_workspace->setFilter(filter);
        m_workspace->reveal(0);
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("eta"));
        QCOMPARE(m_workspace->filter().hiddenCategories(), QSet<QString>{QStringLiteral("c")});
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(0));
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"
