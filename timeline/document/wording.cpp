// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/wording.h"

#include "time/edtf.h"

#include <QCoreApplication>
#include <algorithm>

namespace timeline {

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("timeline", text);
}

/// Bidirectional marks, embeddings, overrides and isolates; controls but line ends and tabs.
bool isObeyed(QChar c) {
    const char16_t code = c.unicode();
    const bool turnsDirection = code == 0x061C || code == 0x200E || code == 0x200F ||
                                (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool isControl =
        c.category() == QChar::Other_Control && code != u'\n' && code != u'\r' && code != u'\t';
    const bool isNoCharacter = code >= 0xFFFE; // XML forbids it
    return turnsDirection || isControl || isNoCharacter;
}

} // namespace

QString visibleText(const QString &text) {
    if (std::ranges::none_of(text, isObeyed)) {
        return text;
    }
    QString visible;
    for (const QChar c : text) {
        if (isObeyed(c)) {
            visible += QStringLiteral("‹U+%1›").arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
        } else {
            visible += c;
        }
    }
    return visible;
}

QString categoryTitle(const Document &document, CategoryIndex category) {
    const Category &named = document.categories()[category];
    if (!named.title.isEmpty()) {
        return visibleText(named.title);
    }
    if (!named.id.isEmpty()) {
        return visibleText(named.id);
    }
    return document.categories().size() == 1 ? translated(QT_TRANSLATE_NOOP("timeline", "Events"))
                                             : translated(QT_TRANSLATE_NOOP("timeline", "Other"));
}

QString statusTitle(Status status) {
    switch (status) {
    case Status::Confirmed:
        return translated(QT_TRANSLATE_NOOP("timeline", "Confirmed"));
    case Status::Reported:
        return translated(QT_TRANSLATE_NOOP("timeline", "Reported"));
    case Status::Claimed:
        return translated(QT_TRANSLATE_NOOP("timeline", "Claimed"));
    case Status::Disputed:
        return translated(QT_TRANSLATE_NOOP("timeline", "Disputed"));
    case Status::Planned:
        return translated(QT_TRANSLATE_NOOP("timeline", "Planned"));
    case Status::Cancelled:
        return translated(QT_TRANSLATE_NOOP("timeline", "Cancelled"));
    }
    return {};
}

QString statusMeaning(Status status) {
    switch (status) {
    case Status::Confirmed:
        return translated(QT_TRANSLATE_NOOP("timeline", "established, nobody doubts it"));
    case Status::Reported:
        return translated(QT_TRANSLATE_NOOP("timeline", "told by a source, not confirmed"));
    case Status::Claimed:
        return translated(QT_TRANSLATE_NOOP("timeline", "asserted by a party, without evidence"));
    case Status::Disputed:
        return translated(QT_TRANSLATE_NOOP("timeline", "sources contradict each other"));
    case Status::Planned:
        return translated(QT_TRANSLATE_NOOP("timeline", "intended, had not happened yet"));
    case Status::Cancelled:
        return translated(QT_TRANSLATE_NOOP("timeline", "was planned and will not happen"));
    }
    return {};
}

QString dateProblem(const QString &date) {
    const QByteArray utf8 = date.toUtf8();
    const auto parsed = parseDate({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    const auto *error = std::get_if<DateError>(&parsed);
    if (error == nullptr) {
        return {};
    }
    const QString before = QString::fromUtf8(utf8.left(static_cast<qsizetype>(error->offset)));
    return before.isEmpty() ? translated("This is no date: expected %1.").arg(error->expected)
                            : translated("This is no date: after “%1” expected %2.")
                                  .arg(visibleText(before), error->expected);
}

} // namespace timeline
