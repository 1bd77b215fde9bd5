// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "document/reader.h"
#include "time/calendar.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

/// The day of an instant as EDTF writes it: "2024-03-01", "-0043-03-15"; years of five digits and more alone.
QString dayText(timeline::Instant instant) {
    const timeline::CivilDate date = timeline::civilTime(instant).date;
    const qint64 year = std::abs(static_cast<qint64>(date.year));
    const QString sign = date.year < 0 ? u"-"_s : QString();
    if (year > 9999) {
        return u"Y%1%2"_s.arg(sign).arg(year);
    }
    return u"%1%2-%3-%4"_s.arg(sign)
        .arg(year, 4, 10, '0'_L1)
        .arg(date.month, 2, 10, '0'_L1)
        .arg(date.day, 2, 10, '0'_L1);
}

struct Info {
    QString title, earliest, latest;
    QList<std::pair<QString, qint64>> counts; ///< in the order in which they are printed
    QList<std::pair<QString, qint64>> categories;
};

Info infoOf(const timeline::Document &document) {
    Info info;
    info.title = document.title();
    if (const auto extent = document.extent()) {
        info.earliest = dayText(extent->begin);
        // An extent ends with the instant after the last.
        info.latest = dayText(timeline::plusMilliseconds(extent->end, -1));
    }
    const auto count = [](const auto &list) { return static_cast<qint64>(list.size()); };
    info.counts = {{u"bytes"_s, document.bytes().size()},      {u"events"_s, document.eventCount()},
                   {u"sources"_s, count(document.sources())},  {u"eras"_s, count(document.eras())},
                   {u"series"_s, count(document.series())},    {u"links"_s, count(document.relations())},
                   {u"findings"_s, count(document.findings())}};
    std::vector<qint64> events(document.categories().size());
    for (timeline::EventIndex event = 0; event < document.eventCount(); ++event) {
        ++events[document.category(event)];
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        info.categories.append({document.categories()[i].id, events[i]});
    }
    return info;
}

/// Text of a file for a terminal: what would command it, or break the line, is shown as U+FFFD.
QString visible(QString text) {
    for (QChar &c : text) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

void printText(const Info &info, QTextStream &out) {
    const auto line = [&out](const QString &name, const QString &value) {
        out << name << '\t' << value << '\n';
    };
    line(u"title"_s, visible(info.title));
    for (const auto &[name, number] : info.counts) {
        line(name, QString::number(number));
    }
    line(u"earliest"_s, info.earliest);
    line(u"latest"_s, info.latest);
    for (const auto &[id, number] : info.categories) {
        line(u"category"_s, visible(id) + u'\t' + QString::number(number));
    }
}

void printJson(const Info &info, QTextStream &out) {
    QJsonObject object{{u"title"_s, info.title}, {u"earliest"_s, info.earliest}, {u"latest"_s, info.latest}};
    for (const auto &[name, number] : info.counts) {
        object.insert(name, number);
    }
    QJsonArray categories;
    for (const auto &[id, number] : info.categories) {
        categories.append(QJsonObject{{u"id"_s, id}, {u"events"_s, number}});
    }
    object.insert(u"categories"_s, categories);
    out << QJsonDocument(object).toJson();
}

} // namespace

int runInfo(const QStringList &arguments) {
    QTextStream out(stdout);
    QTextStream err(stderr);
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "timeloom", "Prints what an events file holds: counts, span and categories."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption json(u"json"_s, QCoreApplication::translate("timeloom", "Print a JSON object."));
    parser.addOption(json);
    parser.addPositionalArgument(u"info"_s, QCoreApplication::translate("timeloom", "This command."));
    parser.addPositionalArgument(
        u"FILE"_s, QCoreApplication::translate("timeloom", "An events file; - is standard input."));
    const bool understood = parser.parse(QStringList{u"timeloom"_s, u"info"_s} + arguments);
    if (understood && parser.isSet(help)) {
        out << parser.helpText();
        return Fine;
    }
    if (!understood || parser.positionalArguments().size() != 2) {
        err << (understood ? QCoreApplication::translate("timeloom", "info needs one FILE")
                           : parser.errorText())
            << "\n\n"
            << parser.helpText();
        return Usage;
    }

    const QString fileName = parser.positionalArguments().constLast();
    QString error;
    const timeline::ReadResult result = timeline::readFile(fileName, &error);
    if (!error.isEmpty()) {
        err << "timeloom: " << error << '\n';
        return FileTrouble;
    }
    if (!result.document) {
        for (const timeline::Finding &finding : result.findings) {
            err << toString(finding, fileName) << '\n';
        }
        return FindingsInData;
    }
    const Info info = infoOf(*result.document);
    parser.isSet(json) ? printJson(info, out) : printText(info, out);
    return Fine;
}

} // namespace timeloom
