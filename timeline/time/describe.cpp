// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/describe_date.h"
#include "time/edtf.h"
#include "time/edtf_expression.h"
#include "time/names.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

using edtf::DatePart;
using edtf::Edge;
using edtf::Expression;
using edtf::Form;
using edtf::Place;
using edtf::Precision;
using edtf::Stretch;

QString dash(const QString &from, const QString &to) {
    return names::Words::tr("%1 – %2", "an interval").arg(from, to);
}

bool areOnOneDay(const DatePart &first, const DatePart &last) {
    return first.month.value == last.month.value && first.day.value == last.day.value;
}

/// What the second date does not say again: "20 January" before "25 February 2025", "20" before "25 January
/// 2025".
QString shortened(const DatePart &first, const DatePart &last) {
    if (first.month.value != last.month.value) {
        return first.precision == Precision::Month
                   ? names::month(first.month.value)
                   : names::Words::tr("%1 %2", "day, month")
                         .arg(QString::number(first.day.value), names::month(first.month.value));
    }
    return QString::number(first.day.value);
}

QString plainInterval(const DatePart &first, const DatePart &last) {
    const QString from = edtf::describe(first, Place::Within);
    QString to = edtf::describe(last, Place::Within);
    if (from == to) {
        return to;
    }
    const bool isOneYear = first.precision == last.precision && first.yearForm == last.yearForm &&
                           edtf::yearRange(first).first == edtf::yearRange(last).first;
    if (isOneYear && (first.precision == Precision::Month || first.precision == Precision::Day)) {
        return dash(shortened(first, last), to);
    }
    if (isOneYear && first.precision == Precision::Time && areOnOneDay(first, last)) {
        return dash(from, edtf::describe(last.time));
    }
    return dash(from, to);
}

QString intervalFromKnownStart(const Stretch &stretch) {
    const QString from = edtf::describe(stretch.first, Place::Within);
    switch (stretch.end) {
    case Edge::Open:
        return names::Words::tr("from %1 on").arg(from);
    case Edge::Unknown:
        return names::Words::tr("from %1 to an unknown end").arg(from);
    case Edge::Date:
        break;
    }
    if (isPlain(stretch.first) && isPlain(stretch.last)) {
        return plainInterval(stretch.first, stretch.last);
    }
    return names::Words::tr("from %1 to %2", "an interval")
        .arg(from, edtf::describe(stretch.last, Place::Within));
}

QString intervalName(const Stretch &stretch) {
    if (stretch.start == Edge::Date) {
        return intervalFromKnownStart(stretch);
    }
    if (stretch.end == Edge::Date) {
        const QString to = edtf::describe(stretch.last, Place::Within);
        return (stretch.start == Edge::Open ? names::Words::tr("until %1")
                                            : names::Words::tr("from an unknown start to %1"))
            .arg(to);
    }
    if (stretch.start == Edge::Unknown) {
        return names::Words::tr("from an unknown start on");
    }
    return stretch.end == Edge::Unknown ? names::Words::tr("until an unknown end")
                                        : names::Words::tr("without start or end");
}

/// "25 February – about May 2025": the year once.
QString briefInterval(const Stretch &stretch) {
    QString from = edtf::describe(stretch.first, Place::Within);
    const QString to = edtf::describe(stretch.last, Place::Within);
    const QString year = u' ' + names::year(edtf::yearRange(stretch.first).first);
    if (from.endsWith(year) && to.endsWith(year)) {
        from.chop(year.size());
    }
    return dash(from, to);
}

QString memberName(const Stretch &member, Form form) {
    const bool isChoice = form == Form::OneOf;
    if (member.start == Edge::Open) {
        return (isChoice ? names::Words::tr("%1 or earlier") : names::Words::tr("%1 and earlier"))
            .arg(edtf::describe(member.last, Place::Within));
    }
    QString first = edtf::describe(member.first, Place::Within);
    if (member.end == Edge::Open) {
        return (isChoice ? names::Words::tr("%1 or later") : names::Words::tr("%1 and later")).arg(first);
    }
    if (member.isSingle) {
        return first;
    }
    return names::Words::tr("%1 to %2", "a range").arg(first, edtf::describe(member.last, Place::Within));
}

QString setName(const Expression &expression) {
    const bool isChoice = expression.form == Form::OneOf;
    QStringList names;
    for (const Stretch &member : expression.members) {
        names << memberName(member, expression.form);
    }
    const Stretch &only = expression.members.front();
    if (names.size() == 1) {
        const bool isRange = !only.isSingle && only.start == Edge::Date && only.end == Edge::Date;
        if (!isRange) {
            return names.first();
        }
        return (isChoice ? names::Words::tr("one of %1", "2003 to 2010")
                         : names::Words::tr("all of %1", "2003 to 2010"))
            .arg(names.first());
    }
    const QString last = names.takeLast();
    return (isChoice ? names::Words::tr("%1 or %2", "dates") : names::Words::tr("%1 and %2", "dates"))
        .arg(names.join(u", "_s), last);
}

} // namespace

QString describeDate(std::string_view text) {
    edtf::Cursor cursor(text);
    ParsedDate parsed;
    Expression expression;
    if (!edtf::readExpression(cursor, DateSyntax::EventsFile, parsed, &expression)) {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    switch (expression.form) {
    case Form::Single:
        return edtf::describe(expression.members.front().first, Place::Alone);
    case Form::Interval:
        return intervalName(expression.members.front());
    case Form::OneOf:
    case Form::AllOf:
        break;
    }
    return setName(expression);
}

QString describeDateBriefly(std::string_view text) {
    if (text == "../..") {
        return names::Words::tr("start unknown, still going on");
    }
    if (const std::size_t dots = text.find(".."); text.size() > 4 && text.front() == '[' &&
                                                  text.back() == ']' && text.find(',') == text.npos &&
                                                  dots > 1 && dots + 3 < text.size()) {
        const std::string interval(text.substr(1, dots - 1));
        const std::string range = interval + '/' + std::string(text.substr(dots + 2, text.size() - dots - 3));
        return names::Words::tr("some time in %1", "2003–2010").arg(describeDateBriefly(range));
    }
    edtf::Cursor cursor(text);
    ParsedDate parsed;
    Expression expression;
    const bool isInterval = edtf::readExpression(cursor, DateSyntax::EventsFile, parsed, &expression) &&
                            expression.form == Form::Interval;
    const Stretch *dates = isInterval ? &expression.members.front() : nullptr;
    const bool hasBoth = dates != nullptr && dates->start == Edge::Date && dates->end == Edge::Date;
    QString brief = hasBoth && !(isPlain(dates->first) && isPlain(dates->last)) ? briefInterval(*dates)
                                                                                : describeDate(text);
    for (int month = 1; month <= 12; ++month) {
        brief.replace(names::month(month), names::shortMonth(month));
    }
    constexpr qsizetype ofTwoWords = 2; // blanks, those around the dash
    return brief.count(u' ') == ofTwoWords ? brief.replace(u" – "_s, u"–"_s) : brief;
}

} // namespace timeline
