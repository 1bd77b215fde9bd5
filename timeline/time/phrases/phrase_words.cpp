// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_words.h"

#include <QHash>
#include <QLocale>
#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace timeline::phrases {

namespace {

struct Words {
    Role role;
    int value;
    const char *words; ///< blanks between
};

/// English, German, French and Spanish; what GEDCOM has; a few Chinese, Japanese and Korean ones.
constexpr std::array allWords{std::to_array<Words>({
    {Role::OrdinalWord, 1, "first erste erstes ersten erster premier premiere primer primera"},
    {Role::OrdinalWord, 2, "second zweite zweites zweiten zweiter deuxieme seconde segundo segunda"},
    {Role::OrdinalWord, 3, "third dritte drittes dritten drittes troisieme tercer tercera tercero"},
    {Role::OrdinalWord, 4, "fourth vierte viertes vierten quatrieme cuarto cuarta"},
    {Role::LastWord, 4, "last letzte letztes dernier ultimo"},
    {Role::OrdinalWord, 5, "fifth"},
    {Role::OrdinalWord, 6, "sixth"},
    {Role::OrdinalWord, 7, "seventh"},
    {Role::OrdinalWord, 8, "eighth"},
    {Role::OrdinalWord, 9, "ninth"},
    {Role::OrdinalWord, 10, "tenth"},
    {Role::OrdinalWord, 11, "eleventh"},
    {Role::OrdinalWord, 12, "twelfth"},
    {Role::OrdinalWord, 13, "thirteenth"},
    {Role::OrdinalWord, 14, "fourteenth"},
    {Role::OrdinalWord, 15, "fifteenth"},
    {Role::OrdinalWord, 16, "sixteenth"},
    {Role::OrdinalWord, 17, "seventeenth"},
    {Role::OrdinalWord, 18, "eighteenth"},
    {Role::OrdinalWord, 19, "nineteenth"},
    {Role::OrdinalWord, 20, "twentieth"},
    {Role::OrdinalWord, 21, "twentyfirst"},
    {Role::OrdinalEnd, 0, "st nd rd th er e eme ere re ter te o a \u00ba \u00aa"},
    {Role::Filler, 0,
     "of the in on de del des du d der dem den im am le la les l el los las en an lan ano das "
     "ano dela year jahr jahre annee anno dated int"},
    {Role::TimeFiller, 0, "at t um a gegen las alas kl"},
    {Role::About, 0,
     "c ca cca circa about abt approx approximately around um etwa ungefahr ungef zirka gegen "
     "env environ vers hacia alrededorde aprox aproximadamente sobre est estimated cal "
     "calculated 約 约 大约 頃 ごろ 左右 약 경 cerca cercade"},
    {Role::Perhaps, 0,
     "probably perhaps possibly maybe prob poss uncertain wohl vermutlich wahrscheinlich "
     "vielleicht moglicherweise peutetre probablement sansdoute quizas quiza "
     "talvez probablemente posiblemente"},
    {Role::Before, 0, "before bef pre prior priorto vor avant antesde 以前 之前"},
    {Role::After, 0, "after aft post nach apres despuesde laterthan"},
    {Role::Since, 0, "since seit ab depuis desde apartirde apartirdu"},
    {Role::From, 0, "from desde"},
    {Role::FromOrOf, 0, "von vom de du del"},
    {Role::Until, 0, "until till to up upto bis jusqua jusquen jusquau hasta"},
    {Role::AtTheLatest, 0,
     "by nolaterthan notlaterthan notafter atthelatest spatestens auplustard "
     "amastardar"},
    {Role::AtTheEarliest, 0,
     "notbefore noearlierthan notearlierthan attheearliest fruhestens auplustot "
     "comominimo"},
    {Role::OrEarlier, 0,
     "orearlier andearlier orbefore oderfruher ouavant oantes atthelatest spatestens "
     "auplustard amastardar"},
    {Role::OrLater, 0,
     "orlater andlater orafter oderspater ouapres odespues attheearliest fruhestens "
     "auplustot"},
    {Role::Onwards, 0, "onwards onward on andon endurant enadelante"},
    {Role::Now, 0,
     "present now today ongoing current currently heute jetzt aujourdhui cejour present "
     "presente hoy actualidad laactualidad 至今 現在 现在 현재"},
    {Role::Between, 0, "between bet betw btw zwischen entre"},
    {Role::To, 0, "to until till through thru bis a au al hasta jusqua jusquau jusquen 至 到 から 부터"},
    {Role::And, 0, "and und et y e"},
    {Role::Or, 0, "or oder ou o"},
    {Role::BeforeChrist, 0,
     "bc bce beforechrist vchr vchristus vorchristus vorchr vuz vdz avjc avantjc "
     "avantjesuschrist avjesuschrist ac ajc antesdecristo ane 公元前 紀元前 기원전"},
    {Role::AfterChrist, 0,
     "ad ce annodomini nchr nachchristus nachchr uz ndz apjc apresjc dc djc "
     "despuesdecristo ne 公元 西暦 서기"},
    {Role::Century, 0,
     "century centuries cent cen c jh jhd jhdt jahrhundert jahrhunderts jahrhunderte siecle "
     "siecles s siglo siglos sig 世紀 世纪 세기"},
    {Role::Millennium, 0, "millennium millennia mill jahrtausend jahrtausends jt millenaire milenio"},
    {Role::CenturyLetter, 0, "c"},
    {Role::DecadeEnd, 0, "s er erjahre erjahren 年代 년대"},
    {Role::DecadeBegin, 0, "annees decennie anos decada decadade losanos"},
    {Role::Season, 21, "spring fruhling fruhjahr printemps primavera 春 봄"},
    {Role::Season, 22, "summer sommer ete verano 夏 여름"},
    {Role::Season, 23, "autumn fall herbst automne otono 秋 가을"},
    {Role::Season, 24, "winter hiver invierno 冬 겨울"},
    {Role::Quarter, 0, "quarter qtr quartal quartals trimestre trim viertel"},
    {Role::QuarterLetter, 0, "q t"},
    {Role::HalfYear, 0, "halbjahr halbjahrs semestre semester half"},
    {Role::HalfYearLetter, 0, "h"},
    {Role::PartOf, 1,
     "early beginningof startof anfang beginn debut principios comienzos "
     "aprincipiosde inicios begof fruhes fruhen beginning start"},
    {Role::PartOf, 2, "mid middle middleof mitte milieu mi mediados amediados"},
    {Role::PartOf, 3, "late end endof ende fin finales afinales fines spates spaten"},
    {Role::HalfOf, 0, "half halfof halfofthe halfte halftedes moitie moitiedu mitad mitaddel"},
    {Role::Week, 0, "w week wk kw kalenderwoche woche semaine sem semana"},
    {Role::Scale, 3, "ka kya"},
    {Role::Scale, 6, "ma mya"},
    {Role::Scale, 9, "ga gya bya"},
    {Role::ScaleWord, 0, "years year jahre jahren ans anos"},
    {Role::ScaleWord, 3, "kyr thousandyears tausendjahre tausendjahren milleans milanos"},
    {Role::ScaleWord, 6,
     "myr millionyears millionsofyears miojahre miojahren millionenjahre millionenjahren "
     "millionjahre millionsdannees milliondannees millonesdeanos millondeanos"},
    {Role::ScaleWord, 9,
     "gyr billionyears billionsofyears mrdjahre mrdjahren milliardenjahre milliardenjahren "
     "milliardejahre milliardsdannees milliarddannees milesdemillonesdeanos"},
    {Role::Ago, 0, "ago beforepresent beforenow bp"},
    {Role::AgoBefore, 0, "vor ilya hace"},
    {Role::BeforePresent, 0, "bp calbp ybp yrbp yrsbp yearsbp"},
    {Role::HalfDay, 0, "am"},
    {Role::HalfDay, 12, "pm"},
    {Role::Hours, 0, "h uhr hrs hours hs 時 时 시"},
    {Role::Utc, 0, "utc gmt z zulu"},
    {Role::Zone, -8 * 60, "pst"},
    {Role::Zone, -7 * 60, "pdt mst"},
    {Role::Zone, -6 * 60, "mdt cst"},
    {Role::Zone, -5 * 60, "cdt est"},
    {Role::Zone, -4 * 60, "edt"},
    {Role::Zone, 0, "wet"},
    {Role::Zone, 1 * 60, "cet mez bst west"},
    {Role::Zone, 2 * 60, "cest mesz eet"},
    {Role::Zone, 3 * 60, "eest msk"},
    {Role::Zone, 5 * 60 + 30, "ist"},
    {Role::Zone, 8 * 60, "hkt sgt"},
    {Role::Zone, 9 * 60, "jst kst"},
    {Role::Zone, 10 * 60, "aest"},
    {Role::Zone, 11 * 60, "aedt"},
    {Role::Zone, 12 * 60, "nzst"},
    {Role::Zone, 13 * 60, "nzdt"},
    {Role::SecondZone, 1 * 60, "ist"}, // Ireland
    {Role::SecondZone, 6 * 60, "bst"}, // Bangladesh
    {Role::SecondZone, 8 * 60, "cst"}, // China
    {Role::ThirdZone, 2 * 60, "ist"},  // Israel
    {Role::YearUnit, 0, "年 년"},
    {Role::MonthUnit, 0, "月 월"},
    {Role::DayUnit, 0, "日 号 號 일"},
})};

using Meanings = QHash<QString, int>;

void addName(Meanings &meanings, const QString &name, int value) {
    const QString word = foldedWord(QString(name).remove(u'.').remove(u' '));
    const bool isWord = !word.isEmpty() && std::all_of(word.cbegin(), word.cend(), [](QChar c) {
        return c.isLetter() && c.script() != QChar::Script_Han && c.script() != QChar::Script_Hangul;
    });
    if (isWord && !meanings.contains(word)) { // the earlier language is the better known
        meanings.insert(word, value);
    }
}

void addMonths(Meanings &meanings, const QLocale &locale) {
    constexpr int months = 12;
    for (int month = 1; month <= months; ++month) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            addName(meanings, locale.standaloneMonthName(month, format), month);
            addName(meanings, locale.monthName(month, format), month);
        }
    }
}

const std::array<QLocale::Language, 4> languages = {QLocale::English, QLocale::German, QLocale::French,
                                                    QLocale::Spanish};

std::array<Meanings, static_cast<std::size_t>(Role::Count)> makeMeanings() {
    std::array<Meanings, static_cast<std::size_t>(Role::Count)> all;
    const auto of = [&all](Role role) -> Meanings & { return all.at(static_cast<std::size_t>(role)); };
    for (const Words &words : allWords) {
        for (const QString &word : QString::fromUtf8(words.words).split(u' ')) {
            of(words.role).insert(word, words.value);
        }
    }
    constexpr int daysOfWeek = 7;
    for (const QLocale::Language language : languages) {
        const QLocale locale(language);
        addMonths(of(Role::Month), locale);
        for (int day = 1; day <= daysOfWeek; ++day) {
            addName(of(Role::Weekday), locale.standaloneDayName(day), day);
            addName(of(Role::Weekday), locale.standaloneDayName(day, QLocale::ShortFormat), day);
        }
    }
    Meanings &months = of(Role::Month);
    months.insert({{u"sept"_s, 9}, {u"setiembre"_s, 9}, {u"set"_s, 9}});
    months.insert({{u"maerz"_s, 3}, {u"mrz"_s, 3}, {u"janner"_s, 1}, {u"feber"_s, 2}});
    constexpr std::array<const char *, 10> ones = {"",  "i",  "ii",  "iii",  "iv",
                                                   "v", "vi", "vii", "viii", "ix"};
    constexpr std::array<const char *, 4> tens = {"", "x", "xx", "xxx"};
    for (std::size_t number = 1; number < ones.size() * tens.size(); ++number) {
        of(Role::RomanNumber)
            .insert(QString::fromLatin1(tens.at(number / ones.size())) +
                        QString::fromLatin1(ones.at(number % ones.size())),
                    static_cast<int>(number));
    }
    return all;
}

/// Of the user's language, which may change while the program runs; texts are read on many threads.
const Meanings &monthsOfUser() {
    thread_local QLocale known(QLocale::C);
    thread_local Meanings meanings;
    if (const QLocale user; user != known) {
        known = user;
        meanings.clear();
        addMonths(meanings, user);
    }
    return meanings;
}

const std::array<Meanings, static_cast<std::size_t>(Role::Count)> &allMeanings() {
    static const auto all = makeMeanings();
    return all;
}

QSet<QString> makeAllWords() {
    QSet<QString> words;
    for (const Meanings &meanings : allMeanings()) {
        for (auto word = meanings.keyBegin(); word != meanings.keyEnd(); ++word) {
            words.insert(*word);
        }
    }
    return words;
}

} // namespace

bool hasMeaning(const QString &word) {
    static const QSet<QString> words = makeAllWords();
    return words.contains(word) || monthsOfUser().contains(word);
}

std::optional<int> meaning(Role role, const QString &word) {
    const Meanings &meanings = allMeanings().at(static_cast<std::size_t>(role));
    if (const auto found = meanings.constFind(word); found != meanings.cend()) {
        return *found;
    }
    if (role == Role::Month) {
        if (const auto found = monthsOfUser().constFind(word); found != monthsOfUser().cend()) {
            return *found;
        }
    }
    return std::nullopt;
}

QString foldedWord(const QString &word) {
    QString folded = word.toLower();
    const bool isAscii = std::all_of(folded.cbegin(), folded.cend(), [](QChar c) { return c < QChar(0x80); });
    if (!isAscii) { // canonical: what only looks alike, such as ² and 2, stays apart
        folded = folded.normalized(QString::NormalizationForm_D);
        folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    }
    return folded;
}

} // namespace timeline::phrases
