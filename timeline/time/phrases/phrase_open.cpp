// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/phrases/phrase_ranges.h"

#include <array>

using namespace Qt::StringLiterals;

namespace timeline::phrases {

namespace {

/// Sets have days, months and years, of which nothing is doubtful.
bool canBeInSet(const Part &part) {
    return part.time.isEmpty() && !part.isQualified();
}

QString beforeText(const Part &part) {
    return canBeInSet(part) ? u"[.."_s + text(neighbour(firstOf(part), -1)) + u']' : QString();
}
QString afterText(const Part &part) {
    return canBeInSet(part) ? u'[' + text(neighbour(lastOf(part), 1)) + u"..]"_s : QString();
}
QString latestText(const Part &part) {
    return canBeInSet(part) ? u"[.."_s + text(lastOf(part)) + u']' : QString();
}
QString earliestText(const Part &part) {
    return canBeInSet(part) ? u'[' + text(firstOf(part)) + u"..]"_s : QString();
}
QString sinceText(const Part &part) {
    return textOfEnd(part, false) + u"/.."_s;
}
QString untilText(const Part &part) {
    return u'/' + textOfEnd(part, true);
}

struct Opening {
    Role role;
    QString (*text)(const Part &part);
};

constexpr std::array before{std::to_array<Opening>({
    {Role::Before, beforeText},
    {Role::After, afterText},
    {Role::Since, sinceText},
    {Role::From, sinceText},
    {Role::FromOrOf, sinceText},
    {Role::Until, untilText},
    {Role::AtTheLatest, latestText},
    {Role::AtTheEarliest, earliestText},
})};
constexpr std::array behind{std::to_array<Opening>({
    {Role::OrEarlier, latestText},
    {Role::OrLater, earliestText},
    {Role::Onwards, sinceText},
})};

void addAll(const Parts &parts, QString (*textOf)(const Part &part), bool isSafe, Readings &readings) {
    for (const Part &part : parts) {
        add(readings, textOf(part), isSafe && part.isSafe);
    }
}

/// What still lasts: "1900-", "1900 - present".
bool isEndless(TokenCursor cursor) {
    const bool isDash = !cursor.takeOneOf(u"-–").isNull();
    const bool isTo = isDash || cursor.take(Role::To);
    return cursor.takeAll(Role::Now) ? isTo && cursor.atEnd() : isDash && cursor.atEnd();
}

} // namespace

Readings openRanges(Tokens tokens) {
    Readings readings;
    if (TokenCursor cursor(tokens); cursor.take(Role::AgoBefore) && !wholePointsIn(tokens).empty()) {
        return {}; // vor 66 Ma
    }
    TokenCursor begin(tokens);
    begin.takeAll(Role::Filler);
    for (const Opening &opening : before) {
        for (TokenCursor cursor : {TokenCursor(tokens), begin}) {
            if (readings.empty() && cursor.take(opening.role)) {
                cursor.take(u'-'); // pre-1900
                const Parts parts = wholePointsIn(cursor.rest());
                const bool mayBeOf = opening.role == Role::FromOrOf;
                addAll(parts, opening.text, !mayBeOf, readings);
                if (mayBeOf) {
                    addAll(parts, text, false, readings);
                }
            }
        }
    }
    if (TokenCursor cursor(tokens); readings.empty() && cursor.take(u'–')) {
        addAll(wholePointsIn(cursor.rest()), untilText, false, readings);
    }
    for (std::size_t at = 1; at < tokens.size() && readings.empty(); ++at) {
        const Tokens rest = tokens.subspan(at);
        for (const Opening &opening : behind) {
            if (TokenCursor cursor(rest); cursor.take(opening.role) && cursor.atEnd()) {
                addAll(wholePointsIn(tokens.first(at)), opening.text, true, readings);
            }
        }
        if (isEndless(TokenCursor(rest))) {
            TokenCursor cursor(tokens.first(at));
            cursor.take(Role::From) || cursor.take(Role::FromOrOf) || cursor.take(Role::Since);
            addAll(wholePointsIn(cursor.rest()), sinceText, true, readings);
        }
    }
    return readings;
}

} // namespace timeline::phrases
