// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/meant_value.h"

#include "time/edtf.h"
#include "time/phrases/date_phrases.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

bool isDate(const QString &text) {
    return std::holds_alternative<ParsedDate>(parseDate(text.toStdString()));
}

/// Whether one letter of `longer` has to go so that the other is left.
bool isWithOneMore(QStringView longer, QStringView other) {
    const auto [more, rest] = std::ranges::mismatch(longer, other);
    return longer.size() == other.size() + 1 &&
           longer.sliced(more - longer.begin() + 1) == other.sliced(rest - other.begin());
}

/// Whether two neighbours change places.
bool isTwisted(QStringView a, QStringView b) {
    const auto [in, other] = std::ranges::mismatch(a, b);
    const qsizetype at = in - a.begin();
    return a.size() == b.size() && a.size() - at >= 2 && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.sliced(at + 2) == b.sliced(at + 2);
}

} // namespace

std::optional<QString> meantDate(const QString &text) {
    return isDate(text) || text == ".."_L1 ? std::optional(text) : safeReading(text);
}

std::optional<QString> swappedDate(const QString &interval) {
    const qsizetype slash = interval.indexOf(u'/');
    const QString swapped = slash > 0 ? interval.sliced(slash + 1) + u'/' + interval.first(slash) : QString();
    return slash > 0 && isDate(swapped) ? std::optional(swapped) : std::nullopt;
}

std::optional<double> meantNumber(const QString &text) {
    QString plain = text.trimmed();
    if (plain.count(u',') == 1 && !plain.contains(u'.')) {
        // "1,500" is a thousand and a half to some, and one and a half to others.
        const qsizetype decimals = plain.size() - plain.indexOf(u',') - 1;
        plain = decimals != 3 || plain.startsWith(u'0') ? plain.replace(u',', u'.') : QString();
    }
    bool isNumber = false;
    const double number = plain.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<Status> meantStatus(const QString &text) {
    const QString word = text.trimmed().toLower();
    if (const auto known = statusFromString(word)) {
        return known;
    }
    constexpr qsizetype longest = 16; // of the words, and one letter more
    std::optional<Status> meant;
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Status::Own) && word.size() < longest; ++i) {
        const QString status = toString(static_cast<Status>(i));
        if (isWithOneMore(word, status) || isWithOneMore(status, word) || isTwisted(word, status)) {
            if (meant) {
                return std::nullopt;
            }
            meant = static_cast<Status>(i);
        }
    }
    return meant;
}

QString foldedName(const QString &name) {
    return name.simplified().toCaseFolded();
}

} // namespace timeline
