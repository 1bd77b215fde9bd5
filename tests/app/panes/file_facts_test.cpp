// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_browser.h"
#include "app/panes/details_pane.h"
#include "app/signs/trough.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractButton>
#include <QAbstractTextDocumentLayout>
#include <QLabel>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// How sure and how exact a file is, told where nothing is selected, and what a click there does.
class FileFactsTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<DetailsPane> m_pane;
    DetailsBrowser *m_browser = nullptr;

    QString shown() const { return m_browser->toPlainText(); }
    /// A place beside the words of a row.
    QPoint besideRow(const QString &words) const {
        for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
            if (block.text() == words) {
                const QRectF rect = m_browser->document()->documentLayout()->blockBoundingRect(block);
                return QPoint(m_browser->viewport()->width() / 2 + 20, qRound(rect.center().y()));
            }
        }
        qFatal("there is no such row");
    }
    std::vector<EventIndex> selected() const { return m_workspace->selection()->events(); }
    QToolButton *button(const QString &name) const {
        for (QToolButton *each : m_pane->findChildren<QToolButton *>()) {
            if (each->accessibleName() == name) {
                return each;
            }
        }
        qFatal("there is no such button");
    }
    bool says(const QString &text) const {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_pane = std::make_unique<DetailsPane>(*m_workspace, *m_editor);
        m_browser = m_pane->findChild<DetailsBrowser *>();
        m_pane->resize(320, 900);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() {
        m_pane.reset();
        m_editor.reset();
    }

    void tellsHowExactADateIs_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<Exactness>("exactness");
        QTest::newRow("day") << QByteArray("2024-05-02") << Exactness::Day;
        QTest::newRow("time") << QByteArray("2024-05-02T08:45") << Exactness::Moment;
        QTest::newRow("month") << QByteArray("2024-05") << Exactness::Within;
        QTest::newRow("one of") << QByteArray("[2015,2016]") << Exactness::Within;
        QTest::newRow("about") << QByteArray("2024-05~") << Exactness::About;
        QTest::newRow("a day, about") << QByteArray("2024-05-02~") << Exactness::About;
        QTest::newRow("stretch") << QByteArray("2023/2024") << Exactness::Lasts;
        QTest::newRow("of days") << QByteArray("2023-01-01/2023-01-01") << Exactness::Lasts;
        QTest::newRow("about both") << QByteArray("2023~/2024~") << Exactness::LastsAbout;
        QTest::newRow("about one") << QByteArray("2023/2024~") << Exactness::PartlyAbout;
        QTest::newRow("goes on") << QByteArray("2023/..") << Exactness::GoesOn;
        QTest::newRow("from before") << QByteArray("../2023") << Exactness::FromBefore;
        QTest::newRow("unknown end") << QByteArray("2023/") << Exactness::Unknown;
    }
    void tellsHowExactADateIs() {
        QFETCH(QByteArray, date);
        QFETCH(Exactness, exactness);
        const auto document = documentOf("[{\"title\": \"A\", \"date\": \"" + date + "\"}]");
        QCOMPARE(exactnessOf(document->span(0)), exactness);
        const FileFacts facts = factsOf(*document);
        QCOMPARE(facts.exact.at(static_cast<std::size_t>(exactness)), EventIndex{1});
        QCOMPARE(eventsOf(*document, addressOf(exactness)).count(true), 1);
    }

    void countsOnlyWhatOccurs() {
        const FileFacts facts = factsOf(*m_workspace->document());
        QCOMPARE(facts.statuses.size(), std::size_t{4});
        QCOMPARE(facts.statuses.front().events, EventIndex{3});
        for (const QString &words : {u"Confirmed"_s, u"Claimed"_s, u"Some time within"_s}) {
            QVERIFY2(shown().contains(words), qPrintable(words));
        }
        QVERIFY(!shown().contains(u"Reported"_s) && !shown().contains(u"Goes on"_s));
    }

    void wordsOfTheFileHaveRows() {
        m_workspace->setDocument(
            documentOf("[{\"title\": \"A\", \"date\": \"2001\", \"status\": \"not \\\"sure\\\"\"},"
                       "{\"title\": \"B\", \"date\": \"2001\", \"status\": \"triaged\"},"
                       "{\"title\": \"C\", \"date\": \"2001\", \"status\": \"triaged\"}]"));
        const FileFacts facts = factsOf(*m_workspace->document());
        QCOMPARE(facts.statuses.size(), std::size_t{2});
        for (const FileFacts::OfStatus &status : facts.statuses) {
            QCOMPARE(eventsOf(*m_workspace->document(), addressOf(status)).count(true),
                     static_cast<qsizetype>(status.events));
        }
        QCOMPARE(queryFor(addressOf(facts.statuses.back())), u"status:triaged"_s);
        QCOMPARE(queryFor(addressOf(facts.statuses.front())), QString()); // a query cannot quote that
    }

    void ofSourcesTheirEventsAreCounted() {
        m_workspace->setDocument(
            documentOf("{\"sources\": [{\"id\": \"s 1\", \"title\": \"One\"}, {\"id\": \"t\"}], \"events\": ["
                       "{\"title\": \"A\", \"date\": \"2001\", \"sources\": [\"s 1\", \"s 1\"]},"
                       "{\"title\": \"B\", \"date\": \"2001\", \"sources\": [{\"title\": \"In\"}, \"s 1\"]},"
                       "{\"title\": \"C\", \"date\": \"2001\", \"sources\": [{\"title\": \"In\"}]}]}"));
        const FileFacts facts = factsOf(*m_workspace->document());
        QCOMPARE(facts.sourceCount, std::size_t{3});
        const std::vector<EventIndex> counts{2, 0, 2};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            QCOMPARE(facts.sources[i].events, std::optional(counts[i]));
            QCOMPARE(eventsOf(*m_workspace->document(), addressOf(facts.sources[i].source)).count(true),
                     static_cast<qsizetype>(counts[i]));
        }
        QCOMPARE(queryFor(addressOf(facts.sources[0].source)), u"source:\"s 1\""_s);
    }

    void oddAddressesStandForNothing() {
        m_workspace->setDocument(documentOf("[{\"title\": \"A\", \"date\": \"2024-05-02T08:45\"}]"));
        for (const char *address :
             {"status:", "status:nonsense", "exact:99", "exact:x", "source:", "event:1"}) {
            const QUrl url(QString::fromLatin1(address));
            QCOMPARE(eventsOf(*m_workspace->document(), url).count(true), 0);
            Q_EMIT m_browser->anchorClicked(url);
        }
    }

    /// Anywhere on it.
    void aRowSelectsItsEventsAndWithCtrlFilters() {
        QTest::mouseClick(m_browser->viewport(), Qt::LeftButton, {}, besideRow(u"Claimed"_s));
        QCOMPARE(selected(), std::vector<EventIndex>{2});
        m_workspace->selection()->clear();
        QTRY_VERIFY(shown().contains(u"How sure"_s));
        QTest::mouseClick(m_browser->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          besideRow(u"Claimed"_s));
        QCOMPARE(m_workspace->filter().query(), u"status:claimed"_s);
        QVERIFY(selected().empty());
    }

    void theRowUnderThePointerIsTold() {
        const QPoint place = besideRow(u"Confirmed"_s);
        const auto colorThere = [&] { return m_browser->grab().toImage().pixelColor(place); };
        const QColor before = colorThere();
        QTest::mouseMove(m_browser->viewport(), place);
        QTRY_VERIFY(colorThere() != before);
        QTest::mouseMove(m_browser->viewport(), QPoint(2, 2));
        QTRY_COMPARE(colorThere(), before);
    }

    /// 1999, 2000, 2001, 2003 twice, 2005: in the order of time, not of the file.
    void goesThroughTime() {
        m_workspace->selection()->select(EventIndex{4});
        QTRY_VERIFY(says(u"1 of 6"_s));
        QVERIFY(!button(u"The event before in time"_s)->isEnabled());
        QList<EventIndex> seen{4};
        while (button(u"The event after in time"_s)->isEnabled() && seen.size() < 9) {
            button(u"The event after in time"_s)->click();
            QCoreApplication::processEvents();
            seen += selected().front();
        }
        QCOMPARE(seen, (QList<EventIndex>{4, 3, 1, 2, 5, 0}));
        QVERIFY(says(u"6 of 6"_s));
        m_workspace->setQuery(u"zeta"_s);
        QTRY_VERIFY(says(u"1 of 1"_s));
        m_workspace->setQuery({});
        m_workspace->selection()->selectAll();
        QTRY_VERIFY(says(u"6 events"_s));
        QVERIFY(!button(u"The event after in time"_s)->isVisible());
    }

    void whatHasNoDateHasNoPlace() {
        m_workspace->setDocument(documentOf("{\"events\": [{\"title\": \"A\", \"date\": \"2001\"}],"
                                            "\"undated\": [{\"title\": \"B\"}]}"));
        const auto place = placeInTime(*m_workspace->document(), {}, 1);
        QCOMPARE(place.number, EventIndex{0});
        QCOMPARE(place.count, EventIndex{1});
        QVERIFY(!place.before && !place.after);
        m_workspace->selection()->select(EventIndex{1});
        QTRY_VERIFY(says(u"Without a date"_s));
    }

    void editingIsRememberedWhereNothingIsSelected() {
        auto *choice = m_pane->findChild<Trough *>(u"readOrEdit"_s);
        m_workspace->selection()->select(EventIndex{1});
        QTRY_VERIFY(choice->isVisible());
        choice->button(1)->click();
        QVERIFY(m_pane->isEditing() && !m_browser->isVisible());
        m_workspace->selection()->clear();
        QTRY_VERIFY(m_browser->isVisible() && says(u"About this timeline"_s));
        QVERIFY(!m_pane->isEditing());
        m_workspace->selection()->select(EventIndex{2});
        QTRY_VERIFY(m_pane->isEditing());
        choice->button(0)->click();
        QVERIFY(m_browser->isVisible());
    }
};

QTEST_MAIN(FileFactsTest)
#include "file_facts_test.moc"
