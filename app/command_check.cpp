// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "document/reader.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

QJsonObject toJson(const timeline::Finding &finding, const QString &fileName) {
    const bool isError = finding.severity == timeline::Severity::Error;
    return {{u"file"_s, fileName},
            {u"line"_s, finding.line},
            {u"column"_s, finding.column},
            {u"offset"_s, finding.offset},
            {u"severity"_s, isError ? u"error"_s : u"warning"_s},
            {u"message"_s, finding.message}};
}

} // namespace

int runCheck(const QStringList &arguments) {
    QTextStream out(stdout);
    QTextStream err(stderr);
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "timeloom", "Prints everything in events files that is not as it should be."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption json(u"json"_s,
                                  QCoreApplication::translate("timeloom", "Print an array of JSON objects."));
    parser.addOption(json);
    parser.addPositionalArgument(u"check"_s, QCoreApplication::translate("timeloom", "This command."));
    parser.addPositionalArgument(
        u"FILE"_s, QCoreApplication::translate("timeloom", "Events files; - is standard input."),
        u"FILE..."_s);
    const bool understood = parser.parse(QStringList{u"timeloom"_s, u"check"_s} + arguments);
    if (understood && parser.isSet(help)) {
        out << parser.helpText();
        return Fine;
    }
    if (!understood || parser.positionalArguments().size() < 2) {
        err << (understood ? QCoreApplication::translate("timeloom", "check needs a FILE")
                           : parser.errorText())
            << "\n\n"
            << parser.helpText();
        return Usage;
    }

    bool unreadable = false;
    bool anything = false;
    QJsonArray list;
    for (const QString &fileName : parser.positionalArguments().sliced(1)) {
        QString error;
        const timeline::ReadResult result = timeline::readFile(fileName, &error);
        if (!error.isEmpty()) {
            err << "timeloom: " << error << '\n';
            unreadable = true;
        }
        for (const timeline::Finding &finding : result.findings) {
            anything = true;
            if (parser.isSet(json)) {
                list.append(toJson(finding, fileName));
            } else {
                out << toString(finding, fileName) << '\n';
            }
        }
    }
    if (parser.isSet(json)) {
        out << QJsonDocument(list).toJson();
    }
    return unreadable ? FileTrouble : anything ? FindingsInData : Fine;
}

} // namespace timeloom
