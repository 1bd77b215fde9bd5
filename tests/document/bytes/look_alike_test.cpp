// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/look_alike.h"

#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Texts that look like others are marked, and what any script needs is not.
class LookAlikeTest : public QObject {
    Q_OBJECT

private slots:
    void marks_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char *name, const char16_t *text, const char16_t *marked) {
            QTest::newRow(name) << QStringView(text).toString() << QStringView(marked).toString();
        };
        row("blank behind", u"svchost.exe ", u"svchost.exe‹U+0020›");
        row("blanks before", u"  a b", u"‹U+0020›‹U+0020›a b");
        row("one letter", u" a", u"‹U+0020›a");
        row("tab and line end", u"\ta\n", u"‹U+0009›a‹U+000A›");
        row("no-break space at an end", u"a\u00A0", u"a‹U+00A0›");
        row("ideographic blank at an end", u"中文\u3000", u"中文‹U+3000›");
        row("zero width space", u"svc\u200Bhost.exe", u"svc‹U+200B›host.exe");
        row("zero width space alone", u"\u200B", u"‹U+200B›");
        row("with a blank", u"a \u200B", u"a‹U+0020›‹U+200B›");
        row("byte order mark", u"\uFEFFsvchost", u"‹U+FEFF›svchost");
        row("word joiner", u"svc\u2060host", u"svc‹U+2060›host");
        row("soft hyphen", u"svc\u00ADhost", u"svc‹U+00AD›host");
        row("grapheme joiner", u"svc\u034Fhost", u"svc‹U+034F›host");
        row("joiner in Latin", u"svc\u200Dhost", u"svc‹U+200D›host");
        row("non-joiner in Latin", u"svc\u200Chost", u"svc‹U+200C›host");
        row("non-joiner at an end", u"می\u200C", u"می‹U+200C›");
        row("variation of a letter", u"svc\uFE0Fhost", u"svc‹U+FE0F›host");
        row("variation of a digit", u"svc1\uFE0Fhost", u"svc1‹U+FE0F›host");
        row("far variation", u"a\U000E0101b", u"a‹U+E0101›b");
        row("tags", u"a\U000E0041b", u"a‹U+E0041›b");
        row("Hangul filler", u"a\u3164b", u"a‹U+3164›b");
        row("mark of direction", u"abc\u200E", u"abc‹U+200E›");
        row("Cyrillic in Latin", u"svсhost.exe", u"sv‹U+0441›host.exe");
        row("Cyrillic first", u"аpple", u"‹U+0430›pple");
        row("half of each", u"раypal", u"‹U+0440›‹U+0430›ypal");
        row("capital", u"MicrоSоft", u"Micr‹U+043E›S‹U+043E›ft");
        row("with digits", u"hоst1.local", u"h‹U+043E›st1.local");
        row("with an underscore", u"svc_hоst", u"svc_h‹U+043E›st");
        row("between the two", u"h\u200Bоst", u"h‹U+200B›‹U+043E›st");
        row("Latin in Cyrillic", u"Мосkва", u"Мос‹U+006B›ва");
        row("Greek in Latin", u"Ηello gοod", u"‹U+0397›ello g‹U+03BF›od");
        row("Latin in Greek", u"Kόσμος", u"‹U+004B›όσμος");
        row("two blanks", u"svc  host", u"svc ‹U+0020›host");
        row("tab", u"svc\thost", u"svc‹U+0009›host");
        row("narrow no-break space", u"svc\u202Fhost", u"svc‹U+202F›host");
        row("figure space", u"svc\u2007host", u"svc‹U+2007›host");
        row("wide blank in Latin", u"svc\u3000host", u"svc‹U+3000›host");
        row("thin blank", u"svc\u2009host", u"svc‹U+2009›host");
        row("wide letter", u"ｓvchost", u"‹U+FF53›vchost");
        row("wide letters and digits", u"svc１2 hＯst", u"svc‹U+FF11›2 h‹U+FF2F›st");
        row("ligature", u"oﬃce ﬁles", u"o‹U+FB03›ce ‹U+FB01›les");
        row("letter of mathematics", u"𝐬vchost", u"‹U+1D42C›vchost");
        row("Kelvin", u"\u212Aevin", u"‹U+212A›evin");
        row("Roman number", u"Ⅹbox", u"‹U+2169›box");
        row("one dot leader", u"svchost․exe", u"svchost‹U+2024›exe");
        row("wide point", u"svchost．exe", u"svchost‹U+FF0E›exe");
    }
    void marks() {
        QFETCH(QString, text);
        QTEST(visibleName(text), "marked");
        QVERIFY(!isPlainlySeen(text.toStdString(), TextUse::Name));
        const std::vector<LookAlikeAt> found = lookAlikes(text, TextUse::Name);
        QVERIFY(std::ranges::is_sorted(found, {}, &LookAlikeAt::at));
        QCOMPARE(lookAlikes(text, TextUse::Title), found);
    }

    void noBreakSpaces_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asName");
        QTest::newRow("between words") << u"svc\u00A0host"_s << u"svc‹U+00A0›host"_s;
        QTest::newRow("sentences") << u"It began.  Then it ended"_s << u"It began. ‹U+0020›Then it ended"_s;
        QTest::newRow("number") << u"10\u202F000\u00A0€"_s << u"10\u202F000\u00A0€"_s;
        QTest::newRow("unit") << u"5\u00A0km"_s << u"5\u00A0km"_s;
        QTest::newRow("signs") << u"Où\u202F? «\u00A0Ici\u00A0» !"_s << u"Où\u202F? «\u00A0Ici\u00A0» !"_s;
        QTest::newRow("short form") << u"M.\u00A0Roux"_s << u"M.\u00A0Roux"_s;
    }
    void noBreakSpaces() {
        QFETCH(QString, text);
        QTEST(visibleName(text), "asName");
        QCOMPARE(visibleName(text, TextUse::Title), text);
    }

    void leavesWhatIsMeant_data() {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char16_t *text) {
            QTest::newRow(name) << QStringView(text).toString();
        };
        row("nothing", u"");
        row("a blank", u" ");
        row("blanks", u" \u00A0\u3000 ");
        row("ASCII", u"svchost.exe -k netsvcs, 3 times (at 10:30)!");
        row("eight", u"abcdefgh");
        row("German", u"Größe, Straße und Öl");
        row("Vietnamese", u"Hà Nội, ngày 2 tháng 9");
        row("decomposed", u"Cafe\u0301 de\u0301ja\u0300");
        row("Turkish", u"İstanbul ve Iğdır");
        row("Russian", u"Осада Очакова, 1788 г.");
        row("Russian of letters that look Latin", u"СССР, ВМС, сосна");
        row("Ukrainian", u"Їжак і п’ять яєць у Києві");
        row("Serbian", u"Љубав и њива, Јовић");
        row("Kazakh", u"Қазақстан Республикасы, әліпби");
        row("Russian beside Latin", u"Запуск Windows 95 в Москве (Microsoft)");
        row("parted by a hyphen", u"Wi-Fi-роутер, IT-компания, 3D-принтер");
        row("declined abbreviation", u"для VIPам, SMSка, PRом");
        row("Cyrillic letters and digits", u"х86 и С++, Ми-8");
        row("units in Russian", u"5 мкм, 220 В, 10 кВт·ч, 36 °С");
        row("Greek", u"Η Ελλάδα και ο κόσμος, Αθήνα");
        row("Greek beside Latin", u"Το Facebook στην Ελλάδα");
        row("micro", u"5 μs, 10 µm, 3 μF");
        row("ohm", u"4,7 kΩ, 3 MΩ, 10 Ω");
        row("maths", u"ΔT = αx + βy², λx.x, Δx→0, ∑ xᵢ ≤ ∞");
        row("invisible only as an operator", u"ΔE = hν");
        row("proteins", u"NF-κB, TNFα, IFNγ, TGFβ1, PGC1α, β2m, Aβ42");
        row("chemistry", u"α-D-Glucose, β-Naphthol, H₂O, CO₂, N,N-Dimethylformamid");
        row("Persian", u"می\u200Cخواهم کتاب\u200Cها را بخوانم");
        row("Persian behind Latin", u"فایل PDF\u200Cها");
        row("Arabic", u"ه\u200D 1445، بِسْمِ اللَّهِ");
        row("Arabic with a mark of direction", u"سلام\u200F (abc)\u200E");
        row("Hebrew", u"שָׁלוֹם\u200F, תל אביב");
        row("Hindi", u"क्\u200Dष और क्\u200Cष, हिन्दी");
        row("Bengali", u"র\u200D\u09CDয\u09BEব");
        row("Malayalam", u"അവന്\u200D");
        row("Sinhala", u"ශ්\u200Dරී ලංකා");
        row("Thai", u"กรุงเทพ\u200Bมหานคร");
        row("Khmer", u"ភាសា\u200Bខ្មែរ");
        row("Burmese", u"မြန်မာ\u200Bဘာသာ");
        row("Mongolian", u"ᠮᠣᠩᠭᠣᠯ\u180B");
        row("Chinese", u"梁文锋\u3000创办深度求索，2023年");
        row("variation of an ideograph", u"葛\U000E0100飾区");
        row("Japanese", u"東京都 \u3000ウィキペディア");
        row("Korean", u"한국어 위키백과");
        row("Chinese with wide letters", u"中国ＡＢＣ公司，２０２３年，Ａ股");
        row("Chinese with wide signs", u"A，B：（C）！Windows 95");
        row("Japanese with wide numbers", u"１．はじめに\u3000２．方法");
        row("wide letters beside Latin words", u"ＮＨＫ and BBC");
        row("Dutch, Catalan and old German", u"ĳsbeer, paraŀlel, Wachſtube");
        row("letters of mathematics", u"f: ℝ → ℂ, 𝐱 ∈ ℤ, Ⅳ, №5, ™, 25 ℃, 10 ㎞");
        row("thin blanks by the rules", u"5\u2009km, 10\u2009000, d.\u2009h., z.\u202FB.");
        row("raised", u"1ª, 2º, Mᵐᵉ, m², xⁿ");
        row("old Hangul", u"\u115F\u1161\u11A8");
        row("French", u"10\u202F000\u00A0€\u00A0: quoi\u202F?");
        row("family", u"👨\u200D👩\u200D👧\u200D👦 at home");
        row("couple", u"👩\u200D❤\uFE0F\u200D👨");
        row("skin", u"👩🏽\u200D🚀");
        row("eye in a bubble", u"👁\uFE0F\u200D🗨\uFE0F");
        row("rainbow flag", u"🏳\uFE0F\u200D🌈");
        row("shaking head", u"🙂\u200D↔\uFE0F");
        row("heart at the end", u"I ❤\uFE0F");
        row("keycap", u"1\uFE0F⃣ first, #\uFE0F⃣");
        row("copyright", u"©\uFE0F 2024, ™\uFE0F, ℹ\uFE0F");
        row("flag of Scotland", u"🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F");
        row("half a pair", u"a\xD83D b");
    }
    void leavesWhatIsMeant() {
        QFETCH(QString, text);
        QCOMPARE(lookAlikes(text, TextUse::Title), std::vector<LookAlikeAt>());
        QCOMPARE(lookAlikes(text, TextUse::Name), std::vector<LookAlikeAt>());
        QVERIFY(text.contains(u'\xD83D') || isPlainlySeen(text.toStdString(), TextUse::Name));
    }

    /// What takes time for each of very many characters would never end.
    void takesVeryManyOfThem() {
        constexpr qsizetype many = 300'000;
        for (const QChar c :
             {QChar(0x200B), QChar(0x200E), QChar(0xFE0F), QChar(0x301), QChar(0xA0), QChar(0x441)}) {
            const QString text = u"a"_s + QString(many, c) + u"b"_s;
            const bool isMark = c == QChar(0x301);
            const qsizetype fine = c == QChar::Nbsp ? 1 : 0; // the first
            QCOMPARE(lookAlikes(text, TextUse::Title).size(),
                     isMark ? 0 : static_cast<std::size_t>(many - fine));
        }
    }

    /// Wherever it stands in a text, of whatever length: the quick look passes over eight bytes at once.
    void findsThemAnywhere() {
        for (const QString &bad : {u"\u200B"_s, u"\u00AD"_s, u"с"_s, u"\u202E"_s, u"\x01"_s}) {
            for (int length = 1; length < 40; ++length) {
                for (int at = 0; at <= length; ++at) {
                    QString text(length, u'a');
                    QVERIFY(isPlainlySeen(text.toStdString(), TextUse::Title));
                    text.insert(at, bad);
                    QVERIFY(!isPlainlySeen(text.toStdString(), TextUse::Title));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(LookAlikeTest)
#include "look_alike_test.moc"
