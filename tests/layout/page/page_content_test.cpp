// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_content.h"

#include "document/read/reader.h"
#include "document/search/filter.h"
#include "time/edtf.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

QString asIs(const QString &text) {
    return text;
}

std::shared_ptr<const Document> documentOf(const QByteArray &json) {
    return readDocument(json).document;
}

QStringList titlesOf(const PageContent &content) {
    QStringList titles;
    for (const PageEvent &event : content.events) {
        titles << event.title;
    }
    return titles;
}

std::optional<Instant> beginOf(const char *date) {
    return std::get<ParsedDate>(parseDate(date)).span.begin;
}

} // namespace

class PageContentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheSourcesOfWhatItShows_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("sources");
        QTest::newRow("all") << QString() << QStringList({u"First"_s, u"Second"_s, u"Diary"_s});
        QTest::newRow("one") << u"id:a"_s << QStringList({u"First"_s});
        QTest::newRow("in the event") << u"id:c"_s << QStringList({u"Diary"_s});
        QTest::newRow("none") << u"id:d"_s << QStringList();
    }
    void namesTheSourcesOfWhatItShows() {
        QFETCH(QString, query);
        const auto document =
            documentOf(R"({"sources": [{"id": "1", "title": "First"}, {"id": "2", "title": "Second"},
            {"id": "3", "title": "Of nothing"}], "events": [{"id": "a", "title": "a", "date": "2001", "sources": ["1"]},
            {"id": "b", "title": "b", "date": "2002", "sources": ["2", "1"]},
            {"id": "c", "title": "c", "date": "2003", "sources": [{"title": "Diary"}]}, {"id": "d", "title": "d", "date": "2004"}]})");
        QTEST(pageContent(*document, Filter(query).apply(*document), {}, asIs).sources, "sources");
    }
    void namesSourcesOfOneTitleOnce() {
        const auto document =
            documentOf(R"({"sources": [{"id": "1", "title": "Same"}, {"id": "2", "title": "Same"},
            {"id": "3", "title": "Other"}], "events": [{"id": "a", "title": "a", "date": "2001"}]})");
        const PageContent content = pageContent(*document, {}, {}, asIs);
        QCOMPARE(content.sources, QStringList({u"Same"_s, u"Other"_s}));
        QCOMPARE(content.sourceNames, QStringList({u"Same"_s, u"Other"_s}));
    }
    void namesAllSourcesOfAFileWhoseEventsNameNone() {
        const auto document = documentOf(R"({"sources": [{"id": "1", "title": "First"}],
            "events": [{"id": "a", "title": "a", "date": "2001"}, {"id": "b", "title": "b", "date": "2002"}]})");
        QCOMPARE(pageContent(*document, {}, {}, asIs).sources, QStringList(u"First"_s));
        QCOMPARE(pageContent(*document, Filter(u"id:a"_s).apply(*document), {}, asIs).sources, QStringList());
    }

    void isInTheOrderOfAllDigits() {
        const auto document = documentOf(R"([{"title": "4", "date": "2024-01-01T00:00:00.1204Z"},
            {"title": "9", "date": "2024-01-01T00:00:00.1209Z", "importance": 0.9},
            {"title": "1", "date": "2024-01-01T00:00:00.1201Z"}])");
        QCOMPARE(titlesOf(pageContent(*document, {}, {}, asIs)), QStringList({u"1"_s, u"4"_s, u"9"_s}));
    }

    void countsWhatLiesOutside() {
        const auto document =
            documentOf(R"([{"title": "a", "date": "1801/1950"}, {"title": "b", "date": "1910"},
            {"title": "c", "date": "1990"}, {"title": "d", "date": "1700"}])");
        PageOptions options;
        options.from = beginOf("1900");
        options.to = beginOf("1951");
        const PageContent content = pageContent(*document, {}, options, asIs);
        QCOMPARE(titlesOf(content), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(content.outside, std::size_t{2});
        QCOMPARE(pageEventCount(*document, {}, options), std::size_t{2});
        for (const ColumnDate &date : content.dates()) { // columns are of this stretch alone
            QVERIFY(*options.from <= date.begin && date.begin <= date.end && date.end <= *options.to);
        }
    }

    void groupsHaveSymbols() {
        const auto document = documentOf(R"([{"id": "a", "title": "a", "date": "2001", "tags": ["x", "y"]},
            {"id": "b", "title": "b", "date": "2002", "tags": ["y"]}, {"id": "c", "title": "c", "date": "2003"}])");
        PageOptions options;
        options.grouping = LaneGrouping::Tag;
        const PageContent content = pageContent(*document, {}, options, asIs);
        QCOMPARE(content.keys.size(), std::size_t{3});
        QVERIFY(content.hasOtherGroups);
        for (std::size_t i = 0; i < content.keys.size(); ++i) {
            QCOMPARE(content.keys[i].symbol, static_cast<MarkSymbol>(i));
        }
        options.grouping = LaneGrouping::None;
        QVERIFY(!pageContent(*document, {}, options, asIs).hasOtherGroups);
    }
};

QTEST_GUILESS_MAIN(PageContentTest)
#include "page_content_test.moc"
