// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/command_line.h"
#include "app/text/standard_streams.h"
#include "time/edtf.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <string>

namespace timeloom {

namespace {

/// Prints a date's line; true when it is one.
bool report(const std::string &text) {
    print(timeline::dateReport(text) + u'\n');
    return std::holds_alternative<timeline::ParsedDate>(
        timeline::parseDate(text, timeline::DateSyntax::Edtf));
}

/// One date a line, taken exactly as it stands but for the line's end. Answers each before the next is asked
/// for.
bool reportStandardInput() {
    bool areAllValid = true;
    std::cin.tie(nullptr); // it would flush on its own, and not tell that it failed
    for (std::string line; std::getline(std::cin, line); flushPrinted()) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        areAllValid = report(line) && areAllValid;
    }
    return areAllValid;
}

} // namespace

int runDate(const QStringList &arguments) {
    CommandLine line(QStringLiteral("date"),
                     QCoreApplication::translate(
                         "timeloom::Commands",
                         "Says what dates mean, a line each: text, EDTF level, earliest, latest, flags."));
    line.addValue(
        QStringLiteral("EDTF"),
        QCoreApplication::translate("timeloom::Commands", "Dates; - reads lines from standard input."),
        QStringLiteral("EDTF..."));
    if (const auto code = line.read(arguments)) {
        return *code;
    }
    if (line.values().isEmpty()) {
        return line.refuse(QCoreApplication::translate("timeloom::Commands", "expected a date"));
    }
    bool areAllValid = true;
    for (const QString &argument : line.values()) {
        if (argument != QLatin1String("-")) {
            areAllValid = report(argument.toStdString()) && areAllValid;
            continue;
        }
        areAllValid = reportStandardInput() && areAllValid;
        if (std::ferror(stdin) != 0) {
            line.complain(QCoreApplication::translate("timeloom::Commands", "cannot read standard input: %1")
                              .arg(qt_error_string(errno)));
            return FileTrouble;
        }
    }
    return areAllValid ? Fine : FindingsInData;
}

} // namespace timeloom
