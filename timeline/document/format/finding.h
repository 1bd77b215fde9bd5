// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

namespace timeline {

using EventIndex = std::uint32_t; ///< an event's place in the file's order, from 0

/// A note is about what is valid but probably not meant; the reader corrects what a warning is about by
/// leaving it out; of an error something of the file cannot be shown.
enum class Severity : std::uint8_t { Note, Warning, Error };

/// Everything that can be wrong in a file: its severity, name and sentence stand in one table in finding.cpp.
enum class FindingCode : std::uint8_t {
    NoUtf16,
    NulCharacter,
    NoUtf8,
    EmptyFile,
    TooDeep,
    UnexpectedToken,
    TextAfterTheEnd,
    UnendedString,
    BareCharacter,
    BadCodeEscape,
    UnknownEscape,
    NoEventsFile,
    NoEvent,
    LargeEvent,
    MissingKey,
    WrongValue,
    NoDate,
    NoTitle,
    IncompletePart,
    UnusedValue,
    UnusedDate,
    DateBesideStart,
    DateInUndated,
    EndWithoutStart,
    EndBeforeStart,
    MaxBelowValue,
    NoPoint,
    PointOfSeveral,
    OwnStatus,
    YearAndNext,
    HiddenCharacter,
    EndBlank,
    NoWidth,
    NoBreakSpace,
    OtherAlphabet,
    RefusedAddress,
    HalfPair,
    RepeatedKey,
    OftenRepeatedKey,
    RepeatedHeadId,
    UndeclaredParent,
    ParentOfItself,
    CircleOfParents,
    TooManyDeclared,
    TooManyCategories,
    UndeclaredCategory,
    UndeclaredSource,
    LostLink,
    LinkToItself,
    PartOfItself,
    RepeatedId,
    RepeatedIdOfLine,
    RefusedEarlier,
};

/// Something in a file that is not as it should be: where, what, and what was expected. What is said is made
/// of the code and its arguments when it is shown, in the language of then.
struct Finding {
    FindingCode code = FindingCode::WrongValue;
    qint64 offset = 0; ///< bytes from the start of the file
    /// Texts of the file are quoted(); words of ours stand as in the source, marked by QT_TR_NOOP.
    QStringList arguments;
    std::optional<EventIndex> event = {}; ///< the event that it is about, where that one is shown
    /// From 1, columns in Unicode characters as editors count them; LF, CR LF and CR end a line. Reckoned
    /// where the finding is shown: 0 until then, and in a text that was edited since it was read.
    qint64 line = 0;
    qint64 column = 0;

    Severity severity() const;
    QString message() const; ///< translated
    /// Whether both say the same, wherever.
    bool saysAs(const Finding &other) const { return code == other.code && arguments == other.arguments; }
    friend bool operator==(const Finding &, const Finding &) = default;
};

inline constexpr std::size_t findingCodeCount = static_cast<std::size_t>(FindingCode::RefusedEarlier) + 1;

Severity severityOf(FindingCode code);
/// "undeclared-category": does not change from version to version, nor with the language.
QString nameOf(FindingCode code);
/// "error", for other programs; not translated.
QString toString(Severity severity);

/// "FILE:LINE:COLUMN: error: MESSAGE", as compilers print it.
QString toString(const Finding &finding, const QString &fileName);

} // namespace timeline
