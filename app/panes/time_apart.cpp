// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/time_apart.h"

#include "time/time_between.h"

#include <QCoreApplication>

namespace timeloom {

using namespace timeline;

namespace {

struct TimeApart {
    Q_DECLARE_TR_FUNCTIONS(timeloom::TimeApart)
};

} // namespace

std::vector<std::pair<QString, QString>> timeApart(const Document &document, EventIndex one,
                                                   EventIndex other) {
    if (document.begin(other) < document.begin(one)) {
        std::swap(one, other);
    }
    const std::string from = document.details(one, 0).date.toStdString();
    const std::string to = document.details(other, 0).date.toStdString();
    std::vector<std::pair<QString, QString>> lines;
    const auto add = [&lines](const QString &what, const QString &words) {
        if (!words.isEmpty()) {
            lines.emplace_back(what, words);
        }
    };
    add(TimeApart::tr("From beginning to beginning"),
        timeBetween(from, DateMoment::Begin, to, DateMoment::Begin));
    const Span first = document.span(one);
    const Span last = document.span(other);
    if (!((first.flags | last.flags) & DateFlag::Interval)) {
        return lines;
    }
    if (first.end <= last.begin) {
        add(TimeApart::tr("Gap between them"), timeBetween(from, DateMoment::End, to, DateMoment::Begin));
    } else {
        add(TimeApart::tr("Both at once"),
            timeBetween(to, DateMoment::Begin, first.end <= last.end ? from : to, DateMoment::End));
    }
    return lines;
}

} // namespace timeloom
