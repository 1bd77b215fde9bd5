// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_pane.h"
#include "app/panes/details_writer.h"
#include "app/panes/relationship.h"
#include "test_paths.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QLocale>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace timeline;
using namespace timeloom;

class DetailsPaneTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::shared_ptr<const Document> m_document;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<DetailsPane> m_pane;
    QTextBrowser *m_browser = nullptr;

    QString shown() const { return m_browser->toPlainText(); }
    /// Follows the link whose text is `text`, as a click does.
    bool follow(const QString &text) const {
        for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isAnchor() && it.fragment().text() == text) {
                    Q_EMIT m_browser->anchorClicked(QUrl(it.fragment().charFormat().anchorHref()));
                    return true;
                }
            }
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_document = readFile(QStringLiteral(TEST_DATA "/details.json"))->document;
        QVERIFY(m_document);
    }

    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(m_document);
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_pane = std::make_unique<DetailsPane>(*m_workspace, *m_editor);
        m_browser = m_pane->findChild<QTextBrowser *>();
        m_pane->show();
    }
    void cleanup() {
        m_pane.reset();
        m_editor.reset();
    }

    void saysHowFarApartTwoAre_data() {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<QStringList>("lines");
        const QString begins = QStringLiteral("From beginning to beginning   \n");
        QTest::newRow("times") << QByteArray("2024-05-02T08:45:00") << QByteArray("2024-05-02T08:04:00")
                               << QStringList{begins + QStringLiteral("41 min 0 s")};
        QTest::newRow("years") << QByteArray("2023") << QByteArray("2024-12")
                               << QStringList{begins + QStringLiteral("between 11 months and 2 years")};
        QTest::newRow("a gap") << QByteArray("2024-05-02/2024-05-04") << QByteArray("2024-05-08")
                               << QStringList{begins + QStringLiteral("6 days"),
                                              QStringLiteral("Gap between them   \n3 days")};
        QTest::newRow("both") << QByteArray("2024-05-02/2024-05-04") << QByteArray("2024-05-03/..")
                              << QStringList{begins + QStringLiteral("1 day"),
                                             QStringLiteral("Both at once   \n2 days")};
        QTest::newRow("an open begin") << QByteArray("../2024-05-04") << QByteArray("2024-05-03")
                                       << QStringList{QStringLiteral("Both at once   \n1 day")};
        QTest::newRow("open") << QByteArray("../2024") << QByteArray("../2025") << QStringList{};
    }
    void saysHowFarApartTwoAre() {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(QStringList, lines);
        m_workspace->setDocument(documentOf("[{\"title\": \"A\", \"date\": \"" + one +
                                            "\"}, {\"title\": \"B\", \"date\": \"" + other +
                                            "\"}, {\"title\": \"C\", \"date\": \"2024\"}]"));
        m_workspace->selection()->select(std::vector<EventIndex>{0, 1});
        QTRY_VERIFY(shown().startsWith(QStringLiteral("2 events")));
        QCOMPARE(shown().contains(QStringLiteral("From one to the other")), !lines.empty());
        for (const QString &line : lines) {
            QVERIFY2(shown().contains(line), qPrintable(shown()));
        }
        m_workspace->selection()->selectAll();
        QTRY_VERIFY(shown().startsWith(QStringLiteral("3 events")));
        QVERIFY(!shown().contains(QStringLiteral("From one to the other")));
    }

    void writesMeasures_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("max");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<bool>("isApproximate");
        QTest::addColumn<QString>("expected");
        const double none = qQNaN();
        QTest::newRow("thousands") << 10000.0 << none << "chips" << false << "10,000 chips";
        QTest::newRow("about") << 70.0 << none << "%" << true << "about 70 %";
        QTest::newRow("range") << 20.0 << 40.0 << "times" << false << "20 to 40 times";
        QTest::newRow("fraction") << 2.19 << none << "" << false << "2.19";
        QTest::newRow("negative") << -1500000.5 << none << "" << false << "-1,500,000.5";
        QTest::newRow("huge") << 1e300 << none << "" << false << "1E+300";
        QTest::newRow("zero") << 0.0 << none << "" << false << "0";
    }

    void writesMeasures() {
        QFETCH(double, value);
        QFETCH(double, max);
        QFETCH(QString, unit);
        QFETCH(bool, isApproximate);
        QFETCH(QString, expected);
        const Measure measure{
            {}, value, qIsNaN(max) ? std::nullopt : std::optional(max), unit, isApproximate};
        QCOMPARE(measureText(measure).replace(QChar::Nbsp, u' '), expected);
    }

    void showsTheDocumentWhereNothingIsSelected() {
        const QString text = shown();
        for (const char *part : {"As of", "Told once.", "3 events", "3 links", "How sure", "How exact",
                                 "Eras", "Embargo", "Report"}) {
            QVERIFY2(text.contains(QLatin1String(part)), part);
        }
        QVERIFY(follow(QStringLiteral("Embargo")));
        QVERIFY(m_workspace->navigation()->canGoBack());
    }

    void showsAllOfAnEvent() {
        m_workspace->selection()->select(0);
        QTRY_VERIFY(shown().startsWith(QLatin1String("<img src=x> first")));
        const QString text = shown();
        for (const char *part :
             {"2022-08", "Technology \u203A Chips", "Claimed", "asserted by a party", "Who", "It was.",
              "[image: pic]", "about 10,000", "Leads to", "second", "Related", "third", "Report", "Reuters",
              "Evil", "unknown", "A100", "two words"}) {
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        }
        QCOMPARE(text.count(QLatin1String("third")), 1);
        m_workspace->selection()->select(1); // which has no status
        QTRY_VERIFY(shown().contains(QLatin1String("as the file says nothing else")));
        m_workspace->selection()->select(0);
        QTRY_VERIFY(!shown().contains(QLatin1String("as the file says nothing else")));
        QVERIFY(!m_browser->toHtml().contains(QLatin1String("<img")));
        QVERIFY(!m_browser->toHtml().contains(QLatin1String("javascript")));
    }

    /// Sources that stand in the event, a status in another word, no title.
    void showsWhatAFileSaysInItsOwnWay() {
        const QByteArray bytes =
            "{\"sources\": [{\"id\": 7, \"title\": \"Declared\"}], \"events\": [{\"date\": \"2020\", "
            "\"status\": \"be\u202Enign\","
            "\"sources\": [{\"title\": \"Inline\", \"publisher\": \"Press\", \"date\": \"2019-05\", \"url\": "
            "\"https://e.org/i\"},"
            "{\"id\": 7, \"title\": \"Told otherwise\"}, {\"url\": \"javascript:alert(1)\"}]}]}";
        m_workspace->setDocument(readDocument(bytes).document);
        QTRY_VERIFY(shown().contains(QLatin1String("Inline")));
        for (const char *part : {"Sources", "3", "Declared", "Press", "May 2019"}) { // two of them are one
            QVERIFY2(shown().contains(QLatin1String(part)), part);
        }
        m_workspace->selection()->select(0);
        QTRY_VERIFY(shown().startsWith(QLatin1String("Untitled")));
        for (const char *part :
             {"nign", "a word of this file's own", "Inline", "Press", "May 2019", "Declared"}) {
            QVERIFY2(shown().contains(QLatin1String(part)), part);
        }
        QVERIFY(!shown().contains(QLatin1String("Told otherwise")));
        QVERIFY(!shown().contains(QChar(0x202E)));
        QVERIFY(m_browser->toHtml().contains(QLatin1String("https://e.org/i")));
        QVERIFY(!m_browser->toHtml().contains(QLatin1String("href=\"javascript")));
    }

    void leadsToOtherEventsInBothDirections() {
        m_workspace->selection()->select(0);
        QTRY_VERIFY(follow(QStringLiteral("second")));
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));
        QTRY_VERIFY(shown().contains(QLatin1String("Follows from")));
        QVERIFY(follow(QStringLiteral("<img src=x> first")));
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(0));
    }

    void tagsFilter() {
        m_workspace->selection()->select(0);
        QTRY_VERIFY(follow(QStringLiteral("two words")));
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("tag:\"two words\""));
        QCOMPARE(m_workspace->events()->rowCount(), 1);
        QVERIFY(follow(QStringLiteral("A100")));
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("tag:A100"));
    }

    void listsSeveralEvents() {
        m_workspace->selection()->select(std::vector<EventIndex>{0, 2});
        QTRY_VERIFY(shown().startsWith(QLatin1String("2 events")));
        QVERIFY(shown().contains(QLatin1String("third")));
        QVERIFY(!shown().contains(QLatin1String("second")));
    }

    /// What a stranger's event has thousands of is counted, and no line is longer than one reads.
    void ofVeryMuchABeginningIsWritten() {
        constexpr int many = 2000;
        const auto list = [](const auto &textOf) {
            QByteArrayList all;
            for (int i = 0; i < many; ++i) {
                all += textOf(QByteArray::number(i));
            }
            return '[' + all.join(',') + ']';
        };
        const QByteArray events = list([](const QByteArray &i) {
            return "{\"id\": \"e" + i + "\", \"title\": \"E" + i + "\", \"date\": \"2000\"}";
        });
        const QByteArray big =
            "{\"title\": \"" + QByteArray(50'000, 'x') + "\", \"date\": \"2001\", \"attribution\": \"" +
            QByteArray(100'000, 'y') +
            "\", \"tags\": " + list([](const QByteArray &i) { return "\"t" + i + '"'; }) +
            ", \"sources\": " + list([](const QByteArray &i) { return "\"s" + i + '"'; }) +
            ", \"links\": " + list([](const QByteArray &i) { return "{\"to\": \"e" + i + "\"}"; }) +
            ", \"media\": " +
            list([](const QByteArray &i) { return "{\"url\": \"https://a.b/" + i + "\"}"; }) +
            ", \"measures\": " +
            list([](const QByteArray &i) { return "{\"name\": \"m\", \"value\": " + i + "}"; }) + "}";
        m_workspace->setDocument(documentOf('[' + big + ',' + events.mid(1)));
        m_workspace->selection()->select(EventIndex{0});
        QCoreApplication::processEvents();
        QCOMPARE(shown().count(QStringLiteral("and %1 more").arg(QLocale().toString(1800))), 5);
        QVERIFY(m_browser->document()->characterCount() < 40'000);
        for (QTextBlock block = m_browser->document()->begin(); block.isValid(); block = block.next()) {
            QVERIFY(block.length() < 5'000);
        }
        // All that it is linked to is a click away.
        const auto kind = QString::number(static_cast<int>(relationshipOf(LinkKind::Related, true)));
        QVERIFY(m_browser->toHtml().contains(QStringLiteral("related:0/") + kind));
        Q_EMIT m_browser->anchorClicked(QUrl(QStringLiteral("related:0/") + kind));
        QCOMPARE(m_workspace->selection()->events().size(), std::size_t{many});
        QVERIFY(!std::ranges::count(m_workspace->selection()->events(), EventIndex{0}));
    }

    void survivesLinksThatLeadNowhere() {
        for (const char *url : {"event:99", "event:x", "era:7", "event:4294967296", "tag:", "nonsense",
                                "related:", "related:99/1", "related:0/77", "related:x"}) {
            Q_EMIT m_browser->anchorClicked(QUrl(QLatin1String(url)));
            Q_EMIT m_browser->highlighted(QUrl(QLatin1String(url)));
        }
        QCOMPARE(m_workspace->selection()->current(), std::nullopt);
        QCOMPARE(m_workspace->hovered(), std::nullopt);
    }

    void loadsNothing() {
        QVERIFY(
            !m_browser
                 ->loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/hostname")))
                 .isValid());
        m_browser->setSource(QUrl(QStringLiteral("file:///etc/hostname")));
        QVERIFY(shown().contains(QLatin1String("Told once.")));
    }
};

QTEST_MAIN(DetailsPaneTest)
#include "details_pane_test.moc"
