// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.h"
#include "time/edtf.h"
#include "time/names.h"

#include <QStringDecoder>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// Keeps a text on one line of tab-separated columns, and in ASCII, as every valid date is: the escapes that
/// tests/data/edtf-examples.tsv defines.
QString escaped(std::string_view text) {
    QString result;
    // fromUtf8() would leave out a byte order mark, and the line is to say what was there.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString units = decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    for (const QChar unit : units) {
        if (unit == u'\\') {
            result += u"\\\\"_s;
        } else if (unit == u'\t') {
            result += u"\\t"_s;
        } else if (unit == u'\n') {
            result += u"\\n"_s;
        } else if (unit == u'\r') {
            result += u"\\r"_s;
        } else if (unit < u' ' || unit > u'~') {
            result += u"\\u"_s + QString::number(unit.unicode(), 16).toUpper().rightJustified(4, u'0');
        } else {
            result += unit;
        }
    }
    return result;
}

QString isoDate(CivilDate date) {
    const QString sign = date.year < 0 ? u"-"_s : QString();
    return sign + names::padded(date.year < 0 ? -date.year : date.year, 4) + u'-' +
           names::padded(date.month, 2) + u'-' + names::padded(date.day, 2);
}

QString isoBound(Instant instant, DateFlags flags) {
    const CivilTime time = civilTime(instant);
    if (!flags.testFlag(DateFlag::HasTime)) {
        return isoDate(time.date);
    }
    return isoDate(time.date) + u'T' + names::padded(time.hour, 2) + u':' + names::padded(time.minute, 2) +
           u':' + names::padded(time.second, 2) + (flags.testFlag(DateFlag::Zoned) ? u"Z"_s : QString());
}

QString earliest(const Span &span) {
    return span.isOpenAtStart() ? u"-inf"_s : isoBound(span.begin, span.flags);
}

QString latest(const Span &span) {
    return span.isOpenAtEnd() ? u"+inf"_s : isoBound({span.end.seconds - 1, 0}, span.flags);
}

QString flagNames(DateFlags flags) {
    struct Name {
        DateFlag flag;
        QStringView text;
    };
    static constexpr Name names[] = {
        {DateFlag::Uncertain, u"uncertain"},     {DateFlag::Approximate, u"approximate"},
        {DateFlag::Unspecified, u"unspecified"}, {DateFlag::OpenStart, u"open-start"},
        {DateFlag::OpenEnd, u"open-end"},        {DateFlag::UnknownStart, u"unknown-start"},
        {DateFlag::UnknownEnd, u"unknown-end"},  {DateFlag::Set, u"set"},
    };
    QStringList result;
    for (const Name &name : names) {
        if (flags.testFlag(name.flag)) {
            result << name.text.toString();
        }
    }
    return result.join(u',');
}

} // namespace

QString dateReport(std::string_view text) {
    const auto result = parseDate(text, DateSyntax::Edtf);
    const auto *parsed = std::get_if<ParsedDate>(&result);
    QStringList columns{escaped(text)};
    if (parsed == nullptr) {
        columns << u"invalid"_s << QString() << QString() << QString();
    } else {
        columns << QString::number(parsed->level) << earliest(parsed->span) << latest(parsed->span)
                << flagNames(parsed->span.flags);
    }
    return columns.join(u'\t');
}

} // namespace timeline
