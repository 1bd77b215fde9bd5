// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/picture.h"
#include "test_paths.h"

#include "paint/picture_fixture.h"

#include "time/edtf.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace timeline;

namespace {

/// The texts of an SVG's elements of this name; nothing where it is not well-formed.
std::optional<QStringList> textsOf(const QByteArray &svg, QLatin1StringView element) {
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element) {
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return xml.hasError() ? std::nullopt : std::optional(texts);
}

/// Letters and digits alone: lines may be broken elsewhere, and some signs have glyphs without a character,
/// such as a colon between capitals.
QString lettersOf(QString text) {
    text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return text;
}

/// Labels that stand in the picture as their events' whole titles.
QStringList wholeTitles(const Picture &picture, const Document &document) {
    QStringList titles;
    for (const SceneItem &item : picture.scene().items) {
        if (item.label && item.label->text == document.eventTitle(item.event)) {
            titles << item.label->text;
        }
    }
    return titles;
}

/// How far two pictures differ: the mean over all pixels and colours, 0 to 255.
double difference(const QImage &a, const QImage &b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            sum += std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) +
                   std::abs(qBlue(one) - qBlue(other));
        }
    }
    return sum / 3 / a.width() / a.height();
}

} // namespace

class PictureTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

    static void addPictures() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<PictureOptions>("options");
        const auto add = [](const char *tag, const QByteArray &name, QSizeF size,
                            const std::function<void(PictureOptions &)> &change) {
            PictureOptions options;
            options.size = size;
            change(options);
            QTest::newRow(tag) << name << options;
        };
        const auto asIs = [](PictureOptions &) {};
        const auto dark = [](PictureOptions &options) { options.dark = true; };
        const auto instantOf = [](const char *date) {
            return std::get<ParsedDate>(parseDate(date)).span.begin;
        };
        add("story", "story", {900, 500}, asIs);
        add("story-dark", "story", {900, 500}, dark);
        add("story-linear", "story", {900, 500},
            [](PictureOptions &options) { options.layout.folded = false; });
        add("story-january", "story", {800, 450}, [&](PictureOptions &options) {
            options.from = instantOf("2025-01-15");
            options.to = instantOf("2025-02-05");
        });
        add("story-links", "story", {700, 380}, [&](PictureOptions &options) {
            options.from = instantOf("2024-04-01");
            options.linked = {*document("story")->findEvent(QStringLiteral("r1"))};
        });
        add("story-small-status", "story", {600, 300}, [](PictureOptions &options) {
            options.dark = true;
            options.layout.grouping = LaneGrouping::Status;
        });
        const auto byStatus = [](PictureOptions &options) { options.layout.grouping = LaneGrouping::Status; };
        add("looks", "looks", {900, 600}, byStatus);
        add("looks-dark", "looks", {900, 600}, [&](PictureOptions &options) {
            byStatus(options);
            options.dark = true;
        });
        add("one", "one", {600, 300}, asIs);
        add("none", "none", {600, 300}, asIs);
        add("crowd", "crowd", {700, 400}, asIs);
        add("deep", "deep", {800, 400}, asIs);
        add("deep-linear", "deep", {800, 400},
            [](PictureOptions &options) { options.layout.folded = false; });
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
            const QByteArray once = Picture(document(name), options, m_fonts).toBytes(format);
            QDir::setCurrent(elsewhere.path());
            const Fonts otherFonts;
            const QByteArray again = Picture(document(name), options, otherFonts).toBytes(format);
            QDir::setCurrent(here);
            QVERIFY(once.size() > 500);
            QVERIFY(once == again);
            // Two pictures of one second might agree by chance.
            QVERIFY(!once.contains(today));
            QVERIFY(!once.contains(QDate::currentDate().toString(Qt::ISODate).toLatin1()));
            QVERIFY(!once.contains(here.toUtf8()));
        }
    }

    void svgHasItsTextsAsText_data() { addPictures(); }
    void svgHasItsTextsAsText() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        const auto shown = document(name);
        const Picture picture(shown, options, m_fonts);
        const QByteArray svg = picture.toBytes(PictureFormat::Svg);
        const auto texts = textsOf(svg, QLatin1StringView("text"));
        QVERIFY(texts.has_value());
        for (const QString &title : wholeTitles(picture, *shown)) {
            QVERIFY2(texts->contains(title), qPrintable(title));
        }
        QCOMPARE(textsOf(svg, QLatin1StringView("title")), QStringList{shown->title()});
    }

    void strangersTitlesStayText() {
        const QByteArray hostile =
            "</title><script>alert(1)</script>&amp; \\u0001\\uFFFF\\u202E<image href='http://x/'/>";
        const auto document =
            documentOf("{\"title\": \"" + hostile + "\", \"events\": [{\"title\": \"" + hostile +
                       "\", \"date\": \"2020\", \"category\": \"" + hostile + "\"}]}");
        QVERIFY(document != nullptr);
        PictureOptions options;
        const QByteArray svg = Picture(document, options, m_fonts).toBytes(PictureFormat::Svg);
        for (const char *element : {"script", "image"}) {
            const auto found = textsOf(svg, QLatin1StringView(element));
            QVERIFY2(found.has_value(), "not well-formed");
            QCOMPARE(*found, QStringList());
        }
        QVERIFY(textsOf(svg, QLatin1StringView("title"))
                    ->first()
                    .startsWith(QStringLiteral("</title><script>alert(1)</script>&amp; ")));
        for (const char *text : {"text", "title"}) { // shown, not obeyed
            const QString all = textsOf(svg, QLatin1StringView(text))->join(u' ');
            QVERIFY(all.contains(QStringLiteral("‹U+0001›")) && all.contains(QStringLiteral("‹U+202E›")));
            QVERIFY(!all.contains(QChar(0x202E)));
        }
        QVERIFY(!Picture(document, options, m_fonts).toBytes(PictureFormat::Pdf).isEmpty());
    }

    void pdfHasItsTextsAsText() {
        const auto story = document("story");
        PictureOptions options;
        options.size = {1600, 900};
        const Picture picture(story, options, m_fonts);
        const auto text = outputOf(QStringLiteral("pdftotext"),
                                   {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")},
                                   picture.toBytes(PictureFormat::Pdf));
        QVERIFY2(text.has_value(), "pdftotext is needed: poppler-utils");
        const QString all = lettersOf(QString::fromUtf8(*text));
        const QStringList titles = wholeTitles(picture, *story);
        QVERIFY(titles.size() > 20);
        for (const QString &title : titles) {
            QVERIFY2(all.contains(lettersOf(title)), qPrintable(title));
        }
        QVERIFY(all.contains(lettersOf(story->title())));
    }

    void pdfHasThePicturesSize() {
        PictureOptions options;
        options.size = {800, 400};
        const QByteArray pdf = Picture(document("one"), options, m_fonts).toBytes(PictureFormat::Pdf);
        const auto info = outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf);
        QVERIFY2(info.has_value(), "pdfinfo is needed: poppler-utils");
        QVERIFY2(info->contains("600 x 300 pts"), info->constData());
        QVERIFY(info->contains("Pages:           1"));
    }

    void svgLooksLikeThePng_data() { addPictures(); }
    void svgLooksLikeThePng() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        const Picture picture(document(name), options, m_fonts);
        const auto png = outputOf(QStringLiteral("rsvg-convert"), {QStringLiteral("--format=png")},
                                  picture.toBytes(PictureFormat::Svg));
        QVERIFY2(png.has_value(), "rsvg-convert is needed: librsvg2-bin");
        const QImage drawn = QImage::fromData(*png).convertToFormat(QImage::Format_RGB32);
        const QImage own = picture.toImage();
        QCOMPARE(drawn.size(), own.size());
        // Measured: 0.6 to 5.7, mostly the edges of letters and marks, which a raster puts on whole pixels.
        // Another picture is 10 and more apart.
        const double apart = difference(own, drawn);
        QVERIFY2(apart < 8, qPrintable(QStringLiteral("mean difference %1 of 255").arg(apart)));
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
        QCOMPARE(QImage::fromData(scaled.toBytes(PictureFormat::Png)).size(), pixels);
        QCOMPARE(scaled.scene().toText(), plain.scene().toText());
    }

    void titleAndLegendTakeHeight() {
        PictureOptions options;
        const double both = Picture(document("story"), options, m_fonts).scene().size.height();
        options.title = false;
        const double legend = Picture(document("story"), options, m_fonts).scene().size.height();
        options.legend = false;
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
        const double expected = plot.left() + plot.width() * millisecondsBetween(*options.from, day.begin) /
                                                  millisecondsBetween(*options.from, *options.to);
        QVERIFY(std::abs(january->rect.left() - expected) < 0.5);
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
        const double part = (axis - options.view->left()) / (options.view->right() - options.view->left());
        const QRectF plot = picture.scene().plot;
        QVERIFY(std::abs(item->rect.center().x() - plot.left() - part * plot.width()) < 0.5);
    }

    void showsOnlyWhatTheFilterShows() {
        PictureOptions options;
        const auto story = document("story");
        options.shown = QBitArray(static_cast<qsizetype>(story->eventCount()), false);
        options.shown.setBit(0);
        const Picture picture(story, options, m_fonts);
        QCOMPARE(picture.scene().items.size(), std::size_t{1});
        QCOMPARE(picture.scene().items.front().event, 0U);
    }

    void manyLanesAreMadeSmallerAndNotCut() {
        QByteArray json = "[";
        for (int i = 0; i < 60; ++i) {
            const QByteArray number = QByteArray::number(i);
            json += (i > 0 ? "," : "") + QByteArray("{\"title\": \"e") + number + "\", \"date\": \"" +
                    QByteArray::number(1950 + i) + "\", \"category\": \"c" + number + "\"}";
        }
        PictureOptions options;
        options.size = {800, 400};
        const Picture picture(documentOf(json + "]"), options, m_fonts);
        QCOMPARE(picture.scene().lanes.size(), std::size_t{60});
        QVERIFY(picture.scene().contentHeight <= picture.scene().plot.height() + 1);
        QCOMPARE(picture.scene().items.size(), std::size_t{60});
        QCOMPARE(picture.toImage().size(), QSize(800, 400));
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
