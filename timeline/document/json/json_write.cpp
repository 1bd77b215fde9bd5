// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/json_write.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QStringView>
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace timeline {

namespace {

QByteArray escaped(char32_t unit) {
    return "\\u" + QByteArray::number(static_cast<uint>(unit), 16).rightJustified(4, '0');
}

QByteArray writeString(const QString &text, bool isAscii) {
    const auto isPlain = [](QChar c) { return c >= u' ' && c < QChar(0x7F) && c != u'"' && c != u'\\'; };
    if (std::ranges::all_of(text, isPlain)) {
        QByteArray quoted(text.size() + 2, '"'); // of a million events each copy is felt
        std::ranges::transform(text, quoted.begin() + 1, [](QChar c) { return c.toLatin1(); });
        return quoted;
    }
    QByteArray out = "\"";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'"' || c == u'\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == u'\n') {
            out += "\\n";
        } else if (c == u'\t') {
            out += "\\t";
        } else if (c == u'\r') {
            out += "\\r";
        } else if (c < 0x20 || c == 0x7F || (isAscii && c > 0x7F)) {
            out += escaped(c);
        } else if (c < 0x7F) {
            out += static_cast<char>(c);
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += QStringView(text).sliced(i, 2).toUtf8();
            ++i;
        } else {
            out +=
                QChar::isSurrogate(c) ? QByteArray("\xEF\xBF\xBD") : QStringView(text).sliced(i, 1).toUtf8();
        }
    }
    return out + '"';
}

QByteArray writeNumber(double value) {
    if (!std::isfinite(value)) { // JSON knows none, and the file must stay JSON whatever is asked for
        return "null";
    }
    // The shortest text that reads back the same; whole numbers without an exponent.
    constexpr double exact = 9007199254740992.0;
    return value == std::trunc(value) && std::abs(value) < exact
               ? QByteArray::number(static_cast<qint64>(value))
               : QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

bool hasLineEnd(QByteArrayView blanks) {
    return blanks.contains('\n') || blanks.contains('\r');
}

} // namespace

JsonStyle JsonStyle::of(const JsonText &text, JsonValue object) {
    return of(text, object, membersOf(text, object));
}

JsonStyle JsonStyle::of(const JsonText &text, JsonValue object, const std::vector<JsonMember> &members) {
    JsonStyle style;
    const QByteArrayView raw = text.raw(object.range);
    const auto isOther = [](char c) { return static_cast<unsigned char>(c) > 0x7F; };
    style.isAscii = raw.contains('\\') && raw.contains("\\u") && std::ranges::none_of(raw, isOther);
    if (members.empty()) {
        return style;
    }
    const auto between = [&](qint64 begin, qint64 end) { return text.raw({begin, end}).toByteArray(); };
    const JsonMember &first = members.front();
    style.open = between(object.range.begin + 1, first.key.begin);
    style.colon = between(first.key.end, first.value.range.begin);
    qint64 end = first.value.range.end;
    QByteArrayView found; // copied once: of a million events that takes as long as all else
    for (const JsonMember &member : std::span(members).subspan(1)) {
        // Where some members share a line and others do not, a new one gets a line.
        const QByteArrayView separator = text.raw({end, member.key.begin});
        if (found.isEmpty() || (separator.size() > 1 && hasLineEnd(separator) && !hasLineEnd(found))) {
            found = separator;
        }
        end = member.value.range.end;
    }
    style.close = between(end, object.range.end - 1);
    if (!found.isEmpty()) {
        style.separator = found.toByteArray();
    } else {
        style.separator = "," + style.open;
        if (style.open.isEmpty() && style.colon.size() > 1) {
            style.separator += ' ';
        }
    }
    return style;
}

JsonStyle JsonStyle::inner() const {
    JsonStyle style;
    style.isAscii = isAscii;
    if (hasLineEnd(colon)) {
        return style;
    }
    style.colon = colon;
    style.separator = colon.endsWith(' ') ? QByteArrayLiteral(", ") : QByteArrayLiteral(",");
    return style;
}

QByteArray writeJson(const QString &text, const JsonStyle &style) {
    return writeString(text, style.isAscii);
}

QByteArray writeJson(const QJsonValue &value, const JsonStyle &style, const KeyOrder &keys) {
    switch (value.type()) {
    case QJsonValue::String:
        return writeString(value.toString(), style.isAscii);
    case QJsonValue::Double:
        return value.toVariant().typeId() == QMetaType::LongLong ? QByteArray::number(value.toInteger())
                                                                 : writeNumber(value.toDouble());
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Array: {
        const JsonStyle inner = style.inner();
        QByteArrayList elements;
        for (const auto &element : value.toArray()) {
            elements += writeJson(element, inner, keys);
        }
        return '[' + elements.join(inner.separator) + ']';
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        JsonMembers members;
        for (auto member = object.begin(); member != object.end(); ++member) {
            members.emplace_back(member.key(), member.value());
        }
        std::ranges::stable_sort(members, {},
                                 [&keys](const auto &member) { return keys.rank(member.first); });
        return writeJson(members, style, keys);
    }
    default:
        return "null";
    }
}

QByteArray writeJson(const JsonMembers &members, const JsonStyle &style, const KeyOrder &keys) {
    const JsonStyle inner = style.inner();
    QByteArrayList texts;
    for (const auto &[key, value] : members) {
        texts += writeString(key, style.isAscii) + style.colon + writeJson(value, inner, keys);
    }
    return '{' + style.open + texts.join(style.separator) + style.close + '}';
}

} // namespace timeline
