// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/drawing.h"

#include "paint/drawing_builder.h"
#include "paint/picture_fixture.h"
#include "text/shaped_text.h"

using namespace timeline;

class DrawingTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

    /// The drawing of an empty document on which this is drawn.
    Drawing drawn(const std::function<void(DrawingBuilder &)> &draw) {
        const auto empty = documentOf("[]");
        const Theme theme = Theme::light();
        DrawingBuilder builder(*empty, theme);
        draw(builder);
        return {{100, 50}, theme.background, QStringLiteral("Title"), {}, builder.take()};
    }

private Q_SLOTS:
    void isAsItWas() {
        PictureOptions options;
        options.size = {400, 200};
        const QByteArray actual =
            Picture(
                documentOf(
                    "{\"title\": \"All\", \"asOf\": \"2021\", \"eras\": [{\"title\": \"Era\", \"date\": "
                    "\"2020/..\"}], \"events\": [{\"id\": \"a\", \"title\": \"A day\", \"date\": "
                    "\"2020-05-06~\", \"category\": \"c\", \"status\": \"claimed\"}, {\"title\": \"Years\", "
                    "\"date\": \"2019~/2021\", \"status\": \"planned\"}]}"),
                options, m_fonts)
                .drawing()
                .toText()
                .toUtf8();
        QFile golden(QStringLiteral(TEST_GOLDEN "/drawing.txt"));
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(actual) == actual.size());
            return;
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const QList<QByteArray> expected = golden.readAll().split('\n');
        const QList<QByteArray> lines = actual.split('\n');
        for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i) {
            QCOMPARE(lines[i], expected[i]);
        }
        QCOMPARE(lines.size(), expected.size());
    }

    void groupsAreNested_data() { addPictures(); }
    void groupsAreNested() {
        QFETCH(QByteArray, name);
        QFETCH(PictureOptions, options);
        const Drawing drawing = Picture(document(name), options, m_fonts).drawing();
        int depth = 0;
        int shapes = 0; // in the innermost group
        for (const Drawing::Element &element : drawing.elements) {
            shapes = std::holds_alternative<GroupBegin>(element) ? 0 : shapes + 1;
            depth += std::holds_alternative<GroupBegin>(element) ? 1 : 0;
            QVERIFY2(depth > 0, "outside of all groups");
            if (std::holds_alternative<GroupEnd>(element)) {
                QVERIFY2(shapes > 1, "an empty group");
                --depth;
            }
        }
        QCOMPARE(depth, 0);
    }

    void textsAreShaped_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("clusters"); // empty: not compared
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("plain") << QStringLiteral("R1: a")
                               << QStringList{u"R"_qs, u"1"_qs, u":"_qs, u" "_qs, u"a"_qs};
        QTest::newRow("ligature") << QStringLiteral("a->b") << QStringList{u"a"_qs, u"->"_qs, u"b"_qs};
        QTest::newRow("accent") << QStringLiteral("e\u0301x") << QStringList{u"e\u0301"_qs, u"x"_qs};
        QTest::newRow("right to left") << QStringLiteral("\u05D0\u05D1 (c) 12") << QStringList();
        QTest::newRow("from left to right")
            << QStringLiteral("c \u0633\u0644\u0627\u0645 12") << QStringList();
        QTest::newRow("joined") << QStringLiteral("\U0001F469\u200D\U0001F467") << QStringList();
        QTest::newRow("Han") << QStringLiteral("\u6881\u6587\u950B") << QStringList();
        QTest::newRow("blanks") << QStringLiteral("  a  b ") << QStringList();
        QTest::newRow("no character") << QStringLiteral("a\uFDD0") << QStringList();
        QTest::newRow("thousands") << QString(5000, u'w') << QStringList();
    }
    void textsAreShaped() {
        QFETCH(QString, text);
        QFETCH(QStringList, clusters);
        const DrawnText shaped = shapedText(text, TextRole::Label);
        QString all;
        QStringList found;
        for (const DrawnText::Run &run : shaped.runs) {
            all += run.text();
            for (const DrawnText::Cluster &cluster : run.clusters) {
                found << cluster.text;
                QVERIFY(!cluster.glyphs.empty());
                for (const DrawnText::Glyph &glyph : cluster.glyphs) {
                    QVERIFY(glyph.offset.x() >= -1 && glyph.offset.x() <= shaped.width);
                }
            }
        }
        QCOMPARE(all, text);
        QVERIFY(clusters.isEmpty() || found == clusters);
        QVERIFY(std::abs(shaped.width - m_fonts.width(text, TextRole::Label)) < 0.1);
    }

    void textsLieOnWholePixels() {
        const Drawing drawing = drawn([](DrawingBuilder &builder) {
            builder.text({QStringLiteral("A"), 10.3, 20.4, 100, TextRole::Label}, Qt::black);
        });
        const auto &text = std::get<DrawnText>(drawing.elements.front());
        QCOMPARE(text.origin.x(), 10.3);
        QCOMPARE(text.origin.y(), std::floor(text.origin.y()));
    }

    void whatNoFontHasIsToldOnce() {
        const Drawing drawing = drawn([](DrawingBuilder &builder) {
            builder.text({QStringLiteral("a\uFDD0 \uFDD0\u200B"), 0, 0, 100, TextRole::Label}, Qt::black);
            builder.text({QStringLiteral("\uFDD1"), 0, 0, 100, TextRole::Title}, Qt::black);
        });
        const std::vector<Drawing::Missing> missing = drawing.missingCharacters();
        QCOMPARE(missing.size(), std::size_t{2});
        QCOMPARE(missing[0].character, U'\uFDD0');
        QCOMPARE(missing[0].text, QStringLiteral("a\uFDD0 \uFDD0\u200B"));
        QCOMPARE(missing[1].character, U'\uFDD1');
    }

    void emptyGroupsAreNone() {
        const Drawing drawing = drawn([](DrawingBuilder &builder) {
            builder.begin(DrawnKind::Axis);
            builder.begin(DrawnKind::Eras);
            builder.end();
            builder.end();
        });
        QVERIFY(drawing.elements.empty());
    }
};

QTEST_MAIN(DrawingTest)
#include "drawing_test.moc"
