// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding.h"

#include "document/bytes/file_name.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

struct Wording {
    FindingCode code;
    Severity severity;
    const char *name;
    const char *text; ///< %1 and so on are the arguments; %n is the last one, a number
};

constexpr std::array wordings{std::to_array<Wording>({
    {FindingCode::NoUtf16, Severity::Error, "no-utf16",
     QT_TRANSLATE_NOOP("timeline::Finding", "the file is UTF-16; expected UTF-8")},
    {FindingCode::NulCharacter, Severity::Error, "nul-character",
     QT_TRANSLATE_NOOP("timeline::Finding", "found a NUL character; expected text")},
    {FindingCode::NoUtf8, Severity::Error, "no-utf8",
     QT_TRANSLATE_NOOP("timeline::Finding", "found the byte 0x%1, which is no UTF-8; expected UTF-8 text")},
    {FindingCode::EmptyFile, Severity::Error, "empty-file",
     QT_TRANSLATE_NOOP("timeline::Finding", "the file is empty; expected an object or an array of events")},
    {FindingCode::TooDeep, Severity::Error, "too-deep",
     QT_TRANSLATE_NOOP("timeline::Finding", "the nesting goes deeper than %1 levels here; expected less")},
    {FindingCode::UnexpectedToken, Severity::Error, "unexpected-token",
     QT_TRANSLATE_NOOP("timeline::Finding", "found %1; expected %2")},
    {FindingCode::TextAfterTheEnd, Severity::Error, "text-after-the-end",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "found %1 after the end of the JSON value; expected nothing more")},
    {FindingCode::UnendedString, Severity::Error, "unended-string",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "the string that begins here never ends; expected a closing quote")},
    {FindingCode::BareCharacter, Severity::Error, "bare-character",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "found %1 within a string; expected an escape such as \\n or \\t, or the closing quote")},
    {FindingCode::BadCodeEscape, Severity::Error, "bad-code-escape",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\\u is not followed by four hexadecimal digits; expected an escape such as \\u00e9")},
    {FindingCode::UnknownEscape, Severity::Error, "unknown-escape",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "found the escape %1; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000")},
    {FindingCode::NoEventsFile, Severity::Error, "no-events-file",
     QT_TRANSLATE_NOOP("timeline::Finding", "the file is %1; expected an object or an array of events")},
    {FindingCode::NoEvent, Severity::Error, "no-event",
     QT_TRANSLATE_NOOP("timeline::Finding", "this event is %1; expected an object")},
    {FindingCode::LargeEvent, Severity::Error, "large-event",
     QT_TRANSLATE_NOOP("timeline::Finding", "this event is larger than 4 GiB; expected a smaller one")},
    {FindingCode::MissingKey, Severity::Error, "missing-key",
     QT_TRANSLATE_NOOP("timeline::Finding", "%1 has no \"%2\"; expected %3")},
    {FindingCode::WrongValue, Severity::Error, "wrong-value",
     QT_TRANSLATE_NOOP("timeline::Finding", "\"%1\" is %2; expected %3")},
    {FindingCode::NoDate, Severity::Error, "no-date",
     QT_TRANSLATE_NOOP("timeline::Finding", "\"%1\" is %2; expected %3")},
    {FindingCode::NoTitle, Severity::Warning, "no-title",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "this event has no \"title\"; expected a string with at least one visible character")},
    {FindingCode::IncompletePart, Severity::Warning, "incomplete-part",
     QT_TRANSLATE_NOOP("timeline::Finding", "%1 has no \"%2\"; expected %3")},
    {FindingCode::UnusedValue, Severity::Warning, "unused-value",
     QT_TRANSLATE_NOOP("timeline::Finding", "\"%1\" is %2; expected %3")},
    {FindingCode::UnusedDate, Severity::Warning, "unused-date",
     QT_TRANSLATE_NOOP("timeline::Finding", "\"%1\" is %2; expected %3")},
    {FindingCode::DateBesideStart, Severity::Warning, "date-beside-start",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "this event has both \"date\" and \"%1\"; expected either \"date\" or \"start\" and \"end\"")},
    {FindingCode::DateInUndated, Severity::Warning, "date-in-undated",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "\"%1\" stands in an event of the list of those without a date; expected the event among "
         "the others")},
    {FindingCode::EndWithoutStart, Severity::Error, "end-without-start",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "this event has \"end\" and no \"start\"; expected both, or \"date\"")},
    {FindingCode::EndBeforeStart, Severity::Warning, "end-before-start",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" is %2; expected a date that is not before \"start\", %3")},
    {FindingCode::MaxBelowValue, Severity::Warning, "max-below-value",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" is %2; expected a number that is not below \"value\", %3")},
    {FindingCode::NoPoint, Severity::Error, "no-point",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "this point is %1; expected a date and a number, as [\"2025-01-20\", 2.19]")},
    {FindingCode::PointOfSeveral, Severity::Error, "point-of-several",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "this point is an array of %1; expected a date and a number, as [\"2025-01-20\", 2.19]")},
    {FindingCode::OwnStatus, Severity::Note, "own-status",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "\"status\" is %1, a word of this file's own, which is drawn as claimed; expected one of "
         "confirmed, reported, claimed, disputed, planned, cancelled")},
    {FindingCode::YearAndNext, Severity::Note, "year-and-next",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" is %2, which is a season or the like of one year; expected %3 if it is "
                       "meant for two years")},
    {FindingCode::HiddenCharacter, Severity::Warning, "hidden-character",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" has the control character %2; expected characters that are seen")},
    {FindingCode::EndBlank, Severity::Note, "end-blank",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" has the blank %2 at an end; expected none, as it is not seen")},
    {FindingCode::NoWidth, Severity::Note, "no-width",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "\"%1\" has the character %2, which takes no room; expected characters that are seen")},
    {FindingCode::NoBreakSpace, Severity::Note, "odd-blank",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "\"%1\" has the blank %2 where a common one alone would look the same; expected that")},
    {FindingCode::OtherAlphabet, Severity::Note, "other-alphabet",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" has the character %2, which looks like one of the alphabet of the rest of its "
                       "word; expected characters of one alphabet")},
    {FindingCode::RefusedAddress, Severity::Warning, "refused-address",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"%1\" is an address of the kind %2; expected http, https or mailto")},
    {FindingCode::HalfPair, Severity::Warning, "half-pair",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "the escape %1 is half of a surrogate pair; expected both halves, and U+FFFD is shown")},
    {FindingCode::RepeatedKey, Severity::Warning, "repeated-key",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "the key %1 occurs again in this object; expected it once, and the first is used")},
    {FindingCode::OftenRepeatedKey, Severity::Warning, "often-repeated-key",
     QT_TRANSLATE_N_NOOP(
         "timeline::Finding",
         "the key %1 occurs %n times in this object; expected it once, and the first is used")},
    {FindingCode::RepeatedHeadId, Severity::Error, "repeated-head-id",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"id\" is %1; expected an id that no other has; the first is used")},
    {FindingCode::UndeclaredParent, Severity::Warning, "undeclared-parent",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "\"parent\" is %1, which \"categories\" does not declare; expected the id of another category")},
    {FindingCode::ParentOfItself, Severity::Warning, "parent-of-itself",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"parent\" is %1, the category's own id; expected that of another category")},
    {FindingCode::CircleOfParents, Severity::Warning, "circle-of-parents",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"parent\" is %1, which belongs to this category in turn: %2 lead in a circle; "
                       "expected an end to them")},
    {FindingCode::TooManyDeclared, Severity::Error, "too-many-declared",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "%1 categories are too many, from this one on; expected at most %2")},
    {FindingCode::TooManyCategories, Severity::Error, "too-many-categories",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "the events have too many categories; expected at most %1, and the last takes the others")},
    {FindingCode::UndeclaredCategory, Severity::Warning, "undeclared-category",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"category\" is %1, which \"categories\" does not declare; expected a declared one")},
    {FindingCode::UndeclaredSource, Severity::Warning, "undeclared-source",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "the source %1 is not declared; expected the id of one of \"sources\"")},
    {FindingCode::LostLink, Severity::Warning, "lost-link",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"to\" is %1, and no event that is shown has this id; expected the id of an event")},
    {FindingCode::LinkToItself, Severity::Warning, "link-to-itself",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "\"to\" is %1, the event's own id; expected that of another event")},
    {FindingCode::PartOfItself, Severity::Warning, "part-of-itself",
     QT_TRANSLATE_N_NOOP("timeline::Finding",
                         "\"to\" is %1, which is a part of this event in turn: the links "
                         "of %n events lead in a circle; expected an end to them")},
    {FindingCode::RepeatedId, Severity::Error, "repeated-id",
     QT_TRANSLATE_NOOP("timeline::Finding",
                       "the id %1 is that of the event %2 too; expected an id that no other event has")},
    {FindingCode::RepeatedIdOfLine, Severity::Error, "repeated-id-of-line",
     QT_TRANSLATE_NOOP(
         "timeline::Finding",
         "the id %1 is that of the event in line %2 too; expected an id that no other event has")},
    {FindingCode::RefusedEarlier, Severity::Warning, "refused-earlier",
     QT_TRANSLATE_NOOP("timeline::Finding", "\"%1\" is %2, which version 0.1 refuses; expected %3")},
})};

static_assert(wordings.size() == findingCodeCount);

constexpr bool areInOrder() {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        if (static_cast<std::size_t>(wordings.at(i).code) != i) {
            return false;
        }
    }
    return true;
}
static_assert(areInOrder());

const Wording &wordingOf(FindingCode code) {
    return wordings.at(static_cast<std::size_t>(code));
}

QString translated(const char *text, int number = -1) {
    return QCoreApplication::translate("timeline::Finding", text, nullptr, number);
}

/// What a date was expected to be is told by who reads dates.
QString translatedLast(FindingCode code, const QString &argument) {
    const bool isOfDate = code == FindingCode::NoDate || code == FindingCode::UnusedDate;
    return isOfDate ? QCoreApplication::translate("timeline::Words", argument.toUtf8())
                    : translated(argument.toUtf8());
}

} // namespace

Severity severityOf(FindingCode code) {
    return wordingOf(code).severity;
}

Severity Finding::severity() const {
    return severityOf(code);
}

QString Finding::message() const {
    const char *text = wordingOf(code).text;
    const bool isCounted = QByteArrayView(text).contains("%n");
    QString message = translated(text, isCounted && !arguments.isEmpty() ? arguments.back().toInt() : -1);
    // All at once: a text of the file may have a %2 of its own.
    switch (arguments.size()) {
    case 0:
        return message;
    case 1:
        return message.arg(translated(arguments[0].toUtf8()));
    case 2:
        return isCounted ? message.arg(translated(arguments[0].toUtf8()))
                         : message.arg(translated(arguments[0].toUtf8()), translated(arguments[1].toUtf8()));
    default:
        return message.arg(translated(arguments[0].toUtf8()), translated(arguments[1].toUtf8()),
                           translatedLast(code, arguments[2]));
    }
}

QString nameOf(FindingCode code) {
    return QString::fromLatin1(wordingOf(code).name);
}

QString toString(Severity severity) {
    return severity == Severity::Error     ? u"error"_s
           : severity == Severity::Warning ? u"warning"_s
                                           : u"note"_s;
}

QString toString(const Finding &finding, const QString &fileName) {
    return u"%1:%2:%3: %4: %5"_s.arg(shownFileName(fileName), QString::number(finding.line),
                                     QString::number(finding.column), toString(finding.severity()),
                                     finding.message());
}

} // namespace timeline
