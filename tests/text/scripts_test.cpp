// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/fonts.h"
#include "text/shaped_text.h"
#include "text/web_font.h"

#include <QTest>
#include <unicode/uset.h>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array weights = {400, 500, 600, 700};

QStringList familiesOf(const DrawnText &text) {
    QStringList families;
    for (const DrawnText::Run &run : text.runs) {
        families << (run.isCode ? u"code"_s : run.face->family().mid(u"Timeloom "_s.size()));
    }
    return families;
}

QString textOf(const DrawnText &drawn) {
    QString all;
    for (const DrawnText::Run &run : drawn.runs) {
        all += run.text();
    }
    return all;
}

bool hasEveryGlyph(const DrawnText &drawn) {
    return std::ranges::all_of(drawn.runs, [](const DrawnText::Run &run) {
        return std::ranges::all_of(run.clusters, [](const DrawnText::Cluster &cluster) {
            return !cluster.glyphs.empty() &&
                   std::ranges::all_of(cluster.glyphs, [](const auto &glyph) { return glyph.index != 0; });
        });
    });
}

} // namespace

class ScriptsTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

private Q_SLOTS:
    void eachIsInFacesOfOurs_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("families");
        QTest::newRow("English") << u"The quick brown fox – “R1”, 12:30 → 100 %"_s << QStringList{u"Sans"_s};
        QTest::newRow("Vietnamese") << u"Việt Nam, Phạm Văn Đồng"_s << QStringList{u"Sans"_s};
        QTest::newRow("Polish") << u"Zażółć gęślą jaźń"_s << QStringList{u"Sans"_s};
        QTest::newRow("decomposed") << u"Vie\u0302\u0323t A\u030A"_s << QStringList{u"Sans"_s};
        QTest::newRow("African") << u"Ɛ̀bʋ ŋɔ ɖe ɓaa"_s << QStringList();
        QTest::newRow("Greek") << u"Ελλάδα, Ἀθῆναι"_s << QStringList{u"Sans"_s};
        QTest::newRow("Russian") << u"Россия и Ёлка"_s << QStringList{u"Sans"_s};
        QTest::newRow("Kazakh") << u"Қазақстан, Ұлытау"_s << QStringList{u"Sans"_s};
        QTest::newRow("Arabic") << u"أُسِّست الشركة في هانغتشو"_s << QStringList{u"Noto Sans Arabic"_s};
        QTest::newRow("Persian") << u"پژوهش‌گران گفتند"_s
                                 << QStringList{u"Noto Sans Arabic"_s};
        QTest::newRow("Hebrew") << u"שָׁלוֹם עולם"_s << QStringList{u"Noto Sans Hebrew"_s};
        QTest::newRow("Hindi") << u"भारत ने नियम जारी किए"_s << QStringList{u"Noto Sans Devanagari"_s};
        QTest::newRow("Bengali") << u"বাংলাদেশ স্বাধীন হয়"_s << QStringList{u"Noto Sans Bengali"_s};
        QTest::newRow("Tamil") << u"தமிழ் நாடு"_s << QStringList{u"Noto Sans Tamil"_s};
        QTest::newRow("Thai") << u"ประเทศไทยที่"_s << QStringList{u"Noto Sans Thai"_s};
        QTest::newRow("Georgian") << u"საქართველო"_s << QStringList{u"Noto Sans Georgian"_s};
        QTest::newRow("Armenian") << u"Հայաստան"_s << QStringList{u"Noto Sans Armenian"_s};
        QTest::newRow("Chinese") << u"深度求索发布《开源推理模型》、梁文锋。"_s
                                 << QStringList{u"Noto Sans CJK"_s};
        QTest::newRow("traditional") << u"臺灣積體電路製造"_s << QStringList{u"Noto Sans CJK"_s};
        QTest::newRow("Japanese") << u"日本のカタカナとひらがな"_s << QStringList{u"Noto Sans CJK"_s};
        QTest::newRow("Korean") << u"한국"_s << QStringList{u"Noto Sans CJK"_s};
        QTest::newRow("symbols") << u"⚖ ☎ ♛"_s << QStringList();
        QTest::newRow("mathematics") << u"∀x∈ℝ: x²≥0"_s << QStringList();
        QTest::newRow("emoji") << u"🚀🇪🇺👩‍🚀1️⃣❤️"_s << QStringList{u"Emoji"_s};
        QTest::newRow("emoji behind Hindi")
            << u"हिन्दी 🚀"_s << QStringList{u"Noto Sans Devanagari"_s, u"Emoji"_s};
        QTest::newRow("mixed") << u"R1 العربية 12"_s
                               << QStringList{u"Sans"_s, u"Noto Sans Arabic"_s, u"Sans"_s};
        QTest::newRow("blanks") << u"  a\u00A0\u2009b\u3000c \t"_s << QStringList();
        QTest::newRow("nothing to see") << u"a\u200B\u2060b"_s << QStringList{u"Sans"_s};
        QTest::newRow("hieroglyphs") << u"a\U00013000b"_s << QStringList{u"Sans"_s, u"code"_s, u"Sans"_s};
        QTest::newRow("two lacked") << u"\U00013000\U00013001"_s << QStringList{u"code"_s, u"code"_s};
        QTest::newRow("a strange accent") << u"क\u030A"_s << QStringList();
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) + u"x"_s << QStringList{u"code"_s, u"Sans"_s};
    }
    void eachIsInFacesOfOurs() {
        QFETCH(QString, text);
        QFETCH(QStringList, families);
        for (const int weight : weights) {
            const TextStyle style{13, weight};
            const DrawnText drawn = shapedText(text, style);
            QVERIFY(hasEveryGlyph(drawn));
            QCOMPARE(textOf(drawn).replace(u'\t', u' '), QString(text).replace(u'\t', u' '));
            QVERIFY(families.isEmpty() ? !familiesOf(drawn).contains(u"code"_s)
                                       : familiesOf(drawn) == families);
            QVERIFY(drawn.width > 0);
            // What layout was told is what is drawn.
            const double measured = m_fonts.width(text, style);
            QVERIFY2(std::abs(measured - drawn.width) < 0.01,
                     qPrintable(u"%1 for %2"_s.arg(measured).arg(drawn.width)));
        }
    }

    void theFirstLetterFromTheRightStandsThere() {
        const DrawnText drawn = shapedText(u"ab שלום"_s, {13, 400});
        QCOMPARE(drawn.runs.size(), std::size_t{2});
        const auto &hebrew = drawn.runs[1].clusters;
        for (std::size_t i = 1; i < hebrew.size(); ++i) {
            QVERIFY(hebrew[i].glyphs.front().offset.x() < hebrew[i - 1].glyphs.front().offset.x());
        }
        QVERIFY(hebrew.front().glyphs.front().offset.x() >
                drawn.runs[0].clusters.back().glyphs[0].offset.x());
        // In a text from right to left what is Latin stands to the left of what is before it.
        const DrawnText turned = shapedText(u"שלום ab"_s, {13, 400});
        QVERIFY(turned.runs.back().clusters.front().glyphs[0].offset.x() <
                turned.runs.front().clusters.front().glyphs[0].offset.x());
    }

    void arabicLettersJoin() {
        const double apart = shapedText(u"ب"_s, {13, 400}).width * 3;
        QVERIFY(shapedText(u"ببب"_s, {13, 400}).width < 0.8 * apart);
    }

    void weightsAreThoseOfTheFamily() {
        const auto weightOf = [](const QString &text, const TextStyle &style) {
            return faceFor(text, style)->weight();
        };
        for (const int weight : weights) {
            QCOMPARE(weightOf(u"a"_s, {13, weight}), weight);
            QCOMPARE(weightOf(u"م"_s, {13, weight}), weight <= 500 ? 400 : 700);
            QCOMPARE(weightOf(u"中"_s, {13, weight}), weight <= 500 ? 400 : 700);
        }
        QCOMPARE(faceFor(u"A", {46, 700, true})->family(), u"Timeloom Title"_s);
        QCOMPARE(faceFor(u"Я", {46, 400, true})->family(), u"Timeloom Title"_s);
        QCOMPARE(weightOf(u"م"_s, {46, 400, true}), 700);
    }

    void everyEmojiIsOne() {
        UErrorCode error = U_ZERO_ERROR;
        const USet *all = u_getBinaryPropertySet(UCHAR_RGI_EMOJI, &error);
        QVERIFY(U_SUCCESS(error) != 0);
        QSet<QString> emoji;
        for (int i = 0; i < uset_getItemCount(all); ++i) {
            UChar32 first = 0;
            UChar32 last = 0;
            std::array<UChar, 64> text{};
            const int length = uset_getItem(all, i, &first, &last, text.data(), int{text.size()}, &error);
            if (length > 0) {
                emoji += QString(reinterpret_cast<const QChar *>(text.data()), length);
            }
            for (UChar32 c = first; length == 0 && c <= last; ++c) {
                emoji += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
            }
        }
        QVERIFY(emoji.size() > 3000);
        for (const QString &one : std::as_const(emoji)) {
            const DrawnText drawn = shapedText(one, {13, 600});
            QVERIFY2(familiesOf(drawn) == QStringList{u"Emoji"_s} && hasEveryGlyph(drawn), qPrintable(one));
            QVERIFY2(drawn.width < 13 * 1.5, qPrintable(one));
        }
    }

    void facesAreWhole() {
        QSet<QString> kin;
        for (const Face &face : faces()) {
            QVERIFY2(face.bytes().size() > 10000, qPrintable(face.family()));
            QVERIFY2(face.notice().contains(u"Copyright"_s) || face.notice().contains(u'©'),
                     qPrintable(face.family()));
            QVERIFY(face.ascent() > 0.5 && face.descent() > 0 && face.capHeight() >= 0);
            kin += face.kin();
        }
        QCOMPARE(kin.size(), 16);
        const Face &chinese = *faceFor(u"中", {13, 400});
        int count = 0;
        for (char32_t c = 0x2000; c < 0x10000; ++c) {
            count += chinese.has(c) ? 1 : 0;
        }
        QVERIFY2(count > 13000, qPrintable(QString::number(count)));
    }

    void cutTextsFit_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin") << u"Some words that are cut"_s;
        QTest::newRow("Arabic") << u"أُسِّست الشركة في هانغتشو"_s;
        QTest::newRow("Hindi") << u"भारत ने नियम जारी किए"_s;
        QTest::newRow("emoji") << u"👩‍🚀👩‍🚀👩‍🚀👩‍🚀"_s;
        QTest::newRow("Chinese") << u"深度求索发布开源推理模型"_s;
    }
    void cutTextsFit() {
        QFETCH(QString, text);
        const TextStyle style{18, 700};
        QCOMPARE(m_fonts.elided(text, style, m_fonts.width(text, style)), text);
        qsizetype longest = 0;
        for (double room = 0; room < m_fonts.width(text, style); room += 7) {
            const QString cut = m_fonts.elided(text, style, room);
            QVERIFY(cut.isEmpty() || cut.endsWith(QChar(0x2026)));
            QVERIFY(m_fonts.width(cut, style) <= room + 0.01);
            QVERIFY(text.startsWith(cut.chopped(cut.isEmpty() ? 0 : 1)));
            QVERIFY(cut.size() >= longest);
            longest = cut.size();
        }
        QVERIFY(longest > 2);
    }

    void webFontsAreSmallAndTheSame() {
        for (const QString &text : {u"Abc 12"_s, u"深度"_s, u"العربية"_s, u"🚀"_s}) {
            const Face &face = *faceFor(
                QStringView(text).first(text.size() == 2 && text[0].isSurrogate() ? 2 : 1), {13, 400});
            std::set<char32_t> characters;
            for (const uint c : text.toUcs4()) {
                characters.insert(c);
            }
            const QByteArray font = webFont(face, characters);
            QVERIFY(font.startsWith("wOF2") && font.size() > 500);
            QVERIFY2(font.size() < 10000, qPrintable(QString::number(font.size())));
            QCOMPARE(webFont(face, characters), font);
        }
    }
};

QTEST_APPLESS_MAIN(ScriptsTest)
#include "scripts_test.moc"
