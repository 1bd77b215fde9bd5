// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_values.h"

#include "document/bytes/text_check.h"
#include "document/format/event_words.h"
#include "document/format/wording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

std::optional<double> RecordValues::numberOf(const QString &text) {
    bool isNumber = false;
    double number = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(text.trimmed(), &isNumber);
    }
    // Both read "inf" and "nan", which JSON does not know.
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString RecordValues::numberText(double value, const QLocale &locale) {
    const double size = std::abs(value);
    const bool isLong = size >= 1e15 || (size > 0 && size < 1e-4);
    return locale.toString(value, isLong ? 'g' : 'f', QLocale::FloatingPointShortest);
}

QString RecordValues::linkKindTitle(LinkKind kind) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return tr("Leads to");
    case LinkKind::PartOf:
        return tr("Part of");
    case LinkKind::Contradicts:
        return tr("Contradicts");
    case LinkKind::Related:
        break;
    }
    return tr("Related");
}

std::optional<QString> RecordValues::taken(ValueKind kind, const QString &typed) {
    if (kind == ValueKind::Title) {
        return typed;
    }
    if (kind == ValueKind::LinkKind) {
        const auto link = linkKindFromString(typed);
        if (!link) {
            return std::nullopt;
        }
        return *link == LinkKind::Related ? QString() : typed; // what a link is that does not say
    }
    if (isBlankText(typed.toStdString())) {
        return QString();
    }
    if (kind == ValueKind::Number) {
        const auto number = numberOf(typed);
        return number ? std::optional(QString::number(*number, 'g', QLocale::FloatingPointShortest))
                      : std::nullopt;
    }
    return kind == ValueKind::Text ? typed : typed.trimmed();
}

bool RecordValues::isNothing(ValueKind kind, const QString &text) {
    return kind == ValueKind::Id || kind == ValueKind::Title ? text.isEmpty()
                                                             : isBlankText(text.toStdString());
}

QString RecordValues::otherTypeProblem(ValueKind kind, const QString &value) {
    switch (kind) {
    case ValueKind::Number:
        return tr("This is %1; expected a number.").arg(value);
    case ValueKind::Flag:
        return tr("This is %1; expected yes or no.").arg(value);
    case ValueKind::Points:
        return tr("This is %1; expected a list of points.").arg(value);
    default:
        return tr("This is %1; expected a text.").arg(value);
    }
}

QString RecordValues::pointsProblem(const QString &text) {
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    const QJsonArray points = json.array();
    const auto wrong = std::ranges::find_if(points, [](const QJsonValue &point) {
        const QJsonArray pair = point.toArray();
        const QJsonValue date = pair.at(0);
        const bool isDate =
            date.isDouble()
                ? yearFromNumber(QByteArray::number(date.toDouble(), 'g', 17).toStdString()).has_value()
                : dateProblem(date.toString()).isEmpty();
        return pair.size() != 2 || !pair.at(1).isDouble() || !isDate;
    });
    if (json.isArray() && wrong == points.end()) {
        return {};
    }
    const QString pairs = u"[[\"2024\", 12], [\"2025-03\", 15.5]]"_s;
    return json.isArray() ? tr("Point %L1 is none; expected pairs of a date and a number: %2")
                                .arg(wrong - points.begin() + 1)
                                .arg(pairs)
                          : tr("This is no list; expected pairs of a date and a number: %1").arg(pairs);
}

QString RecordValues::problem(ValueKind kind, const QString &text) {
    static const QRegularExpression color(u"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"_s);
    switch (kind) {
    case ValueKind::Title: {
        const std::string utf8 = text.toStdString();
        return isBlankText(utf8) ? tr("There is nothing to see; expected a title.")
               : findHiddenCharacter(utf8)
                   ? tr("There is a control character in it; expected characters that are seen.")
                   : QString();
    }
    case ValueKind::Date:
        return dateProblem(text);
    case ValueKind::Color:
        return color.match(text).hasMatch() ? QString() : tr("This is no colour; expected #rgb or #rrggbb.");
    case ValueKind::Address:
        return refusedScheme(text.toStdString())
                   ? tr("Such an address is never opened; expected http, https or mailto.")
                   : QString();
    case ValueKind::Number:
        return numberOf(text) ? QString() : tr("This is no number; expected one.");
    case ValueKind::LinkKind:
        return linkKindFromString(text) ? QString()
                                        : tr("This is no kind of link; expected one of the list.");
    case ValueKind::Points:
        return pointsProblem(text);
    default:
        return {};
    }
}

} // namespace timeloom
