// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/field_reader.h"

#include "document/bytes/text_check.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "time/edtf.h"

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

int hexDigit(QChar c) {
    const char16_t unit = c.toLower().unicode();
    return unit >= u'0' && unit <= u'9' ? unit - u'0' : unit >= u'a' && unit <= u'f' ? unit - u'a' + 10 : -1;
}

/// "#rgb" or "#rrggbb".
std::optional<Rgb> parseColor(QStringView text) {
    if (!text.startsWith(u'#') || (text.size() != 4 && text.size() != 7)) {
        return std::nullopt;
    }
    Rgb color = 0;
    for (const QChar c : text.sliced(1)) {
        const int digit = hexDigit(c);
        if (digit < 0) {
            return std::nullopt;
        }
        color = color << 4 | static_cast<Rgb>(digit);
        if (text.size() == 4) {
            color = color << 4 | static_cast<Rgb>(digit);
        }
    }
    return color;
}

bool isEmptyString(JsonValue value) {
    return value.type == JsonType::String && value.range.size() == 2;
}

} // namespace

bool FieldReader::isAbsent(JsonValue value) const {
    return value.type == JsonType::Null || isEmptyString(value) ||
           (value.type == JsonType::Array && m_text.skipBlanks(value.range.begin + 1) == value.range.end - 1);
}

bool FieldReader::isA(JsonType type, std::string_view name, JsonValue value) const {
    if (value.type == type) {
        return true;
    }
    switch (type) {
    case JsonType::Object:
        wrong(name, value, QT_TR_NOOP("an object"));
        break;
    case JsonType::Array:
        wrong(name, value, anArray);
        break;
    case JsonType::Number:
        wrong(name, value, aNumber);
        break;
    default:
        wrong(name, value, aString);
    }
    return false;
}

std::optional<QString> FieldReader::string(std::string_view name, JsonValue value) const {
    return isA(JsonType::String, name, value) ? std::optional(m_text.string(value.range)) : std::nullopt;
}

std::optional<QString> FieldReader::id(std::string_view name, JsonValue value) const {
    if (!value.isName() || isEmptyString(value)) {
        wrong(name, value, anId);
        return std::nullopt;
    }
    return m_text.string(value.range);
}

std::optional<QString> FieldReader::title(std::string_view name, JsonValue value,
                                          const char *expected) const {
    std::string buffer;
    const std::string_view utf8 =
        value.type == JsonType::String ? m_text.utf8(value.range, buffer) : std::string_view();
    if (isBlankText(utf8)) {
        wrong(name, value, expected);
        return std::nullopt;
    }
    const QString title = stringFromUtf8(utf8);
    noteUnseen(name, value, title, TextUse::Title);
    return title;
}

std::optional<QString> FieldReader::name(std::string_view name, JsonValue value) const {
    auto text = id(name, value);
    noteUnseen(name, value, text.value_or(QString()), TextUse::Name);
    return text;
}

std::optional<QString> FieldReader::line(std::string_view name, JsonValue value) const {
    warnOfHidden(name, value);
    return string(name, value);
}

void FieldReader::noteUnseen(std::string_view name, JsonValue value, QStringView text, TextUse use) const {
    if (m_sink == nullptr || value.type != JsonType::String) {
        return;
    }
    warnOfHidden(name, value);
    static constexpr std::array codes = {FindingCode::EndBlank, FindingCode::NoWidth,
                                         FindingCode::NoBreakSpace, FindingCode::OtherAlphabet};
    std::array<bool, codes.size()> told{}; // the first of each kind
    for (const LookAlikeAt &one : lookAlikes(text, use)) {
        const QStringView character = text.sliced(one.at, one.length);
        const auto kind = static_cast<std::size_t>(one.kind);
        const bool isControl = character[0].category() == QChar::Other_Control; // which is told otherwise
        if (!isControl && !std::exchange(told.at(kind), true)) {
            const QString code = codePointText(character);
            report(codes.at(kind), m_text.offsetOf(value.range, text.first(one.at).toUtf8().size()),
                   {name, QStringView(code).sliced(1).chopped(1).toUtf8().toStdString()});
        }
    }
}

void FieldReader::warnOfHidden(std::string_view name, JsonValue value) const {
    if (m_sink == nullptr || value.type != JsonType::String) {
        return;
    }
    std::string buffer;
    const std::string_view utf8 = m_text.utf8(value.range, buffer);
    if (const auto index = findHiddenCharacter(utf8)) {
        const QString rest =
            QString::fromUtf8(utf8.data() + *index, static_cast<qsizetype>(utf8.size() - *index));
        const QString code = u"U+%1"_s.arg(static_cast<uint>(rest.at(0).unicode()), 4, 16, '0'_L1).toUpper();
        report(FindingCode::HiddenCharacter, m_text.offsetOf(value.range, static_cast<qint64>(*index)),
               {name, code.toStdString()});
    }
}

std::optional<std::string> FieldReader::yearOf(JsonValue number) const {
    const QByteArrayView raw = m_text.raw(number.range);
    return yearFromNumber({raw.data(), static_cast<std::size_t>(raw.size())});
}

std::optional<QString> FieldReader::date(std::string_view name, JsonValue value, Span &span) const {
    std::string buffer;
    std::string_view utf8;
    if (value.type == JsonType::String) {
        utf8 = m_text.utf8(value.range, buffer);
    } else if (const auto year = value.type == JsonType::Number ? yearOf(value) : std::nullopt) {
        buffer = *year;
        utf8 = buffer;
    } else {
        wrong(name, value, value.type == JsonType::Number ? aYear : aDate);
        return std::nullopt;
    }
    const auto parsed = parseDate(utf8);
    if (const auto *problem = std::get_if<DateError>(&parsed)) {
        if (m_sink != nullptr) {
            report(m_loss == Loss::Value ? FindingCode::UnusedDate : FindingCode::NoDate,
                   m_text.offsetOf(value.range, static_cast<qint64>(problem->offset)),
                   {name, shown(value), problem->expected});
        }
        return std::nullopt;
    }
    span = std::get<ParsedDate>(parsed).span;
    return stringFromUtf8(utf8);
}

std::optional<QString> FieldReader::url(std::string_view name, JsonValue value) const {
    if (value.type != JsonType::String || isEmptyString(value)) {
        wrong(name, value, QT_TR_NOOP("a string that is not empty"));
        return std::nullopt;
    }
    if (const auto scheme = refusedScheme(m_text.utf8(value.range))) {
        report(FindingCode::RefusedAddress, value.range.begin, {name, quotedUtf8(scheme->toStdString())});
    }
    return m_text.string(value.range);
}

std::optional<Rgb> FieldReader::color(std::string_view name, JsonValue value) const {
    const auto color = value.type == JsonType::String ? parseColor(m_text.string(value.range)) : std::nullopt;
    if (!color) {
        wrong(name, value, QT_TR_NOOP(R"(a colour as "#rgb" or "#rrggbb")"));
    }
    return color;
}

std::optional<double> FieldReader::number(std::string_view name, JsonValue value) const {
    if (!isA(JsonType::Number, name, value)) {
        return std::nullopt;
    }
    const QByteArrayView raw = m_text.raw(value.range);
    const auto number = finiteNumber({raw.data(), static_cast<std::size_t>(raw.size())});
    if (!number) {
        wrong(name, value, QT_TR_NOOP("a number below 1.8e308"));
    }
    return number;
}

std::optional<bool> FieldReader::boolean(std::string_view name, JsonValue value) const {
    if (value.type != JsonType::True && value.type != JsonType::False) {
        wrong(name, value, QT_TR_NOOP("true or false"));
        return std::nullopt;
    }
    return value.type == JsonType::True;
}

void FieldReader::wrong(std::string_view name, JsonValue value, const char *expected) const {
    if (m_sink != nullptr) {
        report(m_loss == Loss::Value ? FindingCode::UnusedValue : FindingCode::WrongValue, value.range.begin,
               {name, shown(value), expected});
    }
}

void FieldReader::missing(const char *what, std::string_view name, JsonValue object,
                          const char *expected) const {
    report(m_loss == Loss::Value ? FindingCode::IncompletePart : FindingCode::MissingKey, object.range.begin,
           {what, name, expected});
}

std::string FieldReader::shown(JsonValue value) const {
    std::string buffer;
    switch (value.type) {
    case JsonType::Object:
        return QT_TR_NOOP("an object");
    case JsonType::Array:
        return QT_TR_NOOP("an array");
    case JsonType::String:
        return quotedUtf8(m_text.utf8(value.range, buffer));
    default: {
        constexpr qint64 longest = 40;
        const QByteArrayView raw = m_text.raw(value.range);
        buffer.assign(raw.data(), static_cast<std::size_t>(std::min(raw.size(), longest)));
        return raw.size() > longest ? buffer + "…" : buffer;
    }
    }
}

} // namespace timeline
