// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/event_words.h"

#include "document/bytes/visible_text.h"
#include "time/edtf.h"
#include "time/names.h"

#include <QCoreApplication>

namespace timeline {

namespace {

/// Where the texts of this file are translated.
struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(timeline::EventWords)
};

} // namespace

QString statusInWords(Status status, const QString &own) {
    constexpr qsizetype mostOfWord = 60;
    switch (status) {
    case Status::Confirmed:
        return {};
    case Status::Reported:
        return EventWords::tr("reported");
    case Status::Claimed:
        return EventWords::tr("claimed");
    case Status::Disputed:
        return EventWords::tr("disputed");
    case Status::Planned:
        return EventWords::tr("planned");
    case Status::Cancelled:
        return EventWords::tr("cancelled");
    case Status::Own:
        return visibleText(own.left(mostOfWord)) +
               (own.size() > mostOfWord ? QString(QChar(0x2026)) : QString());
    }
    return {};
}

QString dateInWords(const Document &document, EventIndex event, std::optional<std::int64_t> toldYear) {
    const EventDetails details = document.details(event, 0); // dates and status come with any fields
    QString date = describeDateBriefly(details.date.toStdString());
    if (const QString year = toldYear ? u' ' + names::year(*toldYear) : QString();
        !year.isEmpty() && date.endsWith(year)) {
        date.chop(year.size());
    }
    const QString word = statusInWords(document.status(event), details.ownStatus);
    return word.isEmpty() ? date : date + QStringLiteral("\u00A0· ") + word;
}

} // namespace timeline
