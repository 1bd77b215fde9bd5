// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/date_suggestion.h"

#include "time/edtf.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

QString padded(const QString &number, int width) {
    return number.rightJustified(width, u'0');
}

QString dayText(const QString &year, const QString &month, const QString &day) {
    return padded(year, 4) + u'-' + padded(month, 2) + u'-' + padded(day, 2);
}

/// What the months are called in a language, from January on, in small letters: each in full and short.
QStringList monthNames(const QLocale &locale) {
    QStringList names;
    for (int month = 1; month <= 12; ++month) {
        names += locale.standaloneMonthName(month).toLower();
        names += locale.standaloneMonthName(month, QLocale::ShortFormat).toLower().remove(u'.');
    }
    return names;
}

/// 1 to 12; 0 where the word is no month.
int monthNamed(const QString &word) {
    static const QStringList english = monthNames(QLocale(QLocale::English));
    qsizetype at = word == "sept"_L1 ? english.indexOf(u"september"_s) : english.indexOf(word);
    if (const QLocale user; at < 0 && user.language() != QLocale::English) {
        at = monthNames(user).indexOf(word);
    }
    return static_cast<int>(at / 2) + (at < 0 ? 0 : 1);
}

/// One form in which dates are written, and what it means.
struct Form {
    QRegularExpression pattern;
    QString (*meaning)(const QRegularExpressionMatch &match);
};

QString monthText(const QString &word, const QString &year, const QString &day) {
    const QString month = QString::number(monthNamed(word));
    return day.isEmpty() ? padded(year, 4) + u'-' + padded(month, 2) : dayText(year, month, day);
}

const std::vector<Form> &forms() {
    using Match = QRegularExpressionMatch;
    const auto form = [](const char *pattern, QString (*meaning)(const Match &)) {
        return Form{QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))),
                    meaning};
    };
    static const std::vector<Form> all = {
        form(R"((\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2}))",
             [](const Match &m) { return dayText(m.captured(1), m.captured(2), m.captured(3)); }),
        form(R"((\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[t ](\d{1,2}:\d{2}(?::\d{2})?)(z?))",
             [](const Match &m) {
                 return dayText(m.captured(1), m.captured(2), m.captured(3)) + u'T' +
                        (m.captured(4).indexOf(u':') == 1 ? u"0"_s : QString()) + m.captured(4) +
                        m.captured(5).toUpper();
             }),
        // 21 to 41 would be seasons, and "2024/25" means two years.
        form(R"((\d{4})[-/.](0?[1-9]|1[0-2]))",
             [](const Match &m) { return m.captured(1) + u'-' + padded(m.captured(2), 2); }),
        form(R"((0?[1-9]|1[0-2])[-/.](\d{4}))",
             [](const Match &m) { return m.captured(2) + u'-' + padded(m.captured(1), 2); }),
        // With points the day comes first everywhere.
        form(R"((\d{1,2})\. ?(\d{1,2})\. ?(\d{4}))",
             [](const Match &m) { return dayText(m.captured(3), m.captured(2), m.captured(1)); }),
        // With strokes it does not, so one of the two must be no month.
        form(R"((1[3-9]|2\d|3[01])[-/](\d{1,2})[-/](\d{4}))",
             [](const Match &m) { return dayText(m.captured(3), m.captured(2), m.captured(1)); }),
        form(R"((\d{1,2})[-/](1[3-9]|2\d|3[01])[-/](\d{4}))",
             [](const Match &m) { return dayText(m.captured(3), m.captured(1), m.captured(2)); }),
        form(R"((?:(\d{1,2})(?:\.|st|nd|rd|th)? )?(?:of )?(\p{L}+)\.?,? (\d{4}))",
             [](const Match &m) { return monthText(m.captured(2), m.captured(3), m.captured(1)); }),
        form(R"((\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}))",
             [](const Match &m) { return monthText(m.captured(1), m.captured(3), m.captured(2)); }),
        form(R"(q([1-4])[ -/](\d{4}))",
             [](const Match &m) {
                 return m.captured(2) + u'-' + QString::number(32 + m.captured(1).toInt());
             }),
        form(R"((\d{4})[ -/]?q([1-4]))",
             [](const Match &m) {
                 return m.captured(1) + u'-' + QString::number(32 + m.captured(2).toInt());
             }),
        form(R"((spring|summer|autumn|fall|winter) (?:of )?(\d{4}))",
             [](const Match &m) {
                 const QString season = m.captured(1);
                 return m.captured(2) + (season == "spring"_L1   ? u"-21"_s
                                         : season == "summer"_L1 ? u"-22"_s
                                         : season == "winter"_L1 ? u"-24"_s
                                                                 : u"-23"_s);
             }),
        // The 1800s are a century to some, a decade to others.
        form(R"((\d{2}[1-9])0'?s)", [](const Match &m) { return QString(m.captured(1) + u'X'); }),
        // ISO 8601 without hyphens.
        form(R"((\d{4})(\d{2})(\d{2}))",
             [](const Match &m) {
                 return QString(m.captured(1) + u'-' + m.captured(2) + u'-' + m.captured(3));
             }),
        // There is no year 0 among people.
        form(R"(([1-9]\d{0,4}) ?(?:bce?|b\.c\.(?:e\.)?))",
             [](const Match &m) {
                 const int year = m.captured(1).toInt() - 1;
                 return year > 9999 ? u"Y-%1"_s.arg(year)
                        : year > 0  ? u'-' + padded(QString::number(year), 4)
                                    : u"0000"_s;
             }),
        form(R"(ad (\d{1,4})|(\d{1,4}) ?(?:ad|ce|a\.d\.|c\.e\.))",
             [](const Match &m) {
                 const QString year = padded(m.captured(1) + m.captured(2), 4);
                 return year == "0000"_L1 ? QString() : year;
             }),
    };
    return all;
}

bool isDate(const QString &text) {
    return std::holds_alternative<ParsedDate>(parseDate(text.toStdString()));
}

std::optional<QString> singleDate(const QString &text) {
    if (isDate(text.toUpper())) {
        return text.toUpper();
    }
    for (const Form &form : forms()) {
        const QRegularExpressionMatch match = form.pattern.match(text);
        const QString date = match.hasMatch() ? form.meaning(match) : QString();
        if (!date.isEmpty() && isDate(date)) {
            return date;
        }
    }
    return std::nullopt;
}

/// With "c." before it or a question mark after it.
std::optional<QString> qualifiedDate(QString text) {
    static const QRegularExpression about(
        uR"(^(?:(?:circa|approximately|approx|about|around|ca?)(?!\p{L})\.?|~)\s*)"_s);
    static const QRegularExpression doubt(u"\\s*\\?$"_s);
    const bool isAbout = text.contains(about);
    text.remove(about);
    const bool isDoubtful = text.contains(doubt);
    text.remove(doubt);
    const auto date = singleDate(text);
    const QString mark = isAbout && isDoubtful ? u"%"_s : isAbout ? u"~"_s : isDoubtful ? u"?"_s : QString();
    return date && isDate(*date + mark) ? std::optional(*date + mark) : std::nullopt;
}

/// The year, month or day next to one; empty where the date is none of these.
QString neighbour(const QString &date, int step) {
    static const QStringList patterns = {u"yyyy"_s, u"yyyy-MM"_s, u"yyyy-MM-dd"_s};
    for (const QString &pattern : patterns) {
        if (const QDate day = QDate::fromString(date, pattern);
            day.isValid() && date.size() == pattern.size()) {
            const QDate next = pattern.size() == 4   ? day.addYears(step)
                               : pattern.size() == 7 ? day.addMonths(step)
                                                     : day.addDays(step);
            return next.year() > 0 ? next.toString(pattern) : QString();
        }
    }
    return {};
}

/// "before 1900" is 1899 or earlier: a time that is not known. "until 1900" lasted until then.
std::optional<QString> openDate(const QString &text) {
    const QString date = qualifiedDate(text.section(u' ', 1)).value_or(QString());
    const QString word = text.section(u' ', 0, 0);
    const QString open = word == "before"_L1                       ? u"[..%1]"_s.arg(neighbour(date, -1))
                         : word == "after"_L1                      ? u"[%1..]"_s.arg(neighbour(date, 1))
                         : word == "since"_L1                      ? date + u"/.."_s
                         : word == "until"_L1 || word == "till"_L1 ? u"../"_s + date
                                                                   : QString();
    return !date.isEmpty() && isDate(open) ? std::optional(open) : std::nullopt;
}

std::optional<QString> interval(const QString &first, const QString &last) {
    const auto end = qualifiedDate(last);
    if (!end) {
        return std::nullopt;
    }
    // "March – May 2024": what the first does not say it has of the last.
    const QStringList words = last.split(u' ');
    for (qsizetype shared = words.size(); shared > 0; --shared) {
        const QString rest = shared == words.size() ? QString() : u' ' + words.sliced(shared).join(u' ');
        if (const auto begin = qualifiedDate(first + rest); begin && isDate(*begin + u'/' + *end)) {
            return *begin + u'/' + *end;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> suggestedDate(const QString &given) {
    static const QRegularExpression between(
        uR"(\s+(?:-|to|until|till)\s+|\s*(?:–|—|\.\.\.?|/)\s*|(?<=\d{4})-(?=\d{4}))"_s);
    QString text = given.simplified().toLower();
    if (auto date = qualifiedDate(text)) {
        return date;
    }
    if (auto date = openDate(text)) {
        return date;
    }
    if (text.startsWith("from "_L1)) {
        text.remove(0, 5);
    }
    // A stroke may be within a date too.
    for (auto cuts = between.globalMatch(text); cuts.hasNext();) {
        const QRegularExpressionMatch cut = cuts.next();
        if (auto date = interval(text.first(cut.capturedStart()), text.sliced(cut.capturedEnd()))) {
            return date;
        }
    }
    return std::nullopt;
}

} // namespace timeline
