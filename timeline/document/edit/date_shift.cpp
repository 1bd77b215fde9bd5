// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/date_shift.h"

#include "document/bytes/parallel.h"
#include "time/calendar.h"
#include "time/edtf.h"
#include "time/shift_text.h"

#include <QCoreApplication>
#include <numeric>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// "1 of 7 stays: ...", all for one reason.
class Staying {
    Q_DECLARE_TR_FUNCTIONS(timeline::Staying)

public:
    static constexpr const char *undated =
        QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 stay: they have no date");
    static constexpr const char *placeless =
        QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 stay: their dates cannot be written there");
    static constexpr const char *vague =
        QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 stay: their dates are not known that exactly");
    static constexpr const char *season =
        QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 stay: their season is all that is known");
    static const char *coarse(TickUnit unit) {
        switch (unit) {
        case TickUnit::Year:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 stay: their year is all that is known");
        case TickUnit::Month:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 stay: their month is all that is known");
        case TickUnit::Day:
            return QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 stay: their day is all that is known");
        case TickUnit::Minute:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 stay: their minute is all that is known");
        case TickUnit::Second:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 stay: their second is all that is known");
        default:
            return vague;
        }
    }
    /// With what they move by.
    static const char *rounded(TickUnit unit) {
        switch (unit) {
        case TickUnit::Year:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 are known to the year and come %2, rounded");
        case TickUnit::Month:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 are known to the month and come %2, rounded");
        case TickUnit::Day:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 are known to the day and come %2, rounded");
        case TickUnit::Minute:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 are known to the minute and come %2, rounded");
        default:
            return QT_TRANSLATE_N_NOOP("timeline::Staying",
                                       "%Ln of %1 are known to the second and come %2, rounded");
        }
    }
    static constexpr const char *shortened =
        QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 come to the last day of a month that is shorter");
    static constexpr const char *differently = QT_TRANSLATE_N_NOOP(
        "timeline::Staying", "%Ln of %1 are not known that exactly: they move by as much as they can");
    static QString sentence(const char *text, std::size_t count, std::size_t all) {
        return tr(text, nullptr, static_cast<int>(count))
            .arg(QLocale().toString(static_cast<qulonglong>(all)));
    }
};

/// Whether one of its parts is a year with 21 to 41 behind it.
bool hasSeason(std::string_view date) {
    constexpr std::size_t size = 7; // 2020-21
    const auto isDigit = [date](std::size_t at) {
        return at < date.size() && date[at] >= '0' && date[at] <= '9';
    };
    for (std::size_t at = 0; at + size <= date.size(); ++at) {
        const bool isYear = isDigit(at) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3);
        if (isYear && date[at + 4] == '-' && isDigit(at + 5) && isDigit(at + 6) && date[at + 5] >= '2') {
            return true;
        }
    }
    return false;
}

} // namespace

std::size_t ShiftCount::staying() const {
    return std::accumulate(coarse.begin(), coarse.end(), undated + placeless + seasons + vague);
}

QString ShiftCount::whatStays() const {
    QStringList reasons;
    const auto add = [&](const char *text, std::size_t count) {
        if (count > 0) {
            reasons += Staying::sentence(text, count, moved + staying());
        }
    };
    add(Staying::undated, undated);
    add(Staying::placeless, placeless);
    add(Staying::vague, vague);
    add(Staying::season, seasons);
    for (std::size_t unit = 0; unit < coarse.size(); ++unit) {
        add(Staying::coarse(static_cast<TickUnit>(unit)), coarse.at(unit));
    }
    return reasons.join(u"; "_s);
}

QString ShiftCount::whatIsRounded() const {
    QStringList sentences;
    for (std::size_t unit = 0; unit < rounded.size(); ++unit) {
        const RoundedShifts &shifts = rounded.at(unit);
        const std::size_t all = moved + staying();
        if (shifts.count > 0 && shifts.differs) {
            sentences += Staying::sentence(Staying::differently, shifts.count, all);
        } else if (shifts.count > 0) {
            sentences += Staying::sentence(Staying::rounded(static_cast<TickUnit>(unit)), shifts.count, all)
                             .arg(shiftName(shifts.by));
        }
    }
    if (shortened > 0) {
        sentences += Staying::sentence(Staying::shortened, shortened, moved + staying());
    }
    return sentences.join(u"; "_s);
}

void RoundedShifts::add(const RoundedShifts &other) {
    if (other.count > 0) {
        differs |= other.differs || (count > 0 && by != other.by);
        by = other.by;
        count += other.count;
    }
}

void ShiftCount::add(std::string_view date, const Shift &shift) {
    const auto snapped = snappedShift(date, shift);
    const std::size_t unit = static_cast<std::size_t>(knownTo(date).value_or(TickUnit::Year));
    if (!snapped) {
        ++undated;
    } else if (snapped->isNone() && !shift.isNone()) {
        ++(hasSeason(date) ? seasons : date.find('X') != std::string_view::npos ? vague : coarse.at(unit));
    } else if (!shiftedDate(date, shift)) {
        ++placeless;
    } else {
        ++moved;
        const auto parsed = parseDate(date);
        const Span span = std::get<ParsedDate>(parsed).span;
        const Instant begin = span.isOpenAtStart() ? span.end : span.begin;
        if (shifted(begin, *snapped) != shifted(begin, shift)) {
            rounded.at(unit).add({1, *snapped, false});
        }
        const auto losesItsDay = [&](Instant instant) {
            const Instant there = shifted(instant, {snapped->months, 0, 0});
            return civilTime(there).date.day != civilTime(instant).date.day;
        };
        const bool hasDays = knownTo(date).value_or(TickUnit::Year) <= TickUnit::Day;
        if (hasDays && ((!span.isOpenAtStart() && losesItsDay(span.begin)) ||
                        (!span.isOpenAtEnd() && losesItsDay(plusMilliseconds(span.end, -1))))) {
            ++shortened;
        }
    }
}

void ShiftCount::add(const ShiftCount &other) {
    moved += other.moved;
    undated += other.undated;
    placeless += other.placeless;
    seasons += other.seasons;
    vague += other.vague;
    shortened += other.shortened;
    for (std::size_t unit = 0; unit < coarse.size(); ++unit) {
        coarse.at(unit) += other.coarse.at(unit);
        rounded.at(unit).add(other.rounded.at(unit));
    }
}

ShiftCount countShift(const Document &document, const std::vector<EventIndex> &events, const Shift &shift,
                      const std::stop_token &stop) {
    constexpr std::size_t size = 1024;
    std::vector<ShiftCount> counts((events.size() + size - 1) / size);
    forEachParallel(counts.size(), [&](std::size_t i) {
        ShiftCount &count = counts[i];
        const std::size_t end = std::min(events.size(), (i + 1) * size);
        for (std::size_t n = i * size; n < end && !stop.stop_requested(); ++n) {
            if (document.isDeleted(events[n])) {
                continue;
            }
            count.add(document.details(events[n], 0).date.toStdString(), shift);
        }
    });
    ShiftCount sum;
    for (const ShiftCount &count : counts) {
        sum.add(count);
    }
    return sum;
}

TextChange shiftOf(std::shared_ptr<const Document> document, std::vector<EventIndex> events, Shift shift) {
    return [document = std::move(document), events = std::move(events),
            shift](std::size_t number, QByteArrayView text) -> EditedText {
        const QString date = document->details(events[number], 0).date;
        const auto moved = shiftedDate(date.toStdString(), shift);
        return moved ? EventEdit::set(text, QStringLiteral("date"), QString::fromStdString(*moved))
                     : EditedText(text.toByteArray());
    };
}

} // namespace timeline
