// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/syntax_error.h"

#include "document/format/finding_sink.h"

#include <QCoreApplication>

namespace timeline {

namespace {

class Explanation {
    Q_DECLARE_TR_FUNCTIONS(timeline)

public:
    Explanation(QByteArrayView bytes, qint64 offset, qint64 stringBegin)
        : m_bytes(bytes), m_offset(offset), m_stringBegin(stringBegin) {}

    SyntaxError explain(rapidjson::ParseErrorCode code) {
        switch (code) {
        case rapidjson::kParseErrorDocumentEmpty:
            return m_offset < m_bytes.size() ? expected(tr("a value")) : at(m_offset, emptyFile());
        case rapidjson::kParseErrorDocumentRootNotSingular:
            return at(m_offset,
                      tr("found %1 after the end of the JSON value; expected nothing more").arg(found()));
        case rapidjson::kParseErrorValueInvalid:
            return explainValue();
        case rapidjson::kParseErrorNumberTooBig:
            return expected(tr("a number as JSON writes it, such as -1.5e3"));
        case rapidjson::kParseErrorObjectMissName:
            return explainKey();
        case rapidjson::kParseErrorObjectMissColon:
            return expected(tr("a colon after this key"));
        case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
            return expected(tr("a comma or } after this member"));
        case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
            return expected(tr("a comma or ] after this element"));
        case rapidjson::kParseErrorStringMissQuotationMark:
            return at(m_stringBegin, tr("the string that begins here never ends; expected a closing quote"));
        case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
            return at(
                m_offset,
                tr("\\u is not followed by four hexadecimal digits; expected an escape such as \\u00e9"));
        case rapidjson::kParseErrorStringEscapeInvalid:
            return explainEscape();
        case rapidjson::kParseErrorNumberMissFraction:
            return expected(tr("a digit after the point"));
        case rapidjson::kParseErrorNumberMissExponent:
            return expected(tr("a digit in the exponent"));
        default:
            return expected(tr("JSON"));
        }
    }

private:
    static SyntaxError at(qint64 offset, const QString &message) { return {offset, message}; }
    SyntaxError expected(const QString &what) const {
        return at(m_offset, tr("found %1; expected %2").arg(found(), what));
    }
    static QString emptyFile() { return tr("the file is empty; expected an object or an array of events"); }

    char byteAt(qint64 offset) const {
        return offset >= 0 && offset < m_bytes.size() ? m_bytes[offset] : '\0';
    }

    static bool isWordCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               c == '+' || c == '-' || c == '.';
    }

    /// What stands at the place of the error: a word or number, else one character.
    QString found() const {
        if (m_offset >= m_bytes.size()) {
            return tr("the end of the file");
        }
        switch (byteAt(m_offset)) {
        case '"':
            return tr("a string");
        case '\n':
        case '\r':
            return tr("a line break");
        case '\t':
            return tr("a tab");
        default:
            break;
        }
        qint64 end = m_offset;
        while (isWordCharacter(byteAt(end)) && end - m_offset < 80) {
            ++end;
        }
        if (end == m_offset) {
            do {
                ++end;
            } while ((byteAt(end) & 0xC0) == 0x80);
        }
        return quoted(QString::fromUtf8(m_bytes.sliced(m_offset, end - m_offset)));
    }

    char lastBefore() const {
        qint64 offset = m_offset - 1;
        while (byteAt(offset) == ' ' || byteAt(offset) == '\n' || byteAt(offset) == '\r' ||
               byteAt(offset) == '\t') {
            --offset;
        }
        return byteAt(offset);
    }

    SyntaxError explainValue() {
        const char c = byteAt(m_offset);
        if (lastBefore() == ',' && c == ']') {
            return expected(tr("another element after the comma: JSON has none before ]"));
        }
        // The parser stops within a word that begins like true, false or null.
        while (isWordCharacter(byteAt(m_offset - 1))) {
            --m_offset;
        }
        return expected(
            tr("a value: a string in double quotes, a number, an object, an array, true, false or null"));
    }

    SyntaxError explainKey() const {
        if (lastBefore() == ',' && byteAt(m_offset) == '}') {
            return expected(tr("another member after the comma: JSON has none before }"));
        }
        return expected(tr("a key in double quotes or }"));
    }

    SyntaxError explainEscape() const {
        if (byteAt(m_offset) != '\\') {
            return at(
                m_offset,
                tr("found %1 within a string; expected an escape such as \\n or \\t, or the closing quote")
                    .arg(found()));
        }
        if (m_offset + 1 >= m_bytes.size()) {
            return at(m_stringBegin, tr("the string that begins here never ends; expected a closing quote"));
        }
        const QString escape = QString::fromUtf8(m_bytes.sliced(m_offset, m_bytes.size() - m_offset)
                                                     .first(std::min<qint64>(m_bytes.size() - m_offset, 5)));
        return at(m_offset,
                  tr(R"(found the escape %1; expected one of \" \\ \/ \b \f \n \r \t \u0000)")
                      .arg(quoted(QStringView(escape).first(escape.at(1).isHighSurrogate() ? 3 : 2))));
    }

    QByteArrayView m_bytes;
    qint64 m_offset;
    qint64 m_stringBegin;
};

} // namespace

SyntaxError explainSyntaxError(QByteArrayView bytes, rapidjson::ParseErrorCode code, qint64 offset,
                               qint64 stringBegin) {
    return Explanation(bytes, offset, stringBegin).explain(code);
}

} // namespace timeline
