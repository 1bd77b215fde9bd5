// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/format/wording.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "time/edtf.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace timeline {

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("timeline::Wording", text);
}

} // namespace

QString statusTitle(Status status) {
    switch (status) {
    case Status::Confirmed:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "Confirmed"));
    case Status::Reported:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "Reported"));
    case Status::Claimed:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "Claimed"));
    case Status::Disputed:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "Disputed"));
    case Status::Planned:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "Planned"));
    case Status::Cancelled:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "Cancelled"));
    case Status::Own:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "In another word"));
    }
    return {};
}

QString statusMeaning(Status status) {
    switch (status) {
    case Status::Confirmed:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "established, nobody doubts it"));
    case Status::Reported:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "told by a source, not confirmed"));
    case Status::Claimed:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "asserted by a party"));
    case Status::Disputed:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "sources contradict each other"));
    case Status::Planned:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "intended, had not happened yet"));
    case Status::Cancelled:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "was planned and will not happen"));
    case Status::Own:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "a word of this file's own"));
    }
    return {};
}

QString statusTitle(Status status, const QString &ownStatus) {
    return status == Status::Own ? visibleName(ownStatus).simplified() : statusTitle(status);
}

QString linkWording(LinkKind kind) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "leads to"));
    case LinkKind::PartOf:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "is part of"));
    case LinkKind::Contradicts:
        return translated(QT_TRANSLATE_NOOP("timeline::Wording", "contradicts"));
    case LinkKind::Related:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("timeline::Wording", "is related to"));
}

QString dateProblem(const QString &date) {
    const QByteArray utf8 = date.toUtf8();
    const auto parsed = parseDate({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    const auto *error = std::get_if<DateError>(&parsed);
    if (error == nullptr) {
        return {};
    }
    const QString expected = QCoreApplication::translate("timeline::Words", error->expected);
    const QString before = QString::fromUtf8(utf8.left(static_cast<qsizetype>(error->offset)));
    return before.isEmpty()
               ? translated("This is no date: expected %1.").arg(expected)
               : translated("This is no date: after “%1” expected %2.").arg(visibleText(before), expected);
}

QString placeText(const Place &place) {
    if (!place.at) {
        return place.title;
    }
    const auto degrees = [](double angle, const char *positive, const char *negative) {
        return QStringLiteral("%1° %2").arg(QLocale().toString(std::abs(angle), 'g', 8),
                                            translated(angle < 0 ? negative : positive));
    };
    const QString position = degrees(place.at->first, QT_TRANSLATE_NOOP("timeline::Wording", "N"),
                                     QT_TRANSLATE_NOOP("timeline::Wording", "S")) +
                             QStringLiteral(", ") +
                             degrees(place.at->second, QT_TRANSLATE_NOOP("timeline::Wording", "E"),
                                     QT_TRANSLATE_NOOP("timeline::Wording", "W"));
    return place.title.isEmpty() ? position : QStringLiteral("%1 (%2)").arg(place.title, position);
}

} // namespace timeline
