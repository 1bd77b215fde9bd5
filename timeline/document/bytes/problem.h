// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace timeline {

/// Why something could not be done. The sentence of each stands in one table in problem.cpp.
enum class ProblemCode : std::uint8_t {
    System, ///< what the system says; the argument is its text
    NoSuchFile,
    LinkToNothing,
    LinksInCircle,
    IsSocket,
    IsFolder,
    IsClosed,
    NoRegularFile,
    IsBusy,
    MoreThanMemory,
    NoMemoryForMore,
    NotEnoughMemory,
    NoJsonBeginning,
    WrittenMeanwhile,
    ChangedMeanwhile,
    WasCut,
    StillReading,
    NotWhole,
    NoImportance,
    NoJsonList,
    NoObjectList,
    Cancelled,
    KeyTwice,
    NotWritableAgain,
    NoListToAddTo,
    NoListToEdit,
    NoSuchKey,
    NoDateToAskFor,
    NoMemoryToDraw,
    NoMemoryForPixels,
    NoJournal,
    FolderForEvents,
    DeviceForEvents,
};

/// What stands in the way, told when it is shown, in the language of then.
struct Problem {
    enum class Attempt : std::uint8_t {
        None,
        Read,
        Save,
        SaveOver, ///< in the place of a file, which stays
        Write,    ///< what is to be written could not be made
        WriteOver,
    };

    ProblemCode code = ProblemCode::System;
    QStringList arguments = {}; ///< texts of the user are quoted()
    Attempt attempt = Attempt::None;
    QString fileName = {}; ///< of what could not be read or written

    /// The same, told of a file: "cannot read FILE: there is no such file".
    Problem of(Attempt attemptNow, const QString &file) const { return {code, arguments, attemptNow, file}; }
    QString message() const; ///< translated
    friend bool operator==(const Problem &, const Problem &) = default;
};

} // namespace timeline
