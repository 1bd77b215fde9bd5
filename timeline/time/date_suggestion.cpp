// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "time/date_suggestion.h"

#include "time/edtf.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

QString padded(const QString &number, int width) {
    return number.rightJustified(width, u'0');
}

QString dayText(const QString &year, const QString &month, const QString &day) {
    return padded(year, 4) + u'-' + padded(month, 2) + u'-' + padded(day, 2);
}

/// 1 to 12; 0 where the word is no month.
int monthNamed(const QString &word) {
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        for (int month = 1; month <= 12; ++month) {
            const QString name = locale.standaloneMonthName(month).toLower();
            QString shortName = locale.standaloneMonthName(month, QLocale::ShortFormat).toLower();
            shortName.remove(u'.');
            if (word == name || word == shortName || (month == 9 && word == "sept"_L1)) {
                return month;
            }
        }
    }
    return 0;
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
        form("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})",
             [](const Match &m) { return dayText(m.captured(1), m.captured(2), m.captured(3)); }),
        form("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[t ](\\d{1,2}:\\d{2}(?::\\d{2})?)(z?)",
             [](const Match &m) {
                 return dayText(m.captured(1), m.captured(2), m.captured(3)) + u'T' +
                        (m.captured(4).indexOf(u':') == 1 ? u"0"_s : QString()) + m.captured(4) +
                        m.captured(5).toUpper();
             }),
        form("(\\d{4})[-/.](\\d{1,2})",
             [](const Match &m) { return m.captured(1) + u'-' + padded(m.captured(2), 2); }),
        form("(\\d{1,2})[-/.](\\d{4})",
             [](const Match &m) { return m.captured(2) + u'-' + padded(m.captured(1), 2); }),
        // With points the day comes first everywhere.
        form("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})",
             [](const Match &m) { return dayText(m.captured(3), m.captured(2), m.captured(1)); }),
        // With strokes it does not, so one of the two must be no month.
        form("(1[3-9]|2\\d|3[01])[-/](\\d{1,2})[-/](\\d{4})",
             [](const Match &m) { return dayText(m.captured(3), m.captured(2), m.captured(1)); }),
        form("(\\d{1,2})[-/](1[3-9]|2\\d|3[01])[-/](\\d{4})",
             [](const Match &m) { return dayText(m.captured(3), m.captured(1), m.captured(2)); }),
        form("(?:(\\d{1,2})(?:\\.|st|nd|rd|th)? )?(?:of )?(\\p{L}+)\\.?,? (\\d{3,4})",
             [](const Match &m) { return monthText(m.captured(2), m.captured(3), m.captured(1)); }),
        form("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})",
             [](const Match &m) { return monthText(m.captured(1), m.captured(3), m.captured(2)); }),
        form("q([1-4])[ -/](\\d{4})",
             [](const Match &m) {
                 return m.captured(2) + u'-' + QString::number(32 + m.captured(1).toInt());
             }),
        form("(\\d{4})[ -/]?q([1-4])",
             [](const Match &m) {
                 return m.captured(1) + u'-' + QString::number(32 + m.captured(2).toInt());
             }),
        form("(spring|summer|autumn|fall|winter) (?:of )?(\\d{4})",
             [](const Match &m) {
                 const QString season = m.captured(1);
                 return m.captured(2) + (season == "spring"_L1   ? u"-21"_s
                                         : season == "summer"_L1 ? u"-22"_s
                                         : season == "winter"_L1 ? u"-24"_s
                                                                 : u"-23"_s);
             }),
        form("(\\d{3})0'?s", [](const Match &m) { return QString(m.captured(1) + u'X'); }),
        // There is no year 0 among people.
        form("(\\d{1,5}) ?(?:bc|bce|b\\.c\\.)",
             [](const Match &m) {
                 const int year = m.captured(1).toInt() - 1;
                 return year > 9999 ? u"Y-%1"_s.arg(year)
                        : year > 0  ? u'-' + padded(QString::number(year), 4)
                                    : u"0000"_s;
             }),
        form("(?:ad )?(\\d{3,4})(?: ?(?:ad|ce|a\\.d\\.))?",
             [](const Match &m) { return padded(m.captured(1), 4); }),
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

} // namespace

std::optional<QString> suggestedDate(const QString &given) {
    static const QRegularExpression about(
        u"^(?:circa|approximately|approx\\.?|about|around|ca\\.?|c\\.?|~)\\s*"_s);
    static const QRegularExpression doubt(u"\\s*\\?$"_s);
    static const QRegularExpression between(u"\\s+(?:-|to|until|till)\\s+|\\s*(?:–|—|\\.\\.\\.?|/)\\s*"_s);
    QString text = given.simplified().toLower();
    const bool isAbout = text.contains(about);
    text.remove(about);
    const bool isDoubtful = text.contains(doubt);
    text.remove(doubt);
    const QString mark = isAbout && isDoubtful ? u"%"_s : isAbout ? u"~"_s : isDoubtful ? u"?"_s : QString();
    if (const auto date = singleDate(text)) {
        const QString marked = *date + mark;
        return isDate(marked) ? std::optional(marked) : std::nullopt;
    }
    if (const QRegularExpressionMatch cut = between.match(text); cut.hasMatch() && mark.isEmpty()) {
        const auto first = singleDate(text.first(cut.capturedStart()));
        const auto last = singleDate(text.sliced(cut.capturedEnd()));
        if (first && last && isDate(*first + u'/' + *last)) {
            return *first + u'/' + *last;
        }
    }
    return std::nullopt;
}

} // namespace timeline
