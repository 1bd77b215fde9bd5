// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz_check.h"
#include "time/edtf_move.h"
#include "time/edtf_shift.h"
#include "time/phrases/date_phrases.h"

#include <algorithm>

using namespace timeline;
using timeline::fuzz::check;

namespace {

std::optional<ParsedDate> parsed(std::string_view text, DateSyntax syntax) {
    const auto result = parseDate(text, syntax);
    if (const auto *error = std::get_if<DateError>(&result)) {
        check(error->offset <= text.size(), "a mistake is within the text");
        check(*error->expected != '\0', "a mistake says what was expected");
        return std::nullopt;
    }
    const auto date = std::get<ParsedDate>(result);
    const Span &span = date.span;
    check(span.begin < span.end, "a date ends after it begins");
    check(span.begin >= Instant::distantPast() && span.end <= Instant::distantFuture(), "within the range");
    check(span.begin.millis >= 0 && span.begin.millis < 1000 && span.end.millis >= 0 &&
              span.end.millis < 1000,
          "milliseconds are part of a second");
    check(!span.isOpenAtStart() || span.begin == Instant::distantPast(), "what is open has no begin");
    check(!span.isOpenAtEnd() || span.end == Instant::distantFuture(), "what is open has no end");
    check(date.level >= 0 && date.level <= 2, "there are three levels");
    return date;
}

void checkMoves(std::string_view text, const Span &span) {
    for (const Instant to : {span.begin, Instant{}, Instant{-63'549'360'000, 0}}) {
        for (const DateEnd end : {DateEnd::Start, DateEnd::End, DateEnd::Both}) {
            if (const auto moved = movedDate(text, end, to)) {
                check(parsed(*moved, DateSyntax::EventsFile).has_value(), "a date that is moved is a date");
            }
        }
    }
}

void checkShifts(std::string_view text) {
    for (const Shift &shift :
         {Shift{1, 0, 0}, Shift{-120'000, 0, 0}, Shift{0, 400, 0}, Shift{0, -1, 0}, Shift{0, 0, 61'001}}) {
        if (const auto moved = shiftedDate(text, shift)) {
            check(parsed(*moved, DateSyntax::EventsFile).has_value(), "a date that is shifted is a date");
            check(snappedShift(text, shift).has_value(), "it was shifted by some amount");
        }
    }
}

void checkReadings(const std::vector<Reading> &readings, const char *of) {
    for (const Reading &reading : readings) {
        check(parsed(reading.edtf.toStdString(), DateSyntax::EventsFile).has_value(), of);
        check(!reading.isSafe || readings.size() == 1, "what has several readings is not safe");
        check(std::ranges::count(readings, reading.edtf, &Reading::edtf) == 1, "each reading comes once");
    }
}

} // namespace

/// A date, or what somebody typed for one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto edtf = parsed(text, DateSyntax::Edtf);
    const auto inFile = parsed(text, DateSyntax::EventsFile);
    check(!edtf || (inFile && inFile->span == edtf->span && inFile->level == edtf->level),
          "a file takes every EDTF date, and for the same");

    const QStringList columns = dateReport(text).split(u'\t');
    check(columns.size() == 5, "a report has five columns");
    check((columns[1] == QLatin1StringView("invalid")) == !edtf, "a report says whether it is a date");

    const QString string = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const QString described = describeDate(text);
    check(inFile ? !described.isEmpty() : described == string,
          "a date has words, what is none is left alone");
    if (inFile) {
        checkMoves(text, inFile->span);
        checkShifts(text);
    }
    checkReadings(readingsOf(string), "of a phrase");
    const qsizetype half = string.size() / 2;
    checkReadings(readingsOf(string.first(half), string.sliced(half)), "of two ends");
    check(!inFile || string.size() > 100 || !readingsOf(string).empty(), "a date is a phrase");
    return 0;
}
