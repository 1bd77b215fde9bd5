// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/finer_digits.h"

#include "time/edtf_expression.h"

#include <algorithm>

namespace timeline {

namespace {

/// `filler`: what stands for the digits that are not there, "0" at the begin of what they allow, "9" at its
/// end.
std::string digitsOf(const edtf::DatePart &date, char filler) {
    if (!date.time.isFiner()) {
        return {};
    }
    const std::string_view digits = date.time.fraction.substr(3);
    return std::string(digits.substr(0, digits.find_last_not_of(filler) + 1));
}

} // namespace

bool FinerDigits::endsBefore(const FinerDigits &a, const FinerDigits &b) {
    // "4" ends with 4999…, so behind "41".
    const auto [here, there] = std::ranges::mismatch(a.end, b.end);
    return here == a.end.end() || there == b.end.end() ? a.end.size() > b.end.size() : *here < *there;
}

FinerDigits finerDigits(std::string_view date) {
    edtf::Cursor cursor(date);
    ParsedDate parsed;
    edtf::Expression parts;
    if (!edtf::readExpression(cursor, DateSyntax::EventsFile, parsed, &parts)) {
        return {};
    }
    const edtf::Stretch &stretch = parts.members.front(); // sets have no times
    return {digitsOf(stretch.first, '0'), digitsOf(stretch.isSingle ? stretch.first : stretch.last, '9')};
}

} // namespace timeline
