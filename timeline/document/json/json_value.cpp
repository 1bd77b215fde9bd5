// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/json_value.h"

#include "document/json/json_scan.h"

#include <QChar>
#include <QStringDecoder>
#include <algorithm>
#include <charconv>

namespace timeline {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Up to what is no digit. std::from_chars() takes many times as long.
char32_t hexDigits(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) {
        const unsigned digit = hexDigit(c);
        if (digit >= 16) {
            break;
        }
        value = value * 16 + digit;
    }
    return value;
}

void appendUtf8(std::string &out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

char simpleEscape(char c) {
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

struct Escape {
    std::size_t length = 1;            ///< bytes in the text
    std::optional<char32_t> character; ///< none of a backslash that ends the text
    bool isLoneSurrogate = false;
};

Escape escapeAt(std::string_view raw, std::size_t at) {
    if (at + 1 >= raw.size()) {
        return {};
    }
    if (raw[at + 1] != 'u') {
        return {2, static_cast<unsigned char>(simpleEscape(raw[at + 1]))};
    }
    const char32_t unit = hexDigits(raw.substr(at + 2, 4));
    if (!QChar::isSurrogate(unit)) {
        return {6, unit};
    }
    if (QChar::isHighSurrogate(unit) && raw.substr(at + 6, 2) == "\\u") {
        const char32_t low = hexDigits(raw.substr(at + 8, 4));
        if (QChar::isLowSurrogate(low)) {
            return {12, QChar::surrogateToUcs4(static_cast<char16_t>(unit), static_cast<char16_t>(low))};
        }
    }
    return {6, QChar::ReplacementCharacter, true};
}

/// Decodes the escape at `at` and gives how many bytes of `raw` it takes.
std::size_t decodeEscape(std::string_view raw, std::size_t at, std::string &out) {
    const Escape escape = escapeAt(raw, at);
    if (escape.character) {
        appendUtf8(out, *escape.character);
    }
    return escape.length;
}

/// The power of ten of a number's first digit that is not 0, roughly where it is far from 0.
qint64 decimalExponent(std::string_view text) {
    constexpr qint64 far = 1'000'000'000'000;
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    const std::string_view digits = text.substr(0, mark);
    const auto point = static_cast<qint64>(std::min(digits.find('.'), digits.size()));
    const auto first = static_cast<qint64>(std::min(digits.find_first_of("123456789"), digits.size()));
    qint64 exponent = 0;
    const bool isNegative = text.substr(mark).find('-') != std::string_view::npos;
    for (const char c : text.substr(mark)) {
        if (c >= '0' && c <= '9') {
            exponent = std::min(exponent * 10 + (c - '0'), far);
        }
    }
    return (isNegative ? -exponent : exponent) + point - first - (first < point ? 1 : 0);
}

JsonType typeOf(char first) {
    switch (first) {
    case '{':
        return JsonType::Object;
    case '[':
        return JsonType::Array;
    case '"':
        return JsonType::String;
    case 't':
        return JsonType::True;
    case 'f':
        return JsonType::False;
    case 'n':
        return JsonType::Null;
    default:
        return JsonType::Number;
    }
}

} // namespace

std::string decodeJsonString(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        if (raw[at] == '\\') { // often one after the other
            at += decodeEscape(raw, at, out);
        } else {
            const std::size_t escape = std::min(raw.find('\\', at), raw.size());
            out.append(raw, at, escape - at);
            at = escape;
        }
    }
    return out;
}

bool hasLoneSurrogate(std::string_view raw) {
    for (std::size_t at = raw.find('\\'); at < raw.size(); at = raw.find('\\', at)) {
        const Escape escape = escapeAt(raw, at);
        if (escape.isLoneSurrogate) {
            return true;
        }
        at += escape.length;
    }
    return false;
}

std::optional<double> finiteNumber(std::string_view text) {
#ifdef __cpp_lib_to_chars
    double value = 0;
    const bool converted = std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{};
#else
    bool converted = false;
    const double value =
        QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toDouble(&converted);
#endif
    if (converted) {
        return value;
    }
    // Both refuse what is too small as well, which is 0.
    return decimalExponent(text) < 0 ? std::optional(0.0) : std::nullopt;
}

qint64 JsonText::skipBlanks(qint64 offset) const {
    while (offset < m_bytes.size() && isBlank(m_bytes[offset])) {
        ++offset;
    }
    return offset;
}

qint64 JsonText::endOfString(qint64 offset) const {
    const char *end = m_bytes.data() + m_bytes.size();
    const char *at = m_bytes.data() + offset + 1;
    while (at < end) {
        at = skipPlainText(at, end);
        if (at == end) {
            break;
        }
        if (*at == '"') {
            return at + 1 - m_bytes.data();
        }
        at += *at == '\\' && end - at > 1 ? 2 : 1;
    }
    return m_bytes.size();
}

qint64 JsonText::endOfValue(qint64 offset) const {
    if (!m_known.isEmpty() && offset == m_known.begin) {
        return m_known.end;
    }
    qint64 depth = 0;
    for (qint64 at = offset; at < m_bytes.size();) {
        const char c = m_bytes[at];
        if (c == '"') {
            at = endOfString(at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            --depth;
            ++at;
        } else if (depth == 0) {
            while (at < m_bytes.size() && !isBlank(m_bytes[at]) && m_bytes[at] != ',' && m_bytes[at] != ']' &&
                   m_bytes[at] != '}') {
                ++at;
            }
            return at;
        } else {
            ++at;
        }
        if (depth <= 0) {
            return at;
        }
    }
    return m_bytes.size();
}

JsonValue JsonText::root() const {
    if (m_bytes.startsWith('{') &&
        m_bytes.endsWith('}')) { // as the text of every event: nothing to walk over
        return {JsonType::Object, {0, m_bytes.size()}};
    }
    return valueAt(m_bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0);
}

QString stringFromUtf8(QByteArrayView utf8) {
    if (!utf8.startsWith("\xEF\xBB\xBF")) {
        return QString::fromUtf8(utf8);
    }
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decode(utf8);
}

JsonValue JsonText::valueAt(qint64 offset) const {
    offset = skipBlanks(offset);
    if (offset >= m_bytes.size()) {
        return {JsonType::Null, {m_bytes.size(), m_bytes.size()}};
    }
    return {typeOf(m_bytes[offset]), {offset, endOfValue(offset)}};
}

std::string JsonText::utf8(ByteRange range) const {
    const QByteArrayView inside = this->inside(range);
    return decodeJsonString({inside.data(), static_cast<std::size_t>(inside.size())});
}

std::string_view JsonText::utf8(ByteRange range, std::string &buffer) const {
    const QByteArrayView inside = this->inside(range);
    const std::string_view plain(inside.data(), static_cast<std::size_t>(inside.size()));
    if (plain.find('\\') == std::string_view::npos) {
        return plain;
    }
    buffer = decodeJsonString(plain);
    return buffer;
}

QString JsonText::string(ByteRange range) const {
    const QByteArrayView inside = this->inside(range);
    return inside.contains('\\') ? stringFromUtf8(utf8(range)) : stringFromUtf8(inside);
}

qint64 JsonText::offsetOf(ByteRange range, qint64 index) const {
    const QByteArrayView inside = this->inside(range);
    const std::string_view view(inside.data(), static_cast<std::size_t>(inside.size()));
    std::size_t at = 0;
    std::string decoded;
    qint64 done = 0;
    while (at < view.size() && done < index) {
        if (view[at] != '\\') {
            ++at;
            ++done;
            continue;
        }
        decoded.clear();
        const std::size_t length = decodeEscape(view, at, decoded);
        done += static_cast<qint64>(decoded.size());
        if (done > index) {
            break; // within what this escape stands for
        }
        at += length;
    }
    return (inside.data() - m_bytes.data()) + static_cast<qint64>(at);
}

std::optional<JsonMember> JsonObjectCursor::next() {
    const qint64 size = m_text.bytes().size();
    m_at = m_text.skipBlanks(m_at);
    if (m_at < size && m_text.bytes()[m_at] == ',') {
        m_at = m_text.skipBlanks(m_at + 1);
    }
    if (m_at >= size || m_text.bytes()[m_at] != '"') {
        return std::nullopt;
    }
    JsonMember member;
    member.key = {m_at, m_text.endOfString(m_at)};
    const qint64 colon = m_text.skipBlanks(member.key.end);
    member.value = m_text.valueAt(colon + 1);
    m_at = member.value.range.end;
    return member;
}

std::optional<JsonValue> JsonArrayCursor::next() {
    const qint64 size = m_text.bytes().size();
    m_at = m_text.skipBlanks(m_at);
    if (m_at < size && m_text.bytes()[m_at] == ',') {
        m_at = m_text.skipBlanks(m_at + 1);
    }
    if (m_at >= size || m_text.bytes()[m_at] == ']') {
        return std::nullopt;
    }
    const JsonValue value = m_text.valueAt(m_at);
    m_at = value.range.end;
    return value;
}

std::vector<JsonMember> membersOf(const JsonText &text, JsonValue object) {
    constexpr std::size_t most = 16; // that most objects have
    std::vector<JsonMember> members;
    members.reserve(most);
    JsonObjectCursor cursor(text, object);
    while (const auto member = cursor.next()) {
        members.push_back(*member);
    }
    return members;
}

bool hasKey(const JsonText &text, const JsonMember &member, std::string_view key) {
    const QByteArrayView raw = text.inside(member.key);
    const std::string_view plain(raw.data(), static_cast<std::size_t>(raw.size()));
    return plain == key || (raw.contains('\\') && decodeJsonString(plain) == key);
}

std::optional<JsonMember> findMember(const JsonText &text, JsonValue object, std::string_view key) {
    JsonObjectCursor cursor(text, object);
    while (const auto member = cursor.next()) {
        if (hasKey(text, *member, key)) {
            return member;
        }
    }
    return std::nullopt;
}

} // namespace timeline
