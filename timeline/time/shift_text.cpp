// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/shift_text.h"

#include "time/durations.h"
#include "time/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

using names::Words;

constexpr std::int64_t millisPerDay = 86'400'000;

/// "1.5" is 15 / 10.
struct Number {
    std::int64_t digits = 0;
    std::int64_t divisor = 1;
};

/// A unit that has a name, as so many of one of the calendar's.
struct NamedUnit {
    const char *names; ///< each between blanks
    DurationUnit unit;
    std::int64_t count = 1;
};

constexpr std::array<NamedUnit, 14> namedUnits = {{
    {" ms msec msecs milli millis millisecond milliseconds ", DurationUnit::Millisecond},
    {" s sec secs second seconds ", DurationUnit::Second},
    {" min mins minute minutes ", DurationUnit::Minute},
    {" h hr hrs hour hours ", DurationUnit::Hour},
    {" d day days ", DurationUnit::Day},
    {" w wk wks week weeks ", DurationUnit::Day, 7},
    {" fortnight fortnights ", DurationUnit::Day, 14},
    {" mo mos mon mth mths month months ", DurationUnit::Month},
    {" quarter quarters ", DurationUnit::Month, 3},
    {" y yr yrs year years ", DurationUnit::Year},
    {" decade decades ", DurationUnit::Year, 10},
    {" century centuries ", DurationUnit::Year, 100},
    {" millennium millennia ", DurationUnit::Year, 1000},
    {" ka ", DurationUnit::Year, 1000},
}};

std::optional<NamedUnit> unitNamed(const QString &word) {
    const QByteArray wanted = ' ' + word.toLower().toUtf8() + ' ';
    for (const NamedUnit &each : namedUnits) {
        if (QByteArrayView(each.names).contains(wanted)) {
            return each;
        }
    }
    const auto unit = durationUnit(word);
    return unit ? std::optional(NamedUnit{"", *unit}) : std::nullopt;
}

/// A number and what it counts.
struct Term {
    Number number;
    int sign = 1;
    QString written;               ///< "1.5 h"
    std::optional<NamedUnit> unit; ///< none: minutes or months
};

/// Goes through a text, and stops at the first thing that it cannot read.
class ShiftReader {
public:
    explicit ShiftReader(const QString &text) {
        for (const QChar letter : text) { // what turns the direction of writing is nobody's amount
            if (letter.category() != QChar::Other_Format) {
                m_text += letter.isSpace() ? QChar(u' ') : letter;
            }
        }
        m_text = m_text.trimmed();
    }

    std::variant<Shift, ShiftProblem> read() {
        if (readSign(); m_at < m_text.size() && m_text[m_at].toUpper() == u'P' &&
                        (m_at + 1 == m_text.size() || !m_text[m_at + 1].isLetter() ||
                         m_text[m_at + 1].toUpper() == u'T')) {
            ++m_at;
            readIso();
        } else {
            m_at = 0;
            readWords();
        }
        if (m_problem.isEmpty()) {
            settleMinutes();
        }
        Shift sum;
        for (const Term &term : m_terms) {
            add(term, sum);
        }
        return m_problem.isEmpty() ? std::variant<Shift, ShiftProblem>(sum) : ShiftProblem{m_problem};
    }

private:
    bool fail(const QString &problem) {
        m_problem = m_problem.isEmpty() ? problem : m_problem;
        return false;
    }
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    void skipBlanks() {
        while (next() == u' ') {
            ++m_at;
        }
    }

    /// A hyphen, a dash and a minus are all typed for it.
    bool readSign() {
        skipBlanks();
        const bool isMinus = QStringView(u"-\u2010\u2011\u2012\u2013\u2212").contains(next());
        if (next().isNull() || (!isMinus && next() != u'+')) {
            return false;
        }
        m_sign = isMinus ? -1 : 1;
        ++m_at;
        skipBlanks();
        return true;
    }

    bool readNumber(Number &number) {
        constexpr int mostDigits = 12; // that fits, whatever it counts
        const qsizetype start = m_at;
        int count = 0;
        int decimals = -1;
        for (; next().isDigit() || (decimals < 0 && count > 0 && (next() == u'.' || next() == u',') &&
                                    m_at + 1 < m_text.size() && m_text[m_at + 1].isDigit());
             ++m_at) {
            if (!next().isDigit()) {
                decimals = 0;
                continue;
            }
            if (++count > mostDigits) {
                return fail(Words::tr("“%1…” has too many digits").arg(m_text.mid(start, mostDigits)));
            }
            number.digits = number.digits * 10 + next().digitValue();
            if (decimals >= 0) {
                ++decimals;
                number.divisor *= 10;
            }
        }
        const QString written = m_text.mid(start, m_at - start);
        if (decimals == 3 && written.contains(u',') && written[0].digitValue() != 0) {
            return fail(Words::tr("“%1” can be thousands or decimals").arg(written));
        }
        return true;
    }

    QString readLetters() {
        const qsizetype start = m_at;
        while (next().isLetter() || next().isMark() || next() == u'\'' || next() == u'’') {
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    /// As people write: "-7 min 12 s", "a week earlier".
    bool readWords() {
        for (skipBlanks(); m_at < m_text.size() && m_problem.isEmpty(); skipBlanks()) {
            const qsizetype start = m_at;
            if (QStringView(u",;&.").contains(next())) {
                ++m_at;
            } else if (readSign()) {
                m_hasSign = true;
                if (!next().isDigit() && !next().isLetter()) {
                    fail(Words::tr("there is no number after “%1”").arg(m_text[start]));
                }
            } else if (next().isLetter()) {
                readWord(start);
            } else if (Number number; !next().isDigit()) {
                fail(Words::tr("“%1” is no part of an amount of time").arg(m_text.mid(start, 20)));
            } else if (readNumber(number)) {
                next() == u':' ? readClock(start, number) : readUnit(start, number);
            }
        }
        return m_problem.isEmpty();
    }

    /// What stands in the place of a number.
    bool readWord(qsizetype start) {
        const QString word = readLetters().toLower();
        const bool isEarlier = word == "earlier"_L1 || word == "before"_L1 || word == "back"_L1 ||
                               word == Words::tr("earlier", "a duration");
        if (isEarlier || word == "later"_L1 || word == Words::tr("later", "a duration")) {
            for (; m_directed < m_terms.size(); ++m_directed) {
                m_terms[m_directed].sign = isEarlier ? -1 : 1;
            }
            return !m_hasSign || fail(Words::tr("“%1” and a sign say it twice").arg(word));
        }
        if (word == "a"_L1 || word == "an"_L1 || word == "one"_L1) {
            return readUnit(start, {1, 1});
        }
        return word == "and"_L1 || word == Words::tr("and", "between two durations") ||
               fail(unitNamed(word) ? Words::tr("there is no number before “%1”").arg(word)
                                    : Words::tr("“%1” is no number").arg(word.left(30)));
    }

    bool readUnit(qsizetype start, const Number &number) {
        const QString written = m_text.mid(start, m_at - start);
        skipBlanks();
        const QString word = readLetters();
        if (next() == u'.') {
            ++m_at; // "min."
        }
        const bool isDoubtful = word == "m"_L1 || word == "M"_L1;
        const auto unit = unitNamed(word);
        if (word.isEmpty()) {
            return fail(Words::tr("%1 of what? Of minutes (min), days or months?").arg(written));
        }
        if (!unit && !isDoubtful) {
            return fail(Words::tr("“%1” is no unit of time").arg(word.left(30)));
        }
        m_terms.push_back(
            {number, m_sign, m_text.mid(start, m_at - start), isDoubtful ? std::nullopt : unit});
        return true;
    }

    /// "0:07:12.5": hours, minutes and seconds.
    bool readClock(qsizetype start, const Number &hours) {
        std::array<Number, 2> parts;
        std::size_t count = 0;
        while (next() == u':' && count < parts.size()) {
            ++m_at;
            if (!next().isDigit() || !readNumber(parts.at(count++))) {
                break;
            }
        }
        const QString written = m_text.mid(start, m_at - start);
        if (count == 1) {
            return fail(Words::tr("“%1” can be hours and minutes or minutes and seconds").arg(written));
        }
        const bool isFine = count == 2 && hours.divisor == 1 && parts[0].divisor == 1 &&
                            parts[0].digits < 60 && parts[1].digits < 60 * parts[1].divisor;
        m_terms.push_back({hours, m_sign, written, NamedUnit{"", DurationUnit::Hour}});
        m_terms.push_back({parts[0], m_sign, written, NamedUnit{"", DurationUnit::Minute}});
        m_terms.push_back({parts[1], m_sign, written, NamedUnit{"", DurationUnit::Second}});
        return isFine || fail(Words::tr("“%1” are no hours, minutes and seconds").arg(written));
    }

    /// ISO 8601-1, 5.5.2: "P1Y2M10DT2H30M", "P2W"; and as 8601-2 has it, each with a sign of its own.
    bool readIso() {
        const int whole = m_sign;
        bool isTime = false;
        for (QStringView left = u"YMWD"; m_at < m_text.size();) {
            if (!isTime && next().toUpper() == u'T') {
                isTime = true;
                left = u"HMS";
                ++m_at;
            }
            const qsizetype start = m_at;
            m_sign = 1;
            readSign();
            Number number;
            if (!next().isDigit() || !readNumber(number)) {
                break;
            }
            const qsizetype place = left.indexOf(next().toUpper());
            if (place < 0 || next().isNull()) {
                break;
            }
            const QChar letter = left[place];
            left = left.sliced(place + 1);
            ++m_at;
            const NamedUnit unit = letter == u'Y'   ? NamedUnit{"", DurationUnit::Year}
                                   : letter == u'W' ? NamedUnit{"", DurationUnit::Day, 7}
                                   : letter == u'D' ? NamedUnit{"", DurationUnit::Day}
                                   : letter == u'H' ? NamedUnit{"", DurationUnit::Hour}
                                   : letter == u'S' ? NamedUnit{"", DurationUnit::Second}
                                   : isTime         ? NamedUnit{"", DurationUnit::Minute}
                                                    : NamedUnit{"", DurationUnit::Month};
            m_terms.push_back({number, whole * m_sign, m_text.mid(start, m_at - start), unit});
        }
        return (m_at == m_text.size() && !m_terms.empty() && m_text.back().toUpper() != u'T') ||
               fail(Words::tr(
                   "after P and T of ISO 8601 come numbers with Y, M, W, D, H, M, S: P1Y2M, PT7M12S"));
    }

    /// "m" is what fits its neighbours: minutes beside hours and seconds, months beside years.
    void settleMinutes() {
        const auto has = [this](DurationUnit from, DurationUnit to) {
            return std::any_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
                return term.unit && term.unit->unit >= from && term.unit->unit <= to;
            });
        };
        const bool areMinutes = has(DurationUnit::Hour, DurationUnit::Millisecond);
        const bool areMonths = has(DurationUnit::Year, DurationUnit::Year);
        for (Term &term : m_terms) {
            if (!term.unit && areMinutes == areMonths) {
                fail(Words::tr("“%1” can be minutes (min) or months (mo)").arg(term.written));
            } else if (!term.unit) {
                term.unit = NamedUnit{"", areMinutes ? DurationUnit::Minute : DurationUnit::Month};
            }
        }
    }

    void add(const Term &term, Shift &sum) {
        if (!term.unit || !m_problem.isEmpty()) {
            return;
        }
        constexpr double farthestYears = 4e10; // from one end of time to the other
        const Number &number = term.number;
        const std::int64_t digits = number.digits * term.unit->count * term.sign;
        const std::int64_t divisor = number.divisor;
        switch (term.unit->unit) {
        case DurationUnit::Year:
        case DurationUnit::Month: {
            const std::int64_t months = digits * (term.unit->unit == DurationUnit::Year ? 12 : 1);
            sum.months += months / divisor;
            if (months % divisor != 0) {
                fail(Words::tr("“%1” is no whole number of months").arg(term.written));
            }
            break;
        }
        case DurationUnit::Day:
            sum.days += digits / divisor;
            addMilliseconds(digits % divisor, millisPerDay, term, sum);
            break;
        default: {
            constexpr std::array<std::int64_t, 4> sizes = {3'600'000, 60'000, 1000, 1};
            const auto place =
                static_cast<std::size_t>(term.unit->unit) - static_cast<std::size_t>(DurationUnit::Hour);
            addMilliseconds(digits, sizes.at(place), term, sum);
        }
        }
        if (std::abs(static_cast<double>(sum.months)) > farthestYears * 12 ||
            std::abs(static_cast<double>(sum.days)) > farthestYears * 366) {
            fail(Words::tr("“%1” is farther than time reaches").arg(term.written));
        }
    }

    void addMilliseconds(std::int64_t digits, std::int64_t size, const Term &term, Shift &sum) {
        const std::int64_t divisor = term.number.divisor;
        const std::int64_t whole = digits / divisor * size;
        const std::int64_t rest = digits % divisor * size; // below 10^12 times 8.64e7: see there
        if (rest % divisor != 0) {
            fail(Words::tr("“%1” is no whole number of milliseconds").arg(term.written));
        }
        const std::int64_t all = sum.milliseconds + whole + rest / divisor;
        sum.days += all / millisPerDay;
        sum.milliseconds = all % millisPerDay;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_sign = 1;
    bool m_hasSign = false; ///< of one's own, in words
    std::vector<Term> m_terms;
    std::size_t m_directed = 0; ///< so many of them have their "earlier" or "later"
    QString m_problem;
};

} // namespace

std::variant<Shift, ShiftProblem> readShift(const QString &text) {
    return ShiftReader(text).read();
}

} // namespace timeline
