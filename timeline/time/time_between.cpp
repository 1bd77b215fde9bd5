// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_between.h"

#include "time/durations.h"
#include "time/edtf_expression.h"
#include "time/names.h"

namespace timeline {

namespace {

using names::Words;

/// When something happened: at `said`, but perhaps earlier or later, from `span.begin` to `span.end`.
struct Moment {
    Span span;
    Instant said;
    TickUnit unit = TickUnit::Year; ///< that it is known to
    bool isVague = false;           ///< of several dates, or with digits that are not known
};

std::optional<Moment> momentOf(std::string_view text, DateMoment which) {
    edtf::Cursor cursor(text);
    ParsedDate parsed;
    edtf::Expression expression;
    if (!readExpression(cursor, DateSyntax::EventsFile, parsed, &expression)) {
        return std::nullopt;
    }
    const bool isSet = expression.form == edtf::Form::OneOf || expression.form == edtf::Form::AllOf;
    const edtf::Stretch &stretch = expression.members.front();
    const bool isLast = which == DateMoment::End && !stretch.isSingle;
    if ((isLast ? stretch.end : stretch.start) != edtf::Edge::Date ||
        (isSet && (parsed.span.isOpenAtStart() || parsed.span.isOpenAtEnd()))) {
        return std::nullopt;
    }
    const edtf::DatePart &date = isLast ? stretch.last : stretch.first;
    Moment moment;
    moment.span = parsed.span;
    if (!isSet) {
        boundsOf(date, moment.span);
        const auto qualifier = date.anyQualifier();
        moment.span.flags.setFlag(DateFlag::Approximate, qualifier != edtf::NotQualified);
        moment.span.flags.setFlag(DateFlag::Zoned, date.time.isZoned);
    }
    moment.unit = date.precision == edtf::Precision::Year   ? TickUnit::Year
                  : date.precision == edtf::Precision::Day  ? TickUnit::Day
                  : date.precision != edtf::Precision::Time ? TickUnit::Month
                  : date.time.widthMilliseconds >= 60'000   ? TickUnit::Minute
                  : date.time.widthMilliseconds >= 1000     ? TickUnit::Second
                                                            : TickUnit::Millisecond;
    moment.isVague = isSet || date.hasUnspecifiedDigit() || date.significantDigits != 0 ||
                     date.precision == edtf::Precision::Season ||
                     date.yearForm == edtf::YearForm::Exponential;
    // A time of day is one, but a day that something goes on to is over at its end.
    const bool isOver = which == DateMoment::End && moment.unit >= TickUnit::Day;
    moment.said = isOver ? moment.span.end : moment.span.begin;
    return moment;
}

/// Of two that are known alike.
QString said(const Moment &from, const Moment &to, TickUnit unit) {
    const bool isAbout = unit >= TickUnit::Month || from.unit != to.unit ||
                         ((from.span.flags | to.span.flags) & DateFlag::Approximate);
    const QString words = unit < TickUnit::Day || from.said == to.said
                              ? exactDurationName(from.said, to.said, unit)
                          : unit == TickUnit::Day ? durationName(from.said, to.said)
                                                  : roundDurationName(from.said, to.said);
    const bool hasOneZone =
        from.span.flags.testFlag(DateFlag::Zoned) != to.span.flags.testFlag(DateFlag::Zoned);
    return hasOneZone ? Words::tr("about %1, as one has no zone", "a duration").arg(words)
           : isAbout  ? Words::tr("about %1", "a duration").arg(words)
                      : words;
}

} // namespace

QString timeBetween(std::string_view from, DateMoment fromMoment, std::string_view to, DateMoment toMoment) {
    const auto first = momentOf(from, fromMoment);
    const auto last = momentOf(to, toMoment);
    if (!first || !last) {
        return {};
    }
    const bool areTimes = first->unit < TickUnit::Day && last->unit < TickUnit::Day;
    // Both somewhere in one day, or in one millisecond that has more digits, are not at one time.
    const bool areWithin = first->said == last->said && first->span.end > last->span.begin &&
                           (!areTimes || first->unit == TickUnit::Millisecond);
    if (!first->isVague && !last->isVague && !areWithin && (first->unit == last->unit || areTimes)) {
        return said(*first, *last, std::max(first->unit, last->unit));
    }
    if (first->span.end >= last->span.begin) {
        // Either may have been first.
        const bool isFirstLater = millisecondsBetween(last->span.begin, first->span.end) >
                                  millisecondsBetween(first->span.begin, last->span.end);
        const Moment &earlier = isFirstLater ? *last : *first;
        const Moment &later = isFirstLater ? *first : *last;
        return Words::tr("at most %1", "a duration")
            .arg(boundDurationName(earlier.span.begin, later.span.end, Bound::Most));
    }
    const QString most = boundDurationName(first->span.begin, last->span.end, Bound::Most);
    const QString least = boundDurationName(first->span.end, last->span.begin, Bound::Least);
    return least == most ? Words::tr("about %1", "a duration").arg(most)
                         : Words::tr("between %1 and %2", "two durations").arg(least, most);
}

} // namespace timeline
