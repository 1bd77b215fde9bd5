// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_ranges.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace timeline::phrases {

namespace {

/// "79" behind 480 BC may be 79 BC or 479 BC.
std::optional<Part> fullCount(const Part &first, Part last) {
    const bool isOfChrist = first.digits > 0 && last.counting && last.counting->from == 1 && last.isYear();
    const std::int64_t count = 1 - last.day.year;
    std::int64_t unit = 1;
    while (unit <= count) {
        unit *= 10;
    }
    if (!isOfChrist || unit > first.number) {
        return std::nullopt;
    }
    last.day.year = 1 - (first.number - first.number % unit + count);
    return last;
}

/// Of what is counted back from today people say either end first.
bool mayBeTurned(const Part &first) {
    return first.counting && first.counting->from != 1;
}

/// "27 BC - 14" and "5th century BC to 4th century" may end after Christ or before.
bool isIntoOurEra(const Part &begin, const Part &end, const Part &written) {
    const bool isBefore = begin.day.year <= 0 && (begin.openDigits > 0 || begin.counting);
    return isBefore && !written.hasEra && (written.digits > 0 || (end.day.year > 0 && end.openDigits > 0));
}

/// Calls for each two parts that may stand beside each other, each with what the other says of it.
using UsePair = std::function<void(const Part &first, const Part &last, bool isSafe)>;
void forEachPair(const Parts &firsts, const Parts &lasts, const UsePair &use) {
    for (const Part &first : firsts) {
        for (const Part &last : lasts) {
            const bool isMixed =
                first.order != last.order && first.order != Order::Clear && last.order != Order::Clear;
            // Of two zones with one name both ends have the same.
            const bool areApart =
                !first.otherZones.isEmpty() && first.otherZones == last.otherZones && first.zone != last.zone;
            const auto begin = isMixed || areApart ? std::nullopt : completed(first, last);
            const auto end = begin ? completed(last, first) : std::nullopt;
            if (!end || text(*begin).isEmpty() || text(*end).isEmpty()) {
                continue;
            }
            auto longer = fullCount(first, *end);
            if (longer && longer->day.year <= begin->day.year) {
                longer.reset();
            }
            const bool areTimes = !first.time.isEmpty() && !last.time.isEmpty();
            const bool isSure =
                !isIntoOurEra(*begin, *end, last) && !(areTimes && first.hasHalf != last.hasHalf);
            use(*begin, *end, begin->isSafe && end->isSafe && !longer && isSure);
            if (longer) {
                use(*begin, *longer, false);
            }
        }
    }
}

/// "5 July 1843 or 1844" and "12 May or June 1901" mean that day of both, and "May or 5 June" a day of both:
/// what is less precise, as the other is. Nothing where they are so already.
std::optional<Part> alike(Part less, const Part &other) {
    const bool lacksMonth = less.day.month == 0 && other.day.month != 0;
    const bool lacksDay = less.day.day == 0 && other.day.day != 0;
    if (less.openDigits > 0 || !less.time.isEmpty() || !other.time.isEmpty() || !(lacksMonth || lacksDay)) {
        return std::nullopt;
    }
    less.day.month = lacksMonth ? other.day.month : less.day.month;
    less.day.day = other.day.day;
    return text(less).isEmpty() ? std::nullopt : std::optional(less);
}

/// As a part of a set.
QString textInSet(const Part &part) {
    const QString edtf = text(part);
    return edtf.startsWith(u'[') ? edtf.sliced(1).chopped(1) : edtf;
}

/// One of two, or both of them.
void addSet(const Part &first, const Part &last, bool isOneOf, bool isSafe, Readings &readings) {
    if (first.isStretch || last.isStretch || (!isOneOf && (first.last || last.last))) {
        return;
    }
    const auto set = [isOneOf](const Part &a, const Part &b) {
        return (isOneOf ? u'[' : u'{') + textInSet(a) + u',' + textInSet(b) + (isOneOf ? u']' : u'}');
    };
    const auto second = alike(last, first);
    const auto begin = first.day.month != 0 ? alike(first, last) : std::nullopt; // "1843 or 5 July 1844"
    if (second) {
        add(readings, set(first, *second), false);
    }
    add(readings, set(first, last), isSafe && !second && !begin);
    if (begin) {
        add(readings, set(*begin, last), false);
    }
}

/// One time between two, both told as precisely.
void addBetween(const Part &first, const Part &last, bool isSafe, Readings &readings) {
    if (!first.time.isEmpty() || !last.time.isEmpty()) {
        return;
    }
    const auto written = [&](const Part &a, const Part &b) {
        const Day begin = firstOf(a);
        const Day end = lastOf(b);
        return u'[' + text(refined(begin, end, false)) + qualifierOf(a) + u".."_s +
               text(refined(end, begin, true)) + qualifierOf(b) + u']';
    };
    const QString edtf = written(first, last);
    add(readings, isDate(edtf) ? edtf : mayBeTurned(first) ? written(last, first) : QString(), isSafe);
}

/// The places where a phrase may be cut in two: how many tokens are before, and how many are the cut.
struct Cut {
    std::size_t at = 0;
    std::size_t count = 0;
};
using Cuts = std::vector<Cut>;

template <typename Take>
Cuts cutsAt(Tokens tokens, const Take &take) {
    Cuts cuts;
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        const Tokens rest = tokens.subspan(at);
        if (TokenCursor cursor(rest); take(cursor) && !cursor.atEnd()) {
            cuts.push_back({at, rest.size() - cursor.rest().size()});
        }
    }
    return cuts;
}
Cuts cutsAt(Tokens tokens, Role role) {
    return cutsAt(tokens, [role](TokenCursor &cursor) {
        return cursor.take(role).has_value() || (role == Role::And && cursor.take(u'&'));
    });
}

/// Signs between the ends of an interval, those first that stand within dates the least. A stroke behind a
/// day that is written with hyphens, "2024-05-03/06", is such a sign.
std::vector<Cuts> cutsOfInterval(Tokens tokens) {
    const auto takeStroke = [](TokenCursor &cursor) { return cursor.take(u'/'); };
    const Cuts strokes = cutsAt(tokens, takeStroke);
    constexpr std::ptrdiff_t hyphensOfDay = 2;
    const auto isHyphen = [](const Token &token) { return token.isSign(u'-'); };
    const bool isBehindDay = strokes.size() == 1 && std::ranges::count_if(tokens.first(strokes.front().at),
                                                                          isHyphen) == hyphensOfDay;
    return {
        isBehindDay ? strokes : Cuts(),
        cutsAt(tokens, Role::To),
        cutsAt(tokens, [](TokenCursor &cursor) { return cursor.take(u'–'); }),
        cutsAt(tokens,
               [](TokenCursor &cursor) {
                   const bool isSpaced = cursor.isSpaced();
                   return cursor.take(u'-') && isSpaced && cursor.isSpaced();
               }),
        cutsAt(tokens,
               [](TokenCursor &cursor) {
                   if (!cursor.take(u'.') || !cursor.take(u'.')) {
                       return false;
                   }
                   cursor.take(u'.');
                   return true;
               }),
        cutsAt(tokens, [](TokenCursor &cursor) { return cursor.take(u'-'); }),
        strokes,
    };
}

Tokens behind(Tokens tokens, const Cut &cut) {
    return tokens.subspan(cut.at + cut.count);
}

/// A phrase between two others, such as "from" and "to".
Tokens without(Tokens tokens, Role role) {
    TokenCursor cursor(tokens);
    cursor.take(role);
    return cursor.rest();
}

/// `sign` stands between. What is said before a dash is said of both ends.
void addIntervals(const Parts &starts, const Parts &ends, const Token &sign, Readings &readings) {
    const bool isAboutBoth = sign.isSign(u'-') || sign.isSign(u'–');
    const bool isStroke = sign.isSign(u'/');
    forEachPair(starts, ends, [&](const Part &first, Part last, bool isSafe) {
        if (isAboutBoth && first.isAbout && !last.isQualified()) {
            last.isAbout = true;
        }
        const QString edtf = textOfEnd(first, false) + u'/' + textOfEnd(last, true);
        const bool isTurned = mayBeTurned(first) && !isDate(edtf);
        const bool isSure = isSafe && !first.last && !last.last && !isStroke;
        add(readings, isTurned ? textOfEnd(last, false) + u'/' + textOfEnd(first, true) : edtf, isSure);
        if (isStroke && !first.last && !last.last && isDate(edtf)) { // "March/April" may be one of them
            addSet(first, last, true, false, readings);
        }
    });
}

} // namespace

void add(Readings &readings, const QString &edtf, bool isSafe) {
    if (edtf.isEmpty() || !isDate(edtf)) {
        return;
    }
    const auto known = std::ranges::find(readings, edtf, &Reading::edtf);
    if (known == readings.end()) {
        readings.push_back({edtf, isSafe});
    } else {
        known->isSafe |= isSafe;
    }
}

Readings sets(Tokens tokens) {
    Readings readings;
    if (TokenCursor cursor(tokens); cursor.take(Role::Between)) {
        const Tokens inside = cursor.rest();
        std::vector<Cuts> all = cutsOfInterval(inside);
        all.insert(all.begin(), cutsAt(inside, Role::And));
        for (const Cuts &cuts : all) {
            for (const Cut &cut : cuts) {
                forEachPair(pointsIn(inside.first(cut.at)), pointsIn(behind(inside, cut)),
                            [&](const Part &first, const Part &last, bool isSafe) {
                                addBetween(first, last, isSafe, readings);
                            });
            }
            if (!readings.empty()) {
                return readings;
            }
        }
    }
    for (const Role role : {Role::Or, Role::And}) {
        const bool isOneOf = role == Role::Or;
        for (const Cut &cut : cutsAt(tokens, role)) {
            forEachPair(pointsIn(tokens.first(cut.at)), pointsIn(behind(tokens, cut)),
                        [&](const Part &first, const Part &last, bool isSafe) {
                            addSet(first, last, isOneOf, isSafe, readings);
                        });
        }
    }
    return readings;
}

Readings intervals(Tokens tokens) {
    Readings readings;
    const Tokens inside = without(without(tokens, Role::From), Role::FromOrOf);
    for (const Cuts &cuts : cutsOfInterval(inside)) {
        for (const Cut &cut : cuts) {
            addIntervals(pointsIn(inside.first(cut.at)), pointsIn(behind(inside, cut)), inside[cut.at],
                         readings);
        }
        if (!readings.empty()) {
            break;
        }
    }
    return readings;
}

Readings shortYears(Tokens tokens) {
    constexpr int mostMonths = 12;
    constexpr std::int64_t sinceMonthsAreNumbers = 1900; // before, "1824/5" is two years
    constexpr std::int64_t longest = 50;                 // from one century into the next
    Qualifiers qualifiers;
    TokenCursor cursor(withoutQualifiersAtEnd(tokens, qualifiers));
    while (takeQualifier(cursor, qualifiers)) {
    }
    cursor.takeAll(Role::Filler);
    const auto year = cursor.takeNumber(3, 4);
    const bool isSpaced = cursor.isSpaced();
    QChar sign = year ? cursor.takeOneOf(u"-–/") : QChar();
    if (isSpaced && sign == u'-') {
        sign = u'–';
    }
    const auto number = sign.isNull() ? std::nullopt : cursor.takeNumber(1, 2);
    if (!number || !cursor.atEnd() || (year->digits == 3 && sign != u'–') || (isSpaced && sign == u'/')) {
        return {};
    }
    const std::int64_t unit = powerOfTen(number->digits);
    const std::int64_t short1 = year->value % unit;
    const bool isNext = (year->value + 1) % unit == number->value;
    const bool isGreater = number->value > short1;
    const std::int64_t last = year->value - short1 + number->value + (isGreater ? 0 : unit);
    const bool isMonth = number->value >= 1 && number->value <= mostMonths;
    Part part;
    part.isAbout = qualifiers.isAbout;
    part.isUncertain = qualifiers.isUncertain;
    const QString mark = qualifierOf(part);
    const QString first = text(Day{year->value, 0, 0}) + mark;
    const QString end = text(Day{last, 0, 0}) + mark;
    const QString month = text(Day{year->value, static_cast<int>(number->value), 0}) + mark;
    Readings readings;
    if (sign == u'–') {
        if (isGreater) {
            add(readings, first + u'/' + end, true);
        } else if (number->digits == 2 && last - year->value < longest) {
            add(readings, first + u'/' + end, isNext && !isMonth);
        }
        if (isMonth && !isGreater) {
            add(readings, month, false);
        }
        return readings;
    }
    const bool isOneOf = isNext && (sign == u'/' || number->digits == 1);
    if (isOneOf) {
        add(readings, u'[' + first + u',' + end + u']', false);
    }
    const bool isAlsoMonth =
        isMonth && (!isOneOf || sign == u'-' || number->digits == 2 || year->value >= sinceMonthsAreNumbers);
    if (isAlsoMonth) {
        add(readings, month, !isOneOf && !isGreater && sign == u'-');
    }
    const bool isNear = sign == u'/' && number->digits == 2 && last - year->value < longest; // 1999/01
    if (!isOneOf && (isGreater || isNext || isNear)) {
        add(readings, first + u'/' + end, sign == u'-' && !isMonth);
    }
    if (number->value > mostMonths && sign == u'-' && mark.isEmpty()) { // what EDTF has for seasons
        add(readings, month, false);
    }
    return readings;
}

} // namespace timeline::phrases
