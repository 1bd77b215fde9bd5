// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/menders.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/text_check.h"
#include "document/edit/meant_value.h"
#include "document/format/event_fields.h"
#include "document/format/record_fields.h"
#include "document/json/json_write.h"
#include "time/phrases/date_phrases.h"

namespace timeline::menders {

namespace {

using Changes = std::vector<Splice>;

std::optional<double> numberAt(const JsonText &text, JsonValue value) {
    const QByteArrayView raw = text.raw(value.range);
    return value.type == JsonType::Number ? finiteNumber({raw.data(), static_cast<std::size_t>(raw.size())})
                                          : std::nullopt;
}

QByteArray stringJson(const JsonText &text, const QString &string) {
    JsonStyle style;
    style.isAscii = JsonStyle::of(text, text.valueAt(0)).isAscii;
    return writeJson(QJsonValue(string), style, formatKeys());
}

EventField fieldOf(const JsonText &text, const ValueAt &found) {
    return found.key && found.isOfEvent ? eventField(text.utf8(*found.key)) : EventField::Unknown;
}

/// The number of bytes that a character has which begins here, within a JSON string; an escape is one.
qsizetype lengthAt(QByteArrayView raw, qsizetype at) {
    const auto byte = static_cast<unsigned char>(raw[at]);
    const qsizetype length = byte == '\\'  ? (raw.sliced(at).startsWith("\\u") ? 6 : 2)
                             : byte < 0xC0 ? 1
                             : byte < 0xE0 ? 2
                             : byte < 0xF0 ? 3
                                           : 4;
    return std::min(length, raw.size() - at);
}

} // namespace

QByteArray numberJson(double number) {
    constexpr int exact = 15; // digits that a double always has
    return QByteArray::number(number, 'g', exact);
}

Mender date() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        if (kindOf(fieldOf(text, found)) != FieldKind::Date || !found.value.isName()) {
            return {};
        }
        const QString before = text.string(found.value.range);
        const auto meant = meantDate(before);
        const auto now = meant ? meant : swappedDate(before);
        return now ? Changes{{found.value.range, stringJson(text, *now)}} : Changes();
    };
}

Mender yearsAndNext() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const std::string date = fieldOf(text, found) == EventField::Date && found.value.isName()
                                     ? text.utf8(found.value.range)
                                     : std::string();
        return isYearAndNext(date)
                   ? Changes{{found.value.range, stringJson(text, QString::fromStdString(yearAndNext(date)))}}
                   : Changes();
    };
}

Mender swappedEnds() {
    return [](const JsonText &text, const ValueAt &, std::size_t) -> Changes {
        const auto start = findMember(text, text.valueAt(0), "start");
        const auto end = findMember(text, text.valueAt(0), "end");
        if (!start || !end) {
            return {};
        }
        return {{start->value.range, text.raw(end->value.range).toByteArray()},
                {end->value.range, text.raw(start->value.range).toByteArray()}};
    };
}

Mender divided(double by) {
    return [by](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const auto number = numberAt(text, found.value);
        return number && *number >= 0 && *number <= by
                   ? Changes{{found.value.range, numberJson(*number / by)}}
                   : Changes();
    };
}

Mender limited() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const auto number = numberAt(text, found.value);
        return number ? Changes{{found.value.range, *number < 0 ? "0" : "1"}} : Changes();
    };
}

Mender number() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const auto number =
            found.value.type == JsonType::String ? meantNumber(text.string(found.value.range)) : std::nullopt;
        return number ? Changes{{found.value.range, numberJson(*number)}} : Changes();
    };
}

Mender text() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        return found.value.type == JsonType::Number
                   ? Changes{{found.value.range, '"' + text.raw(found.value.range).toByteArray() + '"'}}
                   : Changes();
    };
}

Mender list() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        if (!isStringList(fieldOf(text, found)) || !found.value.isName()) {
            return {};
        }
        const QString word = text.string(found.value.range);
        const bool isOne = !word.trimmed().isEmpty() && !word.contains(u',') && !word.contains(u';');
        return isOne ? Changes{{found.value.range, '[' + text.raw(found.value.range).toByteArray() + ']'}}
                     : Changes();
    };
}

Mender knownStatus() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const auto status =
            found.value.type == JsonType::String ? meantStatus(text.string(found.value.range)) : std::nullopt;
        return status ? Changes{{found.value.range, '"' + toString(*status).toLatin1() + '"'}} : Changes();
    };
}

Mender seenCharacters() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const ByteRange range = found.value.range;
        if (found.value.type != JsonType::String) {
            return {};
        }
        Changes changes;
        std::string left;
        const QByteArrayView raw = text.raw(range).chopped(1);
        for (qsizetype at = 1; at < raw.size();) {
            const qsizetype length = lengthAt(raw, at);
            const auto character = raw.sliced(at, length);
            const std::string decoded =
                decodeJsonString({character.data(), static_cast<std::size_t>(length)});
            const bool isBlank = decoded == "\n" || decoded == "\r" || decoded == "\t";
            if (findHiddenCharacter(decoded)) {
                changes.push_back({{range.begin + at, range.begin + at + length},
                                   isBlank ? QByteArray(" ") : QByteArray()});
            } else {
                left += decoded;
            }
            at += length;
        }
        return isBlankText(left) ? Changes() : changes;
    };
}

Mender plainCharacters() {
    return [](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const ByteRange range = found.value.range;
        if (found.value.type != JsonType::String) {
            return {};
        }
        const TextUse use = fieldOf(text, found) == EventField::Title ? TextUse::Title : TextUse::Name;
        const QString decoded = text.string(range);
        const std::vector<LookAlikeAt> all = lookAlikes(decoded, use);
        Changes changes;
        const QByteArrayView raw = text.raw(range).chopped(1);
        auto next = all.begin();
        qsizetype unit = 0; // of the decoded text
        for (qsizetype at = 1; at < raw.size() && next != all.end();) {
            const qsizetype length = lengthAt(raw, at);
            const bool isEscape = raw[at] == '\\';
            const qsizetype units = !isEscape && length == 4 ? 2 : 1;
            if (unit >= next->at && unit < next->at + next->length &&
                next->kind != LookAlike::OtherAlphabet) {
                // Beside another blank there is one already.
                const auto isBlankAt = [&decoded](qsizetype place) {
                    return place >= 0 && place < decoded.size() && decoded[place].isSpace();
                };
                const bool isBlank = next->kind == LookAlike::NoBreakSpace && !isBlankAt(next->at - 1);
                changes.push_back({{range.begin + at, range.begin + at + length},
                                   isBlank ? QByteArray(" ") : QByteArray()});
            }
            at += length;
            unit += units;
            next += unit >= next->at + next->length ? 1 : 0;
        }
        return changes;
    };
}

Mender firstKey() {
    return [](const JsonText &, const ValueAt &found, std::size_t) -> Changes {
        return found.key ? Changes{{{found.endBefore, found.value.range.end}, {}}} : Changes();
    };
}

Mender renamed(const QHash<QString, QString> &names) {
    return [names](const JsonText &text, const ValueAt &found, std::size_t) -> Changes {
        const QString name = found.value.isName() ? text.string(found.value.range) : QString();
        const auto known = names.constFind(foldedName(name));
        return known != names.cend() && *known != name
                   ? Changes{{found.value.range, stringJson(text, *known)}}
                   : Changes();
    };
}

Mender replaced(std::vector<QByteArray> values) {
    return [values = std::move(values)](const JsonText &, const ValueAt &found, std::size_t number) {
        return values[number].isEmpty() ? Changes() : Changes{{found.value.range, values[number]}};
    };
}

} // namespace timeline::menders
