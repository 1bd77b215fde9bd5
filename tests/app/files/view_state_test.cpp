// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/view_keeper.h"
#include "widgets/workspace_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class ViewStateTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    QString m_file;

    /// The middle third of the axis.
    void zoomIn() const {
        Navigation *navigation = m_workspace->navigation();
        const Viewport all = navigation->viewport();
        const double third = (all.right() - all.left()) / 3;
        navigation->setViewport(all.showing(all.left() + third, all.right() - third));
    }
    std::pair<Instant, Instant> seen() const {
        const Viewport &view = m_workspace->navigation()->viewport();
        const TimeScale &scale = m_workspace->layout().scale();
        return {scale.instant(view.left()), scale.instant(view.right())};
    }
    /// In pixels of what is seen now.
    double away(Instant a, Instant b) const {
        const TimeScale &scale = m_workspace->layout().scale();
        return std::abs(scale.axis(a) - scale.axis(b)) / m_workspace->navigation()->viewport().scale();
    }
    void show(const QByteArray &json = sixEvents) {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setSceneSize({900, 500});
        m_workspace->setDocument(documentOf(json));
    }
    static ViewState other() {
        ViewState state;
        state.stretch = {{Instant{1'000'000, 250}, Instant{900'000'000, 0}}};
        state.isPage = true;
        state.grouping = LaneGrouping::Status;
        state.folded = false;
        state.openedFolds = {Instant{-5, 999}, Instant{1'000'000, 0}};
        state.allRows = true;
        state.query = u"tag:red \"two words\""_s;
        state.hiddenCategories = {u"a"_s, u"b"_s};
        state.laneChoices = {{LaneGrouping::Category, {{u"c"_s, u"gone"_s, u"a"_s}, {u"b"_s, u"gone"_s}, {}}},
                             {LaneGrouping::Status, {{}, {}, {u"claimed"_s}}}};
        return state;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_folder->filePath(u"state"_s).toUtf8());
        m_file = m_folder->filePath(u"events.json"_s);
        QVERIFY(write(m_file, sixEvents));
        show();
    }

    void lanesStandAsTheyDid() {
        ViewState state;
        state.laneChoices = other().laneChoices;
        state.arrange(*m_workspace);
        const Lanes &lanes = m_workspace->layout().lanes();
        QCOMPARE(lanes.lanes[0].key, u"c"_s); // which is not there stays for the day it is
        QCOMPARE(lanes.lanes[1].key, u"a"_s);
        QCOMPARE(lanes.openCount, std::size_t(2));
        QCOMPARE(ViewState::of(*m_workspace).laneChoices, state.laneChoices);
        QCOMPARE(ViewState::fromJson(
                     R"({"version": 1, "laneChoices": {"category": {"order": ["b", 7, "b"], "hidden": "a",
                                     "folded": [null]}, "nonsense": {"order": ["a"]}, "tag": 3}})")
                     ->laneChoices,
                 (Workspace::LaneChoices{{LaneGrouping::Category, {{u"b"_s}, {}, {}}}}));
    }

    void tooManyLanesCostNothingElse() {
        ViewState state = other();
        for (int i = 0; i < 100'000; ++i) {
            state.laneChoices[LaneGrouping::Category].order += u"category "_s + QString::number(i);
        }
        QVERIFY(keptViews::write(m_file, state));
        state.laneChoices.clear();
        QCOMPARE(keptViews::read(m_file), std::optional(state));
    }

    void whatIsWrittenIsRead_data() {
        QTest::addColumn<Instant>("begin");
        QTest::addColumn<Instant>("end");
        QTest::newRow("now") << Instant{1'700'000'000, 1} << Instant{1'700'000'000, 2};
        QTest::newRow("before 1970") << Instant{-5, 999} << Instant{-4, 0};
        QTest::newRow("deep time") << Instant{-432'329'886'000'000'001, 0} << Instant{1, 0};
        QTest::newRow("all") << Instant::distantPast() << Instant::distantFuture();
    }
    void whatIsWrittenIsRead() {
        QFETCH(Instant, begin);
        QFETCH(Instant, end);
        ViewState state = other();
        state.stretch = {begin, end};
        QCOMPARE(ViewState::fromJson(state.toJson()), std::optional(state));
        QCOMPARE(ViewState::fromJson(ViewState().toJson()), std::optional(ViewState()));
    }

    void whatIsWrongIsAsInANewOne_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isOne");
        const auto row = [](const char *json, bool isOne) {
            QTest::newRow(json) << QByteArray(json) << isOne;
        };
        row("", false);
        row("nonsense", false);
        row("[1]", false);
        row("{}", false);
        row(R"({"version": 2})", false);
        row(R"({"version": "1"})", false);
        row(R"({"version": 1, "folded": "no", "lanes": 7, "layout": [], "filter": {}, "hidden": 3, "stretch": 9})",
            true);
        row(R"({"version": 1, "lanes": "colour", "hidden": [1, null, []]})", true);
        row(R"({"version": 1, "stretch": ["5.000", "4.000"]})", true);
        row(R"({"version": 1, "stretch": ["5.000"]})", true);
        row(R"({"version": 1, "stretch": ["5", "6"]})", true);
        row(R"({"version": 1, "stretch": ["5.", "6.x"]})", true);
        row(R"({"version": 1, "stretch": ["1.1000", "6.000"]})", true);
        row(R"({"version": 1, "stretch": ["-9999999999999999999999.000", "6.000"]})", true);
        row(R"({"version": 1, "stretch": ["-9223372036854775807.000", "6.000"]})", true);
    }
    void whatIsWrongIsAsInANewOne() {
        QFETCH(QByteArray, json);
        QFETCH(bool, isOne);
        QCOMPARE(ViewState::fromJson(json), isOne ? std::optional(ViewState()) : std::nullopt);
    }

    void itIsKeptForItsOwnerAlone() {
        QVERIFY(keptViews::write(m_file, other()));
        const QString path = keptViews::pathFor(m_file);
        QVERIFY(path.startsWith(m_folder->filePath(u"state/timeloom/views/"_s)));
        constexpr auto group = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & group));
        QCOMPARE(keptViews::read(m_file), std::optional(other()));
        QVERIFY(!keptViews::read(m_folder->filePath(u"another.json"_s)));
    }

    void neitherLinksNorWhatIsTooLargeIsRead() {
        QVERIFY(keptViews::write(m_file, other()));
        const QString path = keptViews::pathFor(m_file);
        const QByteArray json = read(path);
        QVERIFY(write(path, json + QByteArray(2 << 20, ' ')));
        QVERIFY(!keptViews::read(m_file));
        const QString aside = m_folder->filePath(u"aside"_s);
        QVERIFY(write(aside, json) && QFile::remove(path) && QFile::link(aside, path));
        QVERIFY(!keptViews::read(m_file));
        QVERIFY(keptViews::write(m_file, ViewState()));
        QCOMPARE(read(aside), json); // it was not written to
    }

    void theOldestOfTooManyAreForgotten() {
        const QString views = QFileInfo(keptViews::pathFor(m_file)).path();
        QVERIFY(QDir().mkpath(views));
        const QDateTime past = QDateTime::currentDateTime().addDays(-1);
        for (int i = 0; i < keptViews::most + 20; ++i) {
            QFile old(views + u"/%1.json"_s.arg(i));
            QVERIFY(old.open(QIODevice::WriteOnly));
            QVERIFY(old.setFileTime(past.addSecs(-i), QFileDevice::FileModificationTime));
        }
        QVERIFY(write(views + u"/README"_s, "no state"));
        QVERIFY(keptViews::write(m_file, other()));
        QCOMPARE(QDir(views).entryList({u"*.json"_s}).size(), keptViews::most);
        QVERIFY(keptViews::read(m_file).has_value());
        QVERIFY(QFile::exists(views + u"/0.json"_s) && !QFile::exists(views + u"/519.json"_s));
        QVERIFY(QFile::exists(views + u"/README"_s));
    }

    void allOfItComesBack() {
        ViewKeeper keeper(*m_workspace);
        bool isPage = true;
        keeper.setPage({[&] { return isPage; }, [&](bool on) { isPage = on; }});
        m_workspace->setLayoutOptions({.grouping = LaneGrouping::Status, .folded = false, .allRows = true});
        Filter filter(u"e"_s);
        filter.setCategoryHidden(u"c"_s, true);
        m_workspace->setFilter(filter);
        zoomIn();
        const auto stretch = seen();
        keeper.keep(m_file);

        show();
        isPage = false;
        ViewKeeper next(*m_workspace);
        next.setPage({[&] { return isPage; }, [&](bool on) { isPage = on; }});
        next.begin(m_file, m_workspace->document());
        QVERIFY(isPage);
        QCOMPARE(m_workspace->layoutOptions().grouping, LaneGrouping::Status);
        QVERIFY(!m_workspace->layoutOptions().folded && m_workspace->layoutOptions().allRows);
        QCOMPARE(m_workspace->filter(), filter);
        QVERIFY(away(seen().first, stretch.first) < 0.5 && away(seen().second, stretch.second) < 0.5);
        QVERIFY(!m_workspace->navigation()->canGoBack());
    }

    /// The window gets its size after the file is there.
    void theStretchIsKeptInAnotherSize() {
        ViewKeeper keeper(*m_workspace);
        zoomIn();
        const auto stretch = seen();
        keeper.keep(m_file);
        show();
        ViewKeeper next(*m_workspace);
        next.begin(m_file, m_workspace->document());
        for (const double width : {1500.0, 700.0}) {
            m_workspace->setSceneSize({width, 400});
            QVERIFY(away(seen().first, stretch.first) < 0.5 && away(seen().second, stretch.second) < 0.5);
        }
        m_workspace->navigation()->setViewport(m_workspace->navigation()->viewport().zoomedAt(100, 2));
        const Viewport moved = m_workspace->navigation()->viewport();
        m_workspace->setSceneSize({1500, 400}); // from now on it is the workspace's business
        QCOMPARE(m_workspace->navigation()->viewport().scale(), moved.scale());
    }

    void whoSawAllSeesAllThatIsNew() {
        ViewKeeper(*m_workspace).keep(m_file);
        QVERIFY(keptViews::read(m_file).has_value() && !keptViews::read(m_file)->stretch);
        show(R"([{"title": "a", "date": "1700"}, {"title": "b", "date": "2024"}])");
        ViewKeeper next(*m_workspace);
        next.begin(m_file, m_workspace->document());
        QCOMPARE(m_workspace->navigation()->viewport(),
                 m_workspace->layout().fitAll(m_workspace->sceneSize()));
    }

    /// The file is another since.
    void itIsShownAsFarAsItHolds_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("of another time")
            << QByteArray(R"([{"title": "a", "date": "1700"}, {"title": "b", "date": "1701"}])");
        QTest::newRow("no events") << QByteArray("[]");
        QTest::newRow("nothing passes") << QByteArray(R"([{"title": "x", "date": "2003"}])");
    }
    void itIsShownAsFarAsItHolds() {
        QFETCH(QByteArray, json);
        m_workspace->setFilter(Filter(u"Alpha"_s));
        zoomIn();
        ViewKeeper(*m_workspace).keep(m_file);
        show(json);
        ViewKeeper next(*m_workspace);
        next.begin(m_file, m_workspace->document());
        QVERIFY(!m_workspace->layout().isFilteredAway());
        QCOMPARE(m_workspace->layout().lanes().eventCount, m_workspace->document()->placedCount());
    }

    /// Many events are arranged beside the window's thread.
    void amongManyEventsItComesWhenTheyAreThere() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        zoomIn();
        const auto stretch = seen();
        ViewKeeper(*m_workspace).keep(m_file);
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setSceneSize({900, 500});
        const auto document = manyEvents();
        m_workspace->setDocument(document);
        QVERIFY(m_workspace->isArranging());
        ViewKeeper next(*m_workspace);
        next.begin(m_file, document);
        next.keep(m_file); // who closes right away has changed nothing
        QTRY_VERIFY(!m_workspace->isArranging());
        QVERIFY(away(seen().first, stretch.first) < 0.5 && away(seen().second, stretch.second) < 0.5);
        QVERIFY(keptViews::read(m_file)->stretch.has_value());
    }
};

QTEST_MAIN(ViewStateTest)
#include "view_state_test.moc"
