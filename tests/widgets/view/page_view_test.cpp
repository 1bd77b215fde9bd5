// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/page_view.h"

#include "paint/picture.h"
#include "time/edtf.h"
#include "widgets/pointer.h"
#include "widgets/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class PageViewTest : public QObject {
    Q_OBJECT

    enum Event : EventIndex { Zeta, Alpha, Beta, Gamma, Delta, Epsilon };

    Fonts m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<PageView> m_view;
    std::unique_ptr<Pointer> m_pointer;

    const Scene &scene() const { return m_view->scene(); }
    QRectF mark(EventIndex event) const { return scene().itemOf(event)->rect; }
    QPointF title(EventIndex event) const { return scene().itemOf(event)->lines.back().rect().center(); }
    QString date(EventIndex event) const { return m_workspace->document()->details(event).date; }
    std::optional<EventIndex> current() const { return m_workspace->selection()->current(); }
    /// Until the page is what the workspace has.
    void composeAfter(const std::function<void()> &change) {
        QSignalSpy composed(m_view.get(), &PageView::composed);
        change();
        QVERIFY(composed.count() > 0 || composed.wait());
    }
    void showFile(const std::shared_ptr<const Document> &document) {
        composeAfter([&] { m_workspace->setDocument(document); });
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_fonts);
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_view = std::make_unique<PageView>(*m_workspace, m_fonts);
        m_view->setEditor(m_editor.get());
        m_view->resize(1200, 700);
        m_workspace->setDocument(documentOf(sixEvents));
        composeAfter([&] { m_view->show(); });
        m_pointer = std::make_unique<Pointer>(m_view->viewport());
    }
    void cleanup() {
        m_view.reset();
        m_editor.reset();
        m_workspace.reset();
    }

    void isThePictureOfItsSize() {
        PictureOptions options;
        options.size = m_view->viewport()->size();
        options.page = PageLayout::Auto;
        const Picture picture(m_workspace->document(), options, m_fonts);
        QCOMPARE(scene().toText(), picture.scene().toText());
        QCOMPARE(scene().page->titled, std::size_t{6});
    }

    void isComposedWhenItIsSeen() {
        m_view->hide();
        QSignalSpy composed(m_view.get(), &PageView::composed);
        m_workspace->setQuery(u"alpha"_s);
        m_workspace->setQuery(u"zeta"_s);
        composeAfter([&] { m_view->show(); });
        QCOMPARE(composed.count(), 1);
        QCOMPARE(scene().items.size(), std::size_t{1});
        QVERIFY(scene().itemOf(Zeta) != nullptr);
    }

    void followsFilterSizeAndFile() {
        composeAfter([&] { m_workspace->setQuery(u"category:a"_s); });
        QCOMPARE(scene().items.size(), std::size_t{3});
        composeAfter([&] { m_workspace->setQuery({}); });
        QCOMPARE(scene().items.size(), std::size_t{6});
        composeAfter([&] { m_view->resize(500, 600); });
        QCOMPARE(scene().size, QSizeF(m_view->viewport()->size()));
        showFile(documentOf("[]"));
        QVERIFY(scene().items.empty());
    }

    void anotherFileLeavesNoMarkOfTheOneBefore() {
        m_workspace->setDocument(documentOf(R"([{"title": "one", "date": "2000"}])"));
        QVERIFY(scene().items.empty()); // before the next page is there
        m_pointer->click({600, 400});
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(m_workspace->selection()->isEmpty());
    }

    void manyAreNoPage_data() {
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("more than are titled") << 301 << true;
        QTest::newRow("as many as there may be") << 3000 << true;
        QTest::newRow("more") << 3001 << false;
    }
    void manyAreNoPage() {
        QFETCH(int, events);
        QFETCH(bool, isPage);
        showFile(manyCategories(events));
        QCOMPARE(scene().page.has_value(), isPage);
        m_pointer->click({600, 400}); // and nothing is wrong with it
    }

    void markAndTitleSelect() {
        for (const QPointF at : {mark(Alpha).center(), title(Alpha)}) {
            m_workspace->selection()->clear();
            m_pointer->move(at);
            QCOMPARE(m_workspace->hovered(), std::optional<EventIndex>(Alpha));
            m_pointer->click(at);
            QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{Alpha});
        }
        m_pointer->modifiers = Qt::ControlModifier;
        m_pointer->click(title(Gamma));
        QCOMPARE(m_workspace->selection()->events(), (std::vector<EventIndex>{Alpha, Gamma}));
        m_pointer->modifiers = {};
        m_pointer->click(scene().plot.bottomRight() - QPointF(3, 3));
        QVERIFY(m_workspace->selection()->isEmpty());
    }

    void keysGoInTheOrderOfTime() {
        const std::vector<EventIndex> order = {Delta, Gamma, Alpha};
        for (const EventIndex event : order) {
            QTest::keyClick(m_view.get(), Qt::Key_Right);
            QCOMPARE(current(), std::optional(event));
        }
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(current(), std::optional<EventIndex>(Gamma));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(current(), std::optional<EventIndex>(Zeta));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(current(), std::optional<EventIndex>(Zeta));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(current(), std::optional<EventIndex>(Delta));
    }

    void aDoubleClickEditsAndReturnTellsMore() {
        QSignalSpy asked(m_view.get(), &PageView::editRequested);
        m_pointer->doubleClick(title(Beta));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.takeFirst().front().value<EventIndex>(), EventIndex{Beta});
        QSignalSpy details(m_view.get(), &PageView::detailsRequested);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(details.count(), 1);
        m_pointer->doubleClick(scene().plot.bottomRight() - QPointF(3, 3)); // where nothing is
        QCOMPARE(m_workspace->document()->eventCount(), EventIndex{7});
        QCOMPARE(asked.count(), 1);
    }

    void whatIsSelectedIsMovedByDragging() {
        const QPointF from = mark(Alpha).center();
        const ScenePanel &panel = scene().panelOf(*scene().itemOf(Alpha));
        const QPointF to(panel.at(std::get<ParsedDate>(parseDate("2002-11-15")).span.begin), from.y());
        m_pointer->drag(from, to);
        QCOMPARE(date(Alpha), u"2001-05"_s); // it was not selected
        m_workspace->selection()->select(Alpha);
        composeAfter([&] { m_pointer->drag(from, to); });
        QVERIFY2(date(Alpha).startsWith(u"2002-1"_s), qPrintable(date(Alpha)));
        composeAfter([&] { m_editor->undo(); });
        QCOMPARE(date(Alpha), u"2001-05"_s);
    }

    void anEditIsSeenOnThePage() {
        composeAfter([&] { m_editor->setField({Alpha}, u"title"_s, u"Another name"_s); });
        QCOMPARE(scene().itemOf(Alpha)->lines.back().text, u"Another name"_s);
        composeAfter([&] { m_editor->remove({Alpha}); });
        QVERIFY(scene().itemOf(Alpha) == nullptr);
    }
};

QTEST_MAIN(PageViewTest)
#include "page_view_test.moc"
