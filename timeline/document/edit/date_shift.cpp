// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/date_shift.h"

#include "document/bytes/parallel.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

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
    static constexpr const char *mixed =
        QT_TRANSLATE_N_NOOP("timeline::Staying", "%Ln of %1 stay: their dates cannot be moved by that");
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
            return mixed;
        }
    }
    static QString sentence(const char *text, std::size_t count, std::size_t all) {
        return tr(text, nullptr, static_cast<int>(count))
            .arg(QLocale().toString(static_cast<qulonglong>(all)));
    }
};

} // namespace

std::size_t ShiftCount::staying() const {
    return std::accumulate(coarse.begin(), coarse.end(), undated + placeless);
}

QString ShiftCount::whatStays() const {
    const std::size_t stays = staying();
    if (stays == 0) {
        return {};
    }
    const auto only = std::ranges::find(coarse, stays);
    const char *text = only != coarse.end() ? Staying::coarse(static_cast<TickUnit>(only - coarse.begin()))
                       : stays == undated   ? Staying::undated
                       : stays == placeless ? Staying::placeless
                                            : Staying::mixed;
    return Staying::sentence(text, stays, moved + stays);
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
            const std::string date = document.details(events[n], 0).date.toStdString();
            if (shiftedDate(date, shift)) {
                ++count.moved;
            } else if (const auto snapped = snappedShift(date, shift); !snapped) { // why not
                ++count.undated;
            } else if (snapped->isNone()) {
                ++count.coarse.at(static_cast<std::size_t>(knownTo(date).value_or(TickUnit::Year)));
            } else {
                ++count.placeless;
            }
        }
    });
    ShiftCount sum;
    for (const ShiftCount &count : counts) {
        sum.moved += count.moved;
        sum.undated += count.undated;
        sum.placeless += count.placeless;
        std::ranges::transform(sum.coarse, count.coarse, sum.coarse.begin(), std::plus<>());
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
