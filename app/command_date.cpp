// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "time/edtf.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>

namespace timeloom {

namespace {

/// Prints a date's line; true when it is one.
bool report(const std::string &text) {
    const QByteArray line = timeline::dateReport(text).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    return std::holds_alternative<timeline::ParsedDate>(
        timeline::parseDate(text, timeline::DateSyntax::Edtf));
}

/// One date a line, taken exactly as it stands but for the line's end.
bool reportStandardInput() {
    bool areAllValid = true;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        areAllValid = report(line) && areAllValid;
    }
    return areAllValid;
}

} // namespace

int runDate(const QStringList &arguments) {
    const bool asksForHelp = arguments == QStringList(QStringLiteral("--help"));
    if (arguments.isEmpty() || asksForHelp) {
        const QString message =
            QCoreApplication::translate("timeline", "usage: timeloom date EDTF... (or - to read lines)");
        std::fprintf(asksForHelp ? stdout : stderr, "%s\n", message.toUtf8().constData());
        return asksForHelp ? Fine : Usage;
    }
    bool areAllValid = true;
    for (const QString &argument : arguments) {
        const bool isValid =
            argument == QLatin1String("-") ? reportStandardInput() : report(argument.toStdString());
        areAllValid = isValid && areAllValid;
    }
    return areAllValid ? Fine : FindingsInData;
}

} // namespace timeloom
