// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/syntax_error.h"

#include "document/bytes/visible_text.h"

#include <QCoreApplication>

namespace timeline {

namespace {

class Explanation {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    Explanation(QByteArrayView bytes, qint64 offset, qint64 stringBegin)
        : m_bytes(bytes), m_offset(offset), m_stringBegin(stringBegin) {}

    Finding explain(rapidjson::ParseErrorCode code) {
        switch (code) {
        case rapidjson::kParseErrorDocumentEmpty:
            return m_offset < m_bytes.size() ? expected(QT_TR_NOOP("a value"))
                                             : at(m_offset, FindingCode::EmptyFile);
        case rapidjson::kParseErrorDocumentRootNotSingular:
            return at(m_offset, FindingCode::TextAfterTheEnd, {found()});
        case rapidjson::kParseErrorValueInvalid:
            return explainValue();
        case rapidjson::kParseErrorNumberTooBig:
            return expected(QT_TR_NOOP("a number as JSON writes it, such as -1.5e3"));
        case rapidjson::kParseErrorObjectMissName:
            return explainKey();
        case rapidjson::kParseErrorObjectMissColon:
            return expected(QT_TR_NOOP("a colon after this key"));
        case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
            return expected(QT_TR_NOOP("a comma or } after this member"));
        case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
            return expected(QT_TR_NOOP("a comma or ] after this element"));
        case rapidjson::kParseErrorStringMissQuotationMark:
            return at(m_stringBegin, FindingCode::UnendedString);
        case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
            return at(m_offset, FindingCode::BadCodeEscape);
        case rapidjson::kParseErrorStringEscapeInvalid:
            return explainEscape();
        case rapidjson::kParseErrorNumberMissFraction:
            return expected(QT_TR_NOOP("a digit after the point"));
        case rapidjson::kParseErrorNumberMissExponent:
            return expected(QT_TR_NOOP("a digit in the exponent"));
        default:
            return expected(QT_TR_NOOP("JSON"));
        }
    }

private:
    static Finding at(qint64 offset, FindingCode code, const QStringList &arguments = {}) {
        return {code, offset, arguments};
    }
    Finding expected(const char *what) const {
        return at(m_offset, FindingCode::UnexpectedToken, {found(), QString::fromUtf8(what)});
    }

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
            return QString::fromUtf8(QT_TR_NOOP("the end of the file"));
        }
        switch (byteAt(m_offset)) {
        case '"':
            return QString::fromUtf8(QT_TR_NOOP("a string"));
        case '\n':
        case '\r':
            return QString::fromUtf8(QT_TR_NOOP("a line break"));
        case '\t':
            return QString::fromUtf8(QT_TR_NOOP("a tab"));
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

    Finding explainValue() {
        const char c = byteAt(m_offset);
        if (lastBefore() == ',' && c == ']') {
            return expected(QT_TR_NOOP("another element after the comma: JSON has none before ]"));
        }
        // The parser stops within a word that begins like true, false or null.
        while (isWordCharacter(byteAt(m_offset - 1))) {
            --m_offset;
        }
        return expected(QT_TR_NOOP(
            "a value: a string in double quotes, a number, an object, an array, true, false or null"));
    }

    Finding explainKey() const {
        if (lastBefore() == ',' && byteAt(m_offset) == '}') {
            return expected(QT_TR_NOOP("another member after the comma: JSON has none before }"));
        }
        return expected(QT_TR_NOOP("a key in double quotes or }"));
    }

    Finding explainEscape() const {
        if (byteAt(m_offset) != '\\') {
            return at(m_offset, FindingCode::BareCharacter, {found()});
        }
        if (m_offset + 1 >= m_bytes.size()) {
            return at(m_stringBegin, FindingCode::UnendedString);
        }
        const QString escape = QString::fromUtf8(m_bytes.sliced(m_offset, m_bytes.size() - m_offset)
                                                     .first(std::min<qint64>(m_bytes.size() - m_offset, 5)));
        return at(m_offset, FindingCode::UnknownEscape,
                  {quoted(QStringView(escape).first(escape.at(1).isHighSurrogate() ? 3 : 2))});
    }

    QByteArrayView m_bytes;
    qint64 m_offset;
    qint64 m_stringBegin;
};

} // namespace

Finding explainSyntaxError(QByteArrayView bytes, rapidjson::ParseErrorCode code, qint64 offset,
                           qint64 stringBegin) {
    return Explanation(bytes, offset, stringBegin).explain(code);
}

} // namespace timeline
