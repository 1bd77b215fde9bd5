// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/command_line.h"
#include "app/text/standard_streams.h"
#include "document/read/reader.h"
#include "document/read/strict_check.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

/// An object as it stands in an array, which is never whole in memory.
QByteArray toJson(const timeline::Finding &finding, const QString &fileName) {
    const QJsonObject object{{u"file"_s, fileName},
                             {u"line"_s, finding.line},
                             {u"column"_s, finding.column},
                             {u"offset"_s, finding.offset},
                             {u"severity"_s, toString(finding.severity())},
                             {u"code"_s, nameOf(finding.code)},
                             {u"message"_s, finding.message()}};
    return "    " + QJsonDocument(object).toJson().trimmed().replace('\n', "\n    ");
}

} // namespace

int runCheck(const QStringList &arguments) {
    CommandLine line(u"check"_s, QCoreApplication::translate(
                                     "timeloom::Commands",
                                     "Prints everything in events files that is not as it should be."));
    line.add(
        {u"json"_s, QCoreApplication::translate("timeloom::Commands", "Print an array of JSON objects.")});
    line.add({u"strict"_s,
              QCoreApplication::translate("timeloom::Commands",
                                          "Warn of what version 0.1 of Timeloom refuses in events, too.")});
    line.addValue(u"FILE"_s,
                  QCoreApplication::translate("timeloom::Commands", "Events files; - is standard input."),
                  u"FILE..."_s);
    if (const auto code = line.read(arguments)) {
        return *code;
    }
    if (line.values().isEmpty()) {
        return line.refuse(QCoreApplication::translate("timeloom::Commands", "expected a FILE"));
    }

    const bool asJson = line.isSet(u"json"_s);
    bool isUnreadable = false;
    bool isAnyTold = false;
    bool hasFindings = false; // notes are none
    for (const QString &fileName : line.values()) {
        auto result = timeline::readFile(fileName);
        if (!result) {
            line.complain(result.error());
            isUnreadable = true;
            continue;
        }
        if (line.isSet(u"strict"_s) && result->document) {
            result->findings.append(timeline::refusedEarlier(*result->document));
            result->findings.sortByOffset();
        }
        result->tellFindings([&](const timeline::Finding &finding) {
            if (asJson) {
                print(isAnyTold ? ",\n" : "[\n");
                print(toJson(finding, fileName));
            } else {
                print(toString(finding, fileName) + u'\n');
            }
            isAnyTold = true;
            hasFindings |= finding.severity() != timeline::Severity::Note;
        });
    }
    if (asJson) {
        print(isAnyTold ? "\n]\n" : "[\n]\n");
    }
    return isUnreadable ? FileTrouble : hasFindings ? FindingsInData : Fine;
}

} // namespace timeloom
