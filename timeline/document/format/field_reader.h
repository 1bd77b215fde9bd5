// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/look_alike.h"
#include "document/format/event.h"
#include "document/format/finding_sink.h"
#include "document/json/json_value.h"

#include <QCoreApplication>

namespace timeline {

/// Reads values of the types that the format knows and reports what is something else. Without a sink it is
/// silent. `name` is the key as messages show it.
class FieldReader {
    Q_DECLARE_TR_FUNCTIONS(timeline::Finding)

public:
    /// What a wrong value costs: only itself, which is a warning, or what it belongs to, which is an error.
    enum class Loss : std::uint8_t { Whole, Value };

    FieldReader(const JsonText &text, FindingSink *sink, Loss loss = Loss::Whole)
        : m_text(text), m_sink(sink), m_loss(loss) {}

    const JsonText &text() const { return m_text; }

    /// Whether an optional key might as well not be there: null, "" and [] say nothing.
    bool isAbsent(JsonValue value) const;

    std::optional<QString> string(std::string_view name, JsonValue value) const;
    /// An id or what names one: a string that is not empty, or a number, which says what is written.
    std::optional<QString> id(std::string_view name, JsonValue value) const;
    /// The same of what is compared with others: what makes it look like another one is noted, and characters
    /// that hide are warned of.
    std::optional<QString> name(std::string_view name, JsonValue value) const;
    /// A text of one line: characters that hide in it are warned of.
    std::optional<QString> line(std::string_view name, JsonValue value) const;
    /// Warns of the first character that hides in a string.
    void warnOfHidden(std::string_view name, JsonValue value) const;
    /// Warns of the first character that hides in a text, and notes what makes it look like another one, at
    /// their places in the string that it was read from.
    void noteUnseen(std::string_view name, JsonValue value, QStringView text, TextUse use) const;
    /// A string with something to see in it, of which that is noted, too.
    std::optional<QString> title(std::string_view name, JsonValue value, const char *expected = aTitle) const;
    /// A date's text; `span` gets what it means. A year may be a number.
    std::optional<QString> date(std::string_view name, JsonValue value, Span &span) const;
    /// An address; one that must not be opened is warned of.
    std::optional<QString> url(std::string_view name, JsonValue value) const;
    std::optional<Rgb> color(std::string_view name, JsonValue value) const;
    std::optional<double> number(std::string_view name, JsonValue value) const;
    std::optional<bool> boolean(std::string_view name, JsonValue value) const;
    /// Whether value is of this type.
    bool isA(JsonType type, std::string_view name, JsonValue value) const;

    /// Calls readElement for each object of an array; what is something else is reported.
    template <typename ReadElement>
    void readObjects(std::string_view name, JsonValue array, ReadElement readElement) const {
        if (!isA(JsonType::Array, name, array)) {
            return;
        }
        JsonArrayCursor elements(m_text, array);
        while (const auto element = elements.next()) {
            if (isA(JsonType::Object, name, *element)) {
                readElement(*element);
            }
        }
    }

    /// `"NAME" is FOUND; expected EXPECTED`
    void wrong(std::string_view name, JsonValue value, const char *expected) const;
    /// `this WHAT has no "NAME"; expected EXPECTED`, at the object's beginning.
    void missing(const char *what, std::string_view name, JsonValue object, const char *expected) const;
    void report(FindingCode code, qint64 offset,
                std::initializer_list<std::string_view> arguments = {}) const {
        if (m_sink != nullptr) {
            m_sink->add(code, offset, arguments);
        }
    }
    /// A value as findings show it: a string in quotes, a number, "an object".
    std::string shown(JsonValue value) const;

    static constexpr const char *anId = QT_TR_NOOP("a string that is not empty, or a number");
    static constexpr const char *aString = QT_TR_NOOP("a string");
    static constexpr const char *aNumber = QT_TR_NOOP("a number");
    static constexpr const char *aShare = QT_TR_NOOP("a number from 0 to 1");
    static constexpr const char *anArray = QT_TR_NOOP("an array");
    static constexpr const char *aTitle = QT_TR_NOOP("a string with at least one visible character");
    static constexpr const char *aDate = QT_TR_NOOP(R"(a date such as "2024", "2024-03-01" or "2020/2021")");
    static constexpr const char *aYear =
        QT_TR_NOOP(R"(a year from -9999 to 9999, or a date in quotes such as "2024-03-01")");

private:
    std::optional<std::string> yearOf(JsonValue number) const;

    JsonText m_text;
    FindingSink *m_sink;
    Loss m_loss;
};

} // namespace timeline
