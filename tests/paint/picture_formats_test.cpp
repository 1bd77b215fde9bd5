// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/picture_fixture.h"

#include <QImage>
#include <QRegularExpression>
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

/// The attributes of an SVG's groups of this class, with their titles as "title".
QList<QHash<QString, QString>> groupsOf(const QByteArray &svg, QLatin1StringView ofClass) {
    QList<QHash<QString, QString>> groups;
    QXmlStreamReader xml(svg);
    bool isWithin = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"g") {
            isWithin = xml.attributes().value(QLatin1StringView("class")) == ofClass;
            if (isWithin) {
                groups.emplace_back();
                for (const QXmlStreamAttribute &attribute : xml.attributes()) {
                    groups.back().insert(attribute.name().toString(), attribute.value().toString());
                }
            }
        } else if (isWithin && xml.name() == u"title") {
            groups.back().insert(QStringLiteral("title"), xml.readElementText());
        }
    }
    return groups;
}

/// Without blanks: lines may be broken elsewhere.
QString withoutBlanks(QString text) {
    return text.removeIf([](QChar c) { return c.isSpace(); });
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

/// How far two pictures of one size, of 32 bits a pixel, differ: the root of the mean square over all pixels
/// and colours, in percent.
double difference(const QImage &a, const QImage &b) {
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto *one = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *other = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x) {
            const int red = qRed(one[x]) - qRed(other[x]);
            const int green = qGreen(one[x]) - qGreen(other[x]);
            const int blue = qBlue(one[x]) - qBlue(other[x]);
            sum += red * red + green * green + blue * blue;
        }
    }
    return 100 * std::sqrt(static_cast<double>(sum) / 3 / a.width() / a.height()) / 255;
}

/// A page of a PDF, at 96 dots to the inch.
std::optional<QImage> pageOf(const QByteArray &pdf) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.flush()) {
        return std::nullopt;
    }
    const auto png =
        outputOf(QStringLiteral("pdftoppm"),
                 {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"), file.fileName()}, {});
    return png ? std::optional(QImage::fromData(*png).convertToFormat(QImage::Format_RGB32)) : std::nullopt;
}

/// Events of every status, with edges that fade, every kind of fill and very many of them.
QByteArray many() {
    QByteArray json = "{\"title\": \"Five thousand\", \"events\": [";
    const std::array statuses = {"confirmed", "reported", "claimed", "disputed", "planned", "cancelled"};
    for (unsigned i = 0; i < 5000; ++i) {
        const unsigned year = 1000 + i * 7919 % 1000;
        json += (i > 0 ? ",{" : "{") + QByteArray("\"title\": \"Event ") + QByteArray::number(i) +
                " -> 1:2\", \"date\": \"" + QByteArray::number(year) + "~/" +
                QByteArray::number(year + i % 40) + "~\", \"status\": \"" + statuses[i % statuses.size()] +
                "\", \"category\": \"" + QByteArray::number(i % 5) + "\"}";
    }
    return json + "]}";
}

} // namespace

class PictureFormatsTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

private Q_SLOTS:
    void svgHasItsTextsAsText_data() { addPictures(); }
    void svgHasItsTextsAsText() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        const auto shown = document(name);
        const Picture picture(shown, options, m_fonts);
        const QByteArray svg = *picture.toBytes(PictureFormat::Svg);
        const auto texts = textsOf(svg, QLatin1StringView("text"));
        QVERIFY(texts.has_value());
        for (const QString &title : wholeTitles(picture, *shown)) {
            QVERIFY2(texts->contains(title), qPrintable(title));
        }
        QCOMPARE(textsOf(svg, QLatin1StringView("title"))->first(), shown->title());
    }

    void svgHasAGroupForEachEvent_data() { addPictures(); }
    void svgHasAGroupForEachEvent() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        const auto shown = document(name);
        const Picture picture(shown, options, m_fonts);
        const QByteArray svg = *picture.toBytes(PictureFormat::Svg);
        const auto events = groupsOf(svg, QLatin1StringView("event"));
        const auto clusters = groupsOf(svg, QLatin1StringView("cluster"));
        qsizetype event = 0;
        qsizetype cluster = 0;
        for (const SceneItem &item : picture.scene().items) {
            if (item.shape == ItemShape::Cluster) {
                QVERIFY(cluster < clusters.size());
                QCOMPARE(clusters[cluster++][QStringLiteral("data-count")], QString::number(item.count));
                continue;
            }
            QVERIFY(event < events.size());
            const QHash<QString, QString> &group = events[event++];
            const EventDetails details = shown->details(item.event);
            const QString number = QStringLiteral("#%1").arg(item.event + 1);
            QCOMPARE(group[QStringLiteral("data-event")], details.id.isEmpty() ? number : details.id);
            QCOMPARE(group[QStringLiteral("data-category")], details.category);
            QCOMPARE(group[QStringLiteral("data-status")], toString(details.status));
            QCOMPARE(group[QStringLiteral("title")], details.title);
        }
        QCOMPARE(event, events.size());
        QCOMPARE(cluster, clusters.size());
        QVERIFY(svg.contains(" role=\"img\""));
    }

    void strangersTextsStayText() {
        const QByteArray hostile =
            "</title><script>alert(1)</script>&amp; ]]> \\u0001\\uFFFF\\uFDD0\\u202E\\\"'"
            "<image href='http://x/'/>";
        const auto document = documentOf("{\"title\": \"" + hostile + "\", \"events\": [{\"id\": \"" +
                                         hostile + "\", \"title\": \"" + hostile +
                                         "\", \"date\": \"2020\", \"category\": \"" + hostile + "\"}]}");
        QVERIFY(document != nullptr);
        const Picture picture(document, PictureOptions{}, m_fonts);
        const QByteArray svg = *picture.toBytes(PictureFormat::Svg);
        for (const char *element : {"script", "image"}) {
            const auto found = textsOf(svg, QLatin1StringView(element));
            QVERIFY2(found.has_value(), "not well-formed");
            QCOMPARE(*found, QStringList());
        }
        for (const char *text : {"text", "title"}) { // shown, not obeyed
            const QString all = textsOf(svg, QLatin1StringView(text))->join(u' ');
            QVERIFY(all.contains(QStringLiteral("</title><script>alert(1)</script>&amp; ]]> ")));
            QVERIFY(all.contains(QStringLiteral("‹U+0001›")) && all.contains(QStringLiteral("‹U+202E›")));
            QVERIFY(!all.contains(QChar(0x202E)));
        }
        QCOMPARE(groupsOf(svg, QLatin1StringView("event")).size(), 1);
        QVERIFY(picture.toBytes(PictureFormat::Pdf));
    }

    void pdfHasItsTextsAsText() {
        const auto story = document("story");
        PictureOptions options;
        options.size = {1600, 900};
        const Picture picture(story, options, m_fonts);
        const auto text = outputOf(QStringLiteral("pdftotext"),
                                   {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")},
                                   *picture.toBytes(PictureFormat::Pdf));
        QVERIFY2(text.has_value(), "pdftotext is needed: poppler-utils");
        const QString all = withoutBlanks(QString::fromUtf8(*text));
        const QStringList titles = wholeTitles(picture, *story);
        QVERIFY(titles.size() > 20);
        for (const QString &title : titles) {
            QVERIFY2(all.contains(withoutBlanks(title)), qPrintable(title));
        }
        QVERIFY(all.contains(withoutBlanks(story->title())));
    }

    void titlesOfManyScriptsAreTextInThePdf() {
        const Picture picture(documentIn(QStringLiteral(TEST_DATA "/scripts.json")), PictureOptions{},
                              m_fonts);
        const auto text = outputOf(QStringLiteral("pdftotext"),
                                   {QStringLiteral("-raw"), QStringLiteral("-"), QStringLiteral("-")},
                                   *picture.toBytes(PictureFormat::Pdf));
        QVERIFY2(text.has_value(), "pdftotext is needed: poppler-utils");
        const QString all = withoutBlanks(QString::fromUtf8(*text));
        for (const char *title :
             {"深度求索发布开源推理模型", "भारत ने नियम जारी किए", "Launch 🚀🇪🇺👩‍🚀 succeeds",
              "Việt Nam, Ελλάδα, Қазақстан", "ประเทศไทย 日本 한국"}) {
            QVERIFY2(all.contains(withoutBlanks(QString::fromUtf8(title))), title);
        }
        QVERIFY(picture.drawing().missingCharacters().empty());
    }

    void svgBringsItsFonts() {
        const QByteArray svg =
            *Picture(documentIn(QStringLiteral(TEST_DATA "/scripts.json")), PictureOptions{}, m_fonts)
                 .toBytes(PictureFormat::Svg);
        const QStringList styles = *textsOf(svg, QLatin1StringView("style"));
        QCOMPARE(styles.size(), 1);
        static const QRegularExpression face(QStringLiteral(
            "font-family:'([^']+)';font-weight:\\d+;src:url\\(data:font/woff2;base64,([^)]+)\\)"));
        QSet<QString> brought;
        for (const auto &match : face.globalMatch(styles.first())) {
            const QByteArray font = QByteArray::fromBase64(match.captured(2).toLatin1());
            QVERIFY(font.startsWith("wOF2") && font.size() > 500);
            brought += match.captured(1);
        }
        static const QRegularExpression family(QStringLiteral("font-family=\"'([^']+)'"));
        QSet<QString> named;
        for (const auto &match : family.globalMatch(QString::fromUtf8(svg))) {
            named += match.captured(1);
        }
        QCOMPARE(named, brought);
        QVERIFY(brought.size() > 5);
    }

    void pdfHasEveryFontAndNoDate() {
        PictureOptions options;
        options.size = {800, 400};
        const QByteArray pdf = *Picture(document("one"), options, m_fonts).toBytes(PictureFormat::Pdf);
        const auto info = outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-")}, pdf);
        QVERIFY2(info.has_value(), "pdfinfo is needed: poppler-utils");
        QVERIFY2(info->contains("600 x 300 pts"), info->constData());
        QVERIFY(info->contains("Pages:           1"));
        QVERIFY2(info->contains(" 2000\n") || info->contains(" 2000 UTC\n"), info->constData());
        const auto fonts = outputOf(QStringLiteral("pdffonts"), {QStringLiteral("-")}, pdf);
        QVERIFY(fonts.has_value());
        const QList<QByteArray> lines = fonts->trimmed().split('\n').sliced(2);
        QVERIFY(!lines.isEmpty());
        for (const QByteArray &line : lines) { // embedded, a subset, with its characters
            QVERIFY2(line.contains("+Inter-") && line.contains(" yes yes yes "), line.constData());
        }
    }

    void formatsAgree_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("dark");
        const auto add = [](const char *name, const QByteArray &json, bool dark = false) {
            QTest::newRow(name) << json << dark;
        };
        const auto fileOf = [](const QString &name) {
            QFile file(name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        add("story", fileOf(QStringLiteral(RESOURCES "/deepseek.json")));
        add("story, dark", fileOf(QStringLiteral(RESOURCES "/deepseek.json")), true);
        add("looks", fileOf(QStringLiteral(TEST_DATA "/looks.json")));
        add("looks, dark", fileOf(QStringLiteral(TEST_DATA "/looks.json")), true);
        add("deep", fileOf(QStringLiteral(TEST_DATA "/deep.json")));
        add("nothing", "[]");
        add("many", many());
        add("eras", "{\"eras\": [{\"title\": \"Era\", \"date\": \"2001/2005\"}, {\"title\": \"On\", "
                    "\"date\": \"2003/..\"}], \"events\": [{\"title\": \"In it\", \"date\": \"2004\"}]}");
        // In characters that one of the fonts has which this test needs.
        add("from right to left",
            "[{\"title\": \"\\u05e9\\u05dc\\u05d5\\u05dd abc 12:30\", \"date\": \"2020\", \"category\": "
            "\"\\u05d0\"}, {\"title\": \"abc \\u05e9\\u05dc\\u05d5\\u05dd (12)\", \"date\": \"2022\"}]");
    }
    void formatsAgree() {
        QFETCH(QByteArray, json);
        QFETCH(bool, dark);
        PictureOptions options;
        options.size = {1200, 640};
        options.dark = dark;
        options.layout.grouping = LaneGrouping::Status;
        const Picture picture(documentOf(json), options, m_fonts);
        const QImage own = picture.toImage();
        const auto svg = outputOf(QStringLiteral("rsvg-convert"), {QStringLiteral("--format=png")},
                                  *picture.toBytes(PictureFormat::Svg));
        QVERIFY2(svg.has_value(), "rsvg-convert is needed: librsvg2-bin");
        const auto pdf = pageOf(*picture.toBytes(PictureFormat::Pdf));
        QVERIFY2(pdf.has_value(), "pdftoppm is needed: poppler-utils");
        // Measured: the edges of letters, 0.2 to 2 % in SVG; those of lines too, 1 to 3 % in PDF.
        constexpr double most = 4;
        for (const QImage &other : {QImage::fromData(*svg).convertToFormat(QImage::Format_RGB32), *pdf}) {
            QCOMPARE(other.size(), own.size());
            const double apart = difference(own, other);
            QVERIFY2(apart < most, qPrintable(QStringLiteral("they differ by %1 %").arg(apart)));
        }
    }

    void edgesFadeInThePdf() {
        // Nothing else is drawn where the bar's end is.
        PictureOptions options;
        options.size = {600, 200};
        options.dark = true;
        options.parts.legend = false;
        const Picture picture(documentOf("[{\"title\": \"A\", \"date\": \"2020-01-01/2021-12-31~\"}]"),
                              options, m_fonts);
        const QRectF bar = picture.scene().items.front().rect;
        const auto page = pageOf(*picture.toBytes(PictureFormat::Pdf));
        QVERIFY2(page.has_value(), "pdftoppm is needed: poppler-utils");
        const auto lightness = [&](double x) {
            return page->pixelColor(int(x), int(bar.center().y()) + 3).lightness();
        };
        const int ground = Theme::night().background.lightness();
        QVERIFY(lightness(bar.right() - 60) > lightness(bar.right() - 14) + 10);
        QVERIFY(lightness(bar.right() - 14) > lightness(bar.right() - 3) + 10);
        QVERIFY(std::abs(lightness(bar.right() - 2) - ground) < 25);
    }
};

QTEST_MAIN(PictureFormatsTest)
#include "picture_formats_test.moc"
