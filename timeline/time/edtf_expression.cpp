// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf_expression.h"

#include <algorithm>

namespace timeline::edtf {

namespace {

DateFlags flagsOf(const DatePart &date) {
    DateFlags flags;
    const std::uint8_t qualifier = date.anyQualifier();
    flags.setFlag(DateFlag::Uncertain, (qualifier & IsUncertain) != 0);
    flags.setFlag(DateFlag::Approximate, (qualifier & IsApproximate) != 0);
    flags.setFlag(DateFlag::Unspecified, date.hasUnspecifiedDigit());
    flags.setFlag(DateFlag::HasTime, date.precision == Precision::Time);
    flags.setFlag(DateFlag::Zoned, date.time.isZoned);
    flags.setFlag(DateFlag::Finer, date.time.isFiner());
    return flags;
}

/// Grows a span to hold another one as well; an empty one to start with.
void include(Span &span, const Span &other, bool isFirst) {
    span.begin = isFirst ? other.begin : std::min(span.begin, other.begin);
    span.end = isFirst ? other.end : std::max(span.end, other.end);
    span.flags |= other.flags;
}

class ExpressionReader {
public:
    ExpressionReader(Cursor &cursorOfText, DateSyntax dateSyntax, ParsedDate &result, Expression *expression)
        : cursor(cursorOfText), syntax(dateSyntax), parsed(result), parts(expression) {}

    bool read() {
        if (cursor.atEnd()) {
            return cursor.fail(
                QT_TRANSLATE_NOOP("timeline::Words", "a date such as 2024, 2024-03 or 2024-03-15"));
        }
        const bool isOneOf = cursor.take('[');
        if (isOneOf || cursor.take('{')) {
            return readSet(isOneOf ? ']' : '}') && readEnd();
        }
        return readDateOrInterval() && readEnd();
    }

private:
    bool readEnd() {
        return cursor.atEnd() ||
               cursor.fail(QT_TRANSLATE_NOOP("timeline::Words", "the end of the date here"));
    }

    bool readOneDate(DatePart &date, Span &span) {
        const std::size_t start = cursor.position();
        if (!readDate(cursor, syntax, date)) {
            return false;
        }
        if (!boundsOf(date, span)) {
            return cursor.failAt(start, QT_TRANSLATE_NOOP("timeline::Words", "a day that the calendar has"));
        }
        span.flags = flagsOf(date);
        parsed.level = std::max(parsed.level, static_cast<int>(date.level));
        return true;
    }

    bool readDateOrInterval() {
        Stretch stretch;
        Span first;
        if (cursor.take("..")) {
            stretch.start = Edge::Open;
        } else if (cursor.next() == '/') {
            stretch.start = Edge::Unknown;
        } else if (!readOneDate(stretch.first, first)) {
            return false;
        }
        if (stretch.start == Edge::Date && cursor.next() != '/') {
            parsed.span = first;
            const bool isApproximate = parsed.span.flags.testFlag(DateFlag::Approximate);
            parsed.span.flags.setFlag(DateFlag::StartApproximate, isApproximate);
            parsed.span.flags.setFlag(DateFlag::EndApproximate, isApproximate);
            keep(Form::Single, stretch);
            return true;
        }
        if (!cursor.take('/')) {
            return cursor.fail(QT_TRANSLATE_NOOP("timeline::Words", "/ and the end of the interval"));
        }
        return readIntervalEnd(stretch, first);
    }

    bool readIntervalEnd(Stretch &stretch, Span &first) {
        stretch.isSingle = false;
        const std::size_t start = cursor.position();
        Span last;
        if (cursor.take("..")) {
            stretch.end = Edge::Open;
        } else if (cursor.atEnd()) {
            stretch.end = Edge::Unknown;
        } else if (!readOneDate(stretch.last, last)) {
            return false;
        }
        if (stretch.start == Edge::Unknown && stretch.end == Edge::Unknown) {
            return cursor.fail(QT_TRANSLATE_NOOP("timeline::Words", "a date before or after /"));
        }
        raiseLevelOfInterval(stretch);
        // Level 0 leaves the time of day out of intervals; an events file has use for it.
        if ((stretch.first.precision == Precision::Time || stretch.last.precision == Precision::Time) &&
            syntax == DateSyntax::Edtf) {
            return cursor.failAt(0, QT_TRANSLATE_NOOP("timeline::Words", "no time of day in an interval"));
        }
        applyEdge(stretch.start, first, DateFlag::OpenStart, DateFlag::UnknownStart);
        applyEdge(stretch.end, last, DateFlag::OpenEnd, DateFlag::UnknownEnd);
        if (last.end <= first.begin) {
            return cursor.failAt(start,
                                 QT_TRANSLATE_NOOP("timeline::Words", "an end that is not before the start"));
        }
        joinEnds(first, last, DateFlag::Interval);
        keep(Form::Interval, stretch);
        return true;
    }

    /// Open and unknown ends are level 1, digits left open within an interval are level 2.
    void raiseLevelOfInterval(const Stretch &stretch) {
        if (stretch.start != Edge::Date || stretch.end != Edge::Date) {
            parsed.level = std::max(parsed.level, 1);
        }
        if (stretch.first.hasUnspecifiedDigit() || stretch.last.hasUnspecifiedDigit()) {
            parsed.level = 2;
        }
    }

    static void applyEdge(Edge edge, Span &span, DateFlag open, DateFlag unknown) {
        if (edge == Edge::Date) {
            return;
        }
        span = {Instant::distantPast(), Instant::distantFuture(), edge == Edge::Open ? open : unknown};
    }

    void joinEnds(const Span &first, const Span &last, DateFlags kind) {
        Span &span = parsed.span;
        span = {first.begin, last.end, first.flags | last.flags | kind};
        span.flags.setFlag(DateFlag::StartApproximate, first.flags.testFlag(DateFlag::Approximate));
        span.flags.setFlag(DateFlag::EndApproximate, last.flags.testFlag(DateFlag::Approximate));
    }

    bool readSet(char closing) {
        const Form form = closing == ']' ? Form::OneOf : Form::AllOf;
        parsed.level = 2;
        Span whole;
        bool isFirst = true;
        bool isLast = false;
        do {
            Span span;
            Stretch stretch;
            if (isLast) {
                return cursor.fail(
                    QT_TRANSLATE_NOOP("timeline::Words", "the end of the set after an open end"));
            }
            if (!readMember(isFirst, closing, stretch, span)) {
                return false;
            }
            isLast = stretch.end == Edge::Open;
            include(whole, span, isFirst);
            keep(form, stretch);
            isFirst = false;
        } while (cursor.take(','));
        if (!cursor.take(closing)) {
            return cursor.fail(closing == ']'
                                   ? QT_TRANSLATE_NOOP("timeline::Words", ", or ] after a date of the set")
                                   : QT_TRANSLATE_NOOP("timeline::Words", ", or } after a date of the set"));
        }
        const bool isApproximate = whole.flags.testFlag(DateFlag::Approximate);
        whole.flags.setFlag(DateFlag::StartApproximate, isApproximate);
        whole.flags.setFlag(DateFlag::EndApproximate, isApproximate);
        whole.flags.setFlag(DateFlag::Set);
        parsed.span = whole;
        return true;
    }

    /// A date, a range of two, or one that is open to the past (first of the set) or to the future (its
    /// last).
    bool readMember(bool isFirst, char closing, Stretch &stretch, Span &span) {
        if (isFirst && cursor.take("..")) {
            stretch.start = Edge::Open;
            stretch.isSingle = false;
            if (!readSetDate(stretch.last, span)) {
                return false;
            }
            span.begin = Instant::distantPast();
            span.flags |= DateFlag::OpenStart;
            return true;
        }
        if (!readSetDate(stretch.first, span)) {
            return false;
        }
        if (!cursor.take("..")) {
            return true;
        }
        stretch.isSingle = false;
        if (cursor.next() == closing) {
            stretch.end = Edge::Open;
            span.end = Instant::distantFuture();
            span.flags |= DateFlag::OpenEnd;
            return true;
        }
        return readRangeEnd(stretch, span);
    }

    bool readRangeEnd(Stretch &stretch, Span &span) {
        const std::size_t start = cursor.position();
        Span last;
        if (!readSetDate(stretch.last, last)) {
            return false;
        }
        if (stretch.first.precision != stretch.last.precision) {
            return cursor.failAt(
                start, QT_TRANSLATE_NOOP("timeline::Words",
                                         "both ends of a range given alike: as years, months or days"));
        }
        if (last.end <= span.begin) {
            return cursor.failAt(start,
                                 QT_TRANSLATE_NOOP("timeline::Words", "an end that is not before the start"));
        }
        span = {span.begin, last.end, span.flags | last.flags};
        return true;
    }

    bool readSetDate(DatePart &date, Span &span) {
        const std::size_t start = cursor.position();
        if (!readOneDate(date, span)) {
            return false;
        }
        return date.precision != Precision::Time ||
               cursor.failAt(start, QT_TRANSLATE_NOOP("timeline::Words", "no time of day in a set"));
    }

    void keep(Form form, const Stretch &stretch) {
        if (parts != nullptr) {
            parts->form = form;
            parts->members.push_back(stretch);
        }
    }

    Cursor &cursor;
    DateSyntax syntax;
    ParsedDate &parsed;
    Expression *parts;
};

} // namespace

bool readExpression(Cursor &cursor, DateSyntax syntax, ParsedDate &parsed, Expression *parts) {
    return ExpressionReader(cursor, syntax, parsed, parts).read();
}

} // namespace timeline::edtf
