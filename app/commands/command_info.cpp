// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/command_line.h"
#include "app/text/standard_streams.h"
#include "document/read/reader.h"
#include "document/search/filter.h"
#include "document/search/inline_sources.h"
#include "time/calendar.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    timeline::FindingList::Counts findings{};
};

/// `shown` has a bit for each event, or is empty where all count.
Info infoOf(const timeline::Document &document, const QBitArray &shown) {
    Info info;
    info.title = document.title();
    std::vector<qint64> inCategory(document.categories().size());
    qint64 events = 0;
    for (timeline::EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isPlaced(event) || (!shown.isEmpty() && !shown[event])) {
            continue;
        }
        ++events;
        ++inCategory[document.category(event)];
    }
    if (const auto extent = document.extent(shown)) {
        info.earliest = dayText(extent->begin);
        // An extent ends with the instant after the last.
        info.latest = dayText(timeline::plusMilliseconds(extent->end, -1));
    }
    const auto count = [](const auto &list) { return static_cast<qint64>(list.size()); };
    const qint64 sources = count(document.sources()) + count(timeline::inlineSourcesOf(document));
    info.counts = {{u"bytes"_s, document.bytes().size()},
                   {u"events"_s, events},
                   {u"undated"_s, static_cast<qint64>(document.undatedCount(shown))},
                   {u"sources"_s, sources},
                   {u"eras"_s, count(document.eras())},
                   {u"series"_s, count(document.series())},
                   {u"links"_s, static_cast<qint64>(document.relations().size())},
                   {u"findings"_s, count(document.findings())}};
    info.findings = document.findings().countsByKind();
    for (std::size_t i = 0; i < inCategory.size(); ++i) {
        info.categories.append({document.categories()[i].id, inCategory[i]});
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

void printText(const Info &info) {
    const auto line = [](const QString &name, const QString &value) { print(name + u'\t' + value + u'\n'); };
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

void printJson(const Info &info) {
    QJsonObject object{{u"title"_s, info.title}, {u"earliest"_s, info.earliest}, {u"latest"_s, info.latest}};
    for (const auto &[name, number] : info.counts) {
        object.insert(name, number);
    }
    QJsonArray categories;
    for (const auto &[id, number] : info.categories) {
        categories.append(QJsonObject{{u"id"_s, id}, {u"events"_s, number}});
    }
    object.insert(u"categories"_s, categories);
    QJsonObject kinds;
    QJsonObject severities{{u"error"_s, 0}, {u"warning"_s, 0}, {u"note"_s, 0}};
    for (std::size_t i = 0; i < info.findings.size(); ++i) {
        if (const auto number = static_cast<qint64>(info.findings.at(i)); number > 0) {
            const auto code = static_cast<timeline::FindingCode>(i);
            kinds.insert(nameOf(code), number);
            const QString severity = toString(severityOf(code));
            severities.insert(severity, severities.value(severity).toInteger() + number);
        }
    }
    object.insert(u"findingsByKind"_s, kinds);
    object.insert(u"findingsBySeverity"_s, severities);
    print(QJsonDocument(object).toJson());
}

} // namespace

int runInfo(const QStringList &arguments) {
    CommandLine line(u"info"_s, QCoreApplication::translate(
                                    "timeloom::Commands",
                                    "Prints what an events file holds: counts, span and categories."));
    line.add({u"json"_s, QCoreApplication::translate("timeloom::Commands", "Print a JSON object.")});
    line.add(
        {u"filter"_s,
         QCoreApplication::translate("timeloom::Commands", "Count only the events that match, for example "
                                                           "status:confirmed."),
         u"QUERY"_s});
    line.addValue(u"FILE"_s,
                  QCoreApplication::translate("timeloom::Commands", "An events file; - is standard input."));
    if (const auto code = line.read(arguments)) {
        return *code;
    }
    if (line.values().size() != 1) {
        return line.refuse(QCoreApplication::translate("timeloom::Commands", "expected one FILE"));
    }
    const timeline::Filter filter(line.value(u"filter"_s));
    if (filter.error()) {
        return line.refuse(*filter.error());
    }

    const QString fileName = line.values().constLast();
    const auto result = timeline::readFile(fileName);
    if (!result) {
        line.complain(result.error());
        return FileTrouble;
    }
    if (!result->document) {
        tellFindings(*result, fileName);
        return FindingsInData;
    }
    const Info info = infoOf(*result->document, filter.apply(*result->document));
    line.isSet(u"json"_s) ? printJson(info) : printText(info);
    return Fine;
}

} // namespace timeloom
