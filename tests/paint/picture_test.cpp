// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/picture.h"
#include "test_paths.h"

#include "paint/picture_fixture.h"

#include "time/edtf.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>

using namespace timeline;

class PictureTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

    /// One event in each.
    static QByteArray eventsInLanes(int lanes) {
        QByteArray json = "[";
        for (int i = 0; i < lanes; ++i) {
            const QByteArray number = QByteArray::number(i);
            json += (i > 0 ? "," : "") + QByteArray("{\"title\": \"e") + number + "\", \"date\": \"" +
                    QByteArray::number(1950 + i % 60) + "\", \"category\": \"c" + number + "\"}";
        }
        return json + "]";
    }

private slots:
    void isAsItWas_data() { addPictures(); }
    void isAsItWas() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        if (qstrcmp(qVersion(), "6.4.2") != 0) {
            QSKIP("Pictures are compared pixel by pixel on the reference platform alone: Debian 12 with Qt "
                  "6.4.2.");
        }
        const QImage actual = Picture(document(name), options, m_fonts).toImage();
        const QString file = QStringLiteral("%1.png").arg(QLatin1String(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(actual.save(QStringLiteral(TEST_GOLDEN "/") + file));
            return;
        }
        const QImage expected(QStringLiteral(TEST_GOLDEN "/") + file);
        if (actual != expected.convertToFormat(actual.format())) {
            const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../pictures"));
            folder.mkpath(QStringLiteral("."));
            const QString path = QDir::cleanPath(folder.absoluteFilePath(file));
            actual.save(path);
            QFAIL(qPrintable(
                QStringLiteral("differs from tests/golden/%1; what was drawn: %2").arg(file, path)));
        }
    }

    void sameInputGivesSameBytes_data() { addPictures(); }
    void sameInputGivesSameBytes() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        const QByteArray today = QDate::currentDate().toString(QStringLiteral("yyyyMMdd")).toLatin1();
        const QString here = QDir::currentPath();
        const QTemporaryDir elsewhere;
        for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
            const QByteArray once = *Picture(document(name), options, m_fonts).toBytes(format);
            QDir::setCurrent(elsewhere.path());
            const Fonts otherFonts;
            const QByteArray again = *Picture(document(name), options, otherFonts).toBytes(format);
            QDir::setCurrent(here);
            QVERIFY(once.size() > 500);
            QVERIFY(once == again);
            // Two pictures of one second might agree by chance.
            QVERIFY(!once.contains(today));
            QVERIFY(!once.contains(QDate::currentDate().toString(Qt::ISODate).toLatin1()));
            QVERIFY(!once.contains(here.toUtf8()));
        }
    }

    void scaleMultipliesPixels_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("half") << 0.5 << QSize(300, 150);
        QTest::newRow("one") << 1.0 << QSize(600, 300);
        QTest::newRow("three halves") << 1.5 << QSize(900, 450);
        QTest::newRow("three") << 3.0 << QSize(1800, 900);
    }
    void scaleMultipliesPixels() {
        QFETCH(double, scale);
        QFETCH(QSize, pixels);
        PictureOptions options;
        options.size = {600, 300};
        const Picture plain(document("one"), options, m_fonts);
        options.scale = scale;
        const Picture scaled(document("one"), options, m_fonts);
        QCOMPARE(scaled.toImage().size(), pixels);
        QCOMPARE(QImage::fromData(*scaled.toBytes(PictureFormat::Png)).size(), pixels);
        QCOMPARE(scaled.scene().toText(), plain.scene().toText());
    }

    void titleAndLegendTakeHeight() {
        PictureOptions options;
        const double both = Picture(document("story"), options, m_fonts).scene().size.height();
        options.parts.title = false;
        const double legend = Picture(document("story"), options, m_fonts).scene().size.height();
        options.parts.legend = false;
        const double neither = Picture(document("story"), options, m_fonts).scene().size.height();
        QVERIFY(both < legend);
        QVERIFY(legend < neither);
        QCOMPARE(neither, options.size.height());
    }

    void showsFromTo() {
        PictureOptions options;
        options.layout.folded = false;
        const auto spanOf = [](const char *date) { return std::get<ParsedDate>(parseDate(date)).span; };
        options.from = spanOf("2025-01").begin;
        options.to = spanOf("2025-02").end;
        const Picture picture(document("story"), options, m_fonts);
        const SceneItem *january =
            picture.scene().itemOf(*document("story")->findEvent(QStringLiteral("o3-mini")));
        QVERIFY(picture.scene().itemOf(*document("story")->findEvent(QStringLiteral("liang-born"))) ==
                nullptr);
        QVERIFY(january != nullptr);
        const Span day = document("story")->span(january->event);
        const QRectF plot = picture.scene().plot;
        const double noon = millisecondsBetween(*options.from, day.begin) / 2 +
                            millisecondsBetween(*options.from, day.end) / 2;
        const double expected =
            plot.left() + plot.width() * noon / millisecondsBetween(*options.from, *options.to);
        QVERIFY(std::abs(january->rect.center().x() - expected) < 0.5);
    }

    void showsAWindowsView() {
        PictureOptions options;
        options.size = {900, 500};
        const auto story = document("story");
        const TimelineLayout layout(story, {}, {}, m_fonts);
        const Viewport all = layout.fitAll({500, 300});
        const EventIndex event = *story->findEvent(QStringLiteral("r1"));
        options.view = all.zoomedAt(all.x(layout.axisOf(story->span(event)).first), 4);
        const Picture picture(story, options, m_fonts);
        const SceneItem *item = picture.scene().itemOf(event);
        QVERIFY(item != nullptr);
        // The window's stretch of the axis fills the picture's plot.
        const double axis =
            (layout.axisOf(story->span(event)).first + layout.axisOf(story->span(event)).second) / 2;
        const ScenePanel &panel = picture.scene().panels.front();
        const double pixel = panel.viewport.scale();
        QVERIFY(std::abs(panel.viewport.left() - options.view->left()) < pixel);
        QVERIFY(std::abs(panel.viewport.right() - options.view->right()) < pixel);
        QVERIFY(std::abs(item->rect.center().x() - panel.at(axis)) < 0.5);
    }

    void inventsNoDate_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("hasAxis");
        QTest::newRow("empty") << QByteArray("[]") << false;
        QTest::newRow("only open") << QByteArray(R"([{"title": "x", "date": "../.."}])") << false;
        QTest::newRow("undated") << QByteArray(R"({"events": [], "undated": [{"title": "x"}]})") << false;
        QTest::newRow("only an era") << QByteArray(
                                            R"({"events": [], "eras": [{"title": "x", "date": "1900"}]})")
                                     << true;
        QTest::newRow("as of") << QByteArray(R"({"events": [], "asOf": "2000"})") << true;
        QTest::newRow("half open") << QByteArray(R"([{"title": "x", "date": "2000/.."}])") << true;
    }
    void inventsNoDate() {
        QFETCH(QByteArray, json);
        QFETCH(bool, hasAxis);
        const auto hasDates = [](const Picture &picture) {
            const ScenePanel &panel = picture.scene().panels.front();
            return !panel.ticks.empty() && !(panel.tickLabels.empty() && panel.contextLabels.empty());
        };
        PictureOptions options;
        QCOMPARE(hasDates(Picture(documentOf(json), options, m_fonts)), hasAxis);
        options.from = std::get<ParsedDate>(parseDate("1990")).span.begin;
        QVERIFY(hasDates(Picture(documentOf(json), options, m_fonts)));
    }

    void showsOnlyWhatTheFilterShows() {
        PictureOptions options;
        const auto story = document("story");
        options.filter = Filter(QStringLiteral("id:%1").arg(story->details(0).id));
        const Picture picture(story, options, m_fonts);
        QCOMPARE(picture.scene().items.size(), std::size_t{1});
        QCOMPARE(picture.scene().items.front().event, 0U);
        const auto says = [](const Picture &p, const QString &text) {
            return p.toBytes(PictureFormat::Svg)->contains(text.toUtf8());
        };
        const QString leftOut =
            QStringLiteral("1 of %1 events: %2").arg(story->placedCount()).arg(options.filter.query());
        QVERIFY(says(picture, leftOut));
        options.parts.legend = false;
        QVERIFY(!says(Picture(story, options, m_fonts), leftOut));
    }

    void manyLanesAreMadeALittleSmallerAndNotCut() {
        PictureOptions options;
        options.size = {800, 700};
        const Picture picture(documentOf(eventsInLanes(22)), options, m_fonts);
        QVERIFY(picture.scene().size.width() > 800);
        QCOMPARE(picture.scene().lanes.size(), std::size_t{22});
        QVERIFY(picture.scene().contentHeight <= picture.scene().plot.height() + 1);
        QCOMPARE(picture.scene().items.size(), std::size_t{22});
        QCOMPARE(picture.lanesLeftOut(), std::size_t{0});
        QCOMPARE(picture.toImage().size(), QSize(800, 700));
    }

    void lanesThatAreTooManyCanBeReadAndAreCounted() {
        PictureOptions options;
        options.size = {800, 400};
        const auto document = documentOf(eventsInLanes(60));
        const Picture picture(document, options, m_fonts);
        QCOMPARE(qRound(picture.scene().size.width()), qRound(800 / 0.6)); // letters are nearly as large
        QCOMPARE(picture.scene().lanes.size() + picture.lanesLeftOut(), std::size_t{60});
        const QString told = QStringLiteral("%1 lanes have no room: all have it in %2 pixels of height")
                                 .arg(picture.lanesLeftOut())
                                 .arg(picture.heightOfAllLanes());
        QVERIFY(picture.drawing().toText().contains(told));
        options.size.setHeight(picture.heightOfAllLanes());
        QCOMPARE(Picture(document, options, m_fonts).lanesLeftOut(), std::size_t{0});
    }

    void aWindowsPictureHasTheLanesThatItShows() {
        PictureOptions options;
        options.size = {800, 400};
        const auto document = documentOf(eventsInLanes(60));
        const TimelineLayout layout(document, {}, {}, m_fonts);
        options.view = layout.fitAll(options.size);
        options.scroll = 500;
        const Picture picture(document, options, m_fonts);
        QCOMPARE(picture.scene().size.width(), 800.0);
        QVERIFY(picture.scene().lanes.size() < 20);
        QVERIFY(picture.scene().lanes.front().lane > 5);
        QVERIFY(!picture.drawing().toText().contains(QStringLiteral("have no room")));
        const QString told =
            QStringLiteral("%1 lanes are above or below").arg(60 - picture.scene().lanes.size());
        QVERIFY(picture.drawing().toText().contains(told));
    }

    void endingsSayTheFormat() {
        QCOMPARE(pictureFormatOf(QStringLiteral("a.png")), PictureFormat::Png);
        QCOMPARE(pictureFormatOf(QStringLiteral("/x.y/a.b.SVG")), PictureFormat::Svg);
        QCOMPARE(pictureFormatOf(QStringLiteral("a.Pdf")), PictureFormat::Pdf);
        QCOMPARE(pictureFormatOf(QStringLiteral("a.jpg")), std::nullopt);
        QCOMPARE(pictureFormatOf(QString()), std::nullopt);
    }
};

QTEST_MAIN(PictureTest)
#include "picture_test.moc"
