// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/edtf.h"

#include "time/edtf_expression.h"

#include <QCoreApplication>

namespace timeline {

std::variant<ParsedDate, DateError> parseDate(std::string_view text, DateSyntax syntax) {
    edtf::Cursor cursor(text);
    ParsedDate parsed;
    if (edtf::readExpression(cursor, syntax, parsed)) {
        return parsed;
    }
    return DateError{cursor.failedPosition(), QCoreApplication::translate("timeline", cursor.expected())};
}

} // namespace timeline
